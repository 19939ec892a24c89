"""Finding phrases in what an article says: words as data, each with sentences that hold it and sentences that pass.

A rule of this family is a table of `Phrase`s. Case does not count, and a space stands for a hyphen as well. A phrase
passes where what follows, what stands before it, or anything in its sentence makes it innocent.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from checker.article import Article, Block
from checker.claims.sentences import Sentence, prose_sentences, sentences
from checker.claims.vocabulary import words
from checker.diagnostic import Severity
from checker.pattern import pattern
from checker.text import Pointer, Span

DENIALS = words(
    "no not nor never neither none nobody nothing without hardly scarcely cannot can't don't doesn't didn't isn't "
    "aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't far rather instead lack lacks lacked "
    "beyond myth hype claim claims claimed claiming beware avoid false elusive premature unproven unlikely"
)
"""Words that deny what follows them, or keep it at arm's length."""

DOUBTS = words(
    "may might could would should can if whether how until unless before perhaps possibly potential potentially "
    "possible likely probably hope hopes hoped hoping hopeful aim aims aimed aiming seek seeks seeking sought search "
    "searching quest toward towards goal want wants wanted wish try tries trying tried attempt attempts attempting "
    "intended intends designed expected expects believe believes believed thought think thinks assess assesses "
    "assessed assessing tested testing evaluate evaluates evaluated evaluating evaluation determine "
    "determines determining establish establishing examine examines examining investigate investigates investigating "
    "studied studying explore explores exploring ask asks asked question questions wonder "
    "demonstrate demonstrating ensure appears appear appeared seems seem seemed suggest suggests suggested suggesting "
    "promise promises promising need needs needed must considered deemed regarded eventually someday future one-day"
)
"""Words that leave open whether what follows them is so."""

AIMS = pattern(r"\bto (?:study|test|learn|see|find|show|prove|check|say|be)\b")
"""Verbs that leave it open as an aim; "the study" and "the test" do not."""


class Phrase(NamedTuple):
    """Ways to say one thing, and what makes them innocent.

    `found` and `passed` are sentences: the table is tested by them. It passes where one of `then` follows directly,
    where one of `after` stands directly before it, or where one of `beside` stands anywhere in its sentence. `claims`
    says that it claims something: then it passes where the words before it deny or doubt it, and in questions.
    """

    words: tuple[str, ...]
    found: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    claims: bool = True


class Utterance(NamedTuple):
    """A sentence of the prose, of the title or of the description.

    `quotes` are the stretches in quotation marks, in order, of the whole text that begins `offset` code points before
    the sentence. A heading may have capitals on all its words.
    """

    text: str
    quotes: tuple[tuple[int, int], ...]
    sentence: Sentence | None
    span: Span
    pointer: Pointer | None = None
    offset: int = 0
    heading: bool = False

    def is_quoted(self, at: int) -> bool:
        """Whether an offset of the text lies in quotation marks."""
        last = bisect_right(self.quotes, (at + self.offset, sys.maxsize)) - 1
        return last >= 0 and at + self.offset < self.quotes[last][1]

    def locate(self, start: int, end: int) -> Span:
        """The span in the file of a half-open stretch of the text."""
        if self.sentence is not None:
            return self.sentence.locate(start, end)
        if self.span.end - self.span.start == len(self.text):
            return Span(self.span.start + start, self.span.start + end)
        return self.span


class Match(NamedTuple):
    """A phrase, found: where it stands in its utterance, and whether somebody else says it."""

    utterance: Utterance
    phrase: Phrase
    start: int
    end: int
    quoted: bool

    @property
    def text(self) -> str:
        return self.utterance.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.utterance.locate(self.start, self.end)

    @property
    def severity(self) -> Severity | None:
        """What others say is reported as a note."""
        return "note" if self.quoted else None


def utterances(article: Article) -> tuple[Utterance, ...]:
    """All that an article says, required texts left out; to be had through `article.once`."""
    return tuple(_utter(article))


class Vocabulary(NamedTuple):
    """What an article says, in small letters, hyphenated words in parts: its words, and the whole of it."""

    words: frozenset[str]
    whole: str

    def has(self, forms: tuple[str, ...]) -> bool:
        """Whether one of these phrases may occur; cheap, for most of them have a word that does not."""
        words, whole = self.words, self.whole
        for form, phrase in _parts(forms):  # noqa: SIM110  (`any` takes twice as long)
            if form <= words and phrase in whole:
                return True
        return False


def vocabulary(article: Article) -> Vocabulary:
    """The words that an article uses; to be had through `article.once`."""
    texts = (article.facts.title or "", article.facts.description or "", article.text[article.body.start :])
    whole = "\n".join(texts).lower()
    for joint in ("-", "‑", "–", "—", "/", "]("):
        whole = whole.replace(joint, " ")
    found = whole.split()
    return Vocabulary(frozenset([word.strip(AROUND) for word in set(found)]), " ".join(found))


AROUND = ".,;:!?…()[]{}<>*_\"'“”„‘’«»–—/|#"
"""What sticks to a word that is cut out of Markdown at white space."""


