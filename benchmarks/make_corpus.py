"""Writes a corpus of articles for measurements: `python benchmarks/make_corpus.py FOLDER NUMBER [--seed N]`.

Every article keeps the contract: some 60 lines of front matter with one to four trials, some 900 words of prose whose
figures are those of the records, and the disclaimer that the settings beside the articles ask for. The same number and
seed give the same bytes, and article 17 of a thousand is article 17 of ten thousand. The trials are invented; their
numbers are beyond those that the registry has given out.
"""

from __future__ import annotations

import argparse
import calendar
import random
from pathlib import Path
from typing import NamedTuple

DISCLAIMER = (
    "The Trial Ledger is a news and information site about clinical trials. It does not provide medical advice, "
    "diagnosis or treatment. Nothing here is a substitute for the advice, diagnosis or treatment of a qualified "
    "professional. Ask your doctor, or another qualified health professional, any question that you have about your "
    "health or about taking part in a trial. Never disregard professional advice, and never delay seeking it, because "
    "of something that you have read here."
)
SETTINGS = f'''publication = "The Trial Ledger"
include = ["articles/**/*.md"]

[[disclaimer]]
id = "medical-advice"
types = ["*"]
position = "end"
from = 2015-01-01
text = """
{DISCLAIMER}
"""
'''

CONDITIONS = (
    "asthma", "chronic migraine", "psoriasis", "gout", "heart failure", "ulcerative colitis", "knee osteoarthritis",
    "type 2 diabetes", "epilepsy", "hay fever", "chronic hives", "tennis elbow", "restless legs syndrome", "glaucoma",
    "iron deficiency", "plantar fasciitis", "dry eye disease", "cluster headache", "lupus nephritis", "sciatica",
)  # fmt: skip
ONSETS = ("Bren", "Cala", "Dori", "Elu", "Fero", "Gavo", "Hali", "Ilu", "Jova", "Kene", "Lumi", "Mora", "Nelo", "Ofri")
ENDINGS = ("vatug", "limod", "tinib", "zepant", "cycline", "prazole", "sartide", "fenac", "nersen", "gliptide")
CITIES = (
    ("Utrecht", "Netherlands"), ("Lyon", "France"), ("Porto", "Portugal"), ("Leipzig", "Germany"), ("Gdansk", "Poland"),
    ("Malmo", "Sweden"), ("Toronto", "Canada"), ("Osaka", "Japan"), ("Perth", "Australia"), ("Ghent", "Belgium"),
    ("Bologna", "Italy"), ("Seville", "Spain"), ("Aarhus", "Denmark"), ("Bergen", "Norway"), ("Busan", "South Korea"),
)  # fmt: skip
AUTHORS = ("Jane Doe", "Tomas Eriksen", "Priya Nair", "Lucia Ferro", "Ben Okafor", "Marta Kowalska", "Henri Blanc")
MASKS = {"DOUBLE": "double-blind", "SINGLE": "single-blind"}

