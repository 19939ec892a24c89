"""Numbers of a record that the prose has only with their digits changed."""

from __future__ import annotations

import pytest

from checker.claims.portions import portions
from checker.claims.slips import slips
from checker.reading import read
from checker.settings import Settings

RECORD = """\
---
title: A patch for sore knees
trials:
  - id: NCT09000004
    study_type: INTERVENTIONAL
    enrollment: {enrolled: 158, completed: 122}
    arms:
      - {name: patch, count: 79}
      - {name: plain tape, count: 79}
    figures:
      - {name: pain score with patch, value: 57.53, unit: points}
      - {name: pain-free at a month with patch, value: 83.7, unit: "%"}
      - {name: pain-free at a month with plain tape, value: 38.2, unit: "%"}
---

"""


def slipped(prose: str) -> list[tuple[str, str, float]]:
    article = read("a.md", RECORD + prose + "\n", Settings(today="2026-06-01"))
    return [(slip.quote, slip.of, slip.value) for slip in article.once(slips)]


@pytest.mark.parametrize(
    ("prose", "quote", "of", "value"),
    [
        ("At the end the pain score stood at 75.53 with the patch.", "75.53", "figures", 57.53),
        ("At the end the pain score stood at 57.93 with the patch.", "57.93", "figures", 57.53),
        ("A month on, those pain-free were 87.3% with the patch and fewer without.", "87.3%", "figures", 83.7),
        ("By then 221 people had sent in their last diary.", "221", "enrollment", 122),
    ],
)
def test_a_number_with_its_digits_changed_is_a_slip(prose: str, quote: str, of: str, value: float) -> None:
    assert (quote, of, value) in slipped(prose)


@pytest.mark.parametrize(
    "prose",
    [
        "At the end the pain score stood at 57.53 with the patch; at first it was 75.53.",
        "The pain score was 57.5 with the patch, and that of a neighbour 75.53.",
        "The tape is sold in rolls of 75.53 metres.",
        "A month on, 84% of those with the patch and 38.2% of the others were pain-free; 87.3% liked the trial.",
        "In another trial 185 people were seen.",
        "Rain fell on 185 days of the year.",
        "NCT09000004: Knee. 2011; 185:1204-1211.",
        "Of the people in the trial 61 chose one knee and 97 the other.",
    ],
)
def test_a_number_that_the_prose_has_or_that_is_of_something_else_is_none(prose: str) -> None:
    assert not [found for found in slipped(prose) if found[0] not in ("57.53",)]


def test_a_number_that_comes_twice_is_no_slip() -> None:
    assert slipped("The pain score fell to 75.53 with the patch. A pain score of 75.53 is high.") == []


def test_a_record_that_is_wrong_is_told_by_the_prose() -> None:
    assert [("55.73", "figures", 57.53)] == slipped("With the patch the pain score was 55.73 in the end.")


def test_the_heads_of_a_table_say_whose_a_number_with_its_digits_changed_is() -> None:
    table = "| | Patch | Plain tape |\n|---|---|---|\n| Pain-free at a month | {}% | 38.2% |"

    assert [("87.3%", "figures", 83.7)] == slipped(table.format("87.3"))
    assert slipped(table.format("83.7")) == []


EYES = """\
---
title: An edit for the eye
trials:
  - id: NCT09000004
    enrollment: {treated: 14}
    figures:
      - {name: could read more letters, n: 3, of: 14}
---

"""


@pytest.mark.parametrize(
    ("prose", "quotes"),
    [
        ("After a year 13 out of 14 patients could read letters better.", ["13"]),
        ("After a year 3 of 24 patients could read more letters.", ["24"]),
        ("After a year 3 of 14 patients could read more letters, and 5 of 14 patients could read signs.", []),
        ("After a year 5 of 14 patients had a cold.", []),
        ("In an earlier trial 5 of 14 patients could read more letters.", []),
        ("After a year 4 of 14 patients could read letters on one chart and 5 of 14 patients more letters.", []),
    ],
)
def test_some_of_so_many_are_held_against_the_figure_that_the_prose_lacks(prose: str, quotes: list[str]) -> None:
    article = read("a.md", EYES + prose + "\n", Settings(today="2026-06-01"))

    assert quotes == [slip.quote for slip in article.once(portions)]


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("Over a median of 8.3 years, 12 knees were replaced.", ["8.3"]),
        ("They were followed for a median of 8.3 years, and three fell.", ["8.3"]),
        ("Over a median of 3.8 years, 12 knees were replaced.", []),
        ("The score was 8.3 points.", []),
    ],
)
def test_a_follow_up_is_one_by_the_words_for_it(prose: str, found: list[str]) -> None:
    record = RECORD.replace(
        "    figures:\n", "    figures:\n      - {name: median follow-up, value: 3.8, unit: years}\n"
    )

    article = read("a.md", record + prose + "\n", Settings(today="2026-06-01"))

    assert found == [slip.quote for slip in article.once(slips)]


def test_a_count_of_people_is_no_slip_of_a_percentage() -> None:
    record = RECORD.replace("    figures:\n", "    figures:\n      - {name: death with the old knee, n: 44, of: 158}\n")
    text = record + "In the group with the old knee, 82 of 158 patients (51.9%) had the new one before their death.\n"

    article = read("a.md", text, Settings(today="2026-06-01"))

    assert [] == [slip.quote for slip in article.once(slips)]
