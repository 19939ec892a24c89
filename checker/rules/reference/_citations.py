"""Where the prose says in which journal something was published, and when."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.sentences import Sentence, prose_sentences
from checker.rules.reference._journals import is_marked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.facts import Reference
    from checker.text import Span

TRIGGERS = ("publi", "Publi", "appear", "Appear", " out ", "journal", "Journal", "report", "describ")


MOST = 100
"""With more references than this nobody can tell which one is meant."""

NEARBY = 600
"""How far back, in code points, another paper still has the reader's attention."""


class Citation(NamedTuple):
    """A journal named in a sentence: its name, where it stands in the sentence, and the year given with it.

    `sure` where the words leave no doubt that this is a journal; `about_another` where the sentence may speak of
    another paper than the article's own, or of one that is not published.
    """

    sentence: Sentence
    journal: str
    start: int
    end: int
    year: int | None
    year_start: int
    sure: bool
    about_another: bool

    @property
    def span(self) -> Span:
        return self.sentence.locate(self.start, self.end)

    @property
    def year_span(self) -> Span:
        return self.sentence.locate(self.year_start, self.year_start + 4)


def citations(article: Article) -> tuple[Citation, ...]:
    """The journals that the prose names as the place of a publication; to be had through `article.once`."""
    references = article.facts.references
    if len(references) > MOST or not any(trigger in article.text for trigger in TRIGGERS):
        return ()
    journals = [reference.journal for reference in references if reference.journal]
    return tuple(
        citation
        for sentence in article.once(prose_sentences)
        if any(trigger in sentence.text for trigger in TRIGGERS)
        for citation in _in_sentence(article, sentence, journals)
    )


@cache
def _leads() -> re.Pattern[str]:
    """What stands in front of a journal's name: "in", "in the journal", "in the peer-reviewed journal"."""
    return re.compile(r"\bin\s(?:the\s)?(?:(?:[\w-]{1,20}\s){0,3}(?P<noun>[Jj]ournals?),?\s)?(?:the\s(?=\W?[A-Z]))?")


@cache
def _publishing() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<plain>publi(?:shed|shes|cation)|appear(?:s|ed)|(?:came|comes|come)\sout"
        r"|(?:study|paper|report|article|findings|results|trial|analysis)\s(?:(?:is|are|was|were|just|now)\s){0,2}out)"
        r"|(?P<weak>report(?:ed|s)|describ(?:ed|es)|(?:study|paper|report|article)))\b",
        re.IGNORECASE,
    )


@cache
def _publishes() -> re.Pattern[str]:
    """What follows a journal's name that is the subject: "… published the paper"."""
    return re.compile(
        r"\s(?:has\s|have\s)?(?:publishe[sd]|prints|printed|carries|carried)\s(?:the|its|their|this|these|both|them|it)\b"
    )


@cache
def _name() -> re.Pattern[str]:
    """Words with capitals, joined by small ones: how an unmarked journal's name looks."""
    month = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    word = r"[A-Z][\w’'-]{0,30}"
    joint = rf"(?:\s(?:of\sthe|of|and|the|for|&|de|in|on)(?!\s{month}))?"
    return re.compile(rf"{word}(?:{joint}\s{word}){{0,8}}")


@cache
def _year_after() -> re.Pattern[str]:
    return re.compile(
        r"[”\"’*_]{0,2},?\s?(?:online\s)?(?:\(|(?:in|on)\s|(?=\d{4}\b))(?:early\s|late\s|mid-)?"
        r"(?:\d{1,2}\s)?(?:[A-Z][a-z]{2,8}\.?\s)?(?:\d{1,2},\s)?(?P<year>(?:19|20)\d\d)\b(?![-–/]\d)"
    )


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/]|[-–]\d)")


@cache
def _another() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:not|never|nor|without|reject\w*|submit\w*|plan\w*|hope\w*|expect\w*|whether|if|will|would|yet|soon"
        r"|another|others?|earlier|previous\w*|prior|older|former\w*|separate\w*|different|second|unrelated"
        r"|reviews?|meta-analys[ei]s|editorials?|commentar(?:y|ies)|comments?|letters?|guidelines?|case\s(?:study|report"
        r"|series)|mice|mouse|rats?|animals?|preclinical|protocol|since\sthen|later|back\sin)\b|n['’]t\b",
        re.IGNORECASE,
    )


