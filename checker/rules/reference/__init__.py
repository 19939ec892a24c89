"""Rules of the family `reference`."""
