"""The prose misspells the acronym of a trial."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from checker.claims.binding import read_scenes
from checker.claims.binding.scenes import ELSEWHERE
from checker.claims.judging.names import is_a_letter_off, is_misspelt, is_near_miss
from checker.claims.kinds._acronyms import ANOTHER_TRIAL
from checker.claims.ledger import claims
from checker.claims.others import OTHER
from checker.claims.sentences import prose_sentences
from checker.pattern import pattern
from checker.rule import Edit, Elsewhere, Finding, Fix
from checker.rules.claim._contradictions import HELP, contradicted, finding, hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Trial
    from checker.text import Span

severity = "error"
fixable = "unsafe"

NAME = pattern(r"(?<![\w-])[A-Z]{2,}[\w]{0,30}(?:[-‑][A-Z0-9]{1,12}){0,3}(?![\w-])")
NAMED = pattern(r"(?<![\w-])[A-Z]\w{0,30}(?:[-‑]\w{1,12}){0,3}(?: (?:\d{1,4}|[IVX]{1,4}))?(?![\w-])")
"""A name in capitals or with some of them: "MosaicO", "HERO", "LOPAIN 2", "B-AMAZE"."""
BEFORE = pattern(
    r"\b(?:first|second|third|sister|parent|predecessor|successor|forerunner|sequel|follow(?:s|ed|-up|ing))\b", 2
)
REACH = 80
NEAR = 40
MOST = 300
MOST_TRIALS = 20
LONGEST = 40
"""Names in capitals and records that are looked at, and code points of a name: no article has as many or as long."""


def check(article: Article) -> Iterator[Finding]:
    told = set()
    for claim in contradicted(article, "acronym"):
        told.add(claim.trial)
        yield finding(article, claim)
    for trial, written, span in (*article.once(_never_spelt_right), *article.once(_misspelt_once)):
        if trial.label not in told:
            told.add(trial.label)
            yield Finding(
                span,
                f'The prose says "{written}", the record of {trial.label} {trial.acronym}.',
                HELP,
                Fix(f"Correct the prose: write {trial.acronym}", (Edit(span, trial.acronym or ""),)),
                (Elsewhere(article.value_at(*trial.at, "acronym"), f"The record says {trial.acronym}."),),
                trial=trial.label,
            )
    for trial, written, span in _nearly_spelt(article):
        if trial.label not in told:
            name = trial.acronym or ""
            message = f'The prose says "{written}", perhaps of {trial.label}, and its record says {name}.'
            yield hint(article, trial, "acronym", f"The record says {name}.", span, message)


def _nearly_spelt(article: Article) -> Iterator[tuple[Trial, str, Span]]:
    """The trials whose acronym is nearly another name, and the one name in the prose that it nearly is.

    Where the prose has the acronym too, the other name stands there once, and its letters alone differ: another number
    is another trial's.
    """
    named = [trial for trial in article.trials if trial.acronym][:MOST_TRIALS] if article.front else []
    if not named:
        return
    prose = "\n".join(block.prose for block in article.prose)
    folded, front = prose.casefold(), article.text[: article.body.start]
    times: dict[str, int] = {}
    for match in NAMED.finditer(prose):
        if sum(map(str.isupper, match[0])) > 1 and (match[0] in times or len(times) < MOST):
            times[match[0]] = times.get(match[0], 0) + 1
    for trial in named:
        acronym = trial.acronym or ""
        told = acronym.casefold() in folded
        names = _of_as_many_words(acronym, prose) if len(acronym.split()) > 1 else times
        alike = [
            name
            for name, count in names.items()
            if (count == 1 and is_misspelt(name, acronym))
            or (not told and (is_misspelt(name, acronym) or is_a_letter_off(name, acronym)))
            if name not in front and not _is_sister(name, acronym, article.once(_brought_in))
        ]
        span = _span_of(article, alike[0], alone=told) if len(alike) == 1 else None
        if span is not None:
            yield trial, alike[0], span


def _of_as_many_words(acronym: str, prose: str) -> dict[str, int]:
    """How often words stand that are as many as those of a name, and begin or end with its first or last."""
    first, *_, last = words = acronym.split()
    word, more = r"[\w-]{1,30}", len(words) - 1
    found: dict[int, str] = {}
    for form in (rf"{re.escape(first)}(?: {word}){{{more}}}", rf"(?:{word} ){{{more}}}{re.escape(last)}"):
        for match in islice(re.finditer(rf"(?<![\w-]){form}(?![\w-])", prose), MOST):
            found[match.start()] = match[0]
    times: dict[str, int] = {}
    for name in found.values():
        times[name] = times.get(name, 0) + 1
    return times


def _span_of(article: Article, name: str, *, alone: bool) -> Span | None:
    """Where a name stands first; where it has to stand alone, not beside words on another study."""
    for block in article.prose:
        if (at := block.prose.find(name)) >= 0:
            around = block.prose[max(at - NEAR, 0) : at + len(name) + NEAR]
            if alone and (OTHER.search(around) or BEFORE.search(around[:NEAR])):
                return None
            return block.locate(at, at + len(name))
    return None


def _never_spelt_right(article: Article) -> list[tuple[Trial, str, Span]]:
    """The trials whose acronym the prose has only in a form that nothing in the front matter has, and that form."""
    wanted = [trial for trial in article.trials if trial.acronym and len(trial.acronym) > 4]
    if not wanted or article.front is None:
        return []
    prose = "\n".join(block.prose for block in article.prose)
    folded = prose.casefold()
    known = frozenset(match[0] for match in NAME.finditer(article.text, 0, article.body.start))
    words = set(folded.split())
    spellings = ((trial, (trial.acronym or "").casefold()) for trial in wanted)
    missing = (trial for trial, spelling in spellings if spelling not in words and spelling not in folded)
    unspelt = list(islice(missing, MOST_TRIALS))
    names = _names(article, known) if unspelt else {}
    sisters = article.once(_brought_in) if unspelt else frozenset()
    found = []
    for trial in unspelt:
        alike = [
            name
            for name in names
            if is_near_miss(name, acronym := trial.acronym or "") and not _is_sister(name, acronym, sisters)
        ]
        span = names[alike[0]] if len(alike) == 1 else None
        if span is not None:
            found.append((trial, alike[0], span))
    return found


def _brought_in(article: Article) -> frozenset[str]:
    """The names by which the prose brings in studies that are none of the article's: "A trial called CAPP2 showed"."""
    return frozenset(
        name[0]
        for scene in article.once(read_scenes)
        for mention in scene.placed
        if mention.trials == ELSEWHERE and scene.text.startswith(("A ", "An ", "a ", "an "), mention.start)
        for name in NAME.finditer(scene.text, mention.start, mention.end)
    )


