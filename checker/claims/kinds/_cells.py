"""Counts in the cells of tables: the first cell of the row and the head of the column say what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.kinds._views import arm_words
from checker.claims.numbers import qualifier
from checker.claims.tables import first_rows, heads
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.numbers import Number
    from checker.claims.said import Said
    from checker.claims.tables import Heads

ROLES = (
    ("planned", pattern(r"\b(?:planned|target|goal|estimated|anticipated|wanted|places|aim|intended|expected)\b")),
    ("screened", pattern(r"\b(?:screened|assessed)\b")),
    ("randomized", pattern(r"\brandomi[sz]ed\b")),
    ("completed", pattern(r"\b(?:completed|completers|finished)\b")),
    ("treated", pattern(r"\b(?:treated|dosed|received|injected)\b")),
    ("analyzed", pattern(r"\b(?:analy[sz]ed|evaluable|analysis)\b")),
)
PEOPLE = pattern(
    r"\W*(?:(?:number|no\.) of |total |actual |planned |target )*(?:participants?|patients?|people|subjects?|n|"
    r"enrol+ment|enrol+ed|sample size|size|volunteers|adults|children|women|men|randomi[sz]ed|completed|analy[sz]ed|"
    r"screened|treated|how many people|who took part)\b"
)
ARMS = pattern(r"(?:(?:number|no\.) of )?(?:study |treatment |parallel )?(?:arms|groups)")
ARM = pattern(r"\b(?:placebo|sham|control|comparator|intervention|usual care|standard care|group|arm)\b")
WHOLE = pattern(
    r"\b(?:total|all|overall|both|number|how many|planned|actual|trial|study|value|details?|participants)\b"
)

OF_A_SORT = pattern(r"\W*(?:women|men|children|adults)\b[^%]{0,20}%")
"""The head of a row on some of the people of each arm, with their share: "Men (%)"."""

OF_A_TIME = pattern(
    r"\W*(?:q[1-4]\b|(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|half)|(?:week|month|year|day) \d|"
    r"(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2},? )?(?:19|20)\d\d\b)"
)
"""The head of a row that counts up to a time, or in it: "Q3 2020", "June 2019", "Week 4"."""

OF_TRIALS = pattern(r"\W*(?:clinical )?(?:trial|study|studies|trials|name of (?:trial|study)|identifier)\b")
"""The head of a first column that names a trial in each row."""

REGISTERED = pattern(r"\W*(?:nct|isrctn|actrn|chictr|drks|umin|jrct|ctri|eudract|20\d\d-\d{6}-)")
OF_PLANNED = pattern(r" ?\(?(?:out )?of (?:a |the )?(?:planned )?$")

LONGEST = 80
"""Characters of a cell that holds a figure; a longer one is a text."""

FARTHEST = 12
"""How far from the beginning of its cell a figure stands."""


def cell(said: Said) -> Iterator[Found]:
    """The number of people, or of arms, that one cell gives."""
    number = next((number for number in said.numbers if number.is_count), None)
    if number is None or len(said.text) > LONGEST or number.start > FARTHEST or (block := said.sentence.block).row == 0:
        return
    texts = said.article.once(heads)
    row, column = said.heads
    if OF_A_TIME.match(row) or OF_A_TIME.match(column):
        return
    claim = Found("enrollment", int(number.value), number.start, number.end, role="enrolled", pattern="cell")
    claim = claim._replace(qualifier=qualifier(said.text, number))
    if ARMS.fullmatch(row) or ARMS.fullmatch(column):
        yield claim._replace(kind="arms", role="")
    elif PEOPLE.match(row) or PEOPLE.match(column):
        role = next((role for role, words in ROLES if words.search(f"{row} | {column} | {said.lower}")), "enrolled")
        kind = _kind(said.article, texts, block.table, column if PEOPLE.match(row) else row)
        if kind == "enrollment":
            yield claim._replace(role=role)
            yield from _whole(said, claim)
        elif kind:
            whole = role in ("enrolled", "randomized", "planned") and not OF_A_SORT.match(row)
            part = kind if whole else "subgroup_size"
            yield claim._replace(kind=part, role="", of=column if PEOPLE.match(row) else row)


def _whole(said: Said, claim: Found) -> Iterator[Found]:
    """The number of people planned, where it stands right behind those who came: "14 (of 20)"."""
    for number in said.numbers:
        if number.is_count and number.start >= claim.end and OF_PLANNED.fullmatch(said.lower, claim.end, number.start):
            yield claim._replace(value=int(number.value), start=number.start, end=number.end, role="planned")


def _kind(article: Article, texts: Heads, table: int, whose: str) -> str:
    """What the people of a cell are by the head that says whose they are: a trial's, an arm's, or unclear ("")."""
    columns = article.once(first_rows).get(table, [])
    many = len(columns) > 2
    trials = article.trials
    crossed = any(trial.design.intervention_model == "CROSSOVER" for trial in trials)
    if crossed or len(trials) > 1 or not many or WHOLE.search(whose):
        return "enrollment"
    if names_arm(article, whose):
        return "arm_size"
    if any(ARM.search(head) for head in columns[1:]):
        return "arm_size"
    names = [name.lower() for trial in trials for name in (trial.id, trial.key, trial.acronym) if name]
    listed = OF_TRIALS.match(texts.get((table, 0, 0), "")) is not None
    return "enrollment" if listed or REGISTERED.match(whose) or any(name in whose for name in names) else ""


def names_arm(article: Article, head: str) -> bool:
    """Whether the head of a row or a column, in lower case, names an arm."""
    return bool(ARM.search(head) or set(head.replace(",", " ").split()) & article.once(arm_words))


def stands_among_arms(said: Said, number: Number) -> bool:
    """Whether a number is what a cell of a table gives, in a row or in a column beside one that is an arm's."""
    block = said.sentence.block if said.block_kind == "cell" and number.start <= FARTHEST else None
    if block is None or not block.row or not block.column:
        return False
    row, column = said.heads
    columns = said.article.once(first_rows).get(block.table, [])
    arms = any(names_arm(said.article, head) for head in (row, *columns[1:]))
    return arms and not NO_RESULT.search(f"{row} | {column}")


NO_RESULT = pattern(
    r"\b(?:doses?|strength|concentration|power|alpha|margin|level|significance|target|goal|threshold)\b"
)
"""What a row or a column gives that was chosen before the trial."""
