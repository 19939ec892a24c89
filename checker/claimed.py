"""The ledgers of articles, for people and for programs: every claim, its trial, its verdict, and the fact behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from checker.render import visible
from checker.render._words import RESET, counted, painted
from checker.render.json import dumped, range_json
from checker.run import engine, select_articles
from checker.text import json_pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.article import Article
    from checker.claims.claim import Claim
    from checker.run import Request

VERDICTS = ("supported", "derived", "contradicted", "unsupported", "unbound")
PAINTS = {"supported": "\x1b[32m", "derived": "\x1b[36m", "contradicted": "\x1b[1;31m", "unsupported": "\x1b[33m"}
"""The colours of verdicts; what is unbound is dim."""

WIDEST = {"place": 9, "verdict": 12, "kind": 23, "value": 24, "trial": 20, "quote": 40, "fact": 60}
"""Code points of a column, beyond which its text is cut."""


class Ledger(NamedTuple):
    """The claims of one article, under the path that it is reported by."""

    path: str
    article: Article
    claims: tuple[Claim, ...]

    @property
    def coverage(self) -> dict[str, int]:
        """How many claims there are, and how many of each verdict."""
        counts = dict.fromkeys(VERDICTS, 0)
        for claim in self.claims:
            counts[claim.verdict] += 1
        return {"claims": len(self.claims), **counts}


def ledgers(request: Request, problems: list[str]) -> Iterator[Ledger]:
    """The ledger of every article that a request is about, one by one; what could not be read becomes a problem."""
    from checker.claims.ledger import claims
    from checker.claims.sentences import first_unread
    from checker.files import Unreadable, read_file
    from checker.reading import read

    selection = select_articles(request)
    problems += selection.problems
    for path, site in selection.found:
        if path in selection.excluded:
            continue
        name = site.name(path)
        data = request.stdin[1] if request.stdin else read_file(path, site.settings.limits.article_size)
        text = None if isinstance(data, Unreadable) else engine().decode(data, site.settings)
        if not isinstance(text, str):
            problems.append(f"{name} could not be read; `checker check` says why.")
            continue
        article = read(name, text, site.settings)
        if first_unread(article) is not None:
            most = site.settings.limits.sentences
            problems.append(f"{name} has more than {most:,} sentences; what those after them claim was not read.")
        yield Ledger(name, article, article.once(claims))


# For programs


def as_json(found: Iterable[Ledger]) -> Iterator[str]:
    """One object, as `schemas/claims.schema.json` describes it, a claim a line."""
    yield '{"version": 1, "articles": ['
    between = "\n"
    for ledger in found:
        yield f'{between}{{"path": {dumped(ledger.path)}, "claims": ['
        yield ",".join(f"\n  {dumped(claim_json(ledger.article, claim))}" for claim in ledger.claims)
        yield f'], "coverage": {dumped(ledger.coverage)}}}'
        between = ",\n"
    yield "]}\n"


def claim_json(article: Article, claim: Claim) -> dict[str, Any]:
    """A claim as plain data. `also`, `type`, `n` and `of` are there only where they apply."""
    from checker.claims.ledger import quote

    found = claim.found
    more: dict[str, Any] = {}
    if claim.also:
        more["also"] = list(claim.also)
    if found.type:
        more["type"] = found.type
    if found.n is not None:
        more["n"] = found.n
    if found.whole is not None or found.of:
        more["of"] = found.of if found.whole is None else found.whole
    return {
        "kind": found.kind,
        "trial": claim.trial,
        "value": list(found.value) if isinstance(found.value, tuple) else found.value,
        "role": found.role or None,
        "qualifier": found.qualifier,
        "hedged": found.hedged,
        **more,
        "quote": quote(article, claim),
        "range": range_json(article.lines.range(claim.span)),
        "verdict": claim.verdict,
        "fact": fact_json(article, claim),
    }


def fact_json(article: Article, claim: Claim) -> dict[str, Any] | None:
    """The fact that a claim was held against: where it is, and what the front matter says there."""
    if claim.fact is None or article.front is None:
        return None
    value: Any = article.front.data
    for step in claim.fact:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = claim.fact_value
            break
    return {
        "pointer": json_pointer(claim.fact),
        "value": value,
        "range": range_json(article.lines.range(article.value_at(*claim.fact))),
    }


# For people


def as_table(found: Iterable[Ledger], *, color: bool, width: int) -> Iterator[str]:
    """A table an article, each followed by how many of its claims the record covers."""
    for ledger in found:
        yield painted(visible(ledger.path), "bold", color) + "\n"
        rows = [_row(ledger.article, claim) for claim in ledger.claims]
        widths = {
            column: min(most, max((len(row[column]) for row in rows), default=0)) for column, most in WIDEST.items()
        }
        for row in rows:
            yield _line(row, widths, color=color, width=width) + "\n"
        yield f"{_covered(ledger.coverage)}\n\n"


def _row(article: Article, claim: Claim) -> dict[str, str]:
    from checker.claims.ledger import quote

    start = article.lines.place(claim.span.start)
    found = claim.found
    value = ", ".join(map(str, found.value)) if isinstance(found.value, tuple) else str(found.value)
    qualifier = "" if found.qualifier == "exact" else f"{found.qualifier.replace('_', ' ')} "
    fact = fact_json(article, claim)
    return {
        "place": f"{start.line}:{start.column}",
        "verdict": claim.verdict,
        "kind": f"{found.kind} {found.role}".strip(),
        "value": visible(f"{qualifier}{value}{' (doubted)' if found.hedged else ''}"),
        "trial": visible(" ".join((claim.trial or "-", *claim.also))),
        "quote": visible(f"“{quote(article, claim)}”"),
        "fact": visible(f"{fact['pointer']} = {claim.fact_value}") if fact else "-",
    }


def _line(row: dict[str, str], widths: dict[str, int], *, color: bool, width: int) -> str:
    cells = {column: _cut(row[column], most).ljust(most) for column, most in widths.items()}
    line = "  ".join(cells.values()).rstrip()
    line = "  " + (_cut(line, width - 2) if width > 40 else line)
    if not color:
        return line
    verdict = cells["verdict"]
    return line.replace(verdict, f"{PAINTS.get(row['verdict'], chr(27) + '[2m')}{verdict}{RESET}", 1)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _covered(coverage: dict[str, int]) -> str:
    said = ", ".join(f"{coverage[verdict]} {verdict}" for verdict in VERDICTS if coverage[verdict])
    return f"  {counted(coverage['claims'], 'claim')}{': ' if said else ''}{said}."
