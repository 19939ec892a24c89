"""Which company is said to run a trial, in sentences that do not name the sponsor of a record.

Some words say so outright. In others a company tells of trials, mostly of its own: "Acme said today that the first
patient had been dosed", "Acme's antibody". Whether a trial is Acme's by these, `checker.claims.sponsors` decides.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.companies import FAMILIES, IN_FULL, KNOWN, WORDLIKE
from checker.claims.kinds._recorded_names import fold
from checker.claims.kinds._sponsors import INSTITUTIONS, LEGAL, SPONSOR, TRADES
from checker.claims.repeated import once_a_text
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.said import Said

RUNNER, TELLER = "said to run it", "tells of it"
"""The patterns of these claims: they say who runs a trial or tells of it, and not that it is the sponsor."""

NAMED = KNOWN | WORDLIKE

BODIES = words(
    "executive steering working advisory writing committee board panel team investigators collaborators "
    "institutes universities centers centres"
)
"""Words of what sees to a trial and is no company: "the Executive Group for the trial", "the Steering Group"."""

TRADED = (TRADES | LEGAL) - {"and"}
"""Words that only companies have in their names: two towns or countries stand with "and" between them as well."""

_MEMBERS = (*IN_FULL, *(member for family in FAMILIES for member in family))
_SIGNS = NAMED | TRADED | {member.split()[0] for member in _MEMBERS}
"""Words of which the name of a company has one."""


def is_company(name: str) -> bool:
    """Whether a name is a company's: one of those known, or with a word that only companies have in theirs."""
    parts = [part.strip(".,;") for part in fold(name).split()]
    if parts[0] == "the" or any(part in INSTITUTIONS or part in BODIES for part in parts):
        return False
    known = any(fold(name) == member or fold(name).startswith(f"{member} ") for member in _MEMBERS)
    return known or parts[0] in NAMED or any(part in TRADED for part in parts[1:])


_MARKS = pattern(r"'s|[.,;:!?()](?: |$)")


@once_a_text
def _has_sign(folded: str) -> bool:
    return not _SIGNS.isdisjoint(_MARKS.sub(" ", folded).split())


def runners(said: Said, folded: str) -> Iterator[Found]:
    """The companies that a sentence, whose text is `folded`, says run a trial, or that tell of trials in it."""
    if not said.article.once(_has_companies):
        return
    known = _has_sign(folded)
    if not (known or _exchange().search(said.text)):
        return
    taken: set[int] = set()
    for form in _runnings() if known else ():
        for match in form.finditer(said.text):
            name = match["name"].removesuffix("’s").removesuffix("'s")
            _, _, rest = name.partition("-based ")
            name, start = (rest or name), match.start("name") + (len(name) - len(rest) if rest else 0)
            if start not in taken and is_company(name) and not _of_its_own().match(folded, match.end()):
                taken.add(start)
                yield Found("sponsor", name, start, start + len(name), pattern=RUNNER)
    for match in _company().finditer(said.text):
        name, start = match["listed"] or match["known"], match.start()
        if start not in taken and _tells(said.text, match):
            taken.add(start)
            yield Found("sponsor", name, start, start + len(name), pattern=TELLER)


def companies(text: str) -> Iterator[tuple[str, int, int]]:
    """The companies that a text names, with their offsets: those that are well known, and those that are listed."""
    for match in _company().finditer(text):
        group = "listed" if match["listed"] else "known"
        yield match[group], *match.span(group)


