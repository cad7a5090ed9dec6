"""The values stage."""
