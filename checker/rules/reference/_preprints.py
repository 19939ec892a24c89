"""Preprint servers: the DOIs that they give out, their addresses, and their names."""

from __future__ import annotations

import re
from functools import cache

from checker.pattern import pattern

DOIS = (
    r"10\.1101/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8}",  # bioRxiv and medRxiv; the laboratory's journals have letters
    r"10\.64898/",  # the same two since December 2025
    r"10\.21203/rs\.",  # Research Square
    r"10\.2139/ssrn",
    r"10\.26434/chemrxiv",
    r"10\.48550/arxiv",
    r"10\.20944/preprints",
    r"10\.(?:31219|31222|31234|31235|31236)/osf\.io",
    r"10\.22541/au\.",  # Authorea
    r"10\.36227/techrxiv",
    r"10\.2196/preprints",
)

HOSTS = (
    "biorxiv.org",
    "medrxiv.org",
    "arxiv.org",
    "chemrxiv.org",
    "psyarxiv.com",
    "researchsquare.com",
    "ssrn.com",
    "preprints.org",
    "osf.io/preprints",
    "preprints.jmir.org",
)

NAMES = ("medRxiv", "bioRxiv", "arXiv", "ChemRxiv", "PsyArXiv", "Research Square", "SSRN")

SAID = ("preprint", "pre-print", "peer review", "peer-review", "not been reviewed", "not yet reviewed", "unreviewed")
"""What tells a reader that nobody has reviewed the paper."""


@cache
def _dois() -> re.Pattern[str]:
    return pattern("|".join(DOIS), re.IGNORECASE)


def is_preprint(doi: str) -> bool:
    """Whether a bare DOI was given out by a preprint server."""
    return bool(_dois().match(doi))


def is_preprint_address(url: str) -> bool:
    """Whether an address leads to a paper on a preprint server."""
    host, _, path = url.partition("://")[2].partition("/")
    if host.endswith("doi.org"):
        return is_preprint(path)
    whole = f"{host.lower()}/{path}"
    return len(path) > 1 and any(
        host.lower() == name or host.lower().endswith(f".{name}") or whole.startswith(f"{name}/") for name in HOSTS
    )


def says_preprint(text: str) -> bool:
    """Whether a text tells its reader that a paper is a preprint."""
    lowered = text.lower().replace("‑", "-").replace("‐", "-")
    return any(words in lowered for words in SAID)
