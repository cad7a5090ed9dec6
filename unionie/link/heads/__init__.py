"""Heads of clauses: bodies, places, works and people that may own the figures of their words."""
