import re

import pytest

from unionie.clean.blocks import has_cue, own_kind
from unionie.rules import load_table


@pytest.mark.parametrize("row", load_table("layout_cues"), ids=lambda row: row["id"])
def test_every_cue_finds_its_example_and_leaves_its_counterexample(row):
    pattern = re.compile(row["pattern"])
    assert pattern.search(row["match"])
    assert not pattern.search(row["reject"])
    assert has_cue(row["kind"], row["match"])


@pytest.mark.parametrize(
    "line",
    [
        "【广告】年货大集开市，全场八折！",
        "丰溪县中医院院长携全体医务人员热烈祝贺“两会”胜利召开！",
        "热烈祝贺全县两会隆重召开！",
        "（下转第3版）",
        "（相关报道见3版）",
        "— 12 —",
        "第3页 共10页",
        "打印本页",
        "【字体：",
        "当前位置：首页 > 政务公开 > 工作报告",
        "京ICP备05000000号",
        "浏览次数：35",
    ],
)
def test_furniture_shows_itself(line):
    assert own_kind(line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "全市工会共有会员5.6万人。",
        "一、2018年工作回顾",
        "大会",
        "12家",
        "发放慰问金28.6万元",
        "记者从市总工会获悉，全年新建工会36家。",
    ],
)
def test_text_shows_nothing(line):
    assert own_kind(line) is None


def test_a_line_of_source_and_date_is_a_dateline_whatever_else_stands_in_it():
    assert own_kind("来源：某县统计局　发布时间：2020-04-16　字体：大 中 小") == "dateline"
    assert own_kind("某某日报　2019年1月22日　星期二　A3") == "dateline"
    assert own_kind("2019年1月22日召开全会") is None
