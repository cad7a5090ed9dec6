"""What people look at: the evidence page and the notebook display.

Enters: Extractions. Leaves: HTML. blocks → payload → page (with the files in ``assets``); ``notebook`` stands alone.
"""
