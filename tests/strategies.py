"""Articles for property tests: sound ones, nearly sound ones, and any bytes at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from newsroom import article

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS = Path(__file__).parent.parent / "benchmarks" / "claims" / "passages"
TRUE = tuple(path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.md")))
"""The annotated articles, which are true."""

PIECES = (
    "The trial", "MANUS", "NCT03211793", "NCT0321179", "a second study", "The placebo group", "It", "Researchers",
    "enrolled", "plans to enroll", "is recruiting", "was completed in", "is expected to end in", "was not",
    "20", "1 204", "1,204", "a dozen", "half of the 602", "n = 57", "12%", "p = 0.000", "95% CI 0.68 to 0.97",
    "patients", "people", "at 12 sites", "in Spain and France", "in phase 2", "phase I/II", "double-blind",
    "open-label", "randomized 2:1", "in November 2018", "until June 2019", "last month", "from 20% to 30%", "cures",
    "0·54", "−3.6",
    "<!-- checker: ignore overclaim -->", "`code`", "[link](https://clinicaltrials.gov/study/NCT03211793)", "**bold**",
    "&amp;", "\u00a0", "\u200b", "😀", "|", "- ", "# ", "> ", "\n", "\n\n", "\n| a | b |\n|---|---|\n| 7 | 9 |\n",
)  # fmt: skip

prose = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
"""Bodies made of what claims are made of, in any order."""

sound = st.builds(lambda body: article(body or "Nothing."), prose)
"""Articles whose front matter is by the contract, whatever their prose says."""

noise = st.sampled_from(
    (*"\"'{}[]:#-|>&*!%@`~\n\t\r\\_<>/0129\ufeff\u2028\x85\x00é😀", "---\n", "trials:\n", "  - id: x\n")
)


@st.composite
def nearly(draw: Callable[..., object]) -> str:
    """A true article after one to three slips: something cut, doubled, or put in."""
    text = str(draw(st.sampled_from(TRUE)))
    for _ in range(int(str(draw(st.integers(1, 3))))):
        at = int(str(draw(st.integers(0, len(text)))))
        length = int(str(draw(st.integers(0, 30))))
        kind = draw(st.sampled_from(("cut", "double", "put")))
        if kind == "cut":
            text = text[:at] + text[at + length :]
        elif kind == "double":
            text = text[:at] + text[at : at + length] + text[at:]
        else:
            text = text[:at] + str(draw(noise)) + text[at:]
    return text