def _tells(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence says of a company what companies say of their own trials."""
    return bool(
        (_opens().fullmatch(text, 0, match.start()) and _says().match(text, match.end()))
        or _its_trial().match(text, match.end())
    )


@cache
def _of_its_own() -> re.Pattern[str]:
    """What follows a rival's drug."""
    return pattern(r"[^.;:]{0,60}\b(?:of (?:its|their) own|rivals?|compet\w+|similar|too)\b")


def _has_companies(article: Article) -> bool:
    """Whether companies run trials of an article by their records."""
    return any(trial.lead_sponsor and is_company(trial.lead_sponsor) for trial in article.trials)


STUDY = r"(?:[Tt]rials?|[Ss]tud(?:y|ies)|[Pp]rogramme?|[Rr]esearch|[Tt]esting)"
FREE = r"(?<![\w&’'.-])"
"""What does not stand before the first word of a name."""


@cache
def _runnings() -> tuple[re.Pattern[str], ...]:
    """The ways to say who runs a trial, the name in the group `name`."""
    aside = r"(?: \([^()]{2,40}\)|, [^,.;:]{2,40},)?"
    before = r"(?: (?:has|is|was|will|also|today|had|recently|plans to)){0,3}"
    return (
        pattern(
            rf"\b{STUDY}\b[^.;:]{{0,80}}? (?:run|done|conducted|carried out|performed|organi[sz]ed|undertaken|funded|"
            rf"financed|paid for|led|initiated|coordinated|backed|launched|started) by (?:the )?"
            rf"(?:[a-z][\w-]* ){{0,4}}{SPONSOR}"
        ),
        pattern(
            rf"\b{STUDY}\b[^.;:]{{0,40}}? by (?:the )?(?:[a-z-]+ )?(?:drug ?maker|company|firm|manufacturer) {SPONSOR}"
        ),
        pattern(
            rf"{FREE}{SPONSOR}(?:,? Inc\.)?,? (?:which|who|that) (?:is |are |also )?(?:runs?|ran|running|sponsors?|"
            rf"leads?|leading|conducts?|conducting|funds?|funding|pays? for|paid for) (?:the|this|that) "
            rf"(?:[a-z-]+ ){{0,3}}{STUDY}\b"
        ),
        pattern(
            rf"\b(?:{STUDY}|[Dd]rug|[Vv]accine|[Tt]herapy|called [A-Z][\w-]{{2,20}}), from (?:the )?"
            rf"(?:[a-z-]+ ){{0,3}}{SPONSOR}(?=[.,;)]|$)",
            needs=(" from ",),
        ),
        pattern(rf"(?:\b{STUDY}|NCT[0-9]{{8}}),? at {SPONSOR}(?=[.,;)])", needs=(" at ",)),
        pattern(
            rf"{FREE}{SPONSOR}['’]s? (?:[a-z][\w/-]* ){{0,3}}?(?:[Pp]hase [0-9IV/]{{1,4}}[ab]? )?"
            rf"(?:[a-z-]+ ){{0,3}}?(?:trial|study)\b"
        ),
        pattern(
            rf"\b(?:[Tt]he|[Aa]n?) {SPONSOR}(?: [Pp]hase [0-9IV/]{{1,4}}[ab]?)? (?:[a-z-]+ ){{0,2}}?(?:trial|study)\b"
        ),
        pattern(
            rf"{FREE}{SPONSOR}{aside}{before} (?:announced|reported|launched|started|begun|began|initiated|opened|"
            rf"dosed|enrol+ed|completed|stopped|halted|terminated|discontinued|running|conducting|testing|recruiting|start|"
            rf"begin|conduct|ran|run|built|developed|designed)\b[^.;:]{{0,80}}\b(?:[Tt]rials?|[Ss]tud(?:y|ies))\b"
        ),
        pattern(
            rf"{FREE}{SPONSOR}{aside} (?:want(?:s|ed) to (?:know|see|find out|learn|test|show)|has an? "
            rf"(?:[a-z-]+ ){{0,2}}(?:drug|vaccine|medicine|treatment|therapy|device|program|app|pill|"
            rf"compound)|makes an? )\b"
        ),
    )


EXCHANGE = r"\((?:NASDAQ|Nasdaq|NYSE|NSDQ|ASX|LSE|AIM|LON|TSE|TSX|OTC|OTCQB|SIX|Euronext)[^()]{0,30}\)"
_NAMES = "|".join(sorted({*IN_FULL, *KNOWN}, key=len, reverse=True)).replace("-", "[- ]")


@cache
def _exchange() -> re.Pattern[str]:
    return pattern(EXCHANGE)


@cache
def _company() -> re.Pattern[str]:
    return pattern(
        rf"\b(?:(?P<listed>[A-Z][\w&-]{{2,20}}(?: [A-Z][\w&-]{{1,20}}){{0,3}}),?(?: Inc\.?| Ltd\.?| plc| AG| SA| NV)? "
        rf"{EXCHANGE}|(?P<known>(?=[A-Z])(?i:{_NAMES}))(?![\w-]))"
    )


@cache
def _opens() -> re.Pattern[str]:
    """What may stand before the company that a sentence opens with: a mark of quotation, a dateline."""
    return pattern(r"[“\"’' ]{0,2}|[A-Z][\w .,/()&’'-]{2,70} ?(?:[–—:]|--| - ) ?")


@cache
def _says() -> re.Pattern[str]:
    return pattern(
        r"(?:,? (?:Inc|Ltd|PLC|plc|Pharmaceuticals?|Pharma|Therapeutics|Sciences|Company|Limited|and Company|AG|"
        r"SA|&)\.?)"
        r"{0,3}(?: \([^()]{1,40}\))?,? (?:(?:today|Monday|Tuesday|Wednesday|Thursday|Friday) )?"
        r"(?:said|says|announced|announces|reported|has (?:reported|announced|said|unveiled|dosed|begun|started|"
        r"completed|enrolled)|unveiled|is (?:pausing|starting|recruiting|testing|to start|stopping|halting)|"
        r"sponsors|sponsored|paid for|pays for|funded|wanted|wants|will (?:start|begin|stop|discontinue))\b"
    )


@cache
def _its_trial() -> re.Pattern[str]:
    return pattern(
        r"[’']s? (?:(?:\([^()]{1,40}\)|[\w/-]+) ){0,5}(?:trials?|study|drug|vaccine|candidate|"
        r"therapy|pill|antibody|cells)\b"
    )
