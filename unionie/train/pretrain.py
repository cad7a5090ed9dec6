"""Pretraining: words hidden in plain text, and the net asked what stood there.

Enters: batches of plain text. Leaves: the same with some words hidden, and the loss of what is guessed.
Next: ``stages``.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from unionie.tag.learned.features import COLUMNS, WORD_SHAPES
from unionie.tag.learned.ngrams import LENGTHS

__all__ = ["Guesser", "hide_words"]

_HIDDEN_CHAR = 1  # the id of rare ideographs
_ON, _OFF = (1, 3, 4, 5), (2, 6, 7, 8)
_SHAPE, _WORD = COLUMNS.index("shape"), COLUMNS.index("word")


def hide_words(ids: Tensor, inside: Tensor, share: float) -> tuple[Tensor, Tensor]:
    """Return ids with a share of the words hidden, and where (time × rows).

    With a word go the n-grams that touch it, so that nothing tells what it was. ``inside``: not padding.
    """
    opens = (ids[..., _SHAPE] % 4 <= 1) & inside
    number = torch.cumsum(opens.long(), dim=0)
    chosen = torch.rand(len(ids) + 1, ids.shape[1], device=ids.device) < share
    hidden = chosen.gather(0, number) & inside
    ids = ids.clone()
    ahead, behind = hidden.clone(), hidden.clone()  # hidden here, or in the n-gram that begins, or ends, here
    for place, length in enumerate(LENGTHS):
        if len(ids) >= length:
            ahead[: 1 - length] |= hidden[length - 1 :]
            behind[length - 1 :] |= hidden[: 1 - length]
        ids[..., _ON[place]].masked_fill_(ahead, 0)
        ids[..., _OFF[place]].masked_fill_(behind, 0)
    ids[..., 0].masked_fill_(hidden, _HIDDEN_CHAR)
    ids[..., _WORD].masked_fill_(hidden, 0)
    ids[..., _SHAPE].masked_fill_(hidden, 0)
    return ids, hidden


class Guesser(nn.Module):
    """What stood at a hidden place: the character, and the word's tag and place in it."""

    def __init__(self, width: int, chars: int, char_width: int) -> None:
        super().__init__()
        self.turn = nn.Linear(width, char_width)
        self.char_bias = nn.Parameter(torch.zeros(chars))
        self.shape = nn.Linear(width, WORD_SHAPES)

    def forward(self, encoded: Tensor, table: Tensor, chars: Tensor, shapes: Tensor) -> Tensor:
        """Return the mean cross-entropy at hidden places; ``table`` holds the embeddings of characters."""
        guessed = torch.relu(self.turn(encoded)) @ table.t() + self.char_bias
        loss = nn.functional.cross_entropy(guessed, chars)
        return loss + 0.5 * nn.functional.cross_entropy(self.shape(encoded), shapes)
