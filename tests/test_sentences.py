"""Sentences: where they end, and what only looks like an end."""

from __future__ import annotations

import pytest

import slopes
from checker.claims.sentences import LONGEST, sentences


@pytest.mark.parametrize(
    "text",
    [
        "One came.|Two left.",
        "Dr. Smith saw St. Jude patients, e.g. children, vs. adults.|Fig. 2 shows it.",
        "See No. 5 and p. 5 of J. R. Smith et al. 2017.|It is there.",
        "It is in N Engl J Med. 2025;394:117.|See Gut. 2024 Mar 3; 12(4): 5.|It ended in May.|2025; a good year.",
        "She said no.|Five left.",
        "They took vitamin C.|The others did not.",
        "It is for people with MS.|HALCYON ran for a year, and Ms. Smith led it.",
        "Acme Inc. Japan paid.|It did so twice.",
        "It was 0.54 in all.|“Why?”|Nobody knows.",
        "“Who can join?” she asked.|Nobody did.",
        'He said "yes."|Then he left…|And that was it.',
        "The p value was .05 (see Fig. 3). It fell.".replace(". It", ".|It"),
        "Wait ... what?|No!",
        "Of 60, 30 improved; the others did not.",
        "In 2018.|The end",
        "Began 3 Jan. 2018 and ended at 5 p.m. sharp.",
    ],
)
def test_a_text_is_cut_where_the_bars_are(text: str) -> None:
    whole = text.replace("|", " ")

    found = [whole[start:end] for start, end in sentences(whole)]

    assert text.split("|") == found


def test_white_space_alone_holds_no_sentence() -> None:
    assert [] == sentences(" \n\t ")


@pytest.mark.parametrize("unit", [".", ". ", "A. ", "... ", '."', "? ", " ", "no. "])
def test_a_flood_of_marks_is_read_in_linear_time(unit: str) -> None:
    assert slopes.grows_like_its_length(sentences, slopes.repeated(unit))


def test_a_text_without_full_stops_is_read_in_parts() -> None:
    text = "patients and " * 1_000

    parts = sentences(text)

    assert all(end - start <= LONGEST for start, end in parts)
    assert text.split() == [word for start, end in parts for word in text[start:end].split()]


def test_a_word_without_end_is_cut_somewhere() -> None:
    parts = sentences("7" * 5_000)

    assert [(0, 2_000), (2_000, 4_000), (4_000, 5_000)] == parts
