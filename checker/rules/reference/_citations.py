"""Where the prose says in which journal something was published, and when."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from checker.article import Article
from checker.claims.sentences import Sentence, prose_sentences
from checker.facts import Reference
from checker.pattern import pattern
from checker.rules.reference._journals import is_elsewhere, is_marked
from checker.text import Span

TRIGGERS = ("publi", "Publi", "appear", "Appear", " out ", "journal", "Journal", "report", "describ")


YEARS = (" 19", " 20", "(19", "(20")

MOST = 100
"""With more references than this nobody can tell which one is meant; of more citations the first are looked at."""

REACH = 70
"""How far, in code points, the verb may stand before the journal's name."""

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
    if len(references) > MOST or not (references or any(trigger in article.text for trigger in TRIGGERS)):
        return ()
    signs = [sign for sign in (*TRIGGERS, *YEARS) if sign in article.text]
    journals = [reference.journal for reference in references if reference.journal]
    found = (
        citation
        for sentence in article.once(prose_sentences)
        if any(sign in sentence.text for sign in signs)
        for citation in _in_sentence(article, sentence, journals)
    )
    return tuple(islice(found, MOST))


@cache
def _leads() -> re.Pattern[str]:
    """What stands in front of a journal's name: "in", "in the journal", "in the peer-reviewed journal"."""
    return pattern(
        r"\b(?:in|issue\sof)\s(?:the\s)?(?:(?:[\w-]{1,20}\s){0,3}(?P<noun>[Jj]ournals?),?\s(?!Of\b))?"
        r"(?:the\s(?=\W?[A-Z]))?"
    )


@cache
def _publishing() -> re.Pattern[str]:
    return pattern(
        r"\b(?:(?P<plain>publi(?:shed|shes|cation)|appear(?:s|ed)?|(?:came|comes|come)\sout"
        r"|(?:study|paper|report|article|findings|results|trial|analysis)\s(?:(?:is|are|was|were|just|now)\s){0,2}out)"
        r"|(?P<weak>report(?:ed|s)|describ(?:ed|es)|(?:study|paper|report|article)))\b",
        re.IGNORECASE,
    )


@cache
def _publishes() -> re.Pattern[str]:
    """What follows a journal's name that is the subject: "… published the paper"."""
    return pattern(
        r"\s(?:has\s|have\s)?(?:publishe[sd]|prints|printed|carries|carried)\s(?:the|its|their|this|these|both|them|it)\b"
    )


@cache
def _journal_before() -> re.Pattern[str]:
    """A journal that is called one and is not in italics, up to the verb."""
    return pattern(r"\b[Jj]ournal (?P<name>[A-Z][\w’'-]{0,30}(?: (?:of|and|the|for|&|[A-Z][\w’'-]{0,30})){0,10})$")


@cache
def _noted() -> re.Pattern[str]:
    return pattern(r",? \(?(?:19|20)\d\d(?=[);,.:\]]|$)")


@cache
def _name() -> re.Pattern[str]:
    """Words with capitals, joined by small ones: how an unmarked journal's name looks."""
    month = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    word = r"[A-Z][\w’'-]{0,30}"
    joint = rf"(?:\s(?:of\sthe|of|and|the|for|&|de|in|on)(?!\s{month}))?"
    return pattern(rf"{word}(?:{joint}\s{word}){{0,8}}")


@cache
def _year_after() -> re.Pattern[str]:
    return pattern(
        r"[”\"’*_]{0,2},?\s?(?:online\s)?(?:\(|(?:in|on)\s|(?=\d{4}\b))(?:early\s|late\s|mid-)?"
        r"(?:\d{1,2}\s)?(?:[A-Z][a-z]{2,8}\.?\s)?(?:\d{1,2},\s)?(?P<year>(?:19|20)\d\d)\b(?![-–/]\d)"
    )


@cache
def _year() -> re.Pattern[str]:
    return pattern(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/]|[-–]\d)")


@cache
def _another() -> re.Pattern[str]:
    return pattern(
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
    known = set()
    for read in (_places, _subjects, _notes, _listings):
        for start, end, year, clear in read(article, sentence, journals):
            if start in known:
                continue
            known.add(start)
            around = sentence.text[max(start - NEARBY, 0) : start + NEARBY]
            number = int(year.group()) if year else None
            place = year.start() if year else 0
            journal = sentence.text[start:end]
            sure = clear and not is_elsewhere(journal)
            yield Citation(sentence, journal, start, end, number, place, sure, speaks_of_another(around))


Place = tuple[int, int, "re.Match[str] | None", bool]
"""Where a journal's name begins and ends in its sentence, the year given with it, and whether it is sure to be one."""


def _places(article: Article, sentence: Sentence, journals: list[str]) -> Iterator[Place]:
    """Journals in which something is said to be: "published in 2017 in the journal …"."""
    text = sentence.text
    for lead in _leads().finditer(text):
        reach = max(lead.start() - REACH, 0)
        begin = max(reach, text.rfind(";", reach, lead.start()) + 1)
        verbs = list(_publishing().finditer(text, begin, lead.start()))
        named = _named(article, sentence, lead.end(), journals) if verbs else None
        if named is None:
            continue
        end, emphasized = named
        clear = verbs[-1].lastgroup == "plain" and emphasized
        sure = clear or bool(lead["noun"]) or is_marked(text[lead.end() : end])
        before = list(_year().finditer(text, verbs[-1].end(), lead.start()))
        yield lead.end(), end, _year_at(text, end) or (before[-1] if before else None), sure


def _subjects(article: Article, sentence: Sentence, _journals: list[str]) -> Iterator[Place]:
    """Journals that are said to publish: "… published the paper"."""
    text = sentence.text
    for verb in _publishes().finditer(text):
        start = _emphasis_before(article, sentence, verb.start())
        if start is None and (named := _journal_before().search(text, max(verb.start() - 100, 0), verb.start())):
            start = named.start("name")
        if start is not None:
            yield start, verb.start(), None, True


def _notes(article: Article, sentence: Sentence, journals: list[str]) -> Iterator[Place]:
    """Journals in italics with a year behind: "(Gut Notes, 2023)"."""
    if journals:
        for noted in _noted().finditer(sentence.text):
            start = _emphasis_before(article, sentence, noted.start())
            if start is not None:
                year = _year().search(sentence.text, noted.start(), noted.end())
                yield start, noted.start(), year, is_marked(sentence.text[start : noted.start()])


@cache
def _listed() -> re.Pattern[str]:
    return pattern(
        r"(?:^|[.?!] |[(\[])(?P<name>[A-Z][A-Za-z]{0,20}(?: (?:&|of|the|and|[A-Z][A-Za-z]{0,20})){0,7})\.? "
        r"(?P<year>(?:19|20)\d\d)(?: [A-Z][a-z]{2,8}(?: \d{1,2})?)?; ?\d{1,4} ?[(:]"
    )


def _listings(article: Article, sentence: Sentence, journals: list[str]) -> Iterator[Place]:
    """Journals in the form of a list of references: "N Engl J Med. 2025;394:117-25"."""
    for listed in _listed().finditer(sentence.text) if journals and ";" in sentence.text else ():
        year = _year().search(sentence.text, listed.start("year"), listed.end("year"))
        yield listed.start("name"), listed.end("name"), year, True


def _year_at(text: str, end: int) -> re.Match[str] | None:
    """The year that follows a journal's name: ", in March 2017", " (2017)", ", 2017"."""
    after = _year_after().match(text, end)
    return _year().search(text, after.start("year"), after.end("year")) if after else None


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
