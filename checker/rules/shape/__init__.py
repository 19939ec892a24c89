"""Rules of the family `shape`."""
