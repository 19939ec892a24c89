"""Counts of people right beside a group, a site or another trial, and plans beside what has been done."""

from __future__ import annotations

import pytest

from checker.claims.joined import has_joined
from checker.claims.kinds import ages, people
from checker.claims.ledger import claims
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings

PLANNED = "    enrollment: {planned: 60}\n"
ENROLLED = "    enrollment: {enrolled: 92}\n    arms: [{count: 30}, {count: 62}]\n"
RECORD = "---\ntitle: x\nslug: x\ntype: news\ndate: 2024-01-01\ntrials:\n  - id: NCT04770285\n{}---\n\n{}\n"


def told(text: str, enrollment: str = ENROLLED) -> list[tuple[str, object, str]]:
    article = read("x.md", RECORD.format(enrollment, text), Settings(today="2026-06-01"))
    sentences = [Said(sentence, article, index=index) for index, sentence in enumerate(article.once(prose_sentences))]
    return [(claim.kind, claim.value, claim.role) for said in sentences for claim in people.find(said)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A second group of 62 women drank milk.", ("arm_size", 62)),
        ("The first group of 30 women did better.", ("arm_size", 30)),
        ("The first group (30 women) drank tea.", ("arm_size", 30)),
        ("A group of 30 women with gout drank tea. The other group drank milk.", ("arm_size", 30)),
        ("A group of 92 women took part in the study.", ("enrollment", 92)),
        ("Early data from the first group of 12 women did not look good.", ("subgroup_size", 12)),
        ("The tea group consisted of 30 women; the drug group consisted of 62 women.", ("arm_size", 62)),
        ("They gave the tea to 30 women and the milk to 62.", ("arm_size", 62)),
        ("Tea (30 women) was compared with milk (62 women).", ("arm_size", 30)),
        ("The mean age of 92 women randomised to tea or milk was 40.", ("enrollment", 92)),
        ("Of 92 women enrolled, 9 receiving tea (30%) and 20 receiving milk (32%) died.", ("subgroup_size", 20)),
        ("Pain eased among 54 women treated with tea and 78 women treated with milk.", ("subgroup_size", 54)),
        ("Some 92 women joined at 48 sites in Ghana (70 women) and 5 sites in Togo (22 women).", ("subgroup_size", 22)),
        ("We hope to recruit 20 women from the earlier trial.", ("subgroup_size", 20)),
        ("In all, 40 were included from the first trial and 52 from the second trial.", ("subgroup_size", 40)),
        ("The mITT population of women with gout (n=90) had less pain than the drug group (n=61).", ("enrollment", 90)),
        (
            "Patients (N=92) with gout, seen as a score of six or more, were randomised to tea or milk.",
            ("enrollment", 92),
        ),
        ("A total of 92 women – 30 in step 1 and 62 in step 2 – were included.", ("subgroup_size", 62)),
        ("Most participants (70) were women.", ("subgroup_size", 70)),
        ("The Welsh part of the trial will enrol 45 women.", ("subgroup_size", 45)),
        ("Forty women from Leeds joined the trial.", ("subgroup_size", 40)),
        ("Phase 1 of the trial included 24 healthy women.", ("subgroup_size", 24)),
        ("They compared it with that of 34 women who had not taken part.", ("subgroup_size", 34)),
        ("Ten women will be recruited from each site.", ("subgroup_size", 10)),
        ("In it, 30 of the 92 women were given the drug.", ("arm_size", 30)),
        ("In it, 13 of the 92 women were given the drug.", ("subgroup_size", 13)),
        ("Then 92 of them were randomised, all on one day.", ("enrollment", 92)),
        ("Then 20 of them were randomised, all on one day.", ("subgroup_size", 20)),
        ("Of the 92, 80 had enough doses to be counted: 41 on the pill and 39 on saline.", ("subgroup_size", 39)),
        ("They were controlled studies (n=92 and n=610, respectively).", ("enrollment", 610)),
        ("They got one of two drugs (n=30 and n=62, respectively).", ("subgroup_size", 62)),
        ("Both are fully enrolled, with 92 and 610 women respectively.", ("enrollment", 610)),
        ("Of 702 women (HALCYON, n=92; FINCH, n=610) in two studies, most came.", ("enrollment", 610)),
        ("They were randomised: 30 to tea, 62 to 45 mg and 33 to 40 mg.", ("arm_size", 62)),
        ("In all 92 were randomised, of whom 88 received treatment.", ("enrollment", 88)),
        ("In all 92 women were randomised (77% of the target of 120).", ("enrollment", 92)),
        ("In all 63 women were well (77% of the total).", ("subgroup_size", 63)),
        ("It came back in five of the 30 in the control group.", ("arm_size", 30)),
        ("It took 62 women, 31 on each side.", ("arm_size", 31)),
        ("The team in Lyon helped: 56 were eventually enrolled there.", ("subgroup_size", 56)),
        ("With 20 women, Lyon is the second highest recruiter.", ("subgroup_size", 20)),
        ("Some 40 Germans will take part.", ("subgroup_size", 40)),
        ("Some 92 Germans will take part.", ("enrollment", 92)),
        ("Ten women (and their carers) will be invited to attend focus groups.", ("subgroup_size", 10)),
        ("They gave 30 women placebo; another 62 received a pill.", ("arm_size", 62)),
        ("HALCYON, which looks at a pill in 92 women, showed a benefit.", ("enrollment", 92)),
        (
            "The study, which compares a pill with tea, saw 92 women, of whom 30 showed a benefit.",
            ("subgroup_size", 30),
        ),
        ("When it ended, all 92 women had had placebo as well.", ("enrollment", 92)),
        ("When it ended, all 30 women had had placebo as well.", ("arm_size", 30)),
        ("About 465 women fell ill with it.", ("subgroup_size", 465)),
        ("In it, 92 of the 300 women screened were randomised.", ("enrollment", 92)),
        ("In the main trial, patients with gout (n=380) were first offered randomisation.", ("enrollment", 380)),
        ("Baseline data were alike for 67 women with the mutation.", ("subgroup_size", 67)),
        ("Among women with the mutation (n=67), survival was longer.", ("subgroup_size", 67)),
        ("Survival was longer in 29 women with gout.", ("enrollment", 29)),
        ("It was an earlier trial in 67 women with gout.", ("enrollment", 67)),
        ("In all, almost 92 New Zealanders took part.", ("enrollment", 92)),
        ("In all, 92 healthy newborns were randomised in the first 10 days of life.", ("enrollment", 92)),
    ],
)
def test_a_group_a_site_or_another_trial_tells_whose_people_they_are(text: str, expected: tuple[str, int]) -> None:
    assert expected in [(kind, value) for kind, value, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Of 251 women, 105 came from the first trial and 146 from the second trial.",
        "About 465,000 women fell ill with it.",
        "After 30 women, the board looked at the data.",
        "The health service tries it with 50,000 women.",
        "Our network of 640 doctors sends patients to the trial.",
        "Thirty children of trial participants were born.",
        "We randomly allocated these villages to lessons (n=50) or none (n=48).",
    ],
)
def test_people_of_two_trials_villages_or_children_of_theirs_are_no_people_of_one(text: str) -> None:
    assert not {"arm_size", "enrollment"} & {kind for kind, _, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("We propose to recruit 60 women.", "planned"),
        ("We are inviting 60 women to take part.", "planned"),
        ("Hospitals are recruiting patients and nearly 48 patients have been enrolled.", "enrolled"),
        ("Dosing of all 60 women is expected to be completed in June.", "planned"),
        ("The trial currently has 48 women, with a target of 60.", "enrolled"),
        ("The trial has so far enrolled 20 women.", "enrolled"),
        ("The trial has 20 women so far; it needs 60.", "enrolled"),
        ("Women with gout (n=60) were first offered randomisation.", "screened"),
    ],
)
def test_a_plan_is_told_from_what_was_done(text: str, role: str) -> None:
    assert role == told(text, PLANNED)[0][2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will follow 60 people over three years.", []),
        ("It takes people over 40 years.", [">=40 years"]),
        ("Adults 65 and over had more falls.", []),
        ("Blood came from donors aged 18 to 30.", []),
        ("It is open to children over five years.", [">=5 years"]),
        ("It took 60 women who were 40 to 75 years of age, of whom 30% were nurses.", ["40-75 years"]),
    ],
)
def test_how_long_people_are_followed_is_no_age(text: str, expected: list[str]) -> None:
    article = read("x.md", RECORD.format(PLANNED, text), Settings(today="2026-06-01"))

    found = [claim.value for said in article.once(prose_sentences) for claim in ages.find(Said(said, article))]

    assert expected == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were randomly allocated to three groups.", "contradicted"),
        ("It randomised women to one of five groups.", "contradicted"),
        ("It randomised women to one of two groups.", "supported"),
        ("A computer put the women who joined into 1 of 3 groups.", "contradicted"),
        ("They could put the children into one of three age groups.", None),
        ("They met in three groups.", "unsupported"),
    ],
)
def test_groups_that_people_are_drawn_for_are_the_arms(text: str, expected: str | None) -> None:
    record = (
        "    design: {allocation: RANDOMIZED}\n    enrollment: {enrolled: 92}\n    arms: [{name: tea}, {name: milk}]\n"
    )
    article = read("x.md", RECORD.format(record, text), Settings(today="2026-06-01"))

    found = [claim.verdict for claim in article.once(claims) if claim.found.kind == "arms"]
    assert ([expected] if expected else []) == found


def test_people_who_were_involved_have_joined() -> None:
    text = "A total of 60 women were involved in the trial (NCT04770285)."
    article = read("x.md", RECORD.format(PLANNED, text), Settings(today="2026-06-01"))

    assert [True] == [
        has_joined(text, claim.found) for claim in article.once(claims) if claim.found.kind == "enrollment"
    ]
