"""Stuff that grows: texts of any length whose every part is made to cost a reader of articles dearly."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HEAD = "title: A trial\nslug: x\ntype: news\ndate: 2024-01-01\n"
RECORDS = """\
trials:
  - id: NCT03211793
    acronym: MANUS
    brief_title: Stem cells in systemic scleroderma
    overall_status: RECRUITING
    phases: [PHASE2]
    design: {allocation: RANDOMIZED, masking: DOUBLE}
    enrollment: {planned: 20, enrolled: 18}
    arms: [{name: stem cells, type: EXPERIMENTAL, count: 10}, {name: placebo, type: PLACEBO_COMPARATOR, count: 10}]
    groups: [{name: lung disease, count: 3}]
    figures: [{name: responders, n: 7, of: 14}, {name: hazard ratio for death, value: 0.81, interval: [0.68, 0.97]}]
    start_date: {date: 2018-11, type: ACTUAL}
    completion_date: {date: 2027-11, type: ESTIMATED}
    countries: [Netherlands]
    sites: 1
    ages: {minimum: 18, maximum: 65}
    interventions: [stem cells]
  - id: NCT00962923
    acronym: ASTIS-2
    phases: [PHASE1, PHASE2]
    enrollment: {planned: 24, enrolled: 14}
    countries: [Spain, France]
    completion_date: {date: 2015-03, type: ACTUAL}
references:
  - {title: First results, journal: Rheumatology, year: 2017, doi: 10.1186/s13075-017-1340-7, kind: results}
