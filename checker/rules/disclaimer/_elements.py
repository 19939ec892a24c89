"""What a medical disclaimer says, looked for in any wording where the settings hold no text of their own.

The elements are those that the disclaimers of disease-news sites share: what the site is, that it gives no medical
advice, that it replaces none, whom to ask, and not to put off care because of it. Each holds only with its negation:
"does provide medical advice" is no disclaimer.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checker.article import Article
from checker.pattern import pattern
from checker.rules.disclaimer._texts import fold
from checker.rules.disclaimer._wanted import visible

NOT = r"(?:\b(?:not|no|never|nothing|neither|nor|none|cannot|without)|n't)\b"
PROFESSIONAL = (
    r"(?:doctor|physician|clinician|\bGPs?\b|practitioner|pharmacist|nurse|professional|specialist|provider|care team)"
)

LONGEST = 1000
"""Code points of a sentence that are looked at: no disclaimer has longer ones."""


class Element(NamedTuple):
    """One thing to say: `clause` follows "is not told", `says` is how it is said, with one of the `stems` at least.

    `unless` must not be found between the negation and what it negates (the group `between`), or, where there is no
    such group, in the three words before.
    """

    clause: str
    stems: tuple[str, ...]
    says: re.Pattern[str]
    unless: re.Pattern[str] | None = None


@cache
def elements() -> tuple[Element, ...]:
    """The five elements, in the order in which they are asked for."""

    def any_of(*alternatives: str) -> re.Pattern[str]:
        return pattern("|".join(alternatives), re.IGNORECASE)

    return (
        Element(
            "what kind of site this is",
            ("news", "information", "educat", "journalism", "report", "site", "publication", "magazine"),
            any_of(
                r"\b(?:news|information|informational|education|educational|journalism)\b[^.]{0,60}?\b(?:web ?sites?|"
                r"site|service|publication|magazine|newsletter|purposes?|only|outlet|blog|portal|about|on)\b",
                r"\breports? (?:on|about)\b",
                r"\b(?:for|as) (?:\w{1,20} ){0,2}information\b",
                r"\b(?:site|publication|magazine|newsletter) (?:about|for|on)\b",
            ),
        ),
        Element(
            "that it gives no medical advice",
            ("advice", "diagnos"),
            any_of(rf"{NOT}(?P<between>[^.]{{0,120}}?)\b(?:advice|diagnosis|diagnose)\b"),
            any_of(
                "substitut", "replac", "alternative", "instead", "in place of", "disregard", "ignor", "delay", "stop"
            ),
        ),
        Element(
            "that it replaces no professional advice",
            ("substitut", "replac", "alternative", "place of", "instead of", "in for"),
            any_of(
                rf"{NOT}(?P<between>[^.]{{0,120}}?)\b(?:substitut\w{{1,6}}|replac\w{{1,6}}|alternative to|in place of|"
                r"instead of|tak\w{1,3} the place of|stand\w{0,3} in for)\b"
            ),
        ),
        Element(
            "to ask a doctor or another professional",
            (
                "doctor",
                "physician",
                "clinician",
                "gp",
                "practitioner",
                "pharmacist",
                "nurse",
                "professional",
                "specialist",
                "provider",
                "care team",
            ),
            any_of(
                r"\b(?:ask|seek|consult|talk|speak|contact|see|discuss|check|call|turn to|talking|speaking|consulting|"
                rf"asking|advice of)\b[^.]{{0,80}}?{PROFESSIONAL}"
            ),
            any_of(r"(?:\b(?:not|never|no)|n't)\b(?! hesitate)"),
        ),
        Element(
            "not to disregard or put off medical advice because of it",
            ("disregard", "ignor", "delay", " off", "postpon", "stop", "start", "chang", "avoid", "alter", "base"),
            any_of(
                rf"{NOT}(?P<between>[^.]{{0,60}}?)\b(?:disregard\w{{0,3}}|ignor\w{{1,3}}|delay\w{{0,3}}|"
                r"put\w{0,4} off|postpon\w{1,3}|stop\w{0,4}|start|chang\w{1,3}|avoid\w{0,3}|alter\w{0,3}|base)\b"
                r"[^.]{0,120}?\b(?:because of|based on|advice|care|seek\w{0,3}|read|here|treatments?|without)\b"
            ),
        ),
    )


def missing_elements(article: Article) -> list[str]:
    """What readers of an article are not told, each as a clause that follows "is not told"."""
    sentences = [*_sentences(article)]
    return [element.clause for element in elements() if not any(is_said(element, one) for one in sentences)]


def is_said(element: Element, sentence: str) -> bool:
    """Whether a folded sentence says an element, with its polarity."""
    folded = sentence.casefold()
    if not any(stem in folded for stem in element.stems):
        return False
    for match in element.says.finditer(sentence):
        if element.unless is None:
            return True
        around = match.groupdict().get("between")
        if around is None:
            around = " ".join(sentence[: match.start()].split()[-3:])
        if not element.unless.search(around):
            return True
    return False


def _sentences(article: Article) -> Iterator[str]:
    for block in visible(article.blocks):
        for sentence in re.split(r"(?<=[.!?]) ", fold(block.text)):
            yield sentence[:LONGEST]
