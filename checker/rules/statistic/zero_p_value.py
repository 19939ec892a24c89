"""A p-value is printed as zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.estimates import prose_p_values
from checker.rule import Edit, Finding, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.estimates import PValue
    from checker.claims.sentences import Sentence

severity = "warning"
fixable = "safe"


def check(article: Article) -> Iterator[Finding]:
    for sentence, found in article.once(prose_p_values):
        for p in found:
            if p.number.value == 0 and p.sign in "=<≤":
                least = _least(sentence.text[p.number.start : p.number.end])
                yield Finding(
                    sentence.locate(p.start, p.end),
                    f"A p-value is never zero: a computer that prints {sentence.text[p.number.start : p.number.end]} "
                    f"means less than {least}.",
                    help=f"Write that p is less than {least}.",
                    fix=Fix(f"Write < {least}", (_edit(sentence, p, least),), safe=True),
                )


def _least(zero: str) -> str:
    """The smallest number of as many places: "0.0000" was less than "0.0001"; a bare "0" is read as "0.000"."""
    places = len(zero) - 1 - max(zero.rfind(point) for point in ".·∙⋅")
    if places < 3 or places == len(zero):
        return "0·001" if "·" in zero else "0.001"
    return zero[:-1] + "1"


def _edit(sentence: Sentence, p: PValue, least: str) -> Edit:
    if p.sign_start is None:
        return Edit(sentence.locate(p.number.start, p.number.end), f"less than {least}")
    space = sentence.text[p.sign_start : p.number.start].lstrip("=<≤>")
    return Edit(sentence.locate(p.sign_start, p.number.end), f"<{space}{least}")
