"""Rules of the family `corpus`."""
