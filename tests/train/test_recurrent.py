"""The LSTM each way reads rows of any length as if each stood alone."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="the extra [train] is not installed")


def test_a_row_is_read_alike_alone_and_beside_longer_ones() -> None:
    from unionie.train.recurrent import TwoWayLstm

    torch.manual_seed(0)
    layer = TwoWayLstm(5, 7).eval()
    inputs = torch.randn(6, 3, 5)
    together = layer(inputs, [3, 3, 2, 2, 1, 1])
    for row, length in enumerate((6, 4, 2)):
        alone = layer(inputs[:length, row : row + 1], [1] * length)
        assert torch.allclose(together[:length, row], alone[:, 0], atol=1e-5)


def test_its_weights_are_those_of_torch() -> None:
    from unionie.train.recurrent import TwoWayLstm

    torch.manual_seed(0)
    layer, plain = TwoWayLstm(5, 7).eval(), torch.nn.LSTM(5, 7, bidirectional=True)
    with torch.no_grad():
        for way, suffix in enumerate(("", "_reverse")):
            getattr(plain, f"weight_ih_l0{suffix}").copy_(layer.enter.weight.chunk(2)[way])
            getattr(plain, f"weight_hh_l0{suffix}").copy_(layer.weights[way])
            getattr(plain, f"bias_ih_l0{suffix}").copy_(layer.enter.bias.chunk(2)[way])
            getattr(plain, f"bias_hh_l0{suffix}").zero_()
    inputs = torch.randn(4, 2, 5)
    assert torch.allclose(layer(inputs, [2] * 4), plain(inputs)[0], atol=1e-5)
