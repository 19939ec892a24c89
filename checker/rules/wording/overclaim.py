"""A word promises more than any trial can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Finding
from checker.rules.wording._phrases import Phrase, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "warning"
fixable = None

PHRASES = (
    Phrase(
        ("breakthrough", "breakthroughs"),
        found=("A breakthrough stem cell therapy is tested.", "Scientists hail the breakthrough."),
        passed=(
            "The drug has the Breakthrough Therapy designation.",
            "It was given breakthrough therapy status.",
            "The FDA named it a breakthrough therapy.",
            "Breakthrough infections were seen in 12 people.",
            "It treats breakthrough cancer pain.",
            "Breakthrough bleeding was common.",
            "Two patients had breakthrough seizures.",
            "It is no breakthrough.",
            "The trial was paid for by Breakthrough T1D.",
        ),
        then=(
            "therapy designation", "therapy status", "therapy program", "therapy programme", "device", "designation",
            "status", "infection", "infections", "cancer pain", "pain", "bleeding", "bleeds", "bleed", "seizure",
            "seizures", "case", "cases", "haemolysis", "hemolysis", "headache", "headaches", "symptom", "symptoms",
            "episode", "episodes", "attack", "attacks", "dose", "doses", "medication", "opioid", "opioids", "fever",
            "nausea", "vomiting", "spotting", "depression", "covid", "covid 19", "measles", "varicella", "malaria",
            "angioedema", "itch", "dyspnoea", "dyspnea", "ovulation", "thrombosis", "event", "events", "prize",
            "t1d", "award", "awards", "illness", "disease", "reflux", "hives", "swelling", "use",
        ),
        beside=("designation", "designated", "fda", "food and drug administration"),
    ),
    Phrase(
        ("miracle", "miracles", "miraculous", "miraculously"),
        found=("The miracle drug is back.", "She recovered miraculously."),
        passed=("The pill is not a miracle.", "Is it a miracle?", "The Children's Miracle Network paid."),
        then=("berry", "berries", "mineral"),
    ),
    Phrase(
        ("game changer", "game changers", "game changing", "gamechanger", "gamechanging"),
        found=("The trial is a game-changer for patients.", "A game changing vaccine."),
        passed=("It may be a game changer.", "Nobody calls it a game-changer."),
    ),
    Phrase(
        ("revolutionary", "revolutionise", "revolutionises", "revolutionised", "revolutionising", "revolutionize",
         "revolutionizes", "revolutionized", "revolutionizing"),
        found=("A revolutionary treatment for lupus.", "It revolutionised care."),
        passed=("The Islamic Revolutionary Guard ran the hospital.", "It could revolutionise care."),
        then=("war", "wars", "guard", "guards", "army", "council", "government", "party"),
    ),
    Phrase(
        ("holy grail",),
        found=("A pill is the holy grail of the field.",),
        passed=("The search for the holy grail goes on.",),
    ),
    Phrase(
        ("wonder drug", "wonder drugs", "wonder pill", "magic bullet", "magic bullets", "silver bullet",
         "silver bullets"),
        found=("The wonder drug works in mice.",),
        passed=("There is no silver bullet.", "They wonder: drugs cost money."),
    ),
    Phrase(
        ("groundbreaking", "ground breaking"),
        found=("A ground-breaking trial has begun.",),
        passed=("The groundbreaking ceremony for the new ward was in May.",),
        then=("ceremony",),
        beside=("ceremony", "shovel", "shovels"),
    ),
    Phrase(
        ("lifesaver", "lifesavers", "life saver", "life savers"),
        found=("For many the drug is a life-saver.",),
        passed=("Lifesaving treatment was given in intensive care.",),
    ),
    Phrase(
        ("home run", "home runs"),
        found=("The company hit a home run with its vaccine.",),
        passed=("He hit a home run in the last inning, then broke a leg.",),
        beside=("baseball", "softball", "league", "inning", "innings", "stadium", "batter"),
    ),
    Phrase(
        ("medical marvel", "medical marvels", "marvel of medicine"),
        found=("The implant is a medical marvel.",),
        passed=("Doctors marvel at the numbers.",),
    ),
    Phrase(
        ("transformative", "transformational"),
        found=("A transformative therapy for asthma.",),
        passed=("It is too early to call it transformative, and it would not be.",),
        beside=("too early",),
    ),
)  # fmt: skip


def check(article: Article) -> Iterator[Finding]:
    for match in find(article, PHRASES):
        yield Finding(
            match.span,
            f'"{match.text[:60]}" promises more than a trial can show.',
            "Say what was found, in how many people, and what is not known yet.",
            pointer=match.utterance.pointer,
            severity=match.severity,
        )
