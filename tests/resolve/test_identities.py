"""One organization, one record: short forms, defined words, the report's own body."""

from __future__ import annotations

import pytest

from marked import read_marked
from unionie.resolve.names.forms import full_name, name_key, read_region, type_of
from unionie.resolve.names.identities import Directory, build_directory, record_id
from unionie.resolve.organizations import resolve_organizations

REPORT = (
    "<title>清溪区总工会2018年工作回眸¶{O 清溪区总工会}（以下简称区总）与{O 区人社局}办赛，"
    "{O 区总工会}和{O 区总}联合{O 市总工会}慰问{O 区供电公司}{O 区供电公司变电班}。"
)


def directory(source: str = REPORT, region: str | None = "江西省上洲市清溪区") -> Directory:
    marked = read_marked(source)
    return build_directory(marked.clean, marked.mentions, region)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("区总", "清溪区总工会"),
        ("区总工会", "清溪区总工会"),
        ("清溪区总工会", "清溪区总工会"),
        ("上洲市清溪区总工会", "清溪区总工会"),
        ("江西省上洲市清溪区总工会", "清溪区总工会"),
        ("市总工会", "上洲市总工会"),
        ("省总工会", "江西省总工会"),
        ("区人社局", "清溪区人力资源和社会保障局"),
        ("区法院", "清溪区人民法院"),
        ("区中医院", "清溪区中医院"),
        ("区医院", "清溪区人民医院"),
        ("市场监管局", "市场监督管理局"),
        ("丰益纺织有限公司", "丰益纺织有限公司"),
        ("县总工会", "县总工会"),
    ],
)
def test_name_key(name: str, key: str) -> None:
    assert name_key(name, read_region("江西省上洲市清溪区")) == key


@pytest.mark.parametrize(
    ("region", "name", "expected"),
    [
        ("江西省上饶市广丰区", "区总工会", "上饶市广丰区总工会"),
        ("江西省上饶市广丰区", "市总工会", "上饶市总工会"),
        ("江西省上饶市广丰区", "省总工会", "江西省总工会"),
        ("湖北省襄江市岚溪县", "县人民医院", "岚溪县人民医院"),
        ("浙江省金华市义乌市", "市总工会", "金华市总工会"),
        ("上海市闵行区", "区总工会", "上海市闵行区总工会"),
        ("重庆市", "市总工会", "重庆市总工会"),
        ("栖梧区", "区法院", "栖梧区人民法院"),
        (None, "区总工会", None),
        ("江苏省", "江苏总工会", "江苏省总工会"),
        ("江苏省", "省政协", "江苏省政协"),
        ("江苏省", "北京大学", "北京大学"),
        ("上海市", "上海合作组织", "上海合作组织"),
        ("上海市", "上海铁路局", "上海铁路局"),
        ("安徽省", "安徽日报", "安徽日报"),
        ("北京市", "北京银行", "北京银行"),
        ("宁夏回族自治区", "自治区政府", "宁夏回族自治区人民政府"),
        (None, "中国共产党", "中国共产党"),
        ("四川省宜宾市叙岭县青溪镇", "镇党委", "青溪镇党委"),
        ("四川省宜宾市叙岭县青溪镇", "镇政府", "青溪镇人民政府"),
        ("四川省宜宾市叙岭县青溪乡", "乡文化站", "青溪乡文化站"),
        ("四川省宜宾市叙岭县青溪乡", "镇党委", "镇党委"),
        ("四川省宜宾市叙岭县青溪镇", "镇江日报", "镇江日报"),
        ("上海市浦江区梧溪街道", "街道办事处", "梧溪街道办事处"),
        ("江苏省青石市", "市总女工委", "青石市总工会女职工委员会"),
        ("江苏省青石县", "县关工委", "青石县关心下一代工作委员会"),
        ("江苏省青石县", "县文明办", "青石县精神文明建设指导委员会办公室"),
        ("江苏省青石县", "县直机关工委", "县直机关工委"),
        ("江苏省青石县", "北关供销社", "北关供销社"),
    ],
)
def test_full_name(region: str | None, name: str, expected: str | None) -> None:
    assert full_name(name, read_region(region)) == expected


