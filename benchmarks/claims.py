"""Scores the checker on the annotated articles of `claims/`, as the README there says, and writes what comes of it.

    python benchmarks/claims.py [--floors] [--misses]

Written are docs/claims.md, the line "Measured." of the page of each rule of the family `claim`, and the list of faults
that are missed. `--floors` also writes the recall and precision of each kind, a little lowered, for the tests to hold
on to; `--misses` prints each claim that was missed, made up, bound wrongly or judged wrongly, and each fault that was
missed, instead of writing anything.
"""

from __future__ import annotations

import json
import math
import re
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from checker.claims.ledger import claims, quote  # noqa: E402
from checker.claims.sentences import prose_sentences  # noqa: E402
from checker.config import settings_from  # noqa: E402
from checker.engine.article import check_article, check_unreadable  # noqa: E402
from checker.reading import decode, read  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.article import Article
    from checker.claims.claim import Claim
    from checker.diagnostic import Diagnostic

CORPUS = HERE / "claims"
REPORT = HERE.parent / "docs" / "claims.md"
FLOORS = CORPUS / "floors.json"
MISSED = CORPUS / "missed.json"
PAGES = HERE.parent / "checker" / "rules" / "claim"
MEASURED = "**Measured.** "
"""What the line of a page begins with that is written here."""
TODAY = "2026-06-01"
SLACK = 0.02
"""How far below the measured value a floor lies."""

CLOSED = tuple(
    "registry_id phase enrollment arm_size subgroup_size sites countries_count countries status start_date "
    "primary_completion_date completion_date results_date masking allocation randomization_ratio acronym p_value "
    "percentage hazard_ratio odds_ratio risk_ratio confidence_interval".split()
)
OPEN = tuple("age duration dose sponsor intervention mean_change arms intervention_model control".split())

Line = dict[str, Any]


class Corpus(NamedTuple):
    """The articles' texts and the lines of the annotations, by path."""

    texts: dict[str, str]
    gold: dict[str, list[Line]]
    distractors: dict[str, list[Line]]
    faults: list[Line]
    harmless: list[Line]


def load() -> Corpus:
    texts = {
        f"passages/{path.name}": path.read_bytes().decode("utf-8") for path in sorted(CORPUS.glob("passages/*.md"))
    }
    return Corpus(
        texts,
        _by_path(_lines("gold")),
        _by_path(_lines("distractors")),
        list(_lines("faults")),
        list(_lines("harmless")),
    )


