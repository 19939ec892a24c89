"""The prose says that a trial's results have not been published, and the registry has them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.dates import is_date, spoken
from checker.pattern import pattern
from checker.rule import Finding
from checker.rules.registry._held import held, last_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.registered import Paper, Study
    from checker.rules.registry._held import Held

severity = "warning"
fixable = None

OUT = (
    r"(?:published|posted|reported|released|presented|disclosed|announced|shared|made (?:public|available)|"
    r"publicly available|available|out\b|public\b|(?:known|in)(?= yet|[.,;]|$))"
)
PUBLISH = r"(?:publish|post|report|release|present|disclose|announce|share)"
PUBLISHED = r"(?:published|posted|reported|released|presented|disclosed|announced|shared)"
RESULTS = r"(?:results|findings)\b"
OWN = r"(?:(?:any|the|its|their|trial|study)(?: trial['’]s| study['’]s| trial| study)? )?"
NOT = r"(?: still| as yet)?(?: not|n[’']t)(?: yet| so far)?"

PLAIN = frozenset("the its their any trial trial's trial’s study study's study’s these and but so yet".split())
"""Words before "results" that do not narrow them down; "long-term results" may well be to come."""

DATED = pattern(r"\bas of\b|\bat the time\b|\bwhen th[ei]|\bby (?:the end of )?(?:[A-Z][a-z]+ )?\d{4}", re.IGNORECASE)
"""What tells the reader of which day a statement is."""


@cache
def _denial() -> re.Pattern[str]:
    """That results are not there. Tense matters: "had not been published" tells of another time."""
    return re.compile(
        rf"\b{RESULTS}(?P<of>[^.;:,]{{0,60}}?) (?:(?:have|are){NOT}(?: been)?(?: yet)? (?:publicly )?{OUT}|"
        rf"not yet (?:publicly )?{OUT}|(?:have yet|are yet|are still|remain) to be {OUT}|"
        r"(?:remain|are still|are) (?:unpublished|pending|awaited|outstanding)\b)|"
        rf"\bno (?:(?:trial|study) )?{RESULTS}(?P<of_none>[^.;:,]{{0,60}}?) "
        rf"(?:have(?: yet| so far)?(?: been)?(?: yet)?|are(?: yet)?) (?:publicly )?{OUT}|"
        rf"\b(?:has|have){NOT} {PUBLISHED} {OWN}{RESULTS}|"
        rf"\b(?:has|have) yet to {PUBLISH} {OWN}{RESULTS}|"
        rf"\bthere are(?: still| as yet)? no (?:(?:published|posted|trial|study) )?{RESULTS}"
        r"(?= yet| available| to | of | from |[.,;]|$)",
        re.IGNORECASE,
    )


def check(article: Article) -> Iterator[Finding]:
    with_results = {each.trial.label: each for each in article.once(held) if _evidence(each)}
    for reference in article.facts.references:
        if reference.kind == "results":
            # The article knows of results: what it calls unpublished are others.
            with_results.pop(reference.trial or "", None)
    if not with_results or not any(_may_deny(block.prose) for block in article.prose):
        return
    from checker.claims.binding import bind
    from checker.claims.claim import Found
    from checker.claims.sentences import prose_sentences

    sentences = article.once(prose_sentences)
    denials = []
    for index, sentence in enumerate(sentences):
        if _may_deny(sentence.text):
            match = _denial().search(sentence.text)
            if match and _is_of_all(sentence.text, match):
                denials.append((index, Found("results_date", "", match.start(), match.end())))
    for (index, denial), binding in zip(denials, bind(article, denials), strict=True):
        each = with_results.get(binding.trial or "")
        if each is None or binding.also:
            continue
        yield Finding(
            sentences[index].locate(denial.start, denial.end),
            f"The prose says that results of {each.trial.label} have not been published; "
            f"{each.registry} {_evidence(each)}.",
            "Look at the results and tell of them, or say of which day the statement is.",
            trial=each.trial.label,
        )


def _may_deny(text: str) -> bool:
    return "results" in text or "findings" in text or "Results" in text or "Findings" in text


def _is_of_all(text: str, match: re.Match[str]) -> bool:
    """Whether the words speak of a trial's results as a whole, and of today."""
    if DATED.search(text):
        return False
    of = match["of"] if match["of"] is not None else match["of_none"] or ""
    if of.strip() not in ("", "yet") and not of.startswith((" of ", " from ", " for ")):
        return False
    if match[0][:1] not in "rRfF":
        return True
    before = text[: match.start()].split()[-1:]
    return not before or before[0].casefold().strip("\"“'(—–-") in ("", *PLAIN) or before[0][-1] in ",;:.)—–"


def _evidence(each: Held) -> str:
    """What the registry has, in words; empty where it has nothing."""
    study = each.now.study
    if study.has_results:
        posted = study.results_first_post_date
        return f"posted them{f' on {spoken(posted)}' if posted and is_date(posted) else ''}"
    paper = next((paper for paper in study.references if paper.type == "RESULT" and _is_later(paper, study)), None)
    if paper is None:
        return ""
    name = f"PMID {paper.pmid}" if paper.pmid else _short(paper.citation)
    return f"names a publication of them ({name}) in its record of {spoken(last_word(each.now))}"


def _is_later(paper: Paper, study: Study) -> bool:
    """Whether a publication can be of the trial: sponsors list older ones among their results too."""
    year = re.search(r"\b((?:19|20)\d\d)(?: [A-Z][a-z]{2}\b|;)", paper.citation[:3000])
    start = study.start_date.date[:4] if study.start_date else ""
    return year is not None and bool(start) and year[1] > start


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
