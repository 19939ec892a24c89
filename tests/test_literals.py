"""What a text must hold for an expression to fit it: told from the expression alone, and never too much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims import grammar, kinds
from checker.literals import lacks, needed

CASES = [
    ("trial", [(("trial",),)]),
    (r"\btrials?\b", [(("trial",),)]),
    ("colou?r|hue", [(("color", "colour", "hue"),)]),
    (
        "(?:ended|stopped) (?:[a-z]+ )?(?:early|short)",
        [(("early", "short"), ("ended ", "stopped "))],
    ),
    ("phase [1-4]", [(("phase ",),)]),
    ("(?P<quote>single)[ -]blind", [(("single blind", "single-blind"),)]),
    ("(?:not )?yet", [(("yet",),)]),
    ("(?:very )+ill", [(("very ",), ("ill",))]),
    ("[a-z]+", []),
    ("(?:one )*", []),
    ("sham|[0-9]+", []),
    ("(?i)sham", []),
    ("(?i:sham) dose", [((" dose",),)]),
    ("(", []),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_what_is_needed_is_spelled_out_in_the_expression(source: str, expected: list[object]) -> None:
    assert tuple(expected) == needed(source)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it ended too early", False),
        ("it stopped short", False),
        ("it ended late", True),
        ("early and short", True),
        ("", True),
    ],
)
def test_a_text_that_has_no_alternative_whole_lacks_what_is_needed(text: str, expected: bool) -> None:
    assert expected == lacks(text, needed("(?:ended|stopped) [a-z ]*(?:early|short)"))


def test_no_text_lacks_what_nothing_is_known_of() -> None:
    assert not lacks("", ())


@pytest.mark.parametrize("source", [source for source, _ in CASES if source != "("])
@given(data=st.data())
def test_no_text_that_an_expression_fits_lacks_what_it_needs(source: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(source))

    assert not lacks(text, needed(source))


def test_it_is_known_of_almost_all_patterns_of_claims_what_they_need() -> None:
    patterns = [pattern for module in kinds.modules() for pattern in getattr(module, "PATTERNS", ()) if pattern.form]

    told = [pattern for pattern in patterns if needed(grammar.expression(pattern.form))]

    assert len(told) > 0.9 * len(patterns) > 90
