import pytest

import unionie


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017年，林晓获市运会第一名；2019年省锦标赛，夺得金牌。", [2017, 2019]),
        ("2017年，市公安局获先进集体；2019年全省评比，获优秀单位。", [2017, 2019]),
        (
            "市公安局获全国文明单位称号，这是该局自2009年创建以来首次获此殊荣；市水利局获省文明单位称号。\n2021年3月1日",
            [2021, 2021],
        ),
        ("林晓2005年代表公司参赛，获省焊工大赛第二名。", [2005]),
    ],
)
def test_the_last_year_said_of_a_finished_act_dates_an_honour(text: str, expected: list[int]) -> None:
    assert [award.year for award in unionie.extract(text).awards] == expected
