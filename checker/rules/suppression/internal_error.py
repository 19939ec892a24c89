"""A rule failed on the article, so what it looks for was not checked."""

from __future__ import annotations

severity = "error"
fixable = None
