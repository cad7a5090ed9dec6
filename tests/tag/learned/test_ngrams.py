"""Known n-grams are found where they begin; unknown ones are not."""

from __future__ import annotations

import numpy as np

from unionie.tag.learned.features import WORD_SHAPES, Vocabulary, fold_table, read_features
from unionie.tag.learned.ngrams import LENGTHS, build_table, find_ngrams, hash_ngrams, list_shares, read_table


def codes(text):
    return fold_table()[np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)]


def make_vocabulary(words):
    hashes = np.array([hash_ngrams(codes(word))[len(word) - 2][0] for word in words], dtype=np.uint64)
    table, rows = build_table(hashes, np.zeros(len(words), dtype=np.uint16), 8)
    chars = np.full(2**16, 1, dtype=np.uint16)
    chars[ord("清")] = 3
    return Vocabulary(chars, table), dict(zip(words, rows.tolist(), strict=True))


def test_an_ngram_is_found_at_every_place_where_it_begins():
    vocabulary, rows = make_vocabulary(["清溪", "清溪区", "总工会"])
    found = find_ngrams(vocabulary.ngrams, codes("清溪区总工会，清溪"))
    assert found[0].tolist() == [rows["清溪"], 0, 0, 0, 0, 0, 0, rows["清溪"], 0]
    assert found[1].tolist() == [rows["清溪区"], 0, 0, rows["总工会"], 0, 0, 0, 0, 0]
    assert not found[2:].any()


def test_texts_shorter_than_an_ngram_are_read():
    vocabulary, _ = make_vocabulary(["清溪"])
    for text in ("", "清", "清溪"):
        assert read_features(text, vocabulary).shape == (len(text), 11)


def test_a_full_set_keeps_what_came_first():
    words = [f"{chr(0x4E00 + number)}会" for number in range(300)]
    hashes = np.array([hash_ngrams(codes(word))[0][0] for word in words], dtype=np.uint64)
    table, rows = build_table(hashes, np.zeros(len(words), dtype=np.uint16), 7)
    assert rows.max() == table.rows.max() <= 2**7
    placed = rows > 0
    assert 40 < placed.sum() < 128
    assert placed[:20].all()
    assert len(set(rows[placed].tolist())) == placed.sum()


def test_rare_ngrams_share_a_row_and_come_back_from_what_is_stored():
    words = ["清溪", "总工会", "柘溪", "岚溪县"]
    hashes = np.array([hash_ngrams(codes(word))[len(word) - 2][0] for word in words], dtype=np.uint64)
    table, rows = build_table(hashes, np.array([0, 2, 2, 1], dtype=np.uint16), 8)
    assert rows.tolist() == [3, 2, 2, 1]
    again = read_table(table.slots, list_shares(table))
    assert (again.rows == table.rows).all()
    assert again.shared == 3
    assert find_ngrams(again, codes("柘溪总工会"))[:2, [0, 2]].tolist() == [[2, 0], [0, 2]]


def test_features_tell_the_ngrams_on_both_sides_the_word_and_its_tag():
    vocabulary, rows = make_vocabulary(["总工会", "工会"])
    features = read_features("区总工会", vocabulary)
    char, pair_on, pair_off, on3, off3 = (features[:, column] for column in (0, 1, 2, 3, 6))
    assert char.tolist() == [1, 1, 1, 1]
    assert pair_on.tolist() == [0, 0, rows["工会"], 0]
    assert pair_off.tolist() == [0, 0, 0, rows["工会"]]
    assert on3.tolist() == [0, rows["总工会"], 0, 0]
    assert off3.tolist() == [0, 0, 0, rows["总工会"]]
    shape = features[:, 9]
    assert (shape % 4).tolist() == [0, 1, 2, 3]  # 区 alone; first, inside, last of 总工会
    assert shape.max() < WORD_SHAPES
    assert features[:, 10].tolist() == [0, *[rows["总工会"]] * 3]


def test_digits_and_letters_are_one_ngram_whatever_they_are():
    vocabulary, rows = make_vocabulary(["00", "ab"])
    found = find_ngrams(vocabulary.ngrams, codes("17Ab"))
    assert found[0].tolist() == [rows["00"], 0, rows["ab"], 0]


def test_any_string_has_features():
    vocabulary, _ = make_vocabulary(["清溪"])
    for text in ("\ud800清溪", "𠮷野\U0001f600", "\x00\n\t"):
        assert len(read_features(text, vocabulary)) == len(text)


def test_every_length_has_a_row():
    assert len(find_ngrams(make_vocabulary(["清溪"])[0].ngrams, codes("清溪"))) == len(LENGTHS)
