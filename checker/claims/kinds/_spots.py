"""Reading a closed kind's tables: which words state a value, which only look as if, and what a table's labels say."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.claim import Found
from checker.claims.grammar import VOCABULARY, Match, matches
from checker.claims.vocabulary import ANY_PEOPLE
from checker.compiled import needs
from checker.literals import lacks
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.claims.grammar import Pattern
    from checker.claims.said import Said

WORK = (
    r"(?:trials?|stud(?:y|ies)|experiments?|pilots?|comparisons?|research|tests?|testing|programmes?|programs?|"
    r"investigations?|extensions?|substud(?:y|ies)|rcts?|project)"
)
VOCABULARY.update(
    {
        "hyphen": "[ \u00a0‐‑–-]?",
        "work": WORK,
        "blind": r"(?:blind(?:ed|ing|ly)?|mask(?:ed|ing)?)",
        "adverbs": (
            r"(?:(?:still|now|currently|already|actively|also|again|officially|yet|presently|today|recently|just|"
            r"finally|therefore|long|since|successfully|fully|both|all|either|too|thus|ever|formally|always|permanently|"
            r"indefinitely|voluntarily|abruptly|quietly|only|largely|completely|of course|in fact) )*"
        ),
        "entrants": (
            rf"(?:(?:in|on) )?(?:[a-z#-]+ ){{0,3}}(?:{ANY_PEOPLE}|newcomers|names|entrants|recruits|applicants|"
            r"members|entries|cases|referrals|applications)"
        ),
    }
)

LABEL = r"(?:^|[;.,(•|] ?)(?P<label>{}) ?[:=–—] ?(?P<value>[^;.|\n]{{1,80}})"


class Labelled(NamedTuple):
    """What a label says of a sentence's words: `start` and `end` are half-open offsets of the value in the sentence."""

    label: str
    value: str
    start: int
    end: int


def spot(
    patterns: tuple[Pattern, ...],
    said: Said,
    *,
    traps: tuple[Pattern, ...] = (),
    holds: Callable[[Match], bool] = lambda match: True,
) -> Iterator[Found]:
    """The claims of a table: an earlier pattern wins over a later one that fits the same words, and a trap over all.

    `gives` of each pattern holds the claim's kind and value, and may hold keys that only `holds` reads; a match that
    `holds` refuses leaves its words free. A form may name its quote in each of several branches: `quote`, `quote2`...
    """
    found = list(matches(patterns, said))
    if not found:
        return
    taken = bytearray(len(said.text))
    for match in matches(traps, said):
        taken[match.start : match.end] = b"\1" * (match.end - match.start)
    for match in found:
        start, end = quoted(match)
        if any(taken[start:end]) or not holds(match):
            continue
        taken[start:end] = b"\1" * (end - start)
        gives = match.pattern.gives
        yield Found(gives["kind"], gives["value"], start, end, pattern=match.pattern.name)


def quoted(match: Match) -> tuple[int, int]:
    """The half-open offsets of what a match quotes, whichever branch of its form fits."""
    return next((span for name, span in match.groups.items() if name.startswith("quote")), match.quote)


def labelled(said: Said, labels: str) -> Iterator[Labelled]:
    """What stands behind a label in the sentence ("Masking: double"), or is the cell of a table that has the label.

    `labels` is the expression that the whole label fits, in small letters.
    """
    if ":" in said.text or "=" in said.text or "—" in said.text or "–" in said.text:
        for match in _label(labels).finditer(said.lower):
            yield Labelled(match["label"], match["value"], *match.span("value"))
    for label in said.heads:
        if label and re.fullmatch(labels, label):
            yield Labelled(label, said.lower, 0, len(said.lower))


@cache
def _label(labels: str) -> re.Pattern[str]:
    return pattern(LABEL.format(labels))


def wished(said: Said) -> bool:
    """Whether the sentence speaks of trials that somebody would like to see, or of trials as such."""
    wish = _wish()
    return not lacks(said.lower, needs(wish.pattern)) and wish.search(said.lower) is not None


