"""Linking and resolution never raise, whatever the text and its mentions are, and stay quick on one long line."""

from __future__ import annotations

import time
from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from unionie.clean.types import Block, CleanText
from unionie.frames import Mention, Sentence
from unionie.link.awards import link_awards
from unionie.link.people import link_people
from unionie.resolve.honours import resolve_awards
from unionie.resolve.metadata import resolve_metadata
from unionie.resolve.names.identities import build_directory
from unionie.resolve.organizations import resolve_organizations
from unionie.resolve.persons import employ, resolve_people
from unionie.resolve.region import resolve_region

PIECES = st.sampled_from(
    (
        "获 荣获 授予 被 将 给 在 命名 为 评为 记 分别 、 和 ， 。 ； ： “ ” （ ） ¶ ◎ 等 4个集体 12名 称号 的 "
        "获得者 一等奖 三等功 第一名 区总工会 清溪区 上洲市 全国 省 市 局 长 主席 院长 记者 张三 李　四 "
        "本院 我市 2018年 公司 以下简称 区总 "
        "\t \ud800 \x00 😀 A 第 班 科"
    ).split(" ")
)
LABELS = st.sampled_from(["ORG", "PERSON", "AWARD", "WORK", "LOC", "TITLE", "EVENT"])


def resolve_all(text: str, mentions: list[Mention]) -> None:
    """Run everything over one line of text."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n")):
        blocks.append(Block("title" if number == 0 else "paragraph", start, start + len(line)))
        start += len(line) + 1
    clean = CleanText(text, text, text, array("I", range(len(text))), tuple(blocks))
    sentences = [Sentence(block.start, block.end, number) for number, block in enumerate(blocks)]
    frames = link_awards(clean, sentences, mentions, [])
    people = link_people(clean, mentions, frames)
    directory = build_directory(clean, mentions, resolve_region(clean, mentions))
    resolve_organizations(directory, clean)
    resolve_metadata(clean, mentions, people)
    records = resolve_people(people, clean, directory)
    employ(records, resolve_awards(frames, clean, records, directory))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(PIECES, st.none() | LABELS), max_size=40))
def test_any_text(pieces: list[tuple[str, str | None]]) -> None:
    text, mentions = "", []
    for piece, label in pieces:
        words = piece.replace("¶", "\n")
        if label and words != "\n":
            mentions.append(Mention(len(text), len(text) + len(words), label, "hand", {}))
        text += words
    resolve_all(text, mentions)


def test_time_grows_with_the_length_of_a_line() -> None:
    names = [("区供电公司", "ORG"), ("的", None), ("张三丰", "PERSON")]
    unit = [*names, ("获", None), ("全国先进奖", "AWARD"), ("称号", None)]

    def seconds(count: int) -> float:
        text, mentions = "", []
        for words, label in unit * count:
            if label:
                mentions.append(Mention(len(text), len(text) + len(words), label, "hand", {}))
            text += words
        start = time.process_time()
        resolve_all(text, mentions)
        return time.process_time() - start

    seconds(30)  # tables are read
    assert seconds(2000) < 25 * min(seconds(200) for _ in range(3))  # ten times the text


def test_text_without_names() -> None:
    start = time.process_time()
    resolve_all("获" * 200_000, [])
    resolve_all("全国“一”称号" * 20_000, [])
    assert time.process_time() - start < 4
