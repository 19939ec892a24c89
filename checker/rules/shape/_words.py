"""A mismatch in an editor's words: whose it is, where it stands, what is written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.article import Article, Mismatch
    from checker.text import Pointer, Span

LONGEST = 60
"""Code points of an article that a message quotes at most."""


def of_keywords(article: Article, *keywords: str) -> Iterator[Mismatch]:
    """The article's mismatches of some JSON Schema keywords; none where there is no front matter to point into."""
    if article.front is not None:
        yield from (mismatch for mismatch in article.mismatches if mismatch.keyword in keywords)


def is_form(mismatch: Mismatch) -> bool:
    """Whether a bound is part of a written form: a year alone is a number, within the bounds of a date."""
    return "pattern" in mismatch.schema


def trial_label(article: Article, pointer: Pointer) -> str | None:
    """The id or key of the record that a pointer leads into, or None where it leads into none or it has neither."""
    if pointer[:1] != ("trials",):
        return None
    return next((trial.id or trial.key for trial in article.trials if trial.at == pointer[:2]), None)


def owner(article: Article, pointer: Pointer) -> str:
    """Whose value it is, to begin a sentence with: `The article`, `The record of NCT03211793`, `Record 2`."""
    if len(pointer) < 2 or pointer[0] != "trials":
        return "The article"
    label = trial_label(article, pointer)
    label = label or next((trial.acronym for trial in article.trials if trial.at == pointer[:2]), None)
    return f"The record of {cut(label)}" if label else f"Record {int(pointer[1]) + 1}"


def under(article: Article, pointer: Pointer) -> str:
    """Where a value stands, as the end of a sentence: ` under arms (item 2), name`; empty for article and record."""
    trial = pointer[:1] == ("trials",) and len(pointer) >= 2
    steps = pointer[2:] if trial else pointer
    if steps[-1:] == ("date",) and str(steps[-2:][0]).endswith("_date"):
        steps = steps[:-1]
    words: list[str] = []
    for index, step in enumerate(steps):
        if isinstance(step, int) and words:
            words[-1] += f" (item {step + 1})"
        elif isinstance(step, str):
            words.append(cut(site_key(article, step) if index == 0 and not trial else step))
    return f" under {', '.join(words)}" if words else ""


def site_key(article: Article, key: str) -> str:
    """What the site calls a key of the article: the settings may map ours to another."""
    return article.settings.keys.get(key, key)


def schema_name(mismatch: Mismatch) -> str:
    """Which schema asks: `the trial schema`."""
    return f"the {mismatch.origin.partition('.')[0]} schema"


def cut(text: str) -> str:
    """A text in one line, cut to what a message quotes."""
    text = " ".join(text[: 4 * LONGEST].split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def written(article: Article, mismatch: Mismatch) -> str:
    """What stands in the file where the mismatch is, without its quotation marks, cut to what a message quotes."""
    start, end = article.value_at(*mismatch.pointer)
    text = article.text[start:end].strip()
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    if isinstance(mismatch.value, str) and (text[:1] in ("|", ">") or not text):
        text = mismatch.value
    return cut(text)


def first_line(article: Article, pointer: Pointer) -> Span:
    """The place to say that a mapping lacks something: its first line; for the whole article, the opening fence."""
    if article.front is None or pointer:
        span = article.value_at(*pointer)
    else:
        line = article.lines.place(max(article.front.span.start - 1, 0)).line
        span = article.lines.line_span(line)
        if article.text[span.start : span.start + 1] == "\ufeff":
            span = span._replace(start=span.start + 1)
    end = article.lines.line_span(article.lines.place(span.start).line).end
    return span._replace(end=max(min(span.end, end), span.start))


def a_list_of(words: Sequence[str], last: str = "or") -> str:
    """`a, b or c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def first_sentence(text: str) -> str:
    """The first sentence of a description, to be put inside another: without its full stop and capital letter."""
    sentence = text.strip().partition(". ")[0].rstrip(".")
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]
