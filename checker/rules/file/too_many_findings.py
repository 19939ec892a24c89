"""The article has more findings than are listed for one article."""

from __future__ import annotations

severity = "error"
fixable = None
