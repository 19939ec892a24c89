"""Which language's edition of a site a file belongs to, as its path tells."""

from __future__ import annotations

from checker.pattern import pattern

CODE = pattern(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")


def edition(path: str) -> str:
    """The language code that a path holds as a folder (`articles/de/x.md`) or before the suffix (`x.de.md`), else "".

    An edition and its original share slugs, and often titles, rightly.
    """
    *folders, name = path.split("/")
    inner = name.split(".")[1:-1]
    return next((part for part in (*inner[-1:], *reversed(folders)) if CODE.fullmatch(part)), "")
