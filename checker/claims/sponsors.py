"""Companies that tell of a trial which another company sponsors: one of the two is wrong.

"Acme has dosed the first patient in its Phase 1 trial of the pill" gives the trial to Acme in words in which companies
tell of their own trials. Where all else that the sentence says is in the record, nothing else in the article names
Acme, and the record's sponsor is another company, Acme stands in the sponsor's place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.kinds._recorded_names import fold
from checker.claims.kinds._runners import RUNNER, TELLER, is_company
from checker.claims.kinds._sponsors import LEGAL, TRADES, recorded_sponsors
from checker.claims.others import OTHER
from checker.claims.sentences import prose_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article
    from checker.claims.claim import Claim

MOST_SENTENCES = 400


def sponsored(article: Article, ledger: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of an article, in which a company that stands in the sponsor's place contradicts the record.

    Companies that only tell of a trial make no claim otherwise.
    """
    claims = tuple(ledger)
    telling = [claim for claim in claims if claim.found.pattern in (RUNNER, TELLER) and claim.sentence < MOST_SENTENCES]
    wrong = _in_its_place(article, claims, telling) if telling else None
    return tuple(
        wrong if wrong and claim.span == wrong.span and claim.found == wrong.found else claim
        for claim in claims
        if claim.found.pattern != TELLER or (wrong and claim.found == wrong.found and claim.span == wrong.span)
    )


def _in_its_place(article: Article, claims: tuple[Claim, ...], telling: list[Claim]) -> Claim | None:
    """The one claim that gives a trial to a company which the record does not have, with the record's sponsor."""
    recorded = {trial.lead_sponsor for trial in article.trials}
    sponsor = next(iter(recorded)) if len(recorded) == 1 else None
    if not sponsor or not is_company(sponsor):
        return None
    if any(claim.found.kind == "sponsor" and claim.verdict == "contradicted" for claim in claims):
        return None
    sure = _sure(claims)
    forms = [form for form, _ in article.once(recorded_sponsors)]
    ours = {*forms, *(word for word in fold(sponsor).split() if len(word) > 3 and word not in TRADES | LEGAL)}
    sentences = article.once(prose_sentences)[:MOST_SENTENCES]
    owners = [claim for claim in telling if claim.sentence in sure and _is_apart(sentences[claim.sentence].text, ours)]
    if len(owners) != 1:
        return None
    [owner] = owners
    name = str(owner.found.value)
    if fold(name) in forms or any(article.text.count(word) > 1 for word in name.split() if _tells_apart(word)):
        return None
    trial = article.trials[0]
    return owner._replace(
        trial=trial.id or trial.key,
        also=(),
        verdict="contradicted",
        fact=(*trial.at, "lead_sponsor"),
        fact_value=sponsor,
    )


def _tells_apart(word: str) -> bool:
    return len(word) > 1 and word.lower() not in TRADES | LEGAL


def _is_apart(text: str, ours: Iterable[str]) -> bool:
    """Whether a sentence names nothing of the sponsor, and no other study."""
    told = fold(text)
    return not any(word in told for word in ours) and not OTHER.search(text)


def _sure(claims: Iterable[Claim]) -> frozenset[int]:
    """The sentences with two facts or more of a record, or its trial's name, and none that contradicts one."""
    told: dict[int, dict[str, str]] = {}
    for claim in claims:
        if claim.found.kind in FACTS:
            told.setdefault(claim.sentence, {})[claim.found.kind] = claim.verdict
    return frozenset(
        index
        for index, verdicts in told.items()
        if (len(verdicts) > 1 or not NAMES.isdisjoint(verdicts)) and set(verdicts.values()) <= {"supported", "derived"}
    )


NAMES = frozenset({"registry_id", "acronym"})
FACTS = frozenset("phase enrollment registry_id acronym intervention status masking sites start_date age".split())
