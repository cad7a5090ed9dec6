"""Mentions to frames: who, what, how much, inside a sentence, a list or a table.

Enters: the sentences of a Doc with their quantities, times and mentions. Leaves: frames. Next: ``resolve``.

    component    the spaCy component, which asks these four in order:
    facts        what each value measures                subjects     whose figure it is
    awards       who receives which honour               people       who holds which post, and where

Each of them asks the packages below it; a lower one never imports a higher one:

    persons      bylines, crews, seats: where people stand
    rolls        honours laid out: lists, tables, outlines
    honours      honours in running text, and what rolls share with it
    heads        heads of clauses: who or what may own a figure
    posts        words of posts, and what stands beside a name
    figures      the words around a value
"""
