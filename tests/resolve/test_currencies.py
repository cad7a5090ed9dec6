import pytest

from unionie import extract


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("臺灣嵐港市政府勞工局報告\n追回工資新臺幣682萬元，其中資遣費214萬5千元。", ["TWD", "TWD"]),
        ("嵐港市政府勞動局113年度工作報告\n裁處413件，罰鍰1,986萬元，追回薪資883萬元。", [None, "TWD", "TWD"]),
        ("香港嵐灣社會服務會年報\n本年度總收入港幣2,364萬元，政府津貼1,180萬元。", ["HKD", "HKD"]),
        ("香港嵐灣集團年報\n來自內地的收入為人民幣1,830萬元，本地的收入為620萬元。", ["CNY", "HKD"]),
        ("澳門嵐灣互助社報告\n募得助學金21萬8千元，另有捐款三十萬港元。", ["MOP", "HKD"]),
        ("福建省岚港市总工会工作总结\n旅港乡亲捐款100万港元，市财政投入260万元。", ["HKD", "CNY"]),
        ("岚港市总工会工作总结\n全年收入２５６１万元，台商捐赠新台币300万元。", ["CNY", "TWD"]),
        ("财政部今天在香港发行人民币国债\n发行规模125亿元。岚港市今年收入2亿元。", ["CNY", "CNY"]),
        ("臺灣嵐港縣政府報告\n每平方公尺造價3萬元。", ["TWD"]),
    ],
)
def test_plain_yuan_is_of_the_place_that_reports(text, codes):
    assert [fact.unit_code for fact in extract(text).facts] == codes
