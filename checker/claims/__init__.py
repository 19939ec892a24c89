"""Prose to numbers and claims."""