"""
"""Two records with much to hold prose against, and names to look for in it."""

BODIES: dict[str, str | Callable[[int], str]] = {
    # Marks
    "digits": "1234567890",
    "zeros": "0",
    "brackets": "[",
    "parentheses": "(",
    "pairs of brackets": "[(",
    "closing brackets": "])",
    "stars": "*",
    "underscores": "_",
    "emphasis": "*a **b ",
    "backticks": "`",
    "runs of backticks": lambda size: "".join(_until(size, ("`" * (n % 90 + 1) + "a" for n in count()))),
    "tildes": "~",
    "backslashes": "\\",
    "entities": "&amp;",
    "bars": "|",
    "dots": ".",
    "commas": ",",
    "ellipses": "… ",
    "dashes": "1–",
    "quotation marks": "“",
    "straight quotation marks": '"',
    "quotes": "“No,” she said. ",
    "open quotes": '"The trial ',
    "apostrophes": "trial’s ",
    "angles": "<",
    "declarations": "<!",
    "comments": "<!-- a -->",
    "open comments": "<!-- ",
    "suppressions": "<!-- checker: ignore overclaim reason='x' -->\n\nIt cures.\n\n",
    "broken suppressions": "<!-- checker: ignore -->",
    "tags": "<a href='",
    "elements": "<b>x</b>",
    "open elements": "<b>",
    "hidden": "<div hidden>\n\n",
    "all unclosed": '**a *b `c [d](e ![f <div hidden <!-- "“(g ',
    # Blocks
    "lines of a letter": "a\n",
    "paragraphs of a letter": "a\n\n",
    "blank lines": "\n",
    "returns": "\r\n\n",
    "spaces": " ",
    "tabs": "\t",
    "headings": "# Phase 2\n\n",
    "headings of trials": "## NCT03211793\n\nIt enrolled 20 patients.\n\n",
    "underlined headings": "MANUS\n===\n\n",
    "items": "- 20 patients\n",
    "nested items": "- ",
    "growing nested items": lambda size: "".join(_until(size, ("  " * (n % 60) + "- a\n" for n in count()))),
    "numbered items": lambda size: "".join(_until(size, (f"{n}. a\n" for n in count(1)))),
    "nested quotes": "> ",
    "quoted lines": "> 20 patients\n",
    "rows": lambda size: "| a | b |\n|---|---|\n" + _run("| 20 patients | NCT00962923 |\n", size),
    "tables": "| trial | patients |\n|---|---|\n| MANUS | 20 |\n\n",
    "cells": lambda size: "|" + "a|" * (size // 6) + "\n|" + "-|" * (size // 6) + "\n|" + "1|" * (size // 6) + "\n",
    "links": "[a](https://example.org/NCT03211793) ",
    "open links": "[a](",
    "images": "![a](b.png) ",
    "open images": "![",
    "addresses": "https://clinicaltrials.gov/study/NCT03211793 ",
    "references": "[a][",
    "definitions": lambda size: "".join(_until(size, (f"[a{n}]: b\n" for n in count()))),
    "used definitions": lambda size: "".join(_until(size, (f"[a{n}]\n\n[a{n}]: b\n\n" for n in count()))),
    "footnotes": lambda size: "".join(_until(size, (f"a[^{n}]\n\n[^{n}]: 20 patients.\n\n" for n in count()))),
    "calls of a footnote": lambda size: _run("a[^1] ", size) + "\n\n[^1]: b\n",
    "fences": "```\n20 patients\n```\n\n",
    "open fences": "```\n\n~~~\n",
    # Characters
    "a long word": "x",
    "zero-width characters": "\u200b",
    "zero-width characters in numbers": "1\u200b",
    "combining marks": "e\u0301",
    "a pile of marks": "\u0301",
    "astral characters": "😀",
    "double-struck digits": "𝟙𝟚 ",
    "letters from right to left": "אבג ",
    "turned directions": "\u202e20\u202c ",
    "no-break spaces": "1\u00a0204\u202f",
    "sharp s": "ß",
    "capitals": "AB",
    "capitals with a dot": "İ ",
    # Words
    "patients": "patients ",
    "counts": "12 13 14 ",
    "counts of patients": "20 patients ",
    "sentences": "It enrolled 20 patients. ",
    "tiny sentences": "A b. ",
    "initials": "A. ",
    "questions": "Why? ",
    "joined counts": "20 patients and ",
    "of the": "of the ",
    "words for numbers": "twenty-one hundred and ",
    "grouped digits": "1,204,",
    "decimals": "0.5.",
    "fractions": "1/2/",
    "ranges": "1-2-",
    "to": "20 to 30 ",
    "from to": "from 20% to ",
    "percentages": "45% ",
    "parts": "7 of 14 (45%) ",
    "p-values": "p = 0.02, ",
    "open p-values": "p < ",
    "intervals": "HR 0.81 (95% CI 0.68-0.97; p=0.02) ",
    "labelled intervals": "HR (95% CI) 0.71 (0.55–0.92), ",
    "open intervals": "95% CI 0.68 to ",
    "samples": "n = 20, ",
    "phases": "phase 2 ",
    "phases and slashes": "Phase 1/2/",
    "Roman phases": "phase I/II, III ",
    "Roman numerals": "IVXLCDM ",
    "ratios": "2:1:",
    "ages": "aged 18 to 65 years ",
    "doses": "20 mg/kg ",
    "durations": "12 weeks of 24 months ",
    "sites": "at 12 sites ",
    "countries": "Spain, France and ",
    "countries and sites": "at 12 sites in Spain, 3 in France, ",
    "months": "June May March ",
    "dates": "in June 2018 ",
    "days": "5 November 2018 to ",
    "dates of digits": "2018-11-",
    "years": "2018 2019 ",
    "ends of months": "by the end of ",
    "numbers of trials": "NCT00962923 ",
    "cut numbers of trials": "NCT0",
    "near numbers of trials": "NCT0321179",
    "numbers of many registries": "ISRCTN12345678 EudraCT 2015-000123-12 ACTRN12605000123456 ChiCTR2000029308 ",
    "many numbers of trials": lambda size: "".join(_until(size, (f"NCT{n * 13 % 10**8:08d} " for n in count(700000)))),
    "many numbers of DRKS": lambda size: "".join(_until(size, (f"DRKS{n:08d} " for n in count(23_000)))),
    "many numbers of CTRI": lambda size: "".join(_until(size, (f"CTRI/2021/08/{n:06d} " for n in count(35_000)))),
    "DOIs": "10.1000/",
    "acronyms": "MANUS ",
    "two acronyms": "MANUS enrolled 20 and ASTIS-2 14, ",
    "near acronyms": "MANU MANUX ",
    "many acronyms": lambda size: "".join(_until(size, (f"the {_letters(n)} trial, " for n in count()))),
    "names in brackets": lambda size: "".join(_until(size, (f"a study ({_letters(n)}) " for n in count()))),
    "the trial": "the trial ",
    "another study": "another study ",
    "the first, the second": "the first trial enrolled 20 and the second ",
    "both": "both trials are open-label, ",
    "trials turn by turn": "In MANUS, 20 patients enrolled. In another study, 30 did. The trial ended. ",
    "open-label": "open-label double-blind randomized ",
    "recruiting": "is not recruiting but was ",
    "verbs": "enrolled randomized treated ",
    "groups": "10 received placebo, ",
    "arms": "the placebo group had 10 and ",
    "subgroups": "3 with lung disease and ",
    "hedges": "may might could ",
    "negations": "not no never ",
    "cures": "cures ",
    "sponsors": "sponsored by the University of ",
    "colons": "patients: ",
    "semicolons": "20 patients; ",
    "slashes": "and/or/",
    "hyphens": "a-b-",
    "long words": "immunosuppression-free ",
    "one huge sentence": "the trial, which enrolled 20 patients at 12 sites in Spain in June 2018, was stopped and ",
    "verdicts on p-values": "The difference was significant (p = 0.021). ",
    "the trials of many names": lambda size: "".join(
        _until(size, (f"The {_letters(n)} trial (NCT{9_000_000 + 13 * n:08d}) is open. " for n in count()))
    ),
    "suspensions": "MANUS has been suspended. ",
    "rests of a plan": lambda size: "".join(
        _until(size, (f"MANUS enrolled {n % 9 + 1} of 20 planned patients. " for n in count()))
    ),
    "parts of a whole": lambda size: "".join(
        _until(size, (f"20 patients were studied: 5 in a{n} and 6 in b{n}. " for n in count()))
    ),
    "claims": "The trial enrolled 120 people at 12 sites in Spain in May 2019. Sixty received a placebo.\n\n",
}
"""What bodies repeat, or what makes a body of about so many code points; by a name that says what it is."""

FRONTS: dict[str, Callable[[int], str]] = {
    "items of a list": lambda size: "tags:\n" + _run("  - a\n", size),
    "a list in brackets": lambda size: "tags: [" + _run("a, ", size) + "]\n",
    "keys": lambda size: "".join(_until(size, (f"key{n}: v\n" for n in count()))),
    "near keys": lambda size: "".join(_until(size, (f"titl{_letters(n)}: v\n" for n in count()))),
    "keys twice": lambda size: _run("tags: [a]\n", size),
    "aliases": lambda size: "a: &a x\nb: [" + _run("*a, ", size) + "]\n",
    "anchors": lambda size: "".join(_until(size, (f"k{n}: &a{n} [x]\n" for n in count()))),
    "a long text": lambda size: "description: " + _run("the trial enrolled 20 patients ", size) + "\n",
    "a long quoted text": lambda size: 'description: "' + _run("a\\n ", size) + '"\n',
    "a block of text": lambda size: "description: |\n" + _run("  [{'\"\n", size),
    "a folded text": lambda size: "description: >\n" + _run("  a\n\n", size),
    "an open quote": lambda size: 'description: "' + _run("a: b\n", size),
    "open brackets": lambda size: "tags: " + _run("[", size) + "\n",
    "closed brackets": lambda size: "tags: " + _run("[],", size) + "\n",
    "hyphens": lambda size: "tags: " + _run("- ", size) + "\n",
    "comments": lambda size: _run("# checker: ignore ambiguous-scalar reason='x'\n", size),
    "suppressed keys": lambda size: "".join(
        _until(size, (f"k{n}: no # checker: ignore ambiguous-scalar\n" for n in count()))
    ),
    "blank lines": lambda size: _run("\n", size),
    "spaces": lambda size: "tags:" + _run(" ", size) + "\n",
    "ambiguous words": lambda size: "tags: [" + _run("no, 012, 1:20, ", size) + "]\n",
    "words that differ": lambda size: "tags: [" + "".join(_until(size, (f"t{n}, " for n in count()))) + "]\n",
    "records": lambda size: "trials:\n" + "".join(_until(size, map(_record, count()))),
    "records of one trial": lambda size: "trials:\n" + _run(_record(0), size),
    "arms": lambda size: _of_a_record("arms", "{name: a%d, type: EXPERIMENTAL, count: 1}", size),
    "groups": lambda size: _of_a_record("groups", "{name: a%d, count: 1}", size),
    "figures": lambda size: _of_a_record("figures", "{name: a%d, n: 1, of: 2}", size),
    "countries": lambda size: _of_a_record("countries", "Spain", size),
    "interventions": lambda size: _of_a_record("interventions", "a%d", size),
    "other numbers": lambda size: _of_a_record("other_ids", "a%d", size),
    "mentions": lambda size: (
        "mentions:\n" + "".join(_until(size, (f"  - NCT{n * 13 % 10**8:08d}\n" for n in count(700000))))
    ),
    "references": lambda size: (
        "references:\n" + "".join(_until(size, (f"  - {{title: t{n}, year: 2017, kind: results}}\n" for n in count())))
    ),
    "corrections": lambda size: "corrections:\n" + _run("  - {date: 2018-11-02, text: x}\n", size),
    "authors": lambda size: "authors:\n" + "".join(_until(size, (f"  - Name {n}\n" for n in count()))),
    "faulty values": lambda size: "trials:\n" + _run("  - {id: 5, phases: 2}\n", size),
    "characters that are no text": lambda size: "description: " + _run("\u200b", size) + "\n",
}
"""What front matter is made of, beside the required keys."""


def body(name: str, size: int, *, records: bool) -> str:
    """An article whose body has about `size` code points of one kind of stuff, under two records or none."""
    stuff = BODIES[name]
    text = _run(stuff, size) if isinstance(stuff, str) else stuff(size)
    return f"---\n{HEAD}{RECORDS if records else ''}---\n\n{text}\n"


def front(name: str, size: int) -> str:
    """An article whose front matter has about `size` code points of one kind of stuff."""
    prose = "MANUS (NCT03211793) enrolled 20 people at 12 sites in Spain, and the trial ended in June 2018."
    return f"---\n{HEAD}{FRONTS[name](size)}---\n\n{prose}\n"


PAIRS: dict[str, tuple[str, str]] = {
    "records and their names": (
        "records",
        "{name} enrolled {n} patients in Spain. ",
    ),
    "records and other names": ("records", "In this disease, the X{name} trial is recruiting. "),
    "records and claims of none": ("records", "The trial enrolled {n} patients at 12 sites in Spain, in phase 2. "),
    "records and counts": ("records", "Of these, {n} completed it. "),
    "records and sums": ("records", "In all, {n} people joined both trials, {n} (45%) in the first. "),
    "records and tables": ("records", "| trial | patients |\n|---|---|\n| {name} | {n} |\n\n"),
    "arms and their sizes": ("arms", "Of the patients, {n} received a{n}. "),
    "groups and their sizes": ("groups", "The group had {n} patients with a{n}. "),
    "figures and parts": ("figures", "Of the {n} patients, 7 of 14 (45.{n}%) responded (p = 0.02). "),
    "countries and countries": ("countries", "It recruits {n} in Spain, France and Italy. "),
    "interventions and doses": ("interventions", "They took {n} mg of a{n}. "),
    "mentions and numbers": ("mentions", "NCT{id:08d} enrolled {n} patients. "),
    "other numbers and numbers": ("other numbers", "NCT{id:08d} enrolled {n} patients. "),
    "references and citations": ("references", "A report in t{n} (doi:10.1000/{n}, PMID {id}) said so in 2017. "),
    "authors and quotes": ("authors", "“It works,” said Name {n}. "),
    "corrections and claims": ("corrections", "The trial enrolled {n} patients in June 2018.\n\n"),
    "aliases and claims": ("aliases", "The trial enrolled {n} patients in June 2018.\n\n"),
    "suppressed keys and claims": (
        "suppressed keys",
        "<!-- checker: ignore overclaim reason='x' -->\n\nA{n} cures.\n\n",
    ),
}
"""Front matter and, beneath it, prose that speaks of what it holds."""


def pair(name: str, size: int) -> str:
    """An article of about `size` code points, half of them front matter, half of them prose."""
    stuff, form = PAIRS[name]
    prose = (form.format(n=n % 997, name=_letters(n % 997), id=9_000_000 + 13 * n) for n in count())
    return f"---\n{HEAD}{FRONTS[stuff](size // 2)}---\n\n{''.join(_until(size // 2, prose))}\n"


def _run(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def _until(size: int, pieces: Iterable[str]) -> Iterable[str]:
    for piece in pieces:
        size -= len(piece)
        if size < 0:
            return
        yield piece


def _letters(number: int) -> str:
    """A name in capitals, another one for each number."""
    return "".join(chr(65 + number // 26**place % 26) for place in range(5))


def _record(number: int) -> str:
    id = f"NCT{9_000_000 + 13 * number:08d}"
    return f"  - {{id: {id}, acronym: {_letters(number)}, enrollment: {{planned: {number}}}, countries: [Spain]}}\n"


def _of_a_record(key: str, item: str, size: int) -> str:
    items = (f"      - {item.replace('%d', str(n))}\n" for n in count())
    return f"trials:\n  - id: NCT03211793\n    enrollment: {{planned: 20}}\n    {key}:\n" + "".join(_until(size, items))