OPENINGS = (
    (
        "People with {condition} know the rhythm of good weeks and bad ones. For many of them the usual medicines "
        "take the edge off and no more."
    ),
    (
        "Ask around in any waiting room and somebody will speak of {condition}. The treatments at hand are old, "
        "and each has its drawbacks."
    ),
    ("Doctors who treat {condition} have long wished for something between waiting and the strongest drugs there are."),
    (
        "For a long time there was little news about {condition}. Lately there has been more of it, and some "
        "deserves a closer look."
    ),
)
ASIDES = (
    (
        "A trial is a question put to chance. Whoever lands in which group is decided by a lottery, so that the "
        "groups are alike in all that matters, known and unknown. Only then can a difference at the end be laid at "
        "the door of the treatment, and even then it may be a fluke."
    ),
    (
        "What a laboratory scale measures and what a person feels on the stairs are two things. The researchers "
        "asked for both, and that is to their credit. It is the second that readers ask us about, and the answer "
        "is often less tidy than the first."
    ),
    (
        "Side effects are counted with less care than benefits in many reports. A small study sees the common ones "
        "and misses the rare ones, and absence from a list is no proof of anything. The larger the study that "
        "follows, the more will be known."
    ),
    (
        "Who pays for a study does not decide how it ends, but it has a say in which questions are asked. The "
        "registry names the sponsor so that everyone can keep that in mind, and so do we."
    ),
    (
        "Nothing here should change what anyone takes. Treatments are weighed by agencies that see all of the "
        "data, not the few figures that fit into an article, and a good doctor knows the person as well as the "
        "papers."
    ),
    (
        "It is worth saying what the record leaves out. It tells how the study was planned, how large it became "
        "and when it was to end. It does not tell how hard the visits were, or why some people stayed at home in "
        "the end."
    ),
    (
        "The people behind the figures gave their time, their blood and some of their patience. Most of them will "
        "never hear how it all came out unless somebody takes the trouble to write to them. Some hospitals do; "
        "many do not."
    ),
    (
        "Early hopes often shrink. What looks large in a handful of people tends to look smaller in a crowd, "
        "because the studies that happened to look good are the ones that were carried on. That is no reproach to "
        "anyone; it is how selection works."
    ),
    (
        "Registries were set up so that no study could vanish. Before the first person is treated, the plan is "
        "written down where all can read it, and whoever moves the goalposts later leaves a trace. We read those "
        "traces."
    ),
    (
        "Patients' groups have asked for years that studies look like the people who fall ill. Older people, and "
        "those with more than one disease, are still left out too often, and what the results mean for them is "
        "anyone's guess."
    ),
    (
        "Numbers of people are the first thing to look for. Ten people can show that something is possible; a "
        "thousand can show how often it happens. In between lies most of what is printed, and the honest word for "
        "most of it is perhaps."
    ),
    (
        "A placebo is not nothing. It comes with visits, with attention and with the hope of having drawn the "
        "better lot, and many people feel better for it. That is why the comparison counts, and not the change "
        "from one visit to the next."
    ),
    (
        "Six months are long for a study and short for a disease. Whoever lives with it for decades wants to know "
        "what happens in the third year, and for that somebody has to go on asking after the funding has run out."
    ),
    (
        "Friends and relatives often hear of a new medicine first. They mean well, and they are also the ones who "
        "can help to read the small print, to write down questions before an appointment, and to remember what was "
        "said there."
    ),
)
CLOSINGS = (
    "We will come back to this when there is more to tell.",
    "Until then, the record is the best place to look, and we have linked to it.",
    "The next word belongs to the studies that follow.",
)


class Arm(NamedTuple):
    """A group that people were assigned to: its name, its kind, how many they were, how many of them got better."""

    name: str
    kind: str
    count: int
    better: int


class Trial(NamedTuple):
    """An invented trial, finished, with what its record and the prose say of it."""

    id: str
    drug: str
    condition: str
    phase: str
    masking: str
    planned: int
    arms: tuple[Arm, Arm]
    start: str
    completion: str
    city: str
    country: str
    sites: int
    sponsor: str
    minimum: int
    maximum: int
    before: float
    after: float

    @property
    def enrolled(self) -> int:
        return sum(arm.count for arm in self.arms)


def main() -> None:
    """Write the corpus that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write articles by the contract, for measurements.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("number", type=int)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    write_corpus(chosen.folder, chosen.number, chosen.seed)


def write_corpus(folder: Path, number: int, seed: int = 1) -> None:
    """Write settings and `number` articles below `folder`, at most 500 to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "checker.toml").write_text(SETTINGS, encoding="utf-8")
    for index in range(number):
        slug, text = article(index, seed)
        path = folder / "articles" / f"{index // 500:03}" / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def article(index: int, seed: int) -> tuple[str, str]:
    """The slug and the text of one article."""
    chance = random.Random(f"{seed}/{index}")
    trials = [_trial(chance, index, number) for number in range(chance.choice((1, 1, 1, 2, 2, 3, 4)))]
    first = trials[0]
    slug = f"{first.drug.lower()}-for-{first.condition.replace(' ', '-')}-{index}"
    return slug, f"---\n{_front(chance, slug, index, trials)}---\n\n{_body(chance, trials)}{DISCLAIMER}\n"


