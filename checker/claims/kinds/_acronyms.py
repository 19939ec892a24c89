"""The names of trials, recorded or not, where prose brings them in."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.claim import Found
from checker.claims.kinds._recorded_names import MOST_NAMES, interventions
from checker.claims.vocabulary import words
from checker.pattern import pattern
from checker.registries import find as find_number
from checker.registries import mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.article import Article
    from checker.claims.said import Said

TRIAL = r"(?:[Tt]rials?|[Ss]tud(?:y|ies)|registry|extension|programme|program|pilot|substudy|sub-study|experiment)"
STUDIES = ("rial", "tud", "registry", "extension", "program", "pilot", "experiment")
"""Of these, every form of `TRIAL` holds one."""
SIGNS = (*STUDIES, "results", "data", "findings", "): ", "), a")
"""Of these, every text holds one that names a trial without saying "called"."""

NAME = (
    r"(?:(?!(?:II?I?|IV|V)\b)[A-Z][A-Z0-9&-]{2,20} [A-Z]{4,12}(?:-[0-9]{1,3})?\b|"
    r"[A-Z][\w&]{0,30}(?:[-‑.][\w&]{1,30}){0,3}(?: [A-Z0-9]{1,3}\b)?)"
)
AHEAD = r"(?:(?:The|This|That|In|An?|Our|Its|For|From|Of|Both|And|Phase [0-9I/]{1,4}[ab]?|[A-Z][a-z]{1,20}[’']s) )?"
"""What may stand before a name with a capital of its own."""

NO_NAMES = words(
    "COVID COVID-19 HIV AIDS RSV HPV HCV HBV CMV EBV DNA RNA MRNA USA US UK EU NHS NIH FDA EMA WHO CDC NCI NIAID BMJ "
    "NEJM JAMA RCT CAR CAR-T CART ALS MS NASH MASH COPD ADHD PTSD OCD IBS IBD UC CLL AML ALL CML MDS NSCLC SCLC TNBC "
    "HER2 EGFR ALK KRAS BRAF BRCA PARP PD-1 PD-L1 VEGF TNF IL-6 IGA LDL HDL CVD CKD T2D T1D BMI MRI PET CT ECG EEG "
    "ICU ER ED GP SSRI NSAID AI APP VR DBS TMS ECT CBT ACT FMT PCR TB BCG MMR DTP UTI AF DVT PE HF CHF MI STEMI PCI "
    "CABG TAVR SSC ILD IPF SLE RA PSA AS HS AD PD HD DMD SMA CF SCD PNH MG NMO HCC RCC GBM DLBCL MM PSMA CGM "
    "GLP-1 SGLT2 "
    "BRITISH AMERICAN PHASE I II III IV IB IIA IIB IIIB PILOT OPEN-LABEL DOUBLE-BLIND NEW THE THIS THAT OUR THEIR "
    "ONE TWO FIRST SECOND THIRD BOTH EACH UCLA MDMA NASA HIIT NICE BCMA ECMO NIHR CRUK ECOG SWOG EORTC NCRI NHLBI "
    "RCTS CRT CRCT ISRCTN ANZCTR ACTRN EUDRACT CTRI DRKS UMIN JRCT PACTR CHICTR CLINICALTRIALS IND NDA BLA CRO MHRA "
    "NINDS NIDDK MSKCC UCSF UCSD INSERM CNRS BARDA DARPA GLP1 NMDA SSRIS PTSD MDR-TB HER2 FLT3 NTRK FGFR IVIG TPA"
)
"""Capitals before "trial" that are no trial's name."""