def find(article: Article, phrases: Iterable[Phrase]) -> Iterator[Match]:
    """The phrases of a table that an article uses in earnest, sentence by sentence."""
    used = article.once(vocabulary)
    present = [phrase for phrase in phrases if used.has(phrase.words)]
    if not present:
        return
    for utterance in article.once(utterances):
        for phrase in present:
            yield from matches(utterance, phrase)


@cache
def _parts(forms: tuple[str, ...]) -> tuple[tuple[frozenset[str], str], ...]:
    return tuple((frozenset(form.split()), form) for form in forms)


def matches(utterance: Utterance, phrase: Phrase) -> Iterator[Match]:
    """Where an utterance uses a phrase in earnest."""
    text = utterance.text
    for match in _pattern(phrase.words).finditer(text):
        start, end = match.span()
        before, after = text[max(start - 200, 0) : start].casefold(), text[end : end + 60].casefold()
        if _follows(phrase.then, after) or _precedes(phrase.after, before) or _is_name(utterance, start):
            continue
        if phrase.beside and _pattern(phrase.beside).search(text[max(start - 400, 0) : end + 400]):
            continue
        if phrase.claims and (is_doubted(before) or _is_question(text[end : end + 400])):
            continue
        yield Match(utterance, phrase, start, end, utterance.is_quoted(start))


def spoken(text: str) -> Utterance:
    """A sentence by itself, for trying phrases on."""
    return Utterance(text, tuple(quotes(text)), None, Span(0, len(text)))


def is_doubted(before: str) -> bool:
    """Whether the words before a phrase, in small letters, deny it or leave it open."""
    found = re.findall(r"[a-z]+(?:['-][a-z]+)?", before.replace("’", "'"))
    return not (DENIALS.isdisjoint(found) and DOUBTS.isdisjoint(found)) or bool(AIMS.search(before))


def quotes(text: str) -> Iterator[tuple[int, int]]:
    """The half-open stretches of a text between quotation marks; one that is not closed reaches to the end."""
    closing, start = "", 0
    for match in re.finditer(r"[\"“”„«»]|(?<!\w)‘|’(?!\w)", text):
        mark = match.group()
        if closing:
            if mark in closing:
                yield start, match.end()
                closing = ""
        elif mark in CLOSING and not (mark == '"' and text[match.start() - 1 : match.start()].isdigit()):
            closing, start = CLOSING[mark], match.start()
    if closing and closing != "’":
        yield start, len(text)


CLOSING = {'"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "‘": "’"}
"""What closes the quotation that a mark opens."""


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these words or phrases, as whole words."""
    alternatives = "|".join(re.escape(form).replace(r"\ ", r"[\s‑-]") for form in sorted(forms, key=len, reverse=True))
    return pattern(rf"(?<![\w-])(?:{alternatives})(?![\w]|-\w)".replace("'", "['’]"), re.IGNORECASE)


def _follows(forms: tuple[str, ...], after: str) -> bool:
    match = _pattern(forms).search(after) if forms else None
    return match is not None and not after[: match.start()].strip(" -‑\n")


def _precedes(forms: tuple[str, ...], before: str) -> bool:
    if not forms:
        return False
    tail = before[-30:].rstrip(" -‑\n“\"‘'")
    return any(tail.endswith(form) and not tail[: -len(form)][-1:].isalnum() for form in forms)


def _is_name(utterance: Utterance, start: int) -> bool:
    """Whether a phrase is a name: it has a capital where a sentence does not begin."""
    text = utterance.text
    if utterance.heading or not text[start].isupper():
        return False
    before = text[max(start - 20, 0) : start].rstrip(" *_“\"‘'(–—")
    return bool(before) and before[-1] not in ".:!?"


def _is_question(after: str) -> bool:
    return after.rstrip(" ”\"’')").endswith("?")


def _utter(article: Article) -> Iterator[Utterance]:
    for key in ("title", "description"):
        text = getattr(article.facts, key)
        if text:
            span = article.value_at(key)
            at = article.text.find(text, span.start, span.end)
            for start, end in sentences(text):
                inner = Span(at + start, at + end) if at >= 0 else span
                yield Utterance(text[start:end], tuple(quotes(text[start:end])), None, inner, (key,), heading=True)
    required = _required(article)
    block: Block | None = None
    stretches: tuple[tuple[int, int], ...] = ()
    skipped = False
    for sentence in article.once(prose_sentences):
        if sentence.block is not block:
            block = sentence.block
            stretches = ((0, len(block.prose)),) if block.quoted else tuple(quotes(block.prose))
            skipped = _folded(block.text) in required
        if not skipped:
            span, heading = Span(0, 0), block.kind == "heading"
            yield Utterance(sentence.text, stretches, sentence, span, offset=sentence.start, heading=heading)


def _required(article: Article) -> frozenset[str]:
    """The paragraphs of the disclaimers: what they say is not the writer's choice."""
    settings = article.settings
    return frozenset(
        _folded(paragraph)
        for disclaimer in settings.disclaimers
        for paragraph in disclaimer.text.replace("{publication}", settings.publication).split("\n\n")
    )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
