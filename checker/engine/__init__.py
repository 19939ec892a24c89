"""Articles in, verdicts out. Pure: no disk, clock, environment or global state."""
