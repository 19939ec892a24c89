"""Who runs a trial: the forms of a recorded sponsor, and whom prose itself calls the sponsor."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.companies import FAMILIES
from checker.claims.kinds._recorded_names import fold, longest_first
from checker.claims.vocabulary import words
from checker.compiled import compiled
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.said import Said

LEGAL = words(
    "inc incorporated ltd limited llc plc corp corporation co company gmbh ag sa nv bv ab a/s as oy spa srl kk pty kg "
    "s.a n.v b.v lp holdings group international usa us"
)
TRADES = words(
    "pharma pharmaceutical pharmaceuticals therapeutics biotech biotechnology biosciences bioscience biosurgery "
    "biopharma biopharmaceuticals biologics biotherapeutics sciences science medical medicine health healthcare "
    "technology technologies development research labs laboratories laboratory diagnostics oncology genetics genomics "
    "vaccines care devices innovation innovations kinetics systems solutions digital life & and diabetes"
)
"""What companies call themselves besides their names."""

INSTITUTIONS = words(
    "university universität universitätsklinikum universidad universidade università université universiteit hospital "
    "hospitals hôpital hospitalier clinic clinica clinical klinik klinikum college institute institut instituto "
    "istituto center centre centro foundation fondation stichting trust council school academy ministry department "
    "association society gruppo groupe network consortium municipality county alliance agency administration"
)
"""Words of names that must stand with the rest: "Leeds" alone is a town."""

PLACES_FIRST = words(
    "beijing shanghai chongqing guangzhou shenzhen hangzhou nanjing suzhou wuhan chengdu jiangsu zhejiang tianjin "
    "shandong hebei henan sichuan hunan hubei anhui the"
)
"""Places that Chinese companies begin their registered names with."""

PLAIN_ENGLISH = words(
    "better novel first next new true one blue big open good great total target bright clear mind brain heart life "
    "pear apple modern united general global advanced standard national american british european swing spectrum "
    "spinal immune cell gene vertex relay arena horizon harmony axon summit pacific atlantic northern southern "
    "masonic boston cambridge oxford methodist my habitual clinical digital precision limbic"
)
"""First words of names that are words of the language too: they need the next one."""


def recorded_sponsors(article: Article) -> tuple[tuple[str, str], ...]:
    """The forms, folded, in which prose may name a sponsor, the longest first, and the record's own."""
    pairs: dict[str, str] = {}
    for trial in article.trials:
        if trial.lead_sponsor:
            for form in _forms(trial.lead_sponsor):
                pairs.setdefault(form, trial.lead_sponsor)
    return longest_first(article, pairs.items())


def is_of_business(folded: str, start: int, end: int) -> bool:
    """Whether a sponsor is named as a firm and not for its trial: "shares in Acme", "Acme is listed", "ACME-743"."""
    after = _firm().match(folded, end)
    return after is not None or _of_a_firm().search(folded, max(0, start - REACH), start) is not None


REACH = 60
"""How many characters before a name tell what is said of it."""


@cache
def _of_a_firm() -> re.Pattern[str]:
    return compiled(
        r"\b(?:(?:shares?|stocks?|investors?|shareholders) (?:in|of)|(?:president|chairm[ae]n|chairwoman|founder|ceo|"
        r"chief [a-z]+(?: [a-z]+)? officer)(?: and [a-z ]{1,40})? (?:of|at)) (?:the )?$"
    )


@cache
def _firm() -> re.Pattern[str]:
    return compiled(
        r"-[0-9]|(?:'s?)? (?:shares?|stock|investors|shareholders)\b| (?:is|was|are) (?:listed|traded|headquartered)\b|"
        r" is an? (?:[a-z0-9-]+ ){0,4}(?:company|biotech|firm|drugmaker)\b(?! (?:which|that) (?:runs|sponsors))|"
        r" \([a-z]{2,9}: ?[a-z0-9.]{1,6}\)\W{0,4}$"
    )


def telling(sponsor: str) -> frozenset[str]:
    """The words of a sponsor's name, folded, that tell it from others."""
    names = {_plain(name) for name in sponsor.replace(",", " ").split()}
    return frozenset(name for name in names - LEGAL - TRADES - INSTITUTIONS if len(name) > SHORT)


