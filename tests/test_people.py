"""Counts of people in sentences: in which role, of whom, and which are no trial's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.claims.kinds import people
from checker.claims.kinds._others import OTHERS
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.claims.claim import Found
    from checker.claims.grammar import Pattern

RECORD = "---\ntitle: x\nslug: x\ntype: news\ndate: 2024-01-01\n{}---\n\n{}\n"


def claims(text: str, record: str = "") -> list[Found]:
    article = read("x.md", RECORD.format(record, text), Settings(today="2026-06-01"))
    found: list[Found] = []
    for index, sentence in enumerate(article.once(prose_sentences)):
        found += people.find(Said(sentence, article, index=index))
    return found


def quotes(text: str, pattern: str) -> list[str]:
    return [text[claim.start : claim.end] for claim in claims(text) if claim.pattern == pattern]


@pytest.mark.parametrize("pattern", people.PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_finds_its_examples(pattern: Pattern) -> None:
    for example in pattern.finds:
        text = example.replace("«", "").replace("»", "")
        assert [example.split("«")[1].split("»")[0]] == quotes(text, pattern.name), example


@pytest.mark.parametrize("pattern", people.PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_passes_what_it_does_not_mean(pattern: Pattern) -> None:
    for example in pattern.passes:
        assert [] == quotes(example, pattern.name), example


@pytest.mark.parametrize("pattern", OTHERS, ids=lambda pattern: pattern.name)
def test_what_is_no_count_of_a_trial_is_passed(pattern: Pattern) -> None:
    for example in pattern.finds:
        text = example.replace("«", "").replace("»", "")
        start = example.index("«")
        assert [] == [claim for claim in claims(text) if claim.start <= start < claim.end], example
    for example in pattern.passes:
        assert claims(example), example


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 65 participants had a median of 5 weeks.", ("enrollment", 65)),
        ("The 56 participants had a median of 5 weeks.", ("enrollment", 56)),
        ("The 60 participants had a median of 5 weeks.", ("subgroup_size", 60)),
        ("Eight of 56 did well.", ("enrollment", 56)),
        ("Eight of 43 did well.", ("arm_size", 43)),
    ],
)
def test_a_recorded_number_is_known_with_its_digits_swapped(text: str, expected: tuple[str, int]) -> None:
    record = "trials:\n  - id: NCT04770285\n    enrollment: {enrolled: 65}\n    arms: [{count: 34}, {count: 31}]\n"

    assert expected in [(claim.kind, claim.value) for claim in claims(text, record)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The team gave 34 of the children, who were all in school, a little flour a day.", "arm_size"),
        ("In all 34 of them got 75 mg twice a day.", "arm_size"),
        ("The team gave 43 of the children a little flour with their food.", "arm_size"),
        ("- 34 took 40 mg of it twice a day", "arm_size"),
        ("The results rest on 22 people who took nothing else.", "subgroup_size"),
        ("The trial enrolled 22 people.", "enrollment"),
        ("More than half of them, 41 in all, were over 80.", "subgroup_size"),
        ("There were two groups, 65 in all.", "enrollment"),
        ("They compared 34 people on it with 80 healthy people.", "subgroup_size"),
        ("In all 34 of the patients got better.", "subgroup_size"),
        ("In all 34 of the patients took part in a survey.", "subgroup_size"),
        ("In all 63 of them took at least one dose.", "enrollment"),
        ("In all 63 of them took at least one dose of rescue medicine.", "subgroup_size"),
        ("In all 12 of them took at least one dose.", "subgroup_size"),
    ],
)
def test_some_of_a_trials_people_are_an_arm_or_the_treated_ones_by_what_they_got(text: str, expected: str) -> None:
    record = (
        "trials:\n  - id: NCT04770285\n    enrollment: {enrolled: 65}\n    arms: [{count: 34}, {count: 31}]\n"
        "    groups: [{count: 22}]\n"
    )

    assert [expected] == [claim.kind for claim in claims(text, record) if claim.kind != "arms"]


@pytest.mark.parametrize(("value", "expected"), [(65, [65]), (56, []), (64, [])])
def test_people_of_a_recorded_number_are_known_whatever_they_did(value: int, expected: list[int]) -> None:
    record = "trials:\n  - id: NCT04770285\n    enrollment: {enrolled: 65, screened: 64}\n"

    assert expected == [claim.value for claim in claims(f"Some {value} volunteers let themselves be bitten.", record)]


@pytest.mark.parametrize("text", ["None of the nine patients bled.", "Half of the nine patients bled."])
def test_people_of_whom_something_is_told_are_no_plan(text: str) -> None:
    record = "trials:\n  - id: NCT04770285\n    enrollment: {planned: 15}\n"

    assert [("enrolled", 9)] == [(claim.role, claim.value) for claim in claims(text, record)]


@pytest.mark.parametrize(("whole", "expected"), [(12, []), (90, [90])])
def test_the_whole_of_a_part_is_taken_for_the_trials_where_it_is_more(whole: int, expected: list[int]) -> None:
    found = claims(f"In all, 8 of {whole} patients received an infusion.", TWENTY)

    assert expected == [claim.value for claim in found if claim.kind == "enrollment"]


def test_the_whole_of_a_part_that_is_an_arms_number_is_not_the_trials() -> None:
    record = (
        "trials:\n  - id: NCT04770285\n    enrollment: {enrolled: 1635}\n    arms:\n      - {name: walks, count: 818}\n"
    )
    found = claims("In the end 121 of the 818 walking participants fell ill, of 1,635 participants.", record)

    assert 818 not in [claim.value for claim in found if claim.kind == "enrollment"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Costs were higher (by €16 956 (95% CI 14 647 to 19 162)).", []),
        ("At 5 of the study visits people had to fast.", []),
        ("Participant 2 got 93% of the words right.", []),
        ("Data from WOMBAT 1 and 2 showed no harm.", []),
        ("Two patients in each group failed to finish it.", [("subgroup_size", 2)]),
        ("Of the 655, 75 (32%) were included in the untreated subgroup.", [("subgroup_size", 75)]),
    ],
)
def test_what_only_looks_like_a_part_of_a_trials_people_is_none(text: str, expected: list[tuple[str, int]]) -> None:
    record = "trials:\n  - id: NCT04770285\n    enrollment: {enrolled: 655}\n"

    assert expected == [(found.kind, found.value) for found in claims(text, record) if found.value != 655]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In all, 90 had ≥1 outpatient visit.", set()),
        ("They came from 24 villages with an approximate population of 65,000 people.", set()),
        ("The trial was designed to have 2 unblinded interim analyses.", set()),
        ("By March, 189 of the 237 screened participants had been randomized.", {("screened", 237)}),
        ("The trial began in 2019, enrolling 655 patients.", {("enrolled", 655)}),
        ("In this study population, 128 patients were affected by the one form.", set()),
        ("One patient assigned walks died of a clot, one patient assigned rest of a fall.", set()),
    ],
)
def test_words_right_beside_a_count_tell_what_it_is_no_total_of(text: str, expected: set[tuple[str, int]]) -> None:
    record = "trials:\n  - id: NCT04770285\n    enrollment: {enrolled: 655}\n"

    assert expected == {(found.role, found.value) for found in claims(text, record) if found.kind == "enrollment"}


TABLE = "| | {} | {} |\n|---|---|---|\n| Participants | 194 | 192 |\n"
ARMS = "trials:\n  - id: NCT04770285\n    arms:\n      - name: CT-152\n      - name: Sham app\n"


def test_the_columns_of_a_table_are_arms_where_their_heads_name_arms() -> None:
    found = claims(TABLE.format("CT-152", "Sham app"), ARMS)

    assert [("arm_size", 194, "ct-152"), ("arm_size", 192, "sham app")] == [
        (claim.kind, claim.value, claim.of) for claim in found
    ]


def test_recipients_of_what_an_arm_is_named_after_are_that_arm() -> None:
    found = claims("In 42 sham recipients, pain fell by half; the trial took in 90 kidney recipients.", ARMS)

    assert {("arm_size", 42), ("enrollment", 90)} <= {(claim.kind, claim.value) for claim in found}


def test_those_on_what_an_arm_is_named_after_are_that_arm() -> None:
    found = claims("None of the 116 patients receiving sham app did, nor 4 of the 97 given CT-152.", ARMS)

    assert [("arm_size", 116)] == [(claim.kind, claim.value) for claim in found][:1]


def test_a_row_on_one_sex_with_its_share_counts_some_of_each_arm() -> None:
    table = "| | CT-152 | Sham app |\n|---|---|---|\n| {} | 69 (49.4) | 81 (48.0) |\n"

    assert {"subgroup_size"} == {claim.kind for claim in claims(table.format("Men (%)"), ARMS)}
    assert {"arm_size"} == {claim.kind for claim in claims(table.format("Men"), ARMS)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In all, 97 got CT-152 (an app), 93 sham and 45 a book.", [97, 93, 45]),
        ("In all, 45 got a book, 97 ct-152, and 93 sham.", [45, 97, 93]),
        ("In all, 45 got a book, 97 lessons, and 93 nothing.", [45, 93]),
        ("In all, 45 got a book, and used 97 ct-152 apps.", []),
    ],
)
def test_a_count_right_before_the_name_of_an_arm_is_of_its_people(text: str, expected: list[int]) -> None:
    assert expected == [claim.value for claim in claims(text, ARMS) if claim.kind == "arm_size"]


def test_a_column_that_may_be_anything_is_left_alone() -> None:
    assert [] == claims(TABLE.format("Seoul", "Busan"), ARMS)


@pytest.mark.parametrize("time", ["Q3 2020", "June 2019", "1 May 2021", "Week 4", "Third quarter"])
def test_a_row_that_counts_up_to_a_time_gives_no_number_of_the_trial(time: str) -> None:
    table = "| | Patients enrolled |\n|---|---|\n| {} | 97 |\n| Total | 232 |\n"

    assert [232] == [claim.value for claim in claims(table.format(time), ARMS)]
    assert [97, 232] == [claim.value for claim in claims(table.format("Mayo Clinic"), ARMS)]


def test_a_table_of_two_columns_gives_the_number_of_the_trial() -> None:
    found = claims("| | Facts |\n|---|---|\n| Participants (target) | 232 |\n| Groups | 3 |\n", ARMS)

    assert [("enrollment", 232, "planned"), ("arms", 3, "")] == [
        (claim.kind, claim.value, claim.role) for claim in found
    ]


PLANNED = "trials:\n  - id: NCT04770285\n    enrollment: {planned: 64}\n"


@pytest.mark.parametrize(
    ("text", "record", "role"),
    [
        ("It was tried out in 64 patients.", "", "enrolled"),
        ("In all, 64 patients took part in the trial (NCT09000290), which is not randomized.", "", "enrolled"),
        ("The study is in 64 patients.", PLANNED, "planned"),
        ("An earlier trial was in 64 patients.", PLANNED, "enrolled"),
        ("In all, 64 patients were vaccinated.", "", "enrolled"),
        ("In all, 64 patients received at least one dose.", "", "treated"),
        ("A total of 64 participants (mean [SD] age, 41.1 [11.3] years) were randomized.", "", "randomized"),
        ("Results came from its 64 patient Phase 3 LANTERN 2 study of the pill.", "", "enrolled"),
        ("Another trial involved 64 patients with cancer who each received a dose.", "", "enrolled"),
    ],
)
def test_the_record_decides_what_the_words_leave_open(text: str, record: str, role: str) -> None:
    assert [(64, role)] == [(claim.value, claim.role) for claim in claims(text, record)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We assigned 302 patients to a drug (n=151) or placebo (n=151).", [151, 151]),
        ("In all, 302 people were eligible, including 152 in the PC arm and 150 in the TPC arm.", [152, 150]),
        ("We enrolled 302, including 12 in the drug arm and 9 in the other arm who died.", []),
        ("Sixty got the drug and 62 placebo.", [60, 62]),
        ("There were 74 patients on 40 mg, 73 on 20 mg, 37 on placebo.", [74, 73, 37]),
        ("At 6 months, 14 patients in the control group and 29 in the other had relapsed.", []),
        ("The trial randomised 423 patients (212 to the drug and 211 to placebo).", [212, 211]),
        ("Of the 79 participants who received the highest dose, 29.1% were in remission.", [79]),
        ("Falls caused moderate (n = 678, 52.8%) or severe (n = 61, 4.8%) injury.", []),
        ("Twelve of the 29 adults (41%) assigned to the pill slept well.", [29]),
        ("They were enrolled into low (60), middle (35) and high (25) arms.", [60, 35, 25]),
        ("Sixty-six (33%) were randomly assigned to a low dose, and 67 (34%) to placebo.", [66, 67]),
        ("Sixty-six (33%) were assigned to treatment, and 67 (34%) to none.", []),
        ("In the placebo group 30 (20%) had pain, and 40 (25%) to some extent.", []),
        ("Some 42 nurses with a cold were randomized to usual care (UC; n = 20), or tea (n = 22).", [20, 22]),
    ],
)
def test_arms_are_told_from_those_of_an_arm_to_whom_something_happened(text: str, expected: list[int]) -> None:
    assert expected == [claim.value for claim in claims(text) if claim.kind == "arm_size"]


@pytest.mark.parametrize(
    "text",
    [
        "A rash was seen in four patients.",
        "Two patients vomited.",
        "The disease kills 9,000 people a year.",
        "She was one of two sisters who fell ill.",
        "Adults of 18 to 65 may join.",
        "The app was downloaded by 200,000 people.",
    ],
)
def test_people_who_are_not_a_trials_whole_are_no_enrollment(text: str) -> None:
    assert [] == [claim for claim in claims(text) if claim.kind == "enrollment"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial enrolled 120 adults, two-thirds of whom received the drug.", {("enrollment", 120, "enrolled")}),
        ("Of the 366 patients randomised in the trial, 348 finished.", {("enrollment", 366, "randomized")}),
        ("A total of 45 patients (23 men and 22 women) came.", {("subgroup_size", 23, ""), ("subgroup_size", 22, "")}),
        ("In all, 72 patients in the drug arm and 36 in the other completed it.", {("subgroup_size", 36, "")}),
        ("Just 19 of the 31 patients finished the course.", {("enrollment", 31, "enrolled")}),
        ("Of the 501 patients in the drug group, 488 did well.", {("arm_size", 501, "")}),
        ("The study followed 14 patients for a year.", {("enrollment", 14, "enrolled")}),
        ("About 200 people are being recruited.", {("enrollment", 200, "planned")}),
        ("It met 141 male and female adult patients; 141 adult patients took part.", {("enrollment", 141, "enrolled")}),
        ("Ninety-nine 7- to 16-year-olds joined.", {("enrollment", 99, "enrolled")}),
        ("It recruits 20 cyclophosphamide-resistant patients.", {("enrollment", 20, "enrolled")}),
        ("Overall, 98 (90%) did well in South Africa, 98 (90%).", {("subgroup_size", 98, "")}),
        ("In all, 12 patients had a response.", {("subgroup_size", 12, "")}),
        ("In all, 302 were included in the modified intention-to-treat population.", {("enrollment", 302, "analyzed")}),
        ("The trial followed 6,133, who were followed to the end.", {("enrollment", 6133, "completed")}),
        ("Results Of the 140 men randomised in May, 120 stayed.", {("enrollment", 140, "randomized")}),
        ("A total of 140 mildly irritated or inflamed adults were recruited.", {("enrollment", 140, "enrolled")}),
        ("The study evaluated 14 adult males.", {("enrollment", 14, "enrolled")}),
        ("It will treat up to 15 U.S. patients.", {("enrollment", 15, "planned")}),
        ("Then 212 people had joined, of the 300 they wanted.", {("enrollment", 300, "planned")}),
    ],
)
def test_what_people_did_and_whose_part_they_are_is_told(text: str, expected: set[tuple[str, int, str]]) -> None:
    assert expected <= {(claim.kind, claim.value, claim.role) for claim in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Once 333 people have joined, a committee will look at the data.",
        "People with a score > 5 took part.",
        "Vertex ended its SKYLINE 102 and SKYLINE 103 trials.",
        "Some 285 letters inviting families were sent.",
        "Some 40 patients sought help elsewhere.",
        "Half of the facilities, 54 of 108 facilities, received a visit.",
        "It took 4 and a half years.",
        "The number of sites was raised from 30 to 45.",
        "It affects 2.8 million people, including 90,000 in Britain.",
        "The trial will enrol between 250 and 300 people.",
        "The UK has 900,000 people with severe hearing loss.",
        "Of 100 people with two attacks, 37 would have a third within a year.",
        "A third of 15 treated ears got better.",
        "Some 100,000 Americans who have it live far from a hospital.",
    ],
)
def test_what_counts_no_people_of_a_trial_is_passed(text: str) -> None:
    assert [] == claims(text)


def test_a_table_whose_rows_are_trials_gives_their_people_and_plans() -> None:
    found = claims("| Trial | Participants |\n|---|---|\n| NCT00962923 | 14 (of 20) |\n| NCT02213705 | 18 |\n")

    assert [(14, "enrolled"), (20, "planned"), (18, "enrolled")] == [(claim.value, claim.role) for claim in found]


TWENTY = "trials:\n  - id: NCT04770285\n    enrollment: {enrolled: 20}\n"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The trial enrolled 20 patients. Five patients with anaemia received iron.", ["enrollment", "subgroup_size"]),
        ("Five patients with anaemia received iron.", ["enrollment"]),
        ("The trial enrolled 20 patients. In all, 18 patients received iron.", ["enrollment", "enrollment"]),
        ("It included 16 patients with anaemia and 4 patients with a rash.", ["subgroup_size", "subgroup_size"]),
        ("A fever was observed in all 20 patients.", ["enrollment"]),
        ("It enrolled 20 patients; 12 more patients joined another trial.", ["enrollment"]),
    ],
)
def test_what_is_far_below_a_number_stated_before_is_of_some(text: str, kinds: list[str]) -> None:
    assert kinds == [claim.kind for claim in claims(text, TWENTY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We enrolled 58 patients (29 with a mild and 29 with a grave form).", [29, 29]),
        ("We enrolled 58 patients (28 with a mild and 29 with a grave form).", []),
        ("We randomised 58 patients (28 surgical, 30 medical).", []),
        ("It included 12 patients with the two forms: nine with a mild and three with a grave one.", [9, 3]),
        ("They got a pill (n=246; 243 analysed) or a patch (n=248; 241 analysed).", [243, 241]),
        ("A first cohort of five patients was treated; three patients in the high-dose cohort fell.", [5, 3]),
        ("Three patients in each group were lost to follow-up, leaving 247 analysed per group.", [3, 247]),
        ("Serious adverse events (n=2 exercise, n=3 writing) were rare.", []),
        ("The lymphoma was of grade 1 (n=6), grade 2 (n=1) and grade 3 (n=3).", [6, 1, 3]),
        ("In all, 8 CR (14%) and 3 PR (5%) were seen, with 22 marrow responses.", [8, 3, 22]),
        ("Gout was diagnosed in 30 participants (14 in the sham group and 16 in the pill group).", [30, 14, 16]),
        ("It was seen in 56 of those on the drug.", [56]),
    ],
)
def test_groups_of_a_trials_people_are_told_from_arms_and_events(text: str, expected: list[int]) -> None:
    assert expected == [claim.value for claim in claims(text) if claim.kind == "subgroup_size"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The research department successfully recruited five patients in two days.", ("subgroup_size", 5)),
        ("Ours is the second highest recruiting site with 51 and goes on.", ("subgroup_size", 51)),
        ("We are the best recruiting site. The team has recruited four patients.", ("subgroup_size", 4)),
        ("Survival was 6 months in 254 patients treated with A and 3 in 118 treated with B.", ("arm_size", 254)),
        ("It was of grade 1 (n=6) or grade 2 (n=1) in those on the drug.", ("subgroup_size", 6)),
        ("Results: 67 participants received the drug.", ("enrollment", 67)),
        ("Some 82,429 men received a test; 2,664 received a diagnosis.", ("subgroup_size", 2664)),
        ("It puts them into three groups with 10 people in each one.", ("arm_size", 10)),
        ("It will divide 30 of the participants by lot.", ("subgroup_size", 30)),
        ("In all, 346 people responded to the study invitation.", ("enrollment", 346)),
        ("So far 100 patients have been randomised and 91 have completed it.", ("enrollment", 100)),
        ("Data for 103 children (71%) were available for analysis.", ("enrollment", 103)),
        ("She recruited 145 children aged between two and 16 who had fits.", ("enrollment", 145)),
        ("The nurses asked 402 people to join the trial.", ("enrollment", 402)),
        ("More than 2,000 people applied.", ("enrollment", 2000)),
        ("The study population consists of 2000 females.", ("enrollment", 2000)),
        ("The 400-patient Calm 2 study is under way.", ("enrollment", 400)),
        ("Thirty of the 320 who enrolled never came.", ("enrollment", 320)),
        ("Half of the participants (301) took a pill and half (301) took none.", ("arm_size", 301)),
        ("Thirty schools (2287 pupils) were randomised to tea and 30 (2225 pupils) to milk.", ("arm_size", 2225)),
        ("We treated 35 in dose escalation.", ("subgroup_size", 35)),
        ("Of the 131 children who were invited, most came.", ("enrollment", 131)),
        ("At 43 units patients were randomised to tea (n=29) or milk (n=28).", ("arm_size", 29)),
        ("In total 26 people in the diet group completed the study.", ("subgroup_size", 26)),
        ("Some declined the operation (10 in the first group and 8 in the other).", ("subgroup_size", 10)),
        ("We asked 914 people, 55% were assigned to a drug.", ("enrollment", 914)),
        ("In all, 11 patients were not included in the trial.", ("subgroup_size", 11)),
        ("It met patients with gout (n=66) or plain arthritis (n=21) who were assigned.", ("subgroup_size", 21)),
        ("It was tested in three trials (AURORA-1, n=482; AURORA-2, n=1561).", ("enrollment", 482)),
        ("A study across 277 people showed no benefit.", ("enrollment", 277)),
        ("- A steroid injection (99 patients)", ("arm_size", 99)),
        ("In it 90 people were given a pill, while another 42 people were given a patch.", ("arm_size", 42)),
        ("We hope to enrol 4 patients here, out of 660 worldwide.", ("subgroup_size", 4)),
        ("A doctor led the recruitment of eight patients from Leeds Hospital.", ("enrollment", 8)),
        ("They got A (n = 20) or B (n = 10). Twenty recipients received an infusion.", ("arm_size", 20)),
        ("We randomised 94 women: 31 had needles, 29 had sham needles and 34 had no treatment.", ("arm_size", 34)),
        ("We randomly assigned (1:1) 579 adults to a drug or placebo.", ("enrollment", 579)),
        ("In January over 50 participants were enrolled in a single month.", ("subgroup_size", 50)),
        ("Doctors at the hospital recruited 40 patients with gout.", ("enrollment", 40)),
        ("The analysis looked at data from 700 men in the trial's control arm.", ("subgroup_size", 700)),
        ("In the waiting group, all 17 participants got the usual letters.", ("arm_size", 17)),
        ("Primary school pupils (n = 39) were recruited through posters.", ("enrollment", 39)),
        ("Follow-up was complete in 3,658 patients.", ("enrollment", 3658)),
        (
            "Two were excluded, therefore 182 patients in the pill arm and 180 in the other constituted the set.",
            ("arm_size", 182),
        ),
    ],
)
def test_those_of_a_site_a_month_or_an_arm_are_told_from_all_of_a_trial(text: str, expected: tuple[str, int]) -> None:
    assert expected in [(claim.kind, claim.value) for claim in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Each visit (29 of them) takes an hour.",
        "The rest, such as fidelity (21 out of 24), was met.",
        "The mean score was 23, compared with 11 in the control group.",
        "It skips the exons 45 and 53, respectively.",
        "2.",
        "Ward teams were randomised to lessons (n=4) or none (n=2).",
        "There were 17 deaths overall: 8 in the pill group and 5 in the control group.",
        "Cells were given at 1, 3 and 6 mg in the expansion cohort.",
        "There are four randomised phase 3 studies of the drug.",
        "There was one infection on the drug in the first group and 2 in the placebo group.",
        "In it, 12 people are still needed.",
        "Some 30 patients have been referred to us.",
        "About 30,000 adults will be diagnosed with it this year.",
        "The randomised trial was done at 43 units in Spain (n=29) and France (14).",
        "Some 48 of these clusters were chosen.",
        "They were assigned to learn (1) how it hurts and (2) how it can be borne.",
    ],
)
def test_parts_of_things_are_no_people(text: str) -> None:
    assert [] == claims(text)
