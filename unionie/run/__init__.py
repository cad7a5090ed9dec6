"""Many reports at once.

Enters: iterables of str or Report. ``worker`` makes one Extraction of one item, whatever happens; ``local`` feeds it,
in this process or through ``processes`` in several; ``progress`` draws a bar. Leaves: Extractions, in order.
"""