SHORT = 3
"""Letters of which a word that tells one name from others has more."""


@lru_cache(maxsize=512)
def _forms(sponsor: str) -> tuple[str, ...]:
    """The forms, folded, in which prose may name a sponsor; looked for among the names of all known companies."""
    return tuple(_formed(sponsor))


def _formed(sponsor: str) -> Iterator[str]:
    folded_name = fold(sponsor)
    yield folded_name
    for family in FAMILIES:
        if any(member in folded_name and _has_word(folded_name, member) for member in family):
            yield from family
    bare = re.sub(r"\s*\([^)]*\)", "", sponsor)
    for part in re.split(r", | at | of the |(?<=[a-z]) for | - ", bare)[:1]:
        names = part.replace(",", " ").split()
        while names and _plain(names[-1]) in LEGAL:
            names.pop()
        folded = [_plain(name) for name in names]
        if not names:
            continue
        yield fold(" ".join(names))
        if len(names) > 1 and folded[0] in PLACES_FIRST:
            names, folded = names[1:], folded[1:]
            yield fold(" ".join(names))
        if any(word in INSTITUTIONS for word in folded):
            continue
        while len(names) > 1 and folded[-1] in TRADES:
            names, folded = names[:-1], folded[:-1]
            if (folded[-1] not in TRADES and not (len(names) == 1 and folded[0] in PLAIN_ENGLISH)) or len(names) > 1:
                yield fold(" ".join(names))
        commercial = any(word in TRADES or word in LEGAL for word in map(_plain, part.split())) and "of" not in folded
        telling = len(folded[0]) > 3 and folded[0] not in PLAIN_ENGLISH and folded[0] not in TRADES
        if len(names) > 1 and telling and commercial:
            yield folded[0]


