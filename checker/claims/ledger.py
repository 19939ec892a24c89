"""The ledger of an article: every claim that its prose makes, bound to a trial and judged by that trial's record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.claims import kinds
from checker.claims.agreement import DISPUTED, Agreement
from checker.claims.binding import bind
from checker.claims.claim import Claim
from checker.claims.crossed import crossed
from checker.claims.discord import settled
from checker.claims.doubts import is_doubted
from checker.claims.judging import judge
from checker.claims.judging.dates import is_no_end
from checker.claims.others import is_of_kin, is_of_one_of_two, is_total, speaks_of_another
from checker.claims.populations import side_by_side
from checker.claims.repeated import once_a_text
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.claims.sponsors import sponsored
from checker.pattern import pattern

if TYPE_CHECKING:
    from checker.article import Article, Block
    from checker.claims.claim import Found, Judgement
    from checker.facts import Trial
    from checker.text import Pointer

OF_EACH = frozenset(
    {"phase", "status", "masking", "allocation", "intervention_model", "control", "randomization_ratio", "age"}
)
EACH = pattern(
    r"\b(?:both|each|every|all (?:of (?:them|these|those)|two|three|four|five|six|the|these|those))\b", re.IGNORECASE
)
"""Words of a sentence that says the same of each of several trials, not of all together."""
PLURAL = pattern(r"(?:,? [\w‐‑-]+){0,6} (?:trials|studies)\b")
"""What follows a word that describes several trials, each of them: "two phase 3, randomised, controlled trials"."""

SHORTEST_TEXT = 40
"""Code points from which on a paragraph that a disclaimer holds is taken for a part of it."""


def claims(article: Article) -> tuple[Claim, ...]:
    """The claims of an article in the order of its prose, bound and judged; to be had through `article.once`.

    The disclaimers of the settings make no claims. Time is linear in the length of the prose.
    """
    sentences = article.once(prose_sentences)
    numbered = {id(block): index for index, block in enumerate(article.prose)}
    disclaimed = _disclaimed(article)
    found: list[tuple[int, Found]] = []
    for index, sentence in enumerate(sentences):
        block = numbered[id(sentence.block)]
        if block not in disclaimed:
            found += ((index, claim) for claim in _once(kinds.find(Said(sentence, article, block=block, index=index))))
    records = {label: trial for trial in reversed(article.trials) for label in (trial.key, trial.id) if label}
    ledger: list[Claim] = []
    introduced: set[str] = set()
    agreeing = _Agreeing(article, found)
    for (index, claim), (trial, also) in zip(found, bind(article, found), strict=True):
        sentence = sentences[index]
        verdict, fact, value = _verdict(claim, (trial, *also) if trial else (), records, article, sentence.text)
        if trial is None and (own := agreeing.trial_of(index, claim)):
            trial = own
            verdict, fact, value = _verdict(claim, (own,), records, article, sentence.text)
        elif verdict == "contradicted" and agreeing.trial_of(index, claim) == trial:
            pass
        elif verdict == "contradicted" and (
            speaks_of_another(
                sentence.text,
                claim,
                trial or "",
                introduced=trial in introduced,
                acronym=(records[trial].acronym if trial in records else "") or "",
            )
            or is_total(sentence.text, claim, article.trials)
        ):
            trial, also, verdict, fact, value = None, (), "unbound", None, None
        if verdict == "contradicted" and (
            is_doubted(sentence.text, claim) or is_of_one_of_two(sentence.text, article, trial or "")
        ):
            verdict, fact, value = "unsupported", None, None
        elif trial and also and fact and verdict == "contradicted":
            wrong = next(label for label in (trial, *also) if label in records and records[label].at == fact[:2])
            trial, also = wrong, tuple(label for label in (trial, *also) if label != wrong)
        elif trial and verdict in ("supported", "derived"):
            introduced.add(trial)
        if verdict == "unsupported" and trial in records and is_no_end(claim, records[trial]):
            continue
        ledger.append(
            Claim(
                claim,
                sentence.locate(claim.start, claim.end),
                numbered[id(sentence.block)],
                index,
                trial,
                also,
                verdict,
                fact,
                value,
            )
        )
    agreed = crossed(article, settled(article, ledger), records)
    return side_by_side(sponsored(article, agreed), article.trials)


class _Agreeing:
    """Which contradictions stand in sentences that agree with the one record in all else that they say."""

    def __init__(self, article: Article, found: list[tuple[int, Found]]) -> None:
        self.article = article
        self.claims: dict[int, list[Found]] = {}
        for index, claim in found if article.trials else ():
            self.claims.setdefault(index, []).append(claim)
        self.read: dict[int, Agreement] = {}

    def trial_of(self, index: int, claim: Found) -> str | None:
        """The trial of a claim that contradicts its record, where the claim's sentence is about it; else None."""
        trial = self._trial_in(index)
        if trial is None or claim.kind not in DISPUTED or len(self.claims.get(index, ())) > MOST_CLAIMS:
            return None
        sentences = self.article.once(prose_sentences)
        text = sentences[index].text
        if is_of_kin(text, claim, trial.acronym or ""):
            return None
        if index not in self.read:
            leads = all(each.block.kind == "heading" for each in sentences[:index][:9]) and index < 9
            self.read[index] = Agreement(self.claims[index], trial, self.article, text, leads=leads)
        if not self.read[index].covers(claim):
            return None
        wrong = judge(claim, trial, self.article, text)[0] == "contradicted"
        return (trial.id or trial.key) if wrong else None

    def _trial_in(self, index: int) -> Trial | None:
        """The one trial of the article, or of several the one that a sentence names by its number."""
        if len(self.article.trials) == 1:
            return self.article.trials[0]
        numbers = {claim.value for claim in self.claims.get(index, ()) if claim.kind == "registry_id"}
        named = [trial for trial in self.article.trials if trial.id in numbers] if len(numbers) == 1 else []
        return named[0] if len(named) == 1 else None