def numbers_by_block(article: Article) -> dict[int, list[tuple[int, int, str]]]:
    """The canonical numbers that an article's prose cites with their offsets, by where their block starts."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    for cited in article.once(mentions):
        if cited.block is not None and cited.id is not None:
            found.setdefault(id(cited.block), []).append((cited.mention.start, cited.mention.end, cited.id))
    for row in found.values():
        row.sort()
    return found


class Naming(NamedTuple):
    """Where an article names a trial: its block's identity, half-open offsets into that block's prose, the name."""

    block: int
    start: int
    end: int
    name: str


def _namings(article: Article) -> tuple[Naming, ...]:
    """Each recorded acronym where the prose introduces it: where it stands first, or in that block beside its number.

    A name that is used again states nothing new.
    """
    names = {trial.acronym for trial in article.trials if trial.acronym and len(trial.acronym) > 1}
    longest_first = sorted(names, key=lambda name: (-len(name), name))[:MOST_NAMES]
    spellings = [(form, name) for name in longest_first for form in _spellings(name.lower())]
    found: dict[str, Naming] = {}
    numbered: dict[str, Naming] = {}
    tested = [form for form, _ in article.once(interventions)]
    for block in article.prose if names else ():
        text = block.prose
        lower = text.lower()
        if len(lower) != len(text):
            continue
        taken = bytearray(len(text))
        for folded, name in spellings:
            at = lower.find(folded)
            while at >= 0:
                end = at + len(folded)
                if taken.find(1, at, end) < 0 and _is_named(text, at, end, name):
                    taken[at:end] = b"\1" * (end - at)
                    if not any(form.startswith(folded + " ") and lower.startswith(form, at) for form in tested):
                        naming = Naming(id(block), at, end, name)
                        found.setdefault(name, naming)
                        if text[end : end + 2] in (" (", ", ", "; ") and find_number(text[end : end + 40]):
                            numbered.setdefault(name, naming)
                at = lower.find(folded, end)
    beside = {name: naming for name, naming in numbered.items() if naming.block == found[name].block}
    return tuple({**found, **beside}.values())


def _spellings(name: str) -> Iterator[str]:
    """A name with its own joints, and with spaces for hyphens and hyphens for spaces: "GENERATION-HD1"."""
    yield name
    if " " in name:
        yield name.replace(" ", "-")
    if "-" in name:
        yield name.replace("-", " ")


def _other_namings(article: Article) -> tuple[Naming, ...]:
    """Each further name that the prose gives a trial, where it does so first."""
    seen = {_bare(trial.acronym) for trial in article.trials if trial.acronym}
    found = []
    numbers = article.once(numbers_by_block)
    known = bool(article.trials) and all(trial.acronym for trial in article.trials)
    short = _short_for_things(article)
    for place, block in enumerate(article.prose):
        own = not article.trials or place < LEAD
        for start, end in _other_names(block.prose, numbers.get(id(block), ()), recorded=known, own=own):
            name = block.prose[start:end]
            if _bare(name) not in seen and name.rstrip("s") not in short:
                seen.add(_bare(name))
                found.append(Naming(id(block), start, end, name))
    return tuple(found)


def _strange_namings(article: Article) -> tuple[Naming, ...]:
    """Names before "trial" of trials that are none of the records, where all of these have names.

    What differs from a record's name by its number, or is the first part of one, may be said of either.
    """
    recorded = frozenset(_bare(trial.acronym) for trial in article.trials if trial.acronym)
    if not recorded or not all(trial.acronym for trial in article.trials):
        return ()
    ordered, stems = sorted(recorded), {name.rstrip("0123456789") for name in recorded}
    seen = {_bare(naming.name) for naming in article.once(_other_namings)} | recorded
    found = []
    for block in article.prose:
        text = block.prose
        for match in _before_trial().finditer(text) if _capitals().search(text) else ():
            group = "before" if match["before"] else "name5"
            name = match[group] or ""
            kin = _bare(name).rstrip("0123456789") in stems or _begins_one(_bare(name), ordered)
            if not name or kin or _bare(name) in seen or not _looks_named(name):
                continue
            if group == "name5" or _is_definite(text, *match.span(group)):
                seen.add(_bare(name))
                found.append(Naming(id(block), *match.span(group), name))
    return tuple(found)


def _begins_one(name: str, ordered: Sequence[str]) -> bool:
    """Whether one of the names, which come sorted, begins with this one."""
    at = bisect_left(ordered, name)
    return at < len(ordered) and ordered[at].startswith(name)


LEAD = 2
"""Blocks in which a name that stands alone beside "a trial" is the name of the article's own."""


def _short_for_things(article: Article) -> frozenset[str]:
    """What the text has in brackets behind a common noun: "immune thrombocytopenia (ITP)" is no trial's name."""
    return frozenset(
        match["short"].rstrip("s")
        for block in article.prose
        if "(" in block.prose
        for match in _explained().finditer(block.prose)
        if match["noun"] not in STUDY_WORDS
    )


STUDY_WORDS = words("trial trials study studies registry extension programme program pilot substudy experiment called")


@cache
def _explained() -> re.Pattern[str]:
    return pattern(
        r"\b(?P<noun>[a-z][a-z-]{2,29}) \((?P<short>[A-Z][A-Za-z0-9-]{1,11})[,;)](?!:|,? an? | (?:trial|"
        r"study))"
    )


ANOTHER_TRIAL = "name of another trial"