@cache
def _wish() -> re.Pattern[str]:
    return pattern(
        r"\b(?:trials?|stud(?:y|ies)|research|testing|confirmation) [^.;]{0,60}"
        r"\b(?:(?:is|are|will be|would be|remains?) (?:still |now |also |urgently |therefore |clearly )?"
        r"(?:needed|required|necessary|warranted|essential)|could (?:confirm|tell|show)|should confirm|must confirm|"
        r"(?:is|was|would be) (?:not (?:yet )?(?:possible|feasible)|impossible))|"
        r"\b(?:needs?|needed|require[sd]?|calls? for|called for|calling for|await(?:s|ing)?|wants? to see|lack of|"
        r"absence of|(?:should|must|will have to|have to|has to|needs? to|remains? to) be "
        r"(?:tested|confirmed|repeated|studied|proven|shown) in) "
        r"(?:an? |the |more |further |larger |large |bigger |longer |future |additional |well-designed |proper |,|"
        r"and ){0,5}"
        r"(?:[a-z0-9‐-]+,? ){0,4}(?:trials?|studies|study)\b(?! (?:id|number|that)\b| to (?!be sure|know|prove|"
        r"confirm|show|tell|find|answer|settle|test))|"
        r"\b(?:never|not(?: yet)?|n[’']t|yet to|until (?:[a-z]+ ){1,4})(?: ?(?:been|be|it has been))* ?"
        r"(?:tested|studied|tried|compared|confirmed|proven|shown|replicated|evaluated|assessed|examined|investigated) "
        r"(?:for [^.;,]{1,60} )?in (?:[a-z‐-]+,? ){0,5}(?:trials?|"
        r"stud(?:y|ies))\b|"
        r"\bonly an? (?:[a-z‐-]+,? ){0,4}(?:trial|study) (?:can|could|will|would)\b|"
        r"\b(?:is|was|be) (?:to )?(?:do|run|conduct|perform|have|carry out) (?:an? |more |further )(?:[a-z‐-]+,? ){0,5}"
        r"(?:trials?|stud(?:y|ies)|rcts?)\b(?! (?:in|of|at|with|among) )|"
        r"\b(?:reviews?|meta-analys[ei]s|overviews?) of (?:[a-z0-9‐-]+,? ){0,5}(?:trials|studies|rcts)\b|"
        r"\b(?:usually|typically|generally|often|always) (?:[a-z]+ ){0,2}(?:randomly|randomi[sz]ed|blinded)\b|"
        r"\b(?:no|few) (?:[a-z‐-]+,? ){0,3}(?:trials|studies)\b|"
        r"\b(?:(?:double|single|triple|open)[ ‐‑-](?:blind(?:ed|ing)?|mask(?:ed|ing)?|label)|randomi[sz](?:ed|ation)|"
        r"blinding|masking)[\"”’']? (?:means|is when|refers to|ensures|is a way)\b|"
        r"\ban? (?:[a-z‐-]+,? ){0,4}(?:trial|study|rct) is (?:one|an? (?:trial|study|test|type|kind|way|experiment)|"
        r"where|when)\b|"
        r"(?:^|[,;:] )(?:(?:placebo[ ‐-]controlled|controlled|randomi[sz]ed|blinded|double[ ‐-]blind(?:ed)?|clinical|"
        r"open[ ‐-]label)(?:, (?:and )?| (?:and )?)){1,5}(?:trials|studies|rcts) (?:are|can|cannot|help|remain)\b|"
        r"\b(?:is|are) (?:deemed|considered|regarded as|known as|the most common(?:place|ly used)?)\b"
        r"(?: (?:to be )?(?:an? |the )?(?:[a-z]+ ){0,3}(?:trial|study|standard|test|type|kind|design))?(?:[.,;]|$)|"
        r"\b(?:types|kinds|sorts) of (?:[a-z]+ )?(?:trials|studies)\b|"
        r"^in an? (?:[a-z‐-]+,? ){0,4}(?:trial|study|rct),? [^0-9]{0,80}\b(?:knows?|gets|receives)\b|"
        r"gold standard(?!,? (?:(?:non-?)?randomi[sz]ed|double|placebo|clinical trial (?:of|in|with|that|which)))|"
        r"\b(?:most|many|such|all|in) (?:[a-z‐-]+,? ){0,3}(?:trials|studies) (?:are|use|have|do|like|"
        r"tend)\b|"
        r"hierarchy of evidence"
    )


def is_observational(said: Said) -> bool:
    """Whether all records of the article are observational: "no blinding" then says what the study is not."""
    trials = said.article.trials
    return bool(trials) and all("OBSERVATIONAL" in (trial.study_type or "") for trial in trials)
