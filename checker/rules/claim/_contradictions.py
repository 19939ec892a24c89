"""Claims that a record contradicts: found once for all rules, put into words, and offered for correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.beside import beside
from checker.claims.certainty import is_sure, told_at
from checker.claims.ledger import claims, quote
from checker.claims.looseness import is_loose
from checker.claims.portions import portions
from checker.claims.slips import slips
from checker.claims.untold import untold
from checker.dates import is_date, spoken
from checker.rule import Edit, Elsewhere, Finding, Fix
from checker.rules.claim._corrections import CONTROLS, as_fact, corrected, indefinite
from checker.rules.claim._registered import registry_side
from checker.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.article import Article
    from checker.claims.claim import Claim
    from checker.claims.slips import Slip
    from checker.diagnostic import Severity
    from checker.facts import Arm, Figure, Group, Trial

HELP = "Correct the prose, or the record if the registry changed."
HELP_UNSURE = "See whether the two are one and the same; if they are, correct the wrong one."

WORDS = {
    "PHASE1": "Phase 1",
    "PHASE2": "Phase 2",
    "PHASE3": "Phase 3",
    "PHASE4": "Phase 4",
    "EARLY_PHASE1": "Early Phase 1",
    "NA": "no phase",
    "NONE": "open-label",
    "SINGLE": "single-blind",
    "DOUBLE": "double-blind",
    "TRIPLE": "triple-blind",
    "QUADRUPLE": "quadruple-blind",
    "RANDOMIZED": "randomized",
    "NON_RANDOMIZED": "not randomized",
    "NOT_YET_RECRUITING": "not yet recruiting",
    "ACTIVE_NOT_RECRUITING": "active, not recruiting",
    "ENROLLING_BY_INVITATION": "enrolling by invitation",
}

SPOKEN_LOW = frozenset(
    "RECRUITING COMPLETED TERMINATED WITHDRAWN SUSPENDED UNKNOWN PARALLEL CROSSOVER FACTORIAL SEQUENTIAL SINGLE_GROUP "
    "EXPERIMENTAL ACTIVE_COMPARATOR PLACEBO_COMPARATOR SHAM_COMPARATOR NO_INTERVENTION OTHER".split()
)
"""Values of the registry that read as words; a sponsor in capitals keeps them."""


def contradicted(article: Article, *kinds: str) -> Iterator[Claim]:
    """The claims of some kinds that the record of their trial contradicts, each stretch of prose once."""
    if article.front is None or not article.trials:
        return
    seen = set()
    for claim in article.once(claims):
        if claim.verdict == "contradicted" and claim.found.kind in kinds and claim.span not in seen:
            seen.add(claim.span)
            yield claim


def finding(article: Article, claim: Claim) -> Finding:
    """A finding at a claim, with the fact that contradicts it beside it, and what to write in place of either."""
    if not is_sure(article, claim):
        return _unlike(article, claim, "warning" if claim.found.kind == "status" else "note")
    fact = recorded(article, claim)
    place = article.value_at(*claim.fact) if claim.fact else None
    registry = registry_side(article, claim)
    # Where the registry says what the prose says, the record is to be mended, and has a finding of its own.
    new = None if registry.of_prose else corrected(article, claim)
    fix = Fix(f"Correct the prose: write {_short(new)}", _edits(article, claim, new)) if new is not None else None
    value = as_fact(claim)
    other = (
        Fix(f"Correct the record, if the registry says so: write {value}", (Edit(place, value),))
        if value and place
        else None
    )
    return Finding(
        claim.span,
        f"The prose says {words_of(article, claim)}, the record of {claim.trial} {fact}{registry.clause}.",
        HELP,
        fix,
        (Elsewhere(place, f"The record says {fact}."),) if place else (),
        trial=claim.trial,
        alternatives=(other,) if other else (),
        severity="warning" if is_loose(article, claim) else None,
    )


def hint(article: Article, trial: Trial, key: str, says: str, span: Span, message: str) -> Finding:
    """A note on what may be meant for a fact of a record, at `key`; `says` tells of that fact, beside it."""
    beside = Elsewhere(article.value_at(*trial.at, key), says)
    return Finding(span, message, HELP_UNSURE, related=(beside,), trial=trial.label, severity="note")


def _edits(article: Article, claim: Claim, new: str) -> tuple[Edit, ...]:
    """The edits that put new words in place of a claim's, with "an" before them where "a" stands and does not fit."""
    start = claim.span.start
    before = indefinite(article.text[max(start - 4, 0) : start], new)
    if before is None or claim.found.kind not in ("masking", "allocation", "control"):
        return (Edit(claim.span, new),)
    was = len(before) % 2 + 1
    return (Edit(Span(start - 1 - was, claim.span.end), f"{before} {new}"),)


def recorded(article: Article, claim: Claim) -> str:
    """The fact that contradicts a claim, in words that say what it is."""
    fact, kind = claim.fact_value or "", claim.found.kind
    said = shown(fact)
    name = _name(article, claim)
    if kind == "enrollment":
        role = str(claim.fact[-1]) if claim.fact else ""
        return f"{said} {role}" if role in ROLES else said
    if kind in NOUNS:
        one, many = NOUNS[kind]
        return f"{said} {one if fact == '1' else many}"
    if kind in DATES:
        return f"{said} as {DATES[kind]}"
    if kind == "age":
        return f"{said} years as the {'lowest' if claim.fact and claim.fact[-1] == 'minimum' else 'highest'} age"
    if kind == "control":
        controls = [word for kind, word in CONTROLS.items() if kind in fact]
        return f"{' and '.join(controls)} control" if controls else "no control group"
    if kind == "p_value" and not said.lower().startswith("p"):
        said = f"p {said[0]} {said[1:]}" if said[:1] in "<>" else f"p = {said}"
    return f'{said} for "{name}"' if name else said


