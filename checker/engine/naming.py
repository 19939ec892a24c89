"""What diagnostics are called: where their rule's page is, and what names them across edits."""

from __future__ import annotations

from checker.seal import blake2b

DOCS = "https://checker.example/rules/"
"""Where the pages of the rules are published, by name; `checker explain` prints the same pages."""


def digest(*parts: str) -> str:
    """A short name for a row of texts."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