def _lines(name: str) -> Iterator[Line]:
    with open(CORPUS / f"{name}.jsonl", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _by_path(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line["path"]].append(line)
    return found


def settings() -> Any:
    return settings_from(tomllib.loads((CORPUS / "checker.toml").read_text("utf-8")), today=TODAY)


# Claims


class Placed(NamedTuple):
    """A line of gold or of distractors, and where its quote stands in the file."""

    line: Line
    start: int
    end: int


class Score:
    """What was counted, kind by kind, and what went wrong, a line each."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.made_up: Counter[str] = Counter()
        self.parts: Counter[tuple[str, bool]] = Counter()
        self.bound: Counter[tuple[str, str]] = Counter()
        self.verdicts: Counter[tuple[str, str]] = Counter()
        self.contradicted = 0
        self.made_up_contradicted = 0
        self.distracted = 0
        self.distractors = 0
        self.said: list[str] = []

    def recall(self, *kinds: str) -> float:
        right, missed = (sum(counter[kind] for kind in kinds) for counter in (self.right, self.missed))
        return right / (right + missed) if right + missed else 1.0

    def precision(self, *kinds: str) -> float:
        right, made_up = (sum(counter[kind] for kind in kinds) for counter in (self.right, self.made_up))
        return right / (right + made_up) if right + made_up else 1.0

    def share(self, counter: Counter[Any], *good: Any, of: Iterable[Any]) -> float:
        whole = sum(counter[each] for each in of)
        return sum(counter[each] for each in good) / whole if whole else 1.0

    def bindings(self, what: str, kinds: Iterable[str] = (*CLOSED, *OPEN)) -> int:
        return sum(self.bound[kind, what] for kind in kinds)


def score_claims(corpus: Corpus) -> Score:
    score = Score()
    for path, text in corpus.texts.items():
        _score_article(score, read(path, text, settings()), corpus.gold[path], corpus.distractors[path])
    return score


def _score_article(score: Score, article: Article, gold: list[Line], distractors: list[Line]) -> None:
    predicted = article.once(claims)
    placed = [_placed(article, line) for line in gold]
    pairs = sorted(
        (
            (min(one.end, claim.span.end) - max(one.start, claim.span.start), g, p)
            for g, one in enumerate(placed)
            for p, claim in enumerate(predicted)
            if claim.found.kind == one.line["kind"]
            and one.start < claim.span.end
            and claim.span.start < one.end
            and _normal(claim.found.value) == _normal(one.line["value"])
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    by_gold: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, p in pairs:
        if g not in by_gold and p not in taken:
            by_gold[g] = p
            taken.add(p)
    for g, one in enumerate(placed):
        kind = one.line["kind"]
        if g in by_gold:
            score.right[kind] += 1
            _score_match(score, article, predicted[by_gold[g]], one.line)
        else:
            score.missed[kind] += 1
            _say(score, "missed", article, one.start, kind, one.line["value"], one.line["quote"])
    matched = [(placed[g], predicted[p]) for g, p in by_gold.items()]
    for p, claim in enumerate(predicted):
        if p not in taken and not _is_excused(article, claim, matched, placed):
            score.made_up[claim.found.kind] += 1
            score.made_up_contradicted += claim.verdict == "contradicted"
            words = quote(article, claim)
            _say(score, "made up", article, claim.span.start, claim.found.kind, claim.found.value, words)
    records = {label for trial in article.trials for label in (trial.id, trial.key) if label}
    for one in (_placed(article, line) for line in distractors):
        kinds = one.line["kind"] if isinstance(one.line["kind"], list) else [one.line["kind"]]
        score.distractors += 1
        if any(
            claim.found.kind in kinds
            and claim.trial in records
            and claim.span.start < one.end
            and one.start < claim.span.end
            for claim in predicted
        ):
            score.distracted += 1
            _say(score, "distractor", article, one.start, kinds[0], "", one.line["quote"])


def _score_match(score: Score, article: Article, claim: Claim, line: Line) -> None:
    kind = line["kind"]
    if kind == "enrollment":
        score.parts["role", claim.found.role == line["role"]] += 1
        score.parts["qualifier", claim.found.qualifier == line["qualifier"]] += 1
    if "type" in line:
        score.parts["type", claim.found.type == line["type"]] += 1
    meant = {line["trial"], *line.get("also", ())}
    how = "right" if claim.trial in meant else "open" if claim.trial is None else "wrong"
    score.bound[kind, how] += 1
    score.contradicted += claim.verdict == "contradicted"
    if how != "right":
        what = f"{claim.trial} for {line['trial']}"
        _say(score, f"bound {how}", article, claim.span.start, kind, what, line["quote"])
        return
    judged = "right" if claim.verdict == line["verdict"] else "wrong"
    score.verdicts[kind, judged] += 1
    if judged == "wrong":
        what = f"{claim.verdict} for {line['verdict']}"
        _say(score, "judged", article, claim.span.start, kind, what, line["quote"])


def _is_excused(article: Article, claim: Claim, matched: list[tuple[Placed, Claim]], placed: list[Placed]) -> bool:
    """Whether a claim that is no gold claim is neither right nor wrong: a second one inside a matched span, or a word
    of a heading that a gold claim of the same sentence repeats."""
    kind, span = claim.found.kind, claim.span
    for one, other in matched:
        if other.found.kind == kind and (
            (one.start <= span.start and span.end <= one.end)
            or (other.span.start <= span.start and span.end <= other.span.end)
        ):
            return True
    sentence = article.once(prose_sentences)[claim.sentence]
    if kind in ("phase", "status") and sentence.block.kind == "heading":
        around = sentence.locate(0, len(sentence.text))
        return any(one.line["kind"] == kind and around.start <= one.start < around.end for one in placed)
    return False


def _placed(article: Article, line: Line) -> Placed:
    start = article.body.start - 1
    for _ in range(line.get("occurrence", 1)):
        start = article.text.index(line["quote"], start + 1)
    return Placed(line, start, start + len(line["quote"]))


def _normal(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(_normal(each) for each in value)
    return round(float(value), 6) if isinstance(value, int | float) else value


def _say(score: Score, what: str, article: Article, offset: int, kind: str, value: Any, words: str) -> None:
    place = article.lines.place(offset)
    score.said.append(f"{what:12} {article.path}:{place.line}:{place.column} {kind} {value} “{words}”")


# Faults and false alarms


class Edits(NamedTuple):
    """What the checker says of the articles as they are, and of those that one edit changed.

    `hinted` are the caught faults that no more than a note speaks of, `idle` the notes on true articles.
    """

    alarms: Counter[str]
    harmless: Counter[str]
    caught: Counter[str]
    noticed: Counter[str]
    faults: Counter[str]
    hinted: Counter[str]
    idle: Counter[str]
    said: list[str]
    right: Counter[str]
    wrong: Counter[str]
    missed: list[int]


def score_edits(corpus: Corpus) -> Edits:
    result = Edits(*(Counter() for _ in range(7)), [], Counter(), Counter(), [])
    before = {path: check(path, text) for path, text in corpus.texts.items()}
    for path, diagnostics in before.items():
        result.alarms.update(each.severity for each in diagnostics)
        result.wrong.update(each.rule for each in diagnostics if each.severity == "error")
        result.idle.update(each.rule for each in diagnostics if each.severity == "note")
        result.said.extend(f"false alarm  {path} {each.rule}: {each.message}" for each in diagnostics)
    for line in corpus.harmless:
        fresh = new_diagnostics(corpus, line, before[line["path"]])
        result.harmless.update(each.severity for each in fresh)
        result.wrong.update({each.rule for each in fresh if each.severity != "note"})
        result.said.extend(f"harmless     {line['path']} {each.rule}: {each.message}" for each in fresh)
    for index, line in enumerate(corpus.faults):
        rules = acceptable(line)
        fresh = new_diagnostics(corpus, line, before[line["path"]])
        result.faults[rules[0]] += 1
        result.right.update({each.rule for each in fresh if each.rule in rules})
        found = {each.severity for each in fresh if each.rule in rules}
        if found:
            result.caught[rules[0]] += 1
            result.hinted[rules[0]] += found == {"note"}
            continue
        result.missed.append(index)
        result.noticed[rules[0]] += bool(fresh)
        result.said.append(f"fault        {line['path']} {' or '.join(rules)}: {line['with'][:60]!r}")
    return result


def acceptable(fault: Line) -> list[str]:
    """The rules that may report a fault, the likeliest first."""
    return fault["rule"] if isinstance(fault["rule"], list) else [fault["rule"]]


def check(path: str, text: str) -> tuple[Diagnostic, ...]:
    decoded = decode(text.encode("utf-8", "surrogatepass"), settings())
    if isinstance(decoded, str):
        return tuple(check_article(path, decoded, settings()).diagnostics)
    return tuple(check_unreadable(path, decoded, settings()).diagnostics)


def new_diagnostics(corpus: Corpus, line: Line, before: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    known = {(each.rule, each.message) for each in before}
    found = check(line["path"], edited(corpus.texts[line["path"]], line))
    return [each for each in found if (each.rule, each.message) not in known]


def edited(text: str, line: Line) -> str:
    start = -1
    for _ in range(line.get("occurrence", 1)):
        start = text.index(line["replace"], start + 1)
    return text[:start] + line["with"] + text[start + len(line["replace"]) :]


# The report


def report(score: Score, edits: Edits) -> Iterator[str]:
    articles = len(list(CORPUS.glob("passages/*.md")))
    yield "# How well claims are read"
    yield ""
    yield "<!-- Written by benchmarks/claims.py. -->"
    yield ""
    yield (
        f"Measured on the {articles} annotated articles of [benchmarks/claims](../benchmarks/claims/README.md), which "
        "says what is counted and how. The checker was developed on these articles; on others it does less well."
    )
    yield ""
    yield "| kind | claims | recall | precision | bound right | open | bound wrongly | verdict right |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    yield _row("**all closed kinds**", score, CLOSED)
    for kind in CLOSED:
        yield _row(f"`{kind}`", score, (kind,))
    yield _row("**all open kinds**", score, OPEN)
    for kind in OPEN:
        yield _row(f"`{kind}`", score, (kind,))
    yield ""
    bound = score.bindings("right") + score.bindings("wrong")
    parts = {
        part: score.share(score.parts, (part, True), of=[(part, True), (part, False)])
        for part in ("role", "qualifier", "type")
    }
    yield (
        f"Of the claims that were bound, {_percent(score.bindings('wrong') / bound if bound else 0)} were bound to the "
        f"wrong trial. {score.contradicted} true claims were called contradicted, and so were "
        f"{score.made_up_contradicted} of the claims that were made up. Of {score.distractors} phrases that are no "
        f"claims about a trial of the article, {score.distracted} were taken for one. The role of a count was right in "
        f"{_percent(parts['role'])}, its qualifier in {_percent(parts['qualifier'])}, the type of a date in "
        f"{_percent(parts['type'])}."
    )
    yield ""
    yield "## Faults and false alarms"
    yield ""
    yield (
        f"On the {articles} articles as they are, all of them true: {edits.alarms['error']} errors and "
        f"{edits.alarms['warning']} warnings, and {sum(edits.idle[rule] for rule in edits.faults)} notes of the rules "
        f"below. After harmless edits: {edits.harmless['error']} new errors and "
        f"{edits.harmless['warning']} new warnings."
    )
    yield ""
    yield "| rule | faults | caught | of these by a note | noticed by another rule only | notes without a fault |"
    yield "|---|--:|--:|--:|--:|--:|"
    columns = (edits.faults, edits.caught, edits.hinted, edits.noticed, edits.idle)
    totals = (sum(counter[rule] for rule in edits.faults) for counter in columns)
    yield f"| **all** | {' | '.join(map(str, totals))} |"
    for rule in sorted(edits.faults):
        yield f"| `{rule}` | {' | '.join(str(counter[rule]) for counter in columns)} |"


def _row(name: str, score: Score, kinds: tuple[str, ...]) -> str:
    right, open_, wrong = (score.bindings(what, kinds) for what in ("right", "open", "wrong"))
    every = [(kind, how) for kind in kinds for how in ("right", "wrong")]
    verdict = score.share(score.verdicts, *((kind, "right") for kind in kinds), of=every)
    cells = (
        sum(score.right[kind] + score.missed[kind] for kind in kinds),
        f"{score.recall(*kinds):.3f}",
        # The open kinds are annotated only as far as they state a fact, so that nothing tells what is made up.
        f"{score.precision(*kinds):.3f}" if set(kinds) <= set(CLOSED) else "–",
        right,
        open_,
        wrong,
        _percent(verdict),
    )
    return f"| {name} | {' | '.join(map(str, cells))} |"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"


def measured(rule: str, edits: Edits) -> str:
    """What a page says of its rule: how many planted faults are found, and how often it speaks where nothing is wrong.

    A fault counts for the rule that its annotation names first, and is found if any rule speaks that it names.
    """
    if not edits.faults[rule]:
        return f"{MEASURED}No fault of this kind is planted in the annotated articles of `benchmarks/claims`."
    recall = edits.caught[rule] / edits.faults[rule]
    said = edits.right[rule] + edits.wrong[rule]
    precision = (
        f"; precision {_percent(edits.right[rule] / said)} ({edits.right[rule]} findings with reason, "
        f"{edits.wrong[rule]} without)"
    )
    notes = f", {edits.hinted[rule]} by a note" if edits.hinted[rule] else ""
    idle = f" Notes of it on true articles: {edits.idle[rule]}." if edits.idle[rule] else ""
    return (
        f"{MEASURED}Recall {_percent(recall)} ({edits.caught[rule]} of the {edits.faults[rule]} planted faults of this "
        f"kind are found{notes}){precision if said else ''}, on the annotated articles of `benchmarks/claims`.{idle}"
    )


def with_measured(page: str, line: str) -> str:
    """A page with its line "Measured.", the old one replaced, or before the first case."""
    old = re.compile(rf"^{re.escape(MEASURED)}.*$", re.MULTILINE)
    if old.search(page):
        return old.sub(lambda _: line, page, count=1)
    return page.replace("\n## ", f"\n{line}\n\n## ", 1)


def write_pages(edits: Edits) -> None:
    for path in sorted(PAGES.glob("*.md")):
        page = path.read_text(encoding="utf-8")
        path.write_text(with_measured(page, measured(path.stem.replace("_", "-"), edits)), encoding="utf-8")


def floors(score: Score) -> dict[str, dict[str, float]]:
    """What the tests hold on to: for all closed kinds together, and for each kind of ten claims or more."""
    kinds: dict[str, tuple[str, ...]] = {"closed": CLOSED} | {
        kind: (kind,) for kind in (*CLOSED, *OPEN) if score.right[kind] + score.missed[kind] >= 10
    }
    return {
        name: {"recall": _floor(score.recall(*which))}
        | ({"precision": _floor(score.precision(*which))} if set(which) <= set(CLOSED) else {})
        for name, which in kinds.items()
    }


def _floor(share: float) -> float:
    return max(0.0, math.floor(100 * (share - SLACK)) / 100)


def main() -> None:
    corpus = load()
    score = score_claims(corpus)
    edits = score_edits(corpus)
    if "--misses" in sys.argv:
        print("\n".join([*score.said, *(line for line in edits.said if not line.startswith("false alarm"))]))
        return
    write_pages(edits)
    MISSED.write_text(json.dumps(edits.missed) + "\n", encoding="utf-8")
    REPORT.write_text("\n".join(report(score, edits)) + "\n", encoding="utf-8")
    if "--floors" in sys.argv:
        FLOORS.write_text(json.dumps(floors(score), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
