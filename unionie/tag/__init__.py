"""Clean text → mentions: organizations, people, places, honours, works, posts, events.

Enters: ``CleanText``. Leaves: ``Mention`` lists of ``entities.find_entities``. Next: ``link``.
"""
