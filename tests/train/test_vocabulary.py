"""Which n-grams a model knows: frequent ones by themselves, rare words of lexicons by their classes."""

from __future__ import annotations

import numpy as np

from unionie.tag.learned.features import read_features
from unionie.train.vocabulary import build_lexicon


def test_rare_words_of_the_same_classes_share_a_row() -> None:
    texts = ["清溪县很好。" * 5, "人们说话。"]
    classes = {"place": ["清溪县", "柘溪县", "岚溪县"], "name": ["冀爱国"], "none": ["话"]}
    lexicon = build_lexicon(texts, classes, least_char=1, least_pair=5, least_word=5, bits=8)
    rows = {
        word: int(read_features(word, lexicon.vocabulary)[0, 3]) for word in ("清溪县", "柘溪县", "岚溪县", "冀爱国")
    }
    assert rows["柘溪县"] == rows["岚溪县"] != rows["清溪县"]
    assert len({*rows.values(), 0}) == 4
    said = {word: lexicon.patterns[lexicon.pattern_of[row]].tolist() for word, row in rows.items()}
    assert said["柘溪县"] == said["清溪县"] != said["冀爱国"]
    assert np.flatnonzero(said["冀爱国"]).tolist() == [4]  # of three characters, the second class
    assert not lexicon.patterns[lexicon.pattern_of[0]].any()
