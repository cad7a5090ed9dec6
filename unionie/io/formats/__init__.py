"""Writers, one file a format, each with ``write(extractions, target)``.

Enters: Extractions and a path or text stream. Leaves: the written target. ``write`` of the package above chooses.
"""
