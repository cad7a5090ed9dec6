"""Files in, tables and files out.

Enters: paths, or Extractions. ``read`` gives Reports; ``rows``, ``arrow`` and ``frames`` give tables; ``write``
chooses a module of ``formats``, each of which writes one format. Nothing here knows how extraction works.
"""