def _trial(chance: random.Random, index: int, number: int) -> Trial:
    one, other = (chance.randrange(24, 240) for _ in range(2))
    year = chance.randrange(2014, 2019)
    city, country = chance.choice(CITIES)
    drug = chance.choice(ONSETS) + chance.choice(ENDINGS)
    before = chance.randrange(50, 80) / 10
    return Trial(
        id=f"NCT{9_000_004 + 13 * (4 * index + number):08}",
        drug=drug,
        condition=chance.choice(CONDITIONS),
        phase=chance.choice("234"),
        masking=chance.choice(tuple(MASKS)),
        planned=(one + other) // 10 * 10 + 20,
        arms=(
            Arm(drug.lower(), "EXPERIMENTAL", one, chance.randrange(one // 3, one // 2)),
            Arm("placebo", "PLACEBO_COMPARATOR", other, chance.randrange(other // 5, other // 3)),
        ),
        start=f"{year}-{chance.randrange(1, 13):02}",
        completion=f"{year + 2}-{chance.randrange(1, 13):02}",
        city=city,
        country=country,
        sites=chance.randrange(2, 40),
        sponsor=f"University Hospital of {city}",
        minimum=chance.choice((18, 21, 40)),
        maximum=chance.choice((65, 70, 75, 80)),
        before=before,
        after=round(before - chance.randrange(8, 30) / 10, 1),
    )


def _front(chance: random.Random, slug: str, index: int, trials: list[Trial]) -> str:
    first = trials[0]
    lines = [
        f"title: {first.drug} for {first.condition}, report {index + 1}",
        f"slug: {slug}",
        f"description: What {'a trial' if len(trials) == 1 else f'{len(trials)} trials'} of new medicines have shown.",
        "type: explainer",
        "date: 2023-05-04",
        "lastmod: 2023-05-09",
        "draft: false",
        "authors:",
        f"  - {{name: {chance.choice(AUTHORS)}, role: reporter}}",
        f"conditions: [{', '.join(dict.fromkeys(trial.condition for trial in trials))}]",
        "tags: [medicines, trials]",
        "trials:",
    ]
    for trial in trials:
        lines += _record(trial, wide=len(trials) > 2, full=len(trials) == 1)
    return "".join(f"{line}\n" for line in lines)


def _record(trial: Trial, *, wide: bool, full: bool) -> list[str]:
    """The lines of a record. Several records share an article's lines: then they are `wide`, or not `full`."""
    arms = [f"{{name: {arm.name}, type: {arm.kind}, count: {arm.count}}}" for arm in trial.arms]
    figures = [f"{{name: better with {arm.name}, n: {arm.better}, of: {arm.count}}}" for arm in trial.arms]
    figures += [
        f"{{name: symptom score before treatment, value: {trial.before}, unit: points}}",
        f"{{name: symptom score after six months, value: {trial.after}, unit: points}}",
    ]
    lines = [
        f"id: {trial.id}",
        f"brief_title: {trial.drug} in Adults With {trial.condition.title()}",
        "study_type: INTERVENTIONAL",
        "overall_status: COMPLETED",
        f"phases: [PHASE{trial.phase}]",
        f"design: {{allocation: RANDOMIZED, intervention_model: PARALLEL, masking: {trial.masking}}}",
        f"enrollment: {{planned: {trial.planned}, enrolled: {trial.enrolled}}}",
    ]
    if wide:
        lines += [f"arms: [{', '.join(arms)}]", f"figures: [{', '.join(figures)}]"]
    else:
        lines += ["arms:", *(f"  - {arm}" for arm in arms), "figures:", *(f"  - {figure}" for figure in figures)]
    lines += [
        f"start_date: {{date: {trial.start}, type: ACTUAL}}",
        f"completion_date: {{date: {trial.completion}, type: ACTUAL}}",
        f"countries: [{trial.country}]",
        f"sites: {trial.sites}",
        f"ages: {{minimum: {trial.minimum}, maximum: {trial.maximum}}}",
    ]
    if full:
        lines += ["interventions:", f"  - {trial.drug}", "  - Placebo", "groups:"]
        half = trial.enrolled // 2
        parts = {
            "women": half,
            "men": trial.enrolled - half,
            "former smokers": half // 2,
            "users of steroids": half // 3,
        }
        for name, count in parts.items():
            lines += [f"  - name: {name}", f"    count: {count}"]
    else:
        lines.append(f"interventions: [{trial.drug}, Placebo]")
    lines += [f"lead_sponsor: {trial.sponsor}", "source: ClinicalTrials.gov", "as_of: 2023-05-02"]
    return [f"{'  - ' if number == 0 else '    '}{line}" for number, line in enumerate(lines)]


def _body(chance: random.Random, trials: list[Trial]) -> str:
    blocks = [chance.choice(OPENINGS).format(condition=trials[0].condition)]
    for trial in trials:
        blocks += [f"## {trial.drug} for {trial.condition}", *_told(chance, trial)]
    blocks.append("## What to make of it")
    asides = list(ASIDES)
    chance.shuffle(asides)
    words = sum(len(block.split()) for block in blocks)
    while asides and words < 790:
        blocks.append(asides.pop())
        words += len(blocks[-1].split())
    blocks.append(chance.choice(CLOSINGS))
    return "".join(f"{block}\n\n" for block in blocks)


def _told(chance: random.Random, trial: Trial) -> list[str]:
    """What the prose says of a trial: true sentences, worded in one of several ways."""
    new, old = trial.arms
    link = f"[{trial.id}](https://clinicaltrials.gov/study/{trial.id})"
    start, end = _month(trial.start), _month(trial.completion)
    what = chance.choice(
        (
            f"The Phase {trial.phase} trial {link} compared {new.name} with a placebo in {trial.enrolled} adults.",
            f"{trial.enrolled} people took part in {link}, a randomized Phase {trial.phase} trial of {new.name}.",
        )
    )
    how = chance.choice(
        (
            f"It was {MASKS[trial.masking]}, and its sponsor was the {trial.sponsor} in {trial.country}.",
            f"The {trial.sponsor} ran it as a {MASKS[trial.masking]} study.",
        )
    )
    when = chance.choice(
        (
            f"The trial began in {start} and was completed in {end}.",
            f"It started in {start}; the last visit was in {end}.",
        )
    )
    who = chance.choice(
        (
            f"Participants were {trial.minimum} to {trial.maximum} years old, and {trial.sites} hospitals took part.",
            f"It was open to adults aged {trial.minimum} to {trial.maximum} at {trial.sites} sites in {trial.country}.",
        )
    )
    groups = chance.choice(
        (
            f"Of the {trial.enrolled} participants, {new.count} received {new.name} and {old.count} a placebo.",
            f"Chance assigned {new.count} people to {new.name} and {old.count} to a placebo.",
        )
    )
    better = (
        f"After six months, {new.better} of {new.count} people on {new.name} felt better ({_percent(new)}%), and "
        f"{old.better} of {old.count} on placebo ({_percent(old)}%)."
    )
    table = (
        "| | Felt better | Group |\n|---|---:|---:|\n"
        f"| {trial.drug} | {new.better} | {new.count} |\n| Placebo | {old.better} | {old.count} |"
    )
    score = (
        f"The mean symptom score was {trial.before} points before treatment and {trial.after} points after six months, "
        "on a scale from 0 (none) to 10 (the worst imaginable). A change of that size is one that many people notice, "
        "though not all of them."
    )
    return [f"{what} {how} {when}", f"{who} {groups}", better, table, score]


def _percent(arm: Arm) -> str:
    return f"{100 * arm.better / arm.count:.1f}"


def _month(date: str) -> str:
    year, month = date.split("-")
    return f"{calendar.month_name[int(month)]} {year}"


if __name__ == "__main__":
    main()
