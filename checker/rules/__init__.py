"""The rules: one module a rule, its page beside it; discovered by folder, never listed."""
