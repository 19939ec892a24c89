"""Dates in prose."""

from __future__ import annotations

import pytest

import slopes
from checker.claims.when import dates, settle

EXAMPLES = {
    "It began in November 2018.": ["2018-11"],
    "On November 5, 2018, it opened.": ["2018-11-05"],
    "On Nov. 5th 2018 it opened.": ["2018-11-05"],
    "On 5 November 2018 it opened.": ["2018-11-05"],
    "the 5th of November, 2018": ["2018-11-05"],
    "on the fourth of September 2020": ["2020-09-04"],
    "Tuesday, 05 Nov 2018": ["2018-11-05"],
    "5-Nov-2018": ["2018-11-05"],
    "in Nov. 2018, in Sept 2019": ["2018-11", "2019-09"],
    "in November, 2018, and in NOVEMBER 2019": ["2018-11", "2019-11"],
    "on 2018-11-05 and in 2018-11": ["2018-11-05", "2018-11"],
    "on 25/11/2018, on 11/25/2018, on 05/11/2018": ["2018-11-25", "2018-11-25"],
    "17.10.2024 and 05.11.2018": ["2024-10-17", "2018-11-05"],
    "from 08/2021 to 6/2023": ["2021-08", "2023-06"],
    "mid-December 2021": ["2021-12"],
    "in late December 2020, by the end of March 2021, in the first days of May 2021": ["2020-12", "2021-03", "2021-05"],
    "in early 2020 and late-2021": ["2020", "2021"],
    "mid-2026, the middle of 2027": ["2026-06", "2027-06"],
    "at the end of 2019, by end-2020, by year-end 2021": ["2019-12", "2020-12", "2021-12"],
    "at the start of 2019, the beginning of the year 2020": ["2019-01", "2020-01"],
    "in the first quarter of 2018, in Q1 2019, 3Q 2020, Q4 of 2021, 2022-Q2": [
        "2018-Q1",
        "2019-Q1",
        "2020-Q3",
        "2021-Q4",
        "2022-Q2",
    ],
    "first half of 2020, H2 2021, second-half 2022": ["2020-H1", "2021-H2", "2022-H2"],
    "in mid-Q3 2022, late Q1 2023, at the end of Q2 2024, late in the third quarter of 2025": [
        "2022-Q3",
        "2023-Q1",
        "2024-Q2",
        "2025-Q3",
    ],
    "in 1H24, 2Q25, Q3'26, Q4’27, the second calendar quarter of 2028": [
        "2024-H1",
        "2025-Q2",
        "2026-Q3",
        "2027-Q4",
        "2028-Q2",
    ],
    "by midyear 2024, by mid-year": ["2024-06", "--06"],
    "H1N1, 1H2O, 3Q2X, H2-15": [],
    "in the spring of 2018, summer 2020, winter 2019/20": ["2018", "2020", "2019"],
    "in 2012, since 2015, by 2024 and into 2025": ["2012", "2015", "2024", "2025"],
    "from 2012 to 2015, 2016–2019, 2020-22 (2023)": ["2012", "2015", "2016", "2019", "2020", "2022", "2023"],
    "over the last year, in the next year": [],
    "between 2012 and 2015": ["2012", "2015"],
    "at the heart Congress 2019, at its meeting 2020 in September": ["2019", "2020-09"],
    "2020": ["2020"],
    "2020 patients in 2019 centres, for 2018 of them": [],
    "of 2000 mg, 1.2012, 2012%, the 1990s, in the 1980s, in fiscal 2021": [],
    "It may help; they march on; May I?": [],
    "May 2018, March 2019": ["2018-05", "2019-03"],
    "may 20 patients": [],
    "In March 12 patients were treated": ["--03"],
    "A study by April Smith": [],
    "from May 2018 to March 2023": ["2018-05", "2023-03"],
    "October 2020 to July 2021": ["2020-10", "2021-07"],
    "between 12 and 19 March 2021": ["2021-03-12", "2021-03-19"],
    "March 12–19, 2021": ["2021-03-12", "2021-03-19"],
    "in November and December 2018": ["2018-11", "2018-12"],
    "from October to December 2020": ["2020-10", "2020-12"],
    "May–July 2020": ["2020-05", "2020-07"],
    "from November to February 2020": ["2019-11", "2020-02"],
    "from 11 January to 25 February 2019": ["2019-01-11", "2019-02-25"],
    "in March, May and June 2019": ["2019-03", "2019-05", "2019-06"],
    "from November 2018 to March": ["2018-11", "2019-03"],
    "began in May 2017 and closed that August": ["2017-05", "2017-08"],
    "began in May 2017 and closed the following March": ["2017-05", "2018-03"],
    "began in May 2017 and closed in August of the same year": ["2017-05", "2017-08"],
    "began in May 2017 and closed in August of the following year": ["2017-05", "2018-08"],
    "Q1 2025 and the second half of that year": ["2025-Q1", "2025-H2"],
    "by 3Q2013, not by 3QX7": ["2013-Q3"],
    "by late December and to wind up in June 2025": ["--12", "2025-06"],
    "on 11 July": ["--07-11"],
    "On October 25 the company told us": ["--10-25"],
    "starting next February": ["--02"],
    "in May this year, in June next year": ["--05", "--06"],
    "May 1, 2023 was the first day and New Year's Eve the last": ["2023-05-01", "2023-12-31"],
    "by the end of this year, early next year, later this year": ["--12", "--", "--"],
    "NCT02012345, CTRI/2021/08/035892, 2017-003921-34, ISRCTN58204417": [],
    "31 June": [],
}


@pytest.mark.parametrize("text", EXAMPLES)
def test_a_text_says_these_dates(text: str) -> None:
    assert [when.value for when in dates(text)] == EXAMPLES[text]


def test_a_date_covers_all_that_says_when() -> None:
    text = "until the end of 2019, from mid-December 2021, in August of the same year"
    written = [text[when.start : when.end] for when in dates(text)]
    assert written == ["the end of 2019", "mid-December 2021", "August of the same year"]


def test_the_second_part_of_a_range_is_joined_to_the_first() -> None:
    text = "from May 2018 to March 2019, 2016–2019, between 2012 and 2015, in 2001 and 2002, 3–5 May 2020"
    assert [when.value for when in dates(text) if when.joined] == ["2019-03", "2019", "2015", "2020-05-05"]


@pytest.mark.parametrize(
    ("text", "to_come", "value"),
    [
        ("on 11 July", False, "2022-07-11"),
        ("on 11 July", True, "2023-07-11"),
        ("by December", True, "2022-12"),
        ("in December", False, "2021-12"),
        ("in May this year", False, "2022-05"),
        ("in June next year", True, "2023-06"),
        ("next February", True, "2023-02"),
        ("next September", True, "2023-09"),
        ("last October", False, "2021-10"),
        ("by the end of the year", True, "2022-12"),
        ("next year", True, "2023"),
        ("in the second half of next year", True, "2023-H2"),
        ("in August of the same year", False, "--08"),
    ],
)
def test_the_day_of_writing_tells_the_year(text: str, to_come: bool, value: str) -> None:
    (when,) = dates(text)
    assert settle(when, "2022-09-01", to_come=to_come).value == value


@pytest.mark.parametrize(
    "unit", ["1", "2019-", "May ", "the end of ", "12 and ", "2019 to ", "Q1 ", "(", "mid-", "of the "]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    assert slopes.grows_like_its_length(dates, slopes.repeated(unit))
