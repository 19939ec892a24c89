"""The words blame people for their disease, or make the disease the whole of them."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.article import Article
from checker.rule import Edit, Finding, Fix
from checker.rules.wording._phrases import Match, Phrase, find

severity = "note"
fixable = "unsafe"


class Swap(NamedTuple):
    """A phrase and what may stand instead of it; None where that needs a writer."""

    phrase: Phrase
    instead: str | None


def _swap(form: str, instead: str | None, found: str, *passed: str, **guards: tuple[str, ...]) -> Swap:
    return Swap(Phrase((form,), (found,), passed, claims=False, **guards), instead)


THINGS = (
    "study", "studies", "trial", "trials", "analysis", "analyses", "review", "data", "evidence", "design", "paper",
    "it", "this", "that", "which", "method", "methods", "research", "registry", "model", "science",
)  # fmt: skip
FLAWS = (
    "bias",
    "a lack",
    "lack",
    "low",
    "poor",
    "small",
    "several",
    "limitations",
    "a number",
    "its",
    "too",
    "the same",
)
TASKS = ("to attend", "to return", "to appear", "to complete", "screening", "the screening", "the test", "the exam")

SWAPS = (
    _swap(
        "patients who failed to respond to", "patients whose disease did not respond to",
        "Patients who failed to respond to methotrexate may join.",
        "Treatment failed in 12 patients.",
    ),
    _swap(
        "patients who failed", "patients whose disease did not respond to",
        "It is for patients who failed cyclophosphamide.",
        "Patients who failed to attend were called.", "The trial failed.",
        then=("to", *TASKS),
    ),
    _swap(
        "patients who have failed", "patients whose disease has not responded to",
        "It is for patients who have failed two drugs.",
        "Patients who have failed to attend were called.",
        then=("to", *TASKS),
    ),
    _swap(
        "people who failed", "people whose disease did not respond to",
        "It is for people who failed chemotherapy.",
        "People who failed the exam were left out.",
        then=("to", *TASKS),
    ),
    _swap("suffers from", "has", "She suffers from lupus.", "The study suffers from bias.", after=THINGS, then=FLAWS),
    _swap("suffer from", "have", "Many suffer from asthma.", "Such trials suffer from bias.", after=THINGS, then=FLAWS),
    _swap(
        "suffered from", "had", "They suffered from gout.", "The trial suffered from low numbers.",
        after=THINGS, then=FLAWS,
    ),
    _swap("suffering from", "with", "Adults suffering from gout may join.", "Their suffering ended.", then=FLAWS),
    _swap("sufferers", None, "Gout sufferers may join.", "They suffer."),
    _swap("wheelchair bound", "using a wheelchair", "He is wheelchair-bound.", "He uses a wheelchair."),
    _swap("confined to a wheelchair", "using a wheelchair", "She is confined to a wheelchair.", "A wheelchair helps."),
    _swap("diabetics", "people with diabetes", "Diabetics may join.", "Diabetic people may join."),
    _swap("schizophrenics", "people with schizophrenia", "Schizophrenics took part.", "Schizophrenia is rare."),
    _swap("epileptics", "people with epilepsy", "Epileptics took part.", "Antiepileptics were stopped."),
    _swap("asthmatics", "people with asthma", "Asthmatics took part.", "Asthmatic children took part."),
    _swap("haemophiliacs", "people with haemophilia", "Haemophiliacs took part.", "Haemophilia is rare."),
    _swap("hemophiliacs", "people with hemophilia", "Hemophiliacs took part.", "Hemophilia is rare."),
    _swap(
        "alcoholics", "people with alcohol dependence", "Alcoholics took part.", "They met at Alcoholics Anonymous.",
        then=("anonymous",),
    ),
    _swap("drug addicts", "people with an addiction", "Drug addicts took part.", "Addiction is a disease."),
    _swap("drug abusers", "people who use drugs", "Drug abusers took part.", "Drug use was asked about."),
    _swap("substance abusers", "people who use drugs", "Substance abusers took part.", "Substance abuse was rare."),
    _swap("the mentally ill", "people with a mental illness", "The mentally ill were left out.", "He fell ill."),
    _swap("lepers", "people with leprosy", "Lepers were treated.", "Leprosy is curable."),
    _swap("cancer victims", "people with cancer", "Cancer victims took part.", "Victims of the flood took part."),
    _swap("aids victims", "people with AIDS", "AIDS victims took part.", "Hearing aids were handed out."),
    _swap("stroke victims", "people who have had a stroke", "Stroke victims took part.", "Stroke is common."),
    _swap(
        "non compliant patients", "patients who did not take the treatment as prescribed",
        "Non-compliant patients were left out.", "Compliance was measured.",
    ),
)  # fmt: skip


def check(article: Article) -> Iterator[Finding]:
    told: set[int] = set()
    for swap in SWAPS:
        for match in find(article, (swap.phrase,)):
            if match.span.start in told:
                continue
            told.add(match.span.start)
            start, instead = _instead(article, match, swap.instead)
            span = match.utterance.locate(start, match.end)
            words = match.utterance.text[start : match.end]
            fix = None
            if instead and not match.quoted and article.text[slice(*span)] == words:
                fix = Fix(f'Write "{instead}"', (Edit(span, instead),))
            yield Finding(
                match.span,
                f'"{match.text}" blames people for their disease, or sees nothing else in them.',
                "Speak of people who have a disease, and of treatments that fail.",
                fix,
                pointer=match.utterance.pointer,
            )


def _instead(article: Article, match: Match, instead: str | None) -> tuple[int, str | None]:
    """Where the words to be replaced begin, and what may replace them; "gout sufferers" begins before the match."""
    start = match.start
    if instead is None:
        before = match.utterance.text[max(start - 100, 0) : start].rstrip()
        name = next((name for name in article.facts.conditions if before[-len(name) :].lower() == name.lower()), None)
        if name is None:
            return start, None
        start = max(start - 100, 0) + len(before) - len(name)
        instead = f"people with {name}"
    capital = match.utterance.text[start].isupper() and not match.utterance.text[start : start + 2].isupper()
    return start, instead[0].upper() + instead[1:] if capital or start == 0 else instead