ROLES = ("planned", "screened", "enrolled", "randomized", "treated", "completed", "analyzed")
NOUNS = {"sites": ("site", "sites"), "countries_count": ("country", "countries"), "arms": ("arm", "arms")}
DATES = {
    "start_date": "the start",
    "primary_completion_date": "the primary completion",
    "completion_date": "the completion",
    "results_date": "the year of the results",
}


def _name(article: Article, claim: Claim) -> str:
    """The name of the arm, group or figure whose number contradicts a claim, cut short."""
    at = claim.fact or ()
    if len(at) < 4 or at[-3] not in ("arms", "groups", "figures") or claim.found.kind == "control":
        return ""
    trial = next((trial for trial in article.trials if trial.at == at[:-3]), None)
    listed: tuple[Arm | Group | Figure, ...] = getattr(trial, str(at[-3]), ())
    index = int(at[-2])
    text = " ".join((listed[index].name or "").split()) if index < len(listed) else ""
    return f"{text[:57]}…" if len(text) > 60 else text


def _short(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[:57]}…" if len(text) > 60 else text


def words_of(article: Article, claim: Claim) -> str:
    """The claim's words, short enough for a message."""
    text = " ".join(quote(article, claim).split())
    return f'"{text[:57]}…"' if len(text) > 60 else f'"{text}"'


def shown(value: str) -> str:
    """A fact as a reader says it: enum values in words, dates spoken, numbers with separators."""
    if is_date(value) and len(value) > 4:
        return spoken(value)
    parts = [WORDS.get(part.strip(), _plain(part.strip())) for part in value.split(",")]
    return " and ".join(parts) if all(part.startswith("Phase") for part in parts) else ", ".join(parts)


def _plain(value: str) -> str:
    if value.isdecimal() and len(value) > 4:
        return f"{int(value):,}"
    return value.replace("_", " ").lower() if value in SPOKEN_LOW else value


def rule(*kinds: str, slips_of: str = "") -> Callable[..., Iterator[Finding]]:
    """The check of a rule that reports the contradicted claims of some kinds, and slips of the pen in such facts.

    What may be meant for a fact that the prose tells nowhere is a note.
    """

    def check(article: Article) -> Iterator[Finding]:
        told = []
        for claim in contradicted(article, *kinds):
            told.append(claim.span)
            yield finding(article, claim)
        for slip in (*article.once(slips), *article.once(portions), *article.once(beside)) if slips_of else ():
            if slip.of == slips_of and not _holds(told, slip.span):
                told.append(slip.span)
                yield _slipped(article, slip)
        yield from unsure(article, told, *kinds)

    return check


def _unlike(article: Article, claim: Claim, severity: Severity = "note") -> Finding:
    """What is said of a claim that may contradict a record and may be of something else."""
    fact = recorded(article, claim)
    place = article.value_at(*claim.fact) if claim.fact else None
    same = told_at(article, claim)
    related = [Elsewhere(place, f"The record says {fact}.")] if place else []
    related += [Elsewhere(same.span, f"The prose says {words_of(article, same)} here.")] if same else []
    return Finding(
        claim.span,
        f"The prose says {words_of(article, claim)}, perhaps of {claim.trial}, and its record says {fact}"
        f"{', as the prose does elsewhere' if same else ''}.",
        HELP_UNSURE,
        None,
        tuple(related),
        trial=claim.trial,
        severity=severity,
    )


def unsure(article: Article, told: list[Span], *kinds: str) -> Iterator[Finding]:
    """Notes on the claims of some kinds that may contradict a record, except where something was told."""
    for claim in article.once(untold):
        if claim.found.kind in kinds and not _holds(told, claim.span):
            told.append(claim.span)
            yield _unlike(article, claim)


def _holds(spans: list[Span], span: Span) -> bool:
    """Whether a stretch of the text touches one of some."""
    return any(each.start < span.end and span.start < each.end for each in spans)


def _slipped(article: Article, slip: Slip) -> Finding:
    place = article.value_at(*slip.pointer)
    value, new = shown(f"{slip.value:.15g}"), f"{slip.value:,.15g}"
    new += "%" if slip.quote.endswith("%") else ""
    said = f"{value} {slip.name or slip.of}" if slip.of in PLAIN else f'{value} for "{_short(slip.name)}"'
    return Finding(
        slip.span,
        f'The prose says "{slip.quote}", the record of {slip.trial} {said}, which the prose does not say anywhere.',
        HELP if slip.sure else HELP_UNSURE,
        Fix(f"Correct the prose: write {new}", (Edit(slip.span, new),)) if slip.sure else None,
        (Elsewhere(place, f"The record says {value}."),),
        trial=slip.trial,
        severity=None if slip.sure else "note",
    )


PLAIN = ("enrollment", "sites")
"""Facts that a record has one of, in each role."""
