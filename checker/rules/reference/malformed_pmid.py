"""What stands as a PubMed number does not have the form of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.pattern import pattern
from checker.rule import Edit, Finding, Fix
from checker.rules.reference._references import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = "safe"

PMID = pattern(r"[1-9]\d{0,7}", re.ASCII)
SITES = ("https://pubmed.ncbi.nlm.nih.gov/", "https://www.ncbi.nlm.nih.gov/pubmed/")


def check(article: Article) -> Iterator[Finding]:
    for reference in written(article, "pmid"):
        if is_pmid(reference.text):
            continue
        number = inner(reference.text)
        # Without quotation marks YAML would read a number, where a text is wanted.
        quoted = article.text[max(reference.span.start - 1, 0)] in "\"'"
        mark = "" if quoted else '"'
        edit = Edit(reference.span, f"{mark}{number}{mark}")
        fix = Fix("Keep the number alone", (edit,), safe=True) if number else None
        yield Finding(
            reference.span, complaint(reference.text.strip()), advice(reference.text), fix, pointer=reference.pointer
        )
    for block in article.prose:
        for link in block.links:
            number = _linked(link.url)
            if number and not is_pmid(number):
                yield Finding(link.url_span, complaint(number), advice(number))


def is_pmid(text: str) -> bool:
    """Whether a text is a PubMed number: one to eight digits, the first of them not nought."""
    return PMID.fullmatch(text) is not None


def inner(text: str) -> str | None:
    """The number inside "PMID: 123" or inside the address of a PubMed page; None where there is none."""
    text = text.strip()
    number = _linked(text) or re.sub(r"^PMID:? {0,3}", "", text, flags=re.IGNORECASE)
    return number if is_pmid(number) else None


def complaint(text: str) -> str:
    if _is_pmc(text):
        return f"{text[:60]} is the number of a full text in PubMed Central, not of a PubMed record."
    return f'"{text[:60]}" is not a PubMed number: one is one to eight digits.'


def advice(text: str) -> str:
    return "Give the PubMed number (PMID) of the same paper." if _is_pmc(text) else "Copy the number from PubMed."


def _is_pmc(text: str) -> bool:
    return bool(re.match(r"PMC ?\d", text.strip(), re.IGNORECASE))


def _linked(url: str) -> str | None:
    """What an address of PubMed names, where that is meant to be one record."""
    secure = url.replace("http://", "https://", 1)
    for site in SITES:
        if secure.startswith(site):
            name = re.split(r"[/?#]", secure[len(site) :], maxsplit=1)[0]
            return name if re.fullmatch(r"(?:PMC)?\d+", name, re.ASCII) else None
    return None
