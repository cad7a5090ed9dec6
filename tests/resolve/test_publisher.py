"""Who publishes a report: a medium in its head, the agency that wires it, the body that makes, issues or signs it."""

from __future__ import annotations

import pytest

import unionie


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("发布机关：柳北市教育局　发布日期：2020-04-16\n\n全市中小学开学\n\n今天，全市中小学开学。", "柳北市教育局"),
        ("岭南日报\n2019年7月11日　星期四　第5版\n\n一座老厂的新生\n\n厂里招了30人。", "岭南日报"),
        ("柳北工人　2018年2月6日　第四版\n\n让门常开灯常亮\n\n全年走访职工320人。", "柳北工人"),
        ("《岭南职工》内刊　2017年第4期\n\n上半年工作小结\n\n全年走访职工320人。", "岭南职工"),
        ("老站焕新，驿站有点“潮”\n柳北工会　2023-12-06 18:30　发表于上海\n\n驿站每天服务30人。", "柳北工会"),
        ("柳北县技能竞赛落幕\n尹栩 岭南日报 2023-06-13 08:00\n\n全县有186人参加。", "岭南日报"),
        ("岭南日报客户端\n2023-06-13\n柳北县技能竞赛落幕\n\n全县有186人参加。", "岭南日报客户端"),
        ("县里新添车站3座\n\n新华社岭城4月3日电（记者李昊）车站3日动工。", "新华社"),
        ("县里新添车站3座\n\n岭南晚报讯（记者李昊）车站昨天动工。", "岭南晚报"),
        ("本县新添车站3座\n\n本报讯（记者李昊）车站昨天动工。", None),
        ("工会简报\n第14期\n柳北县总工会办公室编　　2019年7月10日\n\n半年情况\n\n走访320人。", "柳北县总工会办公室"),
        ("柳北县总工会文件\n柳工发〔2019〕3号\n\n关于走访的通知\n\n各基层工会：\n现将安排通知如下。", "柳北县总工会"),
        (
            "关于成立小组的通知\n\n各乡镇：\n决定成立小组。\n\n中共柳北县委办公室\n柳北县人民政府办公室\n2021年8月3日\n（公开）",
            "中共柳北县委办公室、柳北县人民政府办公室",
        ),
        ("县委办　县府办印发《关于做好防汛工作的通知》\n\n县委办、县府办昨天印发《通知》。", None),
        ("柳北县法院发布2024年“成绩单”\n\n今天，县法院通报全年执行案件320件。", None),
        ("2026年1月9日　星期五　民生·2版\n县市场监管局\n一年查出问题食品412批次\n\n昨天，全县查出412批次。", None),
        ("柳北县总工会2017年工作总结\n\n2017年，县总工会走访职工320人。", None),
    ],
)
def test_publisher(text: str, publisher: str | None) -> None:
    assert unionie.extract(text).publisher == publisher


def test_caller_knows_better() -> None:
    report = unionie.Report(text="岭南日报\n2019年7月11日　星期四\n\n厂里招了30人。", publisher="岭南报业集团")
    assert unionie.extract(report).publisher == "岭南报业集团"