def _has_word(text: str, words: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", text) is not None


def _plain(word: str) -> str:
    return fold(word).strip(".,;")


SPONSOR = r"(?P<name>[A-ZÀ-Ý][\w&’'-]{0,30}(?: (?:(?:of|the|for|and|de|du|&) ){0,2}[A-ZÀ-Ý][\w&’'-]{0,30}){0,7})"
STUDIES = r"(?:[A-Za-z0-9-]+,? ){0,4}?(?:trials?|stud(?:y|ies)|pilot|extension|research|programme|program)\b"


@cache
def _sponsorings() -> tuple[re.Pattern[str], ...]:
    """The ways to call somebody a sponsor, the name in the group `name`."""
    return (
        pattern(
            r"(?<![A-Za-z] by )\b[Ss]ponsored (?:and funded |and run )?by (?:the )?"
            rf"(?:U\.[SK]\. |a company called )?{SPONSOR}"
        ),
        pattern(
            rf"\b(?:[Ll]ead )?[Ss]ponsors?(?: of (?:the|this|both) {STUDIES})?(?:: ?| (?:is|was) |, )"
            rf"(?:the )?(?:U\.[SK]\. |a company called )?{SPONSOR}"
        ),
        pattern(
            rf"(?<![\w&’'.-])(?:[Tt]he )?{SPONSOR}(?:, | (?:is|was) |, which (?:is|was) )(?:the|its) "
            rf"(?:(?:lead|(?:trial|study|drug)[’']s|trial|study) )?sponsor\b"
        ),
        pattern(
            rf"(?<![\w&’'.-])(?:[Tt]he )?{SPONSOR}(?:, which|, who)? (?:(?:also|is|was|has|had) )?"
            rf"sponsor(?:s|ed|ing)? (?:(?:the|this|a|an|its|both|all|two|three|that) {STUDIES}|"
            r"[A-Z][\w-]{2,20} \((?:NCT|ISRCTN|EudraCT))"
        ),
        pattern(rf"(?<![\w&’'.-])(?:[Tt]he )?{SPONSOR}[-‑]sponsored {STUDIES}"),
        pattern(rf"(?<![\w&’'.-])(?:[Tt]he )?{SPONSOR} as (?:the|its) (?:(?:lead|trial|study) )?sponsor\b"),
        pattern(rf"(?:\b{STUDIES}|\)), which (?:the )?{SPONSOR} (?:is )?sponsor(?:s|ed|ing)\b"),
    )


NO_SPONSORS = words("the our this a it we he she they an in on at by for but and although however while as")
"""First words of what is no sponsor's name."""


@cache
def _advertised() -> re.Pattern[str]:
    """What may be sponsored and is no trial."""
    return pattern(
        r"\b(?:article|content|post|page|story|event|conference|symposium|congress|session|webinar|podcast|newsletter|"
        r"run|race|walk|marathon|bill|law|team|award|prize|survey|supplement|advertisement)s?,? "
        r"(?:(?:is|was|are|were|being|has been|paid for and) )?sponsored|^sponsored by [^,.]{2,60}\.?$"
    )


def said_to_sponsor(said: Said) -> Iterator[Found]:
    """Whoever a sentence calls the sponsor, and no record does."""
    if said.block_kind == "cell":
        yield from _in_a_cell(said)
    if "sponsor" not in said.lower or _advertised().search(said.lower):
        return
    taken: set[int] = set()
    for form in _sponsorings():
        for match in form.finditer(said.text):
            start = match.start("name")
            name = match["name"]
            for mark in ("’s", "'s"):
                name = name.removesuffix(mark)
            shouted = name.isupper() and len(name) > LONGEST_INITIALS
            if start not in taken and not shouted and fold(name.split()[0]) not in NO_SPONSORS:
                taken.add(start)
                plainly = _plainly().fullmatch(said.text, 0, start)
                yield Found(
                    "sponsor",
                    name,
                    start,
                    start + len(name),
                    pattern="the sponsor" if plainly else "said to sponsor",
                )


@cache
def _plainly() -> re.Pattern[str]:
    """What alone stands before the name of a sponsor: "Study sponsored by", "Sponsor:"."""
    study = r"(?:The |This )?(?:[Ss]tudy|[Tt]rial)"
    return pattern(rf"(?:{study} (?:is |was )?sponsored by|(?:Lead )?[Ss]ponsor(?:ed by|:)) (?:the )?")


def _in_a_cell(said: Said) -> Iterator[Found]:
    """The name that fills a cell of a table beside or below the word "sponsor"."""
    if not any(_sponsor_head().fullmatch(head) for head in said.heads):
        return
    if match := _cell_name().fullmatch(said.text):
        yield Found("sponsor", match["name"], *match.span("name"), pattern="the sponsor")


@cache
def _sponsor_head() -> re.Pattern[str]:
    return pattern(r"(?:lead |main |study |trial )?sponsors?")


@cache
def _cell_name() -> re.Pattern[str]:
    return pattern(rf"\s*{SPONSOR}(?:,? (?:Inc|Ltd|Co|LLC|AG|SA|GmbH|A/S)\.?)?\s*")


LONGEST_INITIALS = 6


@cache
def _university_study() -> re.Pattern[str]:
    word = r"[A-ZÀ-Ý][\w&’'-]*"
    name = rf"(?P<name>University of (?:the )?{word}(?: {word}){{0,3}}|(?:{word} ){{1,3}}University(?: Hospital)?)"
    return pattern(
        rf"(?:\b(?:trials?|study)\b,?(?:[^.;:]{{0,120}}? and)? (?:(?:that |which )?(?:is|was|has been) )?(?:being )?"
        rf"(?:(?:run|conducted|sponsored|organi[sz]ed|led|coordinated|managed) (?:from|by)|run at|led at) "
        rf"(?:the )?|\b[Aa]n? ){name}(?P<after>(?:-led|-run)? "
        rf"(?:clinical |research |randomi[sz]ed |pilot )?(?:trial|study)\b)?"
    )


def universities(said: Said) -> Iterator[Found]:
    """The university that a sentence calls a trial's own: "a Yonsei University study"."""
    if "University" not in said.text:
        return
    for match in _university_study().finditer(said.text):
        if match["after"] or match[0][0] not in "Aa":
            yield Found("sponsor", match["name"], *match.span("name"), pattern="university")
