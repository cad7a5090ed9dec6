"""The io stage."""
