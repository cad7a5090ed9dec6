"""Ctrl-C waits until compiled modules are loaded."""

import signal
import threading

import pytest

from unionie.run.interrupts import hold_interrupts


def test_an_interrupt_waits_for_the_end_of_the_block():
    done = []
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):  # noqa: SIM117, PT012  the second ends within the first
            with hold_interrupts():
                signal.raise_signal(signal.SIGINT)
                done.append("the rest")
        assert done == ["the rest"]
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


def test_nothing_changes_in_another_thread():
    before = signal.getsignal(signal.SIGINT)
    seen = []

    def work():
        with hold_interrupts():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [before]
