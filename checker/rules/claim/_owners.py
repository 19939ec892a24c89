"""Companies to which a sentence gives a trial that another company sponsors.

"Acme has dosed the first patient in its Phase 1 trial of the pill" gives the trial to Acme in words in which companies
tell of their own trials. Where all else that the sentence says is in the record, nothing else in the article names
Acme, and the record's sponsor is another company, one of the two is wrong.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.companies import IN_FULL, KNOWN
from checker.claims.kinds._recorded_names import fold
from checker.claims.kinds._sponsors import INSTITUTIONS, LEGAL, TRADES, recorded_sponsors
from checker.claims.ledger import claims
from checker.claims.others import OTHER
from checker.claims.sentences import prose_sentences
from checker.pattern import pattern

if TYPE_CHECKING:
    import re

    from checker.article import Article
    from checker.facts import Trial
    from checker.text import Span

MOST_SENTENCES = 400
_NAMES = "|".join(sorted({*IN_FULL, *KNOWN}, key=len, reverse=True)).replace("-", "[- ]")


class Owner(NamedTuple):
    """A company of the prose, and a trial that has another one for its sponsor."""

    name: str
    span: Span
    trial: Trial


def other_owner(article: Article) -> Owner | None:
    """The company to which a sentence gives the trial of another one; to be had through `article.once`."""
    recorded = {trial.lead_sponsor for trial in article.trials}
    sponsor = next(iter(recorded)) if len(recorded) == 1 else None
    if article.front is None or not sponsor or not _is_company(sponsor):
        return None
    forms = [form for form, _ in article.once(recorded_sponsors)]
    words = {word for word in fold(sponsor).split() if len(word) > 3 and word not in TRADES | LEGAL}
    found: dict[str, int] = {}
    owners = []
    for index, sentence in enumerate(article.once(prose_sentences)[:MOST_SENTENCES]):
        text = sentence.text
        companies = list(_company().finditer(text))
        told = fold(text) if companies else ""
        ours = bool(companies) and not any(word in told for word in (*forms, *words)) and not OTHER.search(text)
        for match in companies:
            name = match["listed"] or match["known"]
            found[name] = found.get(name, 0) + 1
            if ours and _owns(text, match) and index in article.once(_telling):
                owners.append((name, sentence.locate(match.start(), match.start() + len(name))))
                if len(owners) > 1:
                    return None
    if len(owners) != 1:
        return None
    name, span = owners[0]
    if found[name] != 1 or name in article.text[: article.body.start] or fold(name) in forms:
        return None
    return Owner(name, span, article.trials[0])


def _telling(article: Article) -> frozenset[int]:
    """The sentences with two facts or more of a record, or its trial's name, and none that contradicts one."""
    told: dict[int, dict[str, str]] = {}
    for claim in article.once(claims):
        if claim.found.kind in FACTS:
            told.setdefault(claim.sentence, {})[claim.found.kind] = claim.verdict
    return frozenset(
        index
        for index, verdicts in told.items()
        if (len(verdicts) > 1 or not NAMES.isdisjoint(verdicts)) and set(verdicts.values()) <= {"supported", "derived"}
    )


NAMES = frozenset({"registry_id", "acronym"})
FACTS = frozenset("phase enrollment registry_id acronym intervention status masking sites start_date age".split())


def _is_company(sponsor: str) -> bool:
    words = fold(sponsor).replace(",", " ").replace(".", "").split()
    if any(word in INSTITUTIONS for word in words):
        return False
    return any(word in TRADES or word in LEGAL for word in words) or bool(_known().fullmatch(sponsor))


def _owns(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence says of a company what companies say of their own trials."""
    return bool(
        (match.start() < 3 and not text[: match.start()].strip("“\"’' ") and _says().match(text, match.end()))
        or _its_trial().match(text, match.end())
    )


@cache
def _known() -> re.Pattern[str]:
    return pattern(rf"(?i:{_NAMES})")


@cache
def _company() -> re.Pattern[str]:
    exchange = r"\((?:NASDAQ|Nasdaq|NYSE|NSDQ|ASX|LSE|AIM|LON|TSE|TSX|OTC|OTCQB|SIX|Euronext)[^()]{0,30}\)"
    return pattern(
        rf"\b(?:(?P<listed>[A-Z][\w&-]{{2,20}}(?: [A-Z][\w&-]{{1,20}}){{0,3}}),?(?: Inc\.?| Ltd\.?| plc| AG| SA| NV)? "
        rf"{exchange}|(?P<known>(?=[A-Z])(?i:{_NAMES}))(?![\w-]))"
    )


@cache
def _says() -> re.Pattern[str]:
    return pattern(
        r"(?:,? (?:Inc|Ltd|PLC|plc|Pharmaceuticals?|Pharma|Therapeutics|Sciences|Company|Limited|and Company|AG|"
        r"SA|&)\.?)"
        r"{0,3}(?: \([^()]{1,40}\))?,? (?:(?:today|Monday|Tuesday|Wednesday|Thursday|Friday) )?"
        r"(?:said|says|announced|announces|reported|has (?:reported|announced|said|unveiled|dosed|begun|started|"
        r"completed|enrolled)|unveiled|is (?:pausing|starting|recruiting|testing|to start|stopping|halting)|"
        r"sponsors|sponsored|paid for|pays for|funded|wanted|wants|will (?:start|begin|stop|discontinue))\b"
    )


@cache
def _its_trial() -> re.Pattern[str]:
    return pattern(
        r"[’']s? (?:(?:\([^()]{1,40}\)|[\w/-]+) ){0,5}(?:trials?|study|drug|vaccine|candidate|"
        r"therapy|pill|antibody|cells)\b"
    )
