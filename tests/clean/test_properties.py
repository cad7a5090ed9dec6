from hypothesis import given, settings
from hypothesis import strategies as st

from unionie.clean import clean_text
from unionie.segment.sentences import split_sentences

LAYOUT = st.text(
    alphabet="0123456789 ,.:;()|　\n\r\t\x00\u200b\ufeff\ud800一二三年月元家名，。、“”（）《》…—？！☺aＡ１記張工会"
)


def check(source: str) -> None:
    clean = clean_text(source)
    assert len(clean.text) == len(clean.surface) == len(clean.offsets)
    assert all(first < second for first, second in zip(clean.offsets, clean.offsets[1:], strict=False))
    for place, offset in enumerate(clean.offsets):
        if clean.text[place] not in "\n\t\u3000 ":
            assert clean.surface[place] == source[offset]
    assert "\n".join(clean.text[block.start : block.end] for block in clean.blocks) == clean.text
    sentences = split_sentences(clean)
    assert "".join(clean.text[sent.start : sent.end] for sent in sentences) == clean.text.replace("\n", "")
    for sent in sentences:
        span = clean.span(sent.start, sent.end)
        assert source[span.start : span.end] == span.text


@given(st.text())
def test_arbitrary_text_is_cleaned_with_an_exact_map(source):
    check(source)


@settings(max_examples=300)
@given(LAYOUT)
def test_layout_characters_are_cleaned_with_an_exact_map(source):
    check(source)