def speaks_of_another(text: str) -> bool:
    """Whether a text may speak of another paper than the article's own, or of one that is not out."""
    return bool(_another().search(text))


def _in_sentence(article: Article, sentence: Sentence, journals: list[str]) -> Iterator[Citation]:
    text = sentence.text
    for lead in _leads().finditer(text):
        context = text[max(lead.start() - 70, 0) : lead.start()].rpartition(";")[2]
        verbs = list(_publishing().finditer(context))
        if not verbs:
            continue
        named = _named(article, sentence, lead.end(), journals)
        if named is None:
            continue
        end, emphasized = named
        journal = text[lead.end() : end]
        clear = verbs[-1].lastgroup == "plain" and emphasized
        sure = clear or bool(lead["noun"]) or is_marked(journal)
        after = _year_after().match(text, end)
        before = list(_year().finditer(context, verbs[-1].end()))
        year = after["year"] if after else before[-1].group() if before else None
        year_start = after.start("year") if after else 0
        if before and not after:
            year_start = lead.start() - len(context) + before[-1].start()
        yield Citation(
            sentence,
            journal,
            lead.end(),
            end,
            int(year) if year else None,
            year_start,
            sure,
            speaks_of_another(_around(text, lead.start())),
        )
    for subject in _publishes().finditer(text):
        start = _emphasis_before(article, sentence, subject.start())
        if start is not None:
            yield Citation(
                sentence,
                text[start : subject.start()],
                start,
                subject.start(),
                None,
                0,
                True,
                speaks_of_another(_around(text, start)),
            )


def _around(text: str, at: int) -> str:
    """The part of a sentence that a citation in it is about: all of it, unless it is very long."""
    return text[max(at - NEARBY, 0) : at + NEARBY]


def _named(article: Article, sentence: Sentence, start: int, journals: list[str]) -> tuple[int, bool] | None:
    """Where the journal's name that begins at `start` ends, and whether it is set in italics; None if there is none."""
    text = sentence.text
    if start >= len(text):
        return None
    source = sentence.locate(start, start + 1).start
    mark = article.text[source - 1 : source]
    if mark in ("*", "_"):
        length = article.text[source : source + 90].find(mark)
        if length > 1 and text[start : start + length] == article.text[source : source + length]:
            return start + length, True
    match = _name().match(text, start)
    if match is None:
        return None
    for journal in journals:
        name = journal.removeprefix("The ")
        if text[start : start + len(name)].casefold() == name.casefold():
            return start + len(name), False
    return match.end(), False


def _emphasis_before(article: Article, sentence: Sentence, end: int) -> int | None:
    """Where the words in italics that end at `end` begin; None where there are none."""
    if end < 2:
        return None
    source = sentence.locate(end - 1, end).end
    mark = article.text[source : source + 1]
    if mark not in ("*", "_"):
        return None
    opening = article.text.rfind(mark, max(source - 90, 0), source)
    length = source - opening - 1
    name = sentence.text[max(end - length, 0) : end]
    if opening < 0 or not 1 < length <= end or name != article.text[opening + 1 : source] or not name[0].isupper():
        return None
    return end - length


def follows_another(citation: Citation) -> bool:
    """Whether the words up to a citation may speak of another paper than the article's own."""
    end = citation.sentence.start + citation.end
    return speaks_of_another(citation.sentence.block.prose[max(end - NEARBY, 0) : end])


def names_another_trial(article: Article, citation: Citation, reference: Reference) -> bool:
    """Whether the sentence of a citation names a trial, and not the one that a reference reports."""
    if reference.trial is None:
        return False
    text = citation.sentence.text[max(citation.start - NEARBY, 0) : citation.end + NEARBY]
    named = set(re.findall(r"\bNCT\d{8}\b", text))
    named.update(number for number in article.facts.mentions if number in text)
    for trial in article.trials:
        if any(name and name in text for name in (trial.id, trial.acronym, *trial.other_ids)):
            named.add(trial.id or trial.key or "")
    return bool(named) and reference.trial not in named
