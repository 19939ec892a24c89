"""What the claims work speaks of: a claim as a sentence states it, and the same claim bound and judged."""

from typing import Literal, NamedTuple

from checker.text import Pointer, Span

Value = int | float | str | tuple[float, float] | tuple[str, ...]
"""A claim's value in normal form; which form, its kind says (see the modules of `checker.claims.kinds`)."""

Judgement = Literal["supported", "derived", "contradicted", "unsupported", "unbound"]


class Found(NamedTuple):
    """A claim as one sentence states it.

    `start` and `end` are half-open offsets (code points) into the sentence's text, around the value and as few words
    more as say what it is. `role` and `qualifier` are an enrollment's, `type` a date's (ACTUAL or ESTIMATED), `of` an
    arm's or group's words, `n` and `whole` the two counts of a percentage. `hedged` marks what the writer doubts.
    `pattern` names the pattern that found it.
    """

    kind: str
    value: Value
    start: int
    end: int
    role: str = ""
    qualifier: str = "exact"
    hedged: bool = False
    type: str = ""
    of: str = ""
    n: int | None = None
    whole: int | None = None
    pattern: str = ""


class Claim(NamedTuple):
    """A claim, placed, bound and judged.

    `trial` is the id or key of the record, an id of `mentions`, or None; `also` are further trials of which the same
    words say the same. `fact` is the route of keys of the fact that it was held against and `fact_value` that fact as
    text, both None where there is none. `sentence` and `block` are indices into the article's prose sentences and
    blocks.
    """

    found: Found
    span: Span
    block: int
    sentence: int
    trial: str | None = None
    also: tuple[str, ...] = ()
    verdict: Judgement = "unbound"
    fact: Pointer | None = None
    fact_value: str | None = None
