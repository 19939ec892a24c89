"""Rules of the family `identifier`."""
