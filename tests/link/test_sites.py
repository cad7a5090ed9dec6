"""Places and things that have figures of their own, and units that go on or not."""

from __future__ import annotations

import pytest

import unionie

CASES = {
    "what is measured of a river": ("白沙河出境断面总磷0.12毫克/升。走访职工86人。", ["白沙河", "县总工会"]),
    "what is measured of a lake": ("白鹤湖透明度0.9米；白沙河柳林断面氨氮比5月下降近四成。", ["白鹤湖", "白沙河"]),
    "the middle of a town by its name": ("临溪县城区空气优良天数319天。", ["县城区"]),
    "a branch said again": (
        "走进河口村镇银行东街支行。该支行投放贷款2.3亿元，支行15名员工走访市场27个。",
        ["该支行", "支行", "支行"],
    ),
    "two together": ("东山矿掘进1.6公里，西岭矿掘进1.8公里；两矿合计节电36万度。", ["东山矿", "西岭矿", "两矿"]),
    "a team behind its leader": ("张海涛团队攻克难题，合格率提高到99.2%。", ["张海涛团队"]),
    "whose size is told before": ("总投资3.2亿元的河西院区设床位350张。", ["河西院区", "河西院区"]),
    "whose sizes are told before": (
        "总投资3.2亿元、建筑面积2.6万平方米的综合楼启用。",
        ["综合楼", "综合楼"],
    ),
    "no building that is to open": ("总投资3.2亿元的河西院区要如期启用，门诊预约率达到85%。", ["县总工会", "县总工会"]),
    "a place that is something": ("青石圩是重点，堤顶加高到15.6米。", ["青石圩"]),
    "what is opened": ("去年启用的河西院区设床位350张。", ["河西院区"]),
    "a room by its name": ("“知心大姐”茶话室接访210人次。", ["“知心大姐”茶话室"]),
    "a fund by its name": ("“春雨互助基金”现有会员2091人。", ["春雨互助基金"]),
    "no campaign by its name": ("“金秋助学”资助学子58人。", ["县总工会"]),
    "no place to the next one": ("青溪水库至桃花桥水域违建18处全部拆除。", ["县总工会"]),
    "units of a level": ("基层法院巡回审判点增至90个。", ["县总工会"]),
    "no unit behind a preposition": ("离法庭74公里。", ["县总工会"]),
    "a unit with several values goes on": (
        "市场执法大队检查场所520家次，立案18起；受理投诉96件。",
        ["市场执法大队", "市场执法大队", "市场执法大队"],
    ),
    "a department no further than its sentence": ("\n眼科开展手术420例。获课题立项5项。", ["眼科", "县总工会"]),
    "a list that a value counts": ("石桥村、柳湾村、大岭村3个村率先通上天然气。", ["县总工会"]),
    "what the winners are given": ("县第一中学获团体第一名，各奖励5000元。", ["县总工会"]),
    "a station": ("白塔站发送旅客6.3万人次；月亮湾码头停靠游船320艘。", ["白塔站", "月亮湾码头"]),
    "a zone without a name": ("开发区引进项目9个，合同资金13亿元。", ["开发区", "开发区"]),
    "who inspects": ("检查组走访乡镇7个，查看档案120份。", ["检查组", "检查组"]),
    "a whole harbour": ("全港完成吞吐量820万吨。", ["全港"]),
    "a list of places and what it brings others": ("青石镇、白沙镇水厂完工，3.2万群众用上自来水。", ["县总工会"]),
    "no value of the last in a list": ("打通滨河路、柳湾街、岭南路3条断头路。", ["县总工会"]),
    "what others do for some": ("\n县卫健局为妇女体检2万人次。举办沙龙5场。", ["县卫健局", "县总工会"]),
    "a school within a house": ("\n孕妇学校开课96期。婚检1216对。", ["孕妇学校", "县总工会"]),
    "a station that a body runs": ("\n“青石驿站”接待860人。招募志愿者300人。", ["青石驿站", "县总工会"]),
    "what others bring": (
        "\n县商会送来棉被500床。到8日，已恢复供水3.2万户。",
        ["县商会", "县总工会"],
    ),
    "no body that is tried": ("侦办的鑫隆公司集资诈骗案，涉及群众460人。", ["县总工会"]),
    "whom a body rouses": ("动员全县5万名职工学习技术。", ["全县"]),
    "a named facility before a value": ("东山车间日产由32吨提到41吨。", ["东山车间", "东山车间"]),
    "a named facility before what it has": ("白塔灌区新增节水面积2.1万亩。", ["白塔灌区"]),
    "a numbered item below another": ("\n2.1白沙水库年初蓄水1.2亿立方米。", ["白沙水库"]),
    "no work on a facility": ("改造车间设备12台。", ["县总工会"]),
    "no facilities that are counted": ("高铁车站服务区3对建成。", ["县总工会"]),
    "an unnamed union of hospitals": ("医共体下派医师86人次。", ["医共体"]),
    "no service of a hospital": ("发热门诊接诊860人次。", ["县总工会"]),
    "a facility and what it did, behind a comma": ("河西校区首次招生，录取新生270名。", ["河西校区"]),
    "a workshop named by a verb": ("烧结车间学先进、算细账，9月份节约熔剂1450吨。", ["烧结车间"]),
    "one of several by its number": (
        "炼铁厂3号高炉大修后顺行，日均产铁3120吨。运维一值处理缺陷214条。",
        ["炼铁厂3号高炉", "运维一值"],
    ),
    "no facility behind a preposition": ("县总工会派出36人，从大坳水库调水1260万立方米。", ["县总工会", "县总工会"]),
    "each of several bodies": (
        "各乡镇妇联办班103期。各街道红十字会自办培训77期。各类学校124所。",
        ["各乡镇妇联", "各街道红十字会", "县总工会"],
    ),
    "bodies of all levels": ("全市各级科协开展活动142项。各级工商联走访企业30家。", ["全市各级科协", "各级工商联"]),
    "a centre of a body meant": ("该会法律援助律师团受理案件689件。", ["该会法律援助律师团"]),
    "inside a house": ("所里获课题30项，院里腾出床位20张。", ["所里", "院里"]),
    "no facility that another's figure stands behind": (
        "东山灌区通过验收，企业等待时间减少四成。",
        ["县总工会"],
    ),
    "a part of a line": ("地铁4号线北段建成，走访职工86人。", ["县总工会"]),
    "a shift of a workshop": (
        "聚合车间丁班优等品率99.6%，高出车间平均水平0.3个百分点。",
        ["聚合车间丁班", "聚合车间丁班"],
    ),
    "figures in words": ("织布车间六百四十台布机投产。", ["织布车间"]),
    "units without a name of many": ("各参建单位也掏出11.8万元。", ["各参建单位"]),
    "bodies of discipline": ("全县纪检监察机关受理举报312件。", ["全县纪检监察机关"]),
    "what two build together": ("机电学院与甲公司共建基地，选派教师32名。", ["机电学院"]),
    "what one holds": ("数字不小：县文联主办展演57场。", ["县文联"]),
    "who makes up a team": ("由甲医院和乙医院组成的医疗队接诊412人次。", ["医疗队"]),
    "one of the parts told": ("接待游客18万人次，当中商学院接待7200人次。", ["县总工会", "商学院"]),
    "an office of one word": ("车管所办理业务11.4万笔。", ["车管所"]),
    "no place of a zone in a ranking": ("开发区完成投资94亿元，总量居全市开发区第2位。", ["开发区", "开发区"]),
    "what is said short of a quoted name": ("“巾帼茶坊”开张。茶坊吸纳妇女67名。", ["茶坊"]),
    "on the day of a race": ("比赛当天全县接待游客9.8万人次。", ["全县"]),
    "whom a feature shows": ("这位女焊工先后焊接管口1.6万道，带出徒弟37人。", [None, None]),
    "an exhibition": ("展会共有参展厂商612家。", ["展会"]),
    "a zone of the economy": ("经济开发区完成工业投资8.6亿元。", ["经济开发区"]),
    "the size of a reserve": ("保护区总面积3.2万公顷。", ["保护区"]),
    "departments of a kind": ("消防部门检查单位320家。", ["消防部门"]),
    "no departments of those in charge": ("责任部门答复时限为20天。", ["县总工会"]),
    "teachers of a grade": ("六年级组上公开课5节；高三年级组织晚自习60场。", ["六年级组", "高三年级"]),
    "a bench with its number": ("民事一庭结案917件。", ["民事一庭"]),
    "where a branch lies": ("设在服装厂宿舍楼里的晶华分馆，面积不过90平方米。", ["晶华分馆"]),
    "the farthest of several": ("最远的牛角村通车16公里。", ["牛角村"]),
    "what a hospital leads": ("县医院牵头的医共体覆盖17个乡镇。", ["医共体"]),
    "branches that a hospital's union of clinics has": ("县医院牵头的医共体有分院12家。", ["县医院"]),
    "a unit of those named": ("县医院有床位600张，其康复中心接诊86人次。", ["县医院", "康复中心"]),
    "a unit behind its time": ("上学年食堂结余4.2万元。", ["食堂"]),
    "the union of a union's report": ("工会筹集互助金86万元。", ["县总工会"]),
    "who speaks of himself": ("本人主持课题2项。", [None]),
    "zones by their whole names": (
        "双江平原经济区产值达到4万亿元，南岭经济区产值突破1万亿元。",
        ["双江平原经济区", "南岭经济区"],
    ),
    "a zone told of before its figure": ("青白城市群建设走深走实，经济总量超9万亿元。", ["青白城市群"]),
    "a basin and a river": ("白鹤江流域优质水比例达90%。清水江优质水比例达80%。", ["白鹤江流域", "清水江"]),
    "a hall beside another": ("博物馆开放312天；图书馆到馆读者264人次。", ["博物馆", "图书馆"]),
    "a line": ("白鹭大通道提质增效，辐射75个城市。", ["白鹭大通道"]),
    "a line by its name": ("白鹭机场吞吐量500人次，“轻舟”班轮开通13条航线。", ["白鹭机场", "“轻舟”班轮"]),
    "what a board resolves": ("董事会通过分配预案，派发红利1.5亿元。", ["县总工会"]),
}


