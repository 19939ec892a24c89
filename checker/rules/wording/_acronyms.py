"""Acronyms: which ones a text uses, and how it explains them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checker.article import Article, Block
from checker.claims.vocabulary import words
from checker.pattern import pattern

SMALL = words("of and the for in on to with by at from a an or per de la le der und")
"""Words that an acronym passes over."""

EVERYDAY = words(
    "DNA RNA HIV AIDS MRI FDA EMA NHS NIH WHO CDC MHRA NICE CT PET ECG EEG ICU USA UK EU UN US COVID SARS MERS BMI GP "
    "OK TV PDF FAQ CEO CNN BBC NASA IQ UV IV ID HR CI OR RR SD SE IQR ITT AM PM USD EUR GBP JAMA BMJ NEJM PLOS PNAS "
    "CRISPR NEWS MANUS ISBN DOI PMID URL HTTP HTTPS WWW PHD MSC BSC MBA MD NGO GMT UTC EST CET ASAP DIY III VII VIII "
    "PTSD ADHD COPD HPV CTRI ISRCTN ACTRN DRKS UMIN PACTR IRCT TCTR ANZCTR CTIS EUCTR NCT SLCTR LBCTR CRIS REBEC RPCEC "
    "JPRN LGBT LGBTQ STD STI PCR IVF TB AND NOT THE FOR BUT ALL NEW TWO ONE YES WARNING NOTE UPDATE PRESS RELEASE "
    "MADRID"
)
"""What needs no explaining, what only registries and statistics use, and plain words in capitals."""

GENES = words(
    "EGFR KRAS NRAS HRAS BRAF ALK RET MET HER BRCA MEK ERK JAK STAT PARP VEGF VEGFR FGFR PDGFR TNF TGF IGF MTOR PIK "
    "AKT CDK FLT BCL BTK TYK APOE CFTR SMN TTR GLP IDH NPM KMT MLL PTEN SOD HTT FUS LRRK GBA DMD HLA MHC CAR TCR IFN "
    "CSF EPO TSH LDL HDL IGE IGG IGA CRP PSA ALT AST ATP GABA NMDA RAS RAF"
)
"""Genes, proteins and values of the blood: their letters are their names."""


class Expansion(NamedTuple):
    """An acronym explained: the long form as written, and where it stands in its block."""

    acronym: str
    long: str
    block: Block
    start: int
    end: int


@cache
def _in_brackets() -> re.Pattern[str]:
    return pattern(r"\(([A-Z]{2,6})s?\)")


@cache
def _brackets() -> re.Pattern[str]:
    return pattern(r"\(([^()]{6,120})\)")


@cache
def _acronym_before() -> re.Pattern[str]:
    return pattern(r"(?<![\w-])([A-Z]{2,6})s? $")


def expansions(article: Article) -> tuple[Expansion, ...]:
    """The acronyms that an article explains, in order; to be had through `article.once`."""
    return tuple(expansion for block in article.prose if "(" in block.prose for expansion in in_block(block))


def in_block(block: Block) -> Iterator[Expansion]:
    """What a block explains: "interstitial lung disease (ILD)" and "ILD (interstitial lung disease)"."""
    text = block.prose
    found = []
    for match in _in_brackets().finditer(text):
        window = max(match.start() - 120, 0)
        start = long_form(text[window : match.start()], match[1])
        if start is not None:
            start += window
            found.append(Expansion(match[1], text[start : match.start()].strip(), block, start, match.end()))
    for match in _brackets().finditer(text):
        window = max(match.start() - 10, 0)
        acronym = _acronym_before().search(text[window : match.start()])
        # All of the bracket has to be the long form, or it says something else.
        if acronym and long_form(match[1], acronym[1]) == 0:
            found.append(Expansion(acronym[1], match[1].strip(), block, window + acronym.start(), match.end()))
    yield from sorted(found, key=lambda expansion: expansion.start)


def long_form(text: str, acronym: str) -> int | None:
    """Where, in the text that ends in an acronym's long form, that form begins; None if it does not end so.

    Each letter has to begin a word, in order; small words count only where they have a letter.
    """
    found = list(re.finditer(r"[^\W_]+", text))
    letters = list(acronym.casefold())
    at = None
    for word in reversed(found):
        if not letters:
            break
        if word.group()[0].casefold() == letters[-1]:
            letters.pop()
            at = word.start()
        elif word.group().casefold() not in SMALL or at is None:
            return None
    return at if not letters else None


def same_words(one: str, other: str) -> bool:
    """Whether two long forms say the same: equal but for case, endings, hyphens, small words and British spelling."""
    first, second = _stems(one), _stems(other)
    return first == second or len(first) != len(second)


def _stems(text: str) -> list[str]:
    plain = text.casefold().replace("ae", "e").replace("oe", "e")
    return [word[:4] for word in re.findall(r"[^\W_]+", plain) if word not in SMALL]