def test_forms_of_one_organization_meet() -> None:
    marked = read_marked(REPORT)
    records = resolve_organizations(directory(), marked.clean)
    union = next(record for record in records if record.name == "清溪区总工会")
    assert union.full_name == "上洲市清溪区总工会"
    assert union.type == "union"
    assert set(union.aliases) == {"区总工会", "区总"}
    assert [span.text for span in union.mentions] == ["清溪区总工会", "区总工会", "区总"]
    assert next(record for record in records if record.name == "区供电公司变电班").parent == "区供电公司"
    assert len({record.id for record in records}) == len(records) == 5


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("清溪县司法局青石司法所", "清溪县司法局"),
        ("云州矿业集团动力分厂甲班", "云州矿业集团动力分厂"),
        ("清溪县总工会职工服务中心", "清溪县总工会"),
        ("云州采矿二工区爆破班", None),
        ("云州集团工会委员会", "云州集团"),
        ("清溪县市场监督管理局", None),
        ("云州集团有限公司", None),
    ],
)
def test_parent(name: str, parent: str | None) -> None:
    marked = read_marked(f"<title>2018年工作总结¶昨天，{{O {name}}}增收两成。")
    known = build_directory(marked.clean, marked.mentions, None)
    (record,) = resolve_organizations(known, marked.clean)
    assert record.parent == parent


def test_body_and_words_for_it() -> None:
    known = directory()
    assert known.body is not None
    assert known.body.name == "清溪区总工会"
    assert known.canonical("本会") == "清溪区总工会"
    assert known.canonical("区总") == "清溪区总工会"
    assert known.canonical("某公司") is None
    assert known.canonical("全校") is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("全区", "清溪区"),
        ("我市", "上洲市"),
        ("全省", "江西省"),
        ("区总工会", "上洲市清溪区总工会"),
        ("我会", "上洲市清溪区总工会"),
        ("市总工会", "上洲市总工会"),
        ("全国", None),
        ("项目", None),
    ],
)
def test_full_name_of_subjects(words: str, expected: str | None) -> None:
    assert directory().full_name(words) == expected


def test_body_without_a_mention() -> None:
    known = directory("<title>梧桐里街道2015年工作总结¶街道获评先进。", None)
    assert known.body is not None
    assert known.body.name == "梧桐里街道"


def test_a_word_for_a_house_of_another_kind_is_not_the_reporter() -> None:
    here = directory("<title>清溪区残疾人联合会工作总结¶{O 区残联}助学，{O 区特殊教育学校}招生，该校获奖。")
    assert here.full_name("该校") is None
    assert here.full_name("本会") == "上洲市清溪区残疾人联合会"


def test_company_with_and_without_legal_form() -> None:
    known = directory("{O 港湾联合能源}年度报告¶{O 港湾联合能源有限公司}（下称「本集团」）收入增加。", None)
    assert known.canonical("港湾联合能源") == "港湾联合能源有限公司"
    assert known.canonical("本集团") == "港湾联合能源有限公司"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("区总工会", "union"),
        ("市总", "union"),
        ("区人民法院", "court"),
        ("县人民医院", "hospital"),
        ("第一小学", "school"),
        ("市委", "party"),
        ("丰益纺织有限公司", "company"),
        ("区财政局", "government"),
        ("上洲日报", "media"),
        ("省卫生健康委员会", "government"),
        ("摄影家协会", "other"),
    ],
)
def test_type(name: str, kind: str) -> None:
    assert type_of(name) == kind


def test_ids_depend_on_content_only() -> None:
    assert record_id("org", "甲", None) == record_id("org", "甲", None) != record_id("org", "甲", "乙")
    assert record_id("org", "\ud800").startswith("org-")
