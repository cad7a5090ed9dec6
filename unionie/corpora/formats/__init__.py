"""The formats of annotation tools, a module each.

Enters: Sheets, or a path that a tool wrote. Leaves: files, or Sheets again. Next: ``exchange`` chooses by name.

Every module has ``write(sheets, target)``, ``find_items(path)`` (where each report stands, and its raw form) and
``parse(raw)`` (its Sheet; InputError where it is broken or another tool's).
"""
