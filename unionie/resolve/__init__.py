"""Frames to records, across the whole report.

Enters: the frames of all sentences. Leaves: an Extraction. Next: ``io`` writes it, ``view`` shows it.

    component    the spaCy component, which asks the others in order
    metadata     title, authors, day, and publisher      region       where the report is from: places/
    body         whose report it is: bodies/             periods      when a figure holds: times/
    organizations, persons    one record for one thing: names/
    facts        dated, named, repeats merged            honours      levels, years, repeats merged
    audit/       what the figures say of each other      confidence   how sure a record is
"""