@pytest.mark.parametrize("name", CASES)
def test_subjects(name: str) -> None:
    body, expected = CASES[name]
    text = f"临溪县总工会2023年工作总结\n\n　　县总工会扎实工作。\n　　组织建设有力。{body}"
    facts = unionie.extract(text, published="2024-02-01").facts
    assert [fact.subject and fact.subject.replace("临溪", "") for fact in facts] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青溪湖景区接待游客6.3万人次；新增就业3600人。", ["青溪湖景区", "临溪县"]),
        ("河口村老屋组46户搬下山。", ["河口村老屋组"]),
        ("石门村入选最美乡村，城镇化率达到60%。", ["临溪县"]),
        ("中心城区住房市场回稳，工业投资增长3%，零售总额增长2%。", ["临溪县", "临溪县"]),
        ("白鹭大学更名，毛入学率达到60%。", ["临溪县"]),
        ("河口镇产业兴旺，工业投资增长3%。", ["临溪县"]),
        ("粮食增产；县红十字会募集款物318万元，其中物资97万元。", ["县红十字会", "县红十字会"]),
    ],
)
def test_in_the_report_of_a_government(text: str, expected: list[str]) -> None:
    facts = unionie.extract(f"临溪县政府工作报告\n\n　　{text}", published="2024-02-01").facts
    assert [fact.subject for fact in facts] == expected


def test_the_union_of_whoever_reports() -> None:
    text = "青鹭纺织有限公司2023年工作总结\n\n　　公司实现营收3.2亿元。青鹭厂工会办了食堂。工会筹集互助金86万元。"
    facts = unionie.extract(text, published="2024-02-01").facts
    assert [(fact.subject, fact.subject_full) for fact in facts[1:]] == [("工会", "青鹭厂工会")]