MOST_CLAIMS = 40
"""Claims of a sentence that is read as one statement."""


def quote(article: Article, claim: Claim) -> str:
    """The words that make a claim, as a reader sees them."""
    return article.once(prose_sentences)[claim.sentence].text[claim.found.start : claim.found.end]


def _verdict(
    claim: Found, labels: tuple[str, ...], records: dict[str, Trial], article: Article, text: str
) -> tuple[Judgement, Pointer | None, str | None]:
    """The verdict of the first trial; where the same words speak of several, all must contradict them.

    One is enough where the sentence says that it speaks of each.
    """
    if not labels:
        return "unbound", None, None
    held = [judge(claim, records.get(label), article, text) for label in labels]
    wrong = [each for each in held if each[0] == "contradicted"]
    if wrong and claim.kind in OF_EACH and (EACH.search(text) or PLURAL.match(text, claim.end)):
        return wrong[0]
    if held[0][0] != "contradicted" or len(wrong) == len(held):
        return held[0]
    return "unsupported", None, None


def _once(found: list[Found]) -> list[Found]:
    """The claims of a sentence, each once, whichever kinds' patterns found it."""
    return list({(claim.kind, claim.value, claim.start, claim.end): claim for claim in reversed(found)}.values())[::-1]


def _disclaimed(article: Article) -> set[int]:
    """The blocks of prose that are a disclaimer, or a part of one."""
    settings = article.settings
    texts = [_words(each.text.replace("{publication}", settings.publication)) for each in settings.disclaimers]
    return {index for index, block in enumerate(article.prose) if texts and _is_of(block, texts)}


def _is_of(block: Block, texts: list[str]) -> bool:
    words = _words(block.text)
    return len(words) >= SHORTEST_TEXT and any(words in text for text in texts)


@once_a_text
def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
