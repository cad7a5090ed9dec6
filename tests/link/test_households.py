import pytest

import unionie


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("李建国、王小军家庭获评“全国最美家庭”。", [("李建国、王小军家庭", "team")]),
        ("授予李建国家庭、王小军家庭“省五好家庭”称号。", [("李建国家庭", "team"), ("王小军家庭", "team")]),
        ("李建国等3户家庭被评为“市最美家庭”。", [("李建国", "team")]),
        ("李建国户被评为“五好家庭”。", [("李建国户", "team")]),
        ("李建国一家后来还被全国妇联表彰为“全国最美家庭”。", [("李建国一家", "team")]),
    ],
)
def test_a_household_is_one_team(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(award.recipient, award.recipient_type) for award in unionie.extract(text).awards] == expected
