"""Registration numbers: every example of the data, check digits, repair, dates, and hostile input."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import slopes
from checker.registries import (
    REGISTRIES,
    canonical,
    check_digits_hold,
    embedded_date,
    find,
    record_url,
    repair_candidates,
)
from checker.registries.data import OTHER_NUMBERS
from checker.registries.digits import distance, has_possible_date, nearest

EXAMPLES = [(registry.key, text, number) for registry in REGISTRIES for text, number in registry.examples.items()]
MALFORMED = [(registry.key, text) for registry in REGISTRIES for text in registry.malformed]
OTHERS = [text for registry in REGISTRIES for text in registry.others] + list(OTHER_NUMBERS)


@pytest.mark.parametrize(("registry", "text", "number"), EXAMPLES)
def test_a_number_is_found_in_every_spelling(registry: str, text: str, number: str) -> None:
    found = find(f"The trial {text}, it says.")

    assert [(registry, number, None)] == [(mention.registry, mention.id, mention.fault) for mention in found]


@pytest.mark.parametrize("number", sorted({number for _, _, number in EXAMPLES} - {"C000000123"}))
def test_a_canonical_number_needs_no_correction_and_has_a_record(number: str) -> None:
    [mention] = find(f"({number})")

    assert not mention.loose
    assert canonical(number) == number
    assert (record_url(number) or "").startswith("http")


@pytest.mark.parametrize(("registry", "text"), MALFORMED)
def test_an_attempt_at_a_number_that_fits_no_form_is_malformed(registry: str, text: str) -> None:
    [mention] = find(f"The trial {text} has begun.")

    assert (registry, None, "malformed") == (mention.registry, mention.id, mention.fault)


@pytest.mark.parametrize("text", OTHERS)
def test_what_looks_like_a_number_and_is_none_is_left_alone(text: str) -> None:
    assert find(f"The trial {text} has begun.") == []


@pytest.mark.parametrize(
    "text",
    [
        *("NCT00000000", "NCT01234567", "NCT12345678", "NCT87654321", "NCT99999999", "NCT11111111"),
        *("NCTXXXXXXXX", "NCT0xxxxxxx", "NCT########", "NCT0000000", "NCT1234567"),
        *("ISRCTN12345678", "ISRCTNXXXXXXXX", "ChiCTR1234567890", "DRKS00000000", "KCT0000000"),
        *("2020-012345-67", "2020-000000-00", "ACTRNXXXXXXXXXXXXXX", "UMIN000000000", "UMIN123456789"),
    ],
)
def test_a_placeholder_is_told_from_a_number(text: str) -> None:
    assert [mention.fault for mention in find(f"The trial {text} has begun.")] == ["placeholder"]


@pytest.mark.parametrize("text", ["UMIN000012345", "DRKS00012345", "KCT0001234", "NTR3333", "JapicCTI-123456"])
def test_a_real_number_with_neighbouring_digits_is_no_placeholder(text: str) -> None:
    assert [text] == [mention.id for mention in find(text)]


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("NCTO2213705", "NCT02213705"),
        ("NCT0221370S", "NCT02213705"),
        ("NTC02213705", "NCT02213705"),
        ("ISCRTN06180958", "ISRCTN06180958"),
        ("ACTNR12620000869976", "ACTRN12620000869976"),
        ("DRKS0002391O", "DRKS00023910"),
    ],
)
def test_a_misread_letter_or_prefix_is_put_right(text: str, guess: str) -> None:
    assert [guess] == [mention.guess for mention in find(text)]


def test_offsets_cover_the_number_as_it_is_written() -> None:
    text = "é (NCT 0252\u200b9358) und 2015\u2013000168\u201332, NCTXXXXXXXX und RBR-4kx9wt."

    assert [text[mention.start : mention.end] for mention in find(text)] == [
        "NCT 0252\u200b9358",
        "2015\u2013000168\u201332",
        "NCTXXXXXXXX",
        "RBR-4kx9wt",
    ]
    assert all(mention.written == text[mention.start : mention.end] for mention in find(text))


def test_the_name_of_a_registry_is_no_part_of_a_european_number() -> None:
    assert [mention.written for mention in find("(EudraCT number: 2017-003921-34)")] == ["2017-003921-34"]
    assert [mention.written for mention in find("(ISRCTN 2017-003921-34)")] == ["2017-003921-34"]


def test_numbers_that_stand_side_by_side_are_all_found() -> None:
    text = "NCT02213705/NCT00962923; ISRCTN58204417, 2017-003921-34, and KCT0006914"

    assert [mention.id for mention in find(text)] == [
        "NCT02213705",
        "NCT00962923",
        "ISRCTN58204417",
        "2017-003921-34",
        "KCT0006914",
    ]


@pytest.mark.parametrize("text", ["", "NCT", "NCT02213705 and NCT00962923", "see NCT02213705", "U1111-1234-5678"])
def test_what_is_more_or_less_than_one_number_has_no_canonical_form(text: str) -> None:
    assert canonical(text) is None


def test_an_early_japanese_number_is_one_only_where_nothing_else_is_meant() -> None:
    assert canonical("C000000123") == "C000000123"
    assert find("(C000000123)") == []


# Check digits


@pytest.mark.parametrize("number", ["NCT00962923", "NCT02213705", "NCT03211793", "NCT02975960", "NCT09000004"])
def test_numbers_in_use_hold_their_check_digits(number: str) -> None:
    assert check_digits_hold(number) == (int(number[3:]) % 13 == 0)


def test_numbers_from_before_the_check_digits_are_let_be() -> None:
    assert check_digits_hold("NCT00000410")
    assert check_digits_hold("ISRCTN58204417")


def test_the_three_check_digits_of_an_australian_number_are_held_against_the_others() -> None:
    assert check_digits_hold("ACTRN12620000869976")
    assert check_digits_hold("ACTRN12621000456853")
    assert not check_digits_hold("ACTRN12620000869967")


ISSUED = st.integers(min_value=770, max_value=769_230).map(lambda multiple: f"NCT{multiple * 13:08}")


@given(number=ISSUED, at=st.integers(0, 7), digit=st.sampled_from("0123456789"))
def test_every_replaced_digit_is_noticed_and_repaired(number: str, at: int, digit: str) -> None:
    mistyped = number[: 3 + at] + digit + number[4 + at :]
    if mistyped == number or int(mistyped[3:]) < 10_000:
        return

    [mention] = find(mistyped)

    assert mention.fault or not check_digits_hold(mistyped)
    assert number in repair_candidates(mistyped)


@given(number=ISSUED, at=st.integers(0, 6))
def test_every_exchange_of_neighbours_is_noticed_and_repaired(number: str, at: int) -> None:
    mistyped = number[: 3 + at] + number[4 + at] + number[3 + at] + number[5 + at :]
    if mistyped == number or int(mistyped[3:]) < 10_000:
        return

    [mention] = find(mistyped)

    assert mention.fault or not check_digits_hold(mistyped)
    assert number in repair_candidates(mistyped)


@given(number=ISSUED, at=st.integers(0, 7))
def test_a_digit_left_out_is_among_the_candidates(number: str, at: int) -> None:
    assert number in repair_candidates(number[: 3 + at] + number[4 + at :])


@given(number=ISSUED, at=st.integers(0, 8), digit=st.sampled_from("0123456789"))
def test_a_digit_put_in_is_among_the_candidates(number: str, at: int, digit: str) -> None:
    assert number in repair_candidates(number[: 3 + at] + digit + number[3 + at :])


def test_what_is_cited_elsewhere_comes_first() -> None:
    assert repair_candidates("NCT00962932", ["NCT02213705", "NCT00962923"])[0] == "NCT00962923"
    assert repair_candidates("NCT2213705")[0] == "NCT02213705"
    assert repair_candidates("RBR-4ko9wt", ["RBR-4kx9wt"]) == ["RBR-4kx9wt"]
    assert repair_candidates("DRKS0023917") == []


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [("abcd", "abcd", 0), ("abcd", "abdc", 1), ("abcd", "abd", 1), ("abcd", "axcy", 2), ("abcd", "wxyz", 3)],
)
def test_changes_are_counted_up_to_a_limit(one: str, other: str, changes: int) -> None:
    assert distance(one, other) == changes
    assert distance(other, one) == changes


@given(*[st.text("ab", max_size=4)] * 4)
def test_what_two_numbers_begin_and_end_with_changes_nothing(one: str, other: str, before: str, behind: str) -> None:
    assert distance(one, other, most=4) == distance(before + one + behind, before + other + behind, most=4)


def test_only_near_numbers_are_near() -> None:
    assert nearest("NCT00962932", ["NCT02213705", "NCT00962923"]) == ["NCT00962923"]


# Dates


@pytest.mark.parametrize(
    ("number", "date", "possible"),
    [
        ("IRCT20190714044218N2", "2019-07-14", True),
        ("IRCT20191714044218N2", "2019-17-14", False),
        ("IRCT138807242493N3", None, True),
        ("TCTR20210618003", "2021-06-18", True),
        ("TCTR20211318003", "2021-13-18", False),
        ("TCTR20120000012", None, True),
        ("PACTR202104857236119", "2021-04", True),
        ("PACTR202113857236119", "2021-13", False),
        ("LBCTR2019070214", "2019-07", True),
        ("CTRI/2021/08/035892", "2021-08", True),
        ("CTRI/2021/18/035892", "2021-18", False),
        ("CTRI/2009/091/000123", None, True),
        ("CTRI/2021/091/000123", None, False),
        ("NCT00962923", None, True),
    ],
)
def test_the_date_inside_a_number_is_read(number: str, date: str | None, possible: bool) -> None:
    assert embedded_date(number) == date
    assert has_possible_date(number) == possible
    assert [None if possible else "date"] == [mention.fault for mention in find(number)]


# Addresses


@pytest.mark.parametrize(
    ("number", "url"),
    [
        ("NCT00962923", "https://clinicaltrials.gov/study/NCT00962923"),
        ("isrctn 58204417", "https://www.isrctn.com/ISRCTN58204417"),
        ("UMIN000041926", "https://trialsearch.who.int/Trial2.aspx?TrialID=JPRN-UMIN000041926"),
        ("RBR-4kx9wt", "https://ensaiosclinicos.gov.br/rg/RBR-4kx9wt"),
        ("JNJ-75276617", None),
    ],
)
def test_a_number_leads_to_its_record(number: str, url: str | None) -> None:
    assert record_url(number) == url


# Hostile input


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "NCT",
        "NCT0",
        "NCT 0 ",
        "12 ",
        "RBR-",
        "ctri/2021/",
        "x",
        "#",
        "2017-0",
        "NCT No. ",
        "\u200b0",
        "ISCRTN 123456 ",
    ],
)
def test_searching_takes_time_in_proportion_to_the_text(piece: str) -> None:
    assert slopes.grows_like_its_length(find, slopes.repeated(piece))


@given(st.text(alphabet="NCTISR0123456789 -/.xX#\u200b\u2013\u00a0O", max_size=60))
def test_whatever_is_found_lies_in_the_text_and_in_order(text: str) -> None:
    found = find(text)

    assert all(text[mention.start : mention.end] == mention.written for mention in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all((mention.id is None) <= (mention.fault is not None) for mention in found)
