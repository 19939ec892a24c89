"""Facts against the snapshot of registry records."""
