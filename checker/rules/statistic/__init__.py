"""Rules of the family `statistic`."""