def _namings_by_block(article: Article) -> dict[int, list[tuple[Naming, str]]]:
    """What names trials in each block, in the order of the text, with the pattern that it is found by."""
    found: dict[int, list[tuple[Naming, str]]] = {}
    for read, how in (
        (_namings, "recorded acronym"),
        (_other_namings, "other acronym"),
        (_strange_namings, ANOTHER_TRIAL),
    ):
        for naming in article.once(read):
            found.setdefault(naming.block, []).append((naming, how))
    for of_block in found.values():
        of_block.sort(key=_start)
    return found


def _start(naming: tuple[Naming, str]) -> int:
    return naming[0].start


def acronyms(said: Said) -> Iterator[Found]:
    sentence = said.sentence
    of_block = said.article.once(_namings_by_block).get(id(sentence.block), ())
    first = bisect_left(of_block, sentence.start, key=_start)
    for (_, start, end, name), how in of_block[first : bisect_left(of_block, sentence.end, first, key=_start)]:
        if end <= sentence.end:
            yield Found("acronym", name, start - sentence.start, end - sentence.start, pattern=how)


def _bare(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _is_named(text: str, start: int, end: int, name: str) -> bool:
    """Whether letters that may be a trial's acronym are: not "the rise", where the trial is called RISE."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 2]
    joined = before == "/" and name.isupper() and len(name) > SHORTEST_NAME and text[start:end] == name
    if before.isalnum() or (before and before in "-‑_/" and not joined) or behind[:1].isalnum() or behind[:1] == "_":
        return False
    if behind[:1] in ("-", "‑") and (behind[1:].isdigit() or behind[1:].isupper()):
        return False
    written = text[start:end]
    if written == name and (not name.islower() and not name.istitle()):
        return True
    if written.isupper() or any(char.isdigit() for char in written):
        return True
    if not written[:1].isupper():
        return False
    return written == name or start > 0 or _acts().match(text, end) is not None


@cache
def _acts() -> re.Pattern[str]:
    return pattern(
        r"(?: \(|, | ?[:–—]|’s|'s| (?:trial|study|is|was|has|had|will|began|started|ran|runs|opened|enrol|"
        r"recruit|random|tests|"
        r"tested|compar|asks|asked|looks|finished|ended|closed))"
    )


def _other_names(
    text: str, numbered: Iterable[tuple[int, int, str]], *, recorded: bool, own: bool
) -> Iterator[tuple[int, int]]:
    """Where a text names a trial: beside its number, after "called" and, where no record tells, before "trial".

    `own` tells that a name may stand alone: "DIRECT, a trial of 300 people" may be another study than the article's.
    """
    called = {match.span(group) for match in _called().finditer(text) for group in match.groupdict() if match[group]}
    forms = [] if recorded or not _capitals().search(text) else [_before_trial(), _behind_trial()]
    found = [match for form in forms for match in form.finditer(text)]
    for start, _, _ in numbered:
        if text[max(0, start - 2) : start] in (" (", " [") and (
            match := _before_number().search(text, max(0, start - 40), start - 2)
        ):
            found.append(match)
    spans = {
        match.span(group)
        for match in found
        for group in match.groupdict()
        if match[group]
        and (own or group not in STANDING_ALONE)
        and (group not in ALONE or _is_definite(text, *match.span(group)))
    }
    named = {span for span in spans if _looks_named(text[slice(*span)])}
    yield from sorted(named | {span for span in called if _looks_called(text[slice(*span)])})


def _is_definite(text: str, start: int, end: int) -> bool:
    """Whether capitals before "trial" may be its name: not "an LSD trial", nor "the UCL study"."""
    return end - start > SHORTEST_NAME and not text[max(0, start - 3) : start].lower().endswith((" a ", " an ", "\na "))


STANDING_ALONE = ("name7", "name8", "name9", "name1")
ALONE = ("before", "name7", "name8", "name9", "name1")
"""Groups of a name for which only its place speaks: before "trial", or beside what says that it is one."""
MOST_DIGITS = 5
"""More stand in a number of registration."""
SHORTEST_NAME = 3
"""Letters of which a name has more, where nothing else says that it is one: institutes, drugs and diseases have "
"three."""


@cache
def _capitals() -> re.Pattern[str]:
    """A word with a second capital, as each name has that is told by its looks (see `_looks_named`)."""
    return pattern(r"\b(?!NCT\d)[A-Z]\S*?[^\W\d_a-z]", needs=SIGNS)


@cache
def _before_number() -> re.Pattern[str]:
    return pattern(rf"(?<![\w&-])(?P<name>{NAME})$")


@cache
def _called() -> re.Pattern[str]:
    return pattern(
        rf"(?:^|[.!?] )(?:Called|Named|Dubbed|Known as) (?:the )?(?P<name4>{NAME}),? (?:this|the|it)\b|"
        rf"\b{TRIAL}(?:’s|'s)?(?: \([^()]{{1,60}}\))?(?:,| [–—-])?(?: (?:is|was|which is|that is|has been|are))? \(?"
        rf"(?:called|named|dubbed|nicknamed|known as|referred to as|entitled|titled|acronym|name is|"
        rf"name was|short name is)"
        rf" (?:the )?[\"“‘']?(?P<name>{NAME})|"
        rf"\b{TRIAL} [^.;:()]{{1,90}} (?:patients|participants|people|children|adults|women|men|volunteers),? "
        rf"(?:called|named|dubbed|known as) (?P<name10>{NAME})(?=[.,;)]|$)",
        needs=("alled", "ame", "ubbed", "nown as", "referred to as", "titled", "acronym"),
    )


@cache
def _before_trial() -> re.Pattern[str]:
    return pattern(
        rf"(?<![\w&-]){AHEAD}(?!(?:The|This|That|Our|Its|Their|One|Each|New|Another|A|An) )"
        rf"(?P<before>{NAME}) (?:[Pp]hase [0-9IVabAB/]{{1,6}} )?"
        rf"(?:\([A-Z]{{0,3}}[0-9][\w-]{{2,14}}\) )?(?:[a-z][a-z-]{{2,14}} )?{TRIAL}\b|"
        rf"(?P<name5>{NAME})(?=,? and {NAME} {TRIAL}\b)|"
        rf"(?<![\w&-])(?P<name7>{NAME}), (?:an?|the|its|our|their) (?:[A-Za-z0-9/-]{{1,20}},? ){{0,10}}?"
        rf"(?:{TRIAL}|programs|programmes)\b|"
        rf"^(?P<name6>{NAME}): [Aa]n? [^.;:]{{1,120}}?{TRIAL}\b|^(?P<name4>{NAME})(?: \([^()]{{5,90}}\))? (?:is|"
        rf"was) an? (?:[a-z0-9-]+,? ){{0,6}}?{TRIAL}\b",
        needs=STUDIES,
    )


@cache
def _behind_trial() -> re.Pattern[str]:
    return pattern(
        rf"\b(?:results|data|findings) (?:from|of) (?:the |its )?(?P<name1>{NAME})(?=[,.]| (?:show|w[ae]s|were|"
        rf"confirm))|"
        rf"\b{TRIAL} \((?P<name2>{NAME})\)|\((?P<name3>{NAME})\)(?:: |, an? )(?:an?|study|rationale|design|protocol|"
        rf"results|the|open|phase|randomi[sz]ed|double-blind)\b|"
        rf"\b{TRIAL}, (?P<name8>{NAME})(?=[,.;)]| \([^()]{{1,150}}\)(?:,| and)| and {NAME}[,.; ])"
        rf"(?: \([^()]{{1,150}}\))?(?:,? and (?P<name9>{NAME})(?=[,.;)]| \())?",
        needs=SIGNS,
    )


def _looks_called(name: str) -> bool:
    """Whether a word that a trial is called by is spelt like a name: one capital further on will do ("PolyIran")."""
    known = name.upper() in NO_NAMES or name.split()[0].upper() in NO_NAMES
    return not known and len(name) > SHORTEST_NAME and any(char.isupper() for char in name[1:])


def _looks_named(name: str) -> bool:
    """Whether a word is spelt like a trial's name: capitals, perhaps with digits; no disease, drug code or country."""
    stem = name.split()[0]
    if sum(char.isdigit() for char in name) > MOST_DIGITS:
        return False
    if stem.upper() in NO_NAMES or name.upper() in NO_NAMES or stem.rstrip("s").upper() in NO_NAMES:
        return False
    letters = [char for char in stem if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    mixed = capitals >= 2 and any(char.isdigit() for char in name) and len(letters) > 4  # "CheckMate 227"
    if re.match(r"[A-Z]{2,4}-?\d{2,}", stem) or not (mixed or (capitals >= 3 and capitals * 2 >= len(letters))):
        return False
    return not re.fullmatch(r"[IVX]{1,4}[abc]?(?:[-/][IVX]{1,4}[abc]?)?", stem)