def _is_sister(name: str, acronym: str, brought_in: frozenset[str]) -> bool:
    """Whether a name that is brought in as another's differs from an acronym in its number alone."""
    return name in brought_in and name.casefold().rstrip(DIGITS) == acronym.casefold().rstrip(DIGITS)


DIGITS = "0123456789"


def _misspelt_once(article: Article) -> list[tuple[Trial, str, Span]]:
    """The trials that a sentence calls by an acronym with other letters, which nothing else in the article has."""
    wanted = [trial for trial in article.trials if trial.acronym and len(trial.acronym) > 5][:MOST_TRIALS]
    if not wanted or article.front is None:
        return []
    unbound = [
        claim
        for claim in article.once(claims)
        if claim.found.kind == "acronym" and claim.trial is None and claim.found.pattern != ANOTHER_TRIAL
    ]
    if not unbound:
        return []
    times: dict[str, int] = {}
    for match in NAME.finditer(article.text):
        times[match[0]] = times.get(match[0], 0) + 1
    found = []
    looked = 0
    for claim in unbound:
        name = str(claim.found.value)
        if len(name) > LONGEST or times.get(name) != 1:
            continue
        looked += 1
        if looked > MOST:
            break
        alike = [trial for trial in wanted if _has_other_letters(name, trial.acronym or "")]
        if len(alike) == 1:
            text = article.once(prose_sentences)[claim.sentence].text
            if not OTHER.search(text) and not BEFORE.search(text):
                found.append((alike[0], name, claim.span))
    return found


def _has_other_letters(name: str, acronym: str) -> bool:
    """Whether two names differ in letters only: another number is another trial's."""
    numbers = [re.findall(r"\d+", each) for each in (name, acronym)]
    return numbers[0] == numbers[1] and is_near_miss(name, acronym)


def _names(article: Article, known: frozenset[str]) -> dict[str, Span | None]:
    """The names in capitals that the front matter does not have, where they stand first; None for another study's."""
    names: dict[str, Span | None] = {}
    for block in article.prose:
        for match in NAME.finditer(block.prose):
            if match[0] in names or len(match[0]) > LONGEST or match[0] in known:
                continue
            if len(names) == MOST:
                return names
            around = block.prose[max(match.start() - REACH, 0) : match.end() + REACH]
            alone = not OTHER.search(around) and not BEFORE.search(around)
            names[match[0]] = block.locate(match.start(), match.end()) if alone else None
    return names
