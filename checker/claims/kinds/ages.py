"""The ages of those who may take part in a trial."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.grammar import VOCABULARY, Pattern, matches
from checker.claims.numbers import LONGEST_SENTENCE
from checker.claims.vocabulary import MANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.claims.grammar import Match
    from checker.claims.numbers import Number
    from checker.claims.said import Said

KINDS = ("age",)

VOCABULARY.update(
    {
        "year": r"(?:#{1,16}|[0-9]{1,3}|[a-z]+(?:-[a-z]+)?)",
        "to": r"(?: ?[-–—‐‑−] ?| to | and | through | until |-to-|[-‐‑–] to )",
        "old": r"(?:[ -]?(?:years?|yrs?|y)\b(?:[ -](?:of age|olds?))?|[ -]year[ -]olds?|of age)",
        "born": r"(?:[ -]?(?:years?|yrs?)[ -](?:of age|old)|[ -]year[ -]olds?|y/o)",
        "many": rf"(?:{MANY_PEOPLE})",
        "aged": (
            r"\b(?:aged|ages|age|ages?:|age (?:range|group|limit)s?:?|aged between|ages between|aged from|ages from|"
            r"ages? ran from|ages? (?:as|is|was|of))"
        ),
    }
)

PATTERNS = (
    Pattern(
        "from one age to another",
        r"(?:{aged} (?:of )?|\b(?:{many}|you|they|applicants|candidates),? (?:who (?:are|were) |all |(?:who )?"
        r"(?:must|should|need to|have to|had to|will|may|can) be )?(?:aged )?(?:between |from |of )|"
        r"\b(?:anyone|everyone|all|those|they|participants) (?:was |were |is |are |aged )?(?:between |from )?|"
        r"\byou (?:must|should|need to|have to|can) be )"
        r"(?P<quote>(?P<low>{year})(?: years)?{to}(?P<high>{year})(?:{old})?)",
        (
            "age",
            "people",
            "adults",
            "patients",
            "women",
            "men",
            "children",
            "boys",
            "girls",
            "volunteers",
            "anyone",
            "everyone",
            "those",
            "participants",
            "all",
            "they",
            "individuals",
            "subjects",
            "you",
            "applicants",
            "candidates",
        ),
        (
            "They were smokers aged «18 to 65».",
            "It is for patients ages «3–70».",
            "It wanted women between «22 and 45».",
            "Anyone between «18 and 80» could apply.",
            "Patients aged «18 to 75 years» were eligible.",
            "To take part you must be between «60 and 85» and live at home.",
            "In the other one you can be «18 to 65».",
            "Patients aged «40-95 years» within 3 h of stroke onset took part.",
            "A third trial, for children of «six to eleven», is to begin.",
        ),
        (
            "Women between two and three times as likely took part.",
            "All 12 to 15 sites opened.",
            "The mean age ranged: patients of 50 to 60 letters were seen.",
        ),
    ),
    Pattern(
        "years old",
        r"(?P<quote>(?:\bbetween |\bfrom |\bof )?(?P<low>{year})(?: years)?{to}(?P<high>{year}){old})",
        ("year", "yr", " y", "of age"),
        (
            "It enrolled adults, «18–64 years old», at 42 centers.",
            "It is recruiting «18-to-75-year-olds» who have NASH.",
            "It was tried in «12- to 18-year-olds».",
            "Forty patients, «3 to 75 years old», will join.",
        ),
        (
            "Infants 3 to 12 weeks old took part.",
            "It takes 5 to 10 years to develop a drug.",
            "It lasted two to three years.",
        ),
    ),
    Pattern(
        "ages in brackets",
        r"\b(?:{many}|sleepers|smokers)(?: [a-z]+){0,3}(?:,|"
        r" \() ?(?P<quote>(?P<low>[#0-9]{1,2}) ?[–-] ?(?P<high>[#0-9]{2})(?:{old})?)(?:\)|,|$)",
        ("–", "-"),
        (
            "It enrolled fifty-two women («19–65»), who were randomised.",
            "Half of 100 volunteers, «18–75», get it.",
            "Children and adolescents («6-17 years») joined.",
        ),
        ("It enrolled women (1–3).", "The patients (n = 12), 18 of them men, joined."),
    ),
    Pattern(
        "from an age on",
        r"(?:{aged} |\b{many},? (?:of )?|\bwas |\bwere |\b(?:is|are|be) |\ball |^|, |\()"
        r"(?P<quote>(?:at least |a minimum of |≥ ?|>= ?)?(?P<low>{year})(?: ?years?(?: of age| old)?)?,? "
        r"(?:or|and) (?:older|over|above|up|upwards|more))\b",
        ("older", "over", "above", " up", "upwards", "more"),
        (
            "Fifty patients aged «12 and up» are wanted.",
            "Everyone was «65 or over».",
            "People «18 years or older» can join.",
            "Adults aged «60 and over» took part.",
            "Only women of «18 and over» can take part.",
        ),
        (
            "Two or more doses were given.",
            "The bus was 12 or more hours late.",
            "It met patients of 20 or more clinics.",
        ),
    ),
    Pattern(
        "at least an age",
        r"(?P<quote>(?:\bat least |\ba minimum of |≥ ?|>= ?)(?P<low>{year}){old})",
        ("at least", "minimum", "≥", ">="),
        (
            "They were «at least 8 years old».",
            "Of the 96 participants, all «≥12 years», 90 were analysed.",
            "Adults «at least 18 years of age» may join.",
        ),
        ("It lasted at least 8 years.", "Those with a history of at least 5 years joined."),
    ),
    Pattern(
        "at least that aged",
        r"{aged} (?P<quote>(?:at least |≥ ?|>= ?)(?P<low>{year})(?:{old})?)",
        ("at least", "≥", ">="),
        ("All were aged «≥18».", "Adults aged «at least 50» joined."),
        ("The average age was at least 40.",),
    ),
    Pattern(
        "must be so old",
        r"\b(?:must|should|need to|have to|had to) be (?:aged )?(?P<quote>(?:at least (?P<low>{year})|(?:over|"
        r"older than) (?:the age of )?(?P<above>{year}))(?:{old})?)(?:$|[.,;)]| and | to | with | or )",
        ("must be", "should be", "need to be", "have to be", "had to be"),
        ("Volunteers must be «at least 21».", "You must be «over 18» and live in Spain."),
        ("It must be at least 10 km away.", "Scores had to be over 20 points."),
    ),
    Pattern(
        "an age and a plus",
        r"(?:{aged}:? ?|\b{many} )(?P<quote>(?P<low>[#0-9]{1,3}) ?\+)",
        ("+",),
        ("Age: «18+»", "It is for men aged «50+»."),
        ("People with CD34+ cells joined.", "It was found in 50+ people."),
    ),
    Pattern(
        "least age",
        r"\bminimum age(?: for [a-z ]{1,20})?(?: is| was| of|:)? (?P<quote>(?P<low>{year})(?:{old})?)",
        ("minimum age",),
        ("The minimum age is «18».", "Minimum age: «18 Years»"),
        ("The minimum age of the sample was a century.",),
    ),
    Pattern(
        "none older",
        r"\b(?:none|no one|nobody|not) (?P<quote>(?:older than|over) (?:the age of )?(?P<high>{year})(?:{old})?)",
        ("older than", "over"),
        ("The trial takes a dozen children, none «older than 18».",),
        ("None over the wall 12 people.",),
    ),
    Pattern(
        "over an age",
        r"(?P<quote>(?:\b(?:over|above|older than) (?:the age of )?|> ?)(?P<above>{year})(?:{old})?)",
        ("over", "above", "older than", ">"),
        (
            "It seeks 72 adults «over the age of 20».",
            "Women «older than 45 years» were eligible.",
            "It enrolled patients of «>3 years old».",
        ),
        ("It took over 20 years.", "More than over 30 patients joined.", "None was older than that."),
    ),
    Pattern(
        "up to years of age",
        r"(?P<quote>(?:\bup to |\bno older than |\bnot older than |≤ ?|<= ?)(?:the age of )?(?P<high>{year}){born})",
        ("up to", "older than", "≤", "<="),
        ("It will take 80 patients «up to 30 years of age».",),
        ("It may last up to two years.",),
    ),
    Pattern(
        "up to an age",
        r"(?:{aged} |\b{many},? )(?P<quote>(?:up to |≤ ?|<= ?)(?:the age of )?(?P<high>{year})(?:{old})?)",
        ("up to", "≤", "<="),
        ("It is for adults «up to 65».", "Patients aged «≤30 years» may join."),
        ("Children up to 3 times more likely joined.", "The study treats patients up to 12 weeks."),
    ),
    Pattern(
        "or younger",
        r"(?:{aged} |\b{many},? |\ball |, |\()"
        r"(?P<quote>(?P<high>{year})(?: ?years?(?: of age| old)?)?,? (?:or|and) (?:younger|under|less|below))\b",
        ("younger", "under", "less", "below"),
        ("Children aged «17 or younger» can join.", "It treats 42 people aged «30 or less»."),
        ("They took part for 17 or less.", "Two or fewer children, 3 or less points each, joined."),
    ),
    Pattern(
        "under an age",
        r"(?P<quote>\b(?:under|younger than|below) (?:the age of )?(?P<below>{year})(?:{old})?)",
        ("under", "younger than", "below"),
        ("It enrolled children «under the age of 5».", "Patients «younger than 18 years» were eligible."),
        ("Blood pressure fell under 120.", "It took under two years."),
    ),
    Pattern(
        "adults only",
        r"(?:\b(?:all (?:were|are) |open (?:only )?to |aimed at |only |for |limited to |restricted to )"
        r"(?P<quote>(?P<adults>adults))(?: only)?(?:$|[.,;)]| who| with| and))",
        ("adults",),
        ("All were «adults».", "Both trials are open-label and aimed at «adults»; neither is open."),
        ("Only adults' hospitals took part.", "A dose for adults of 5 mg was given.", "One in eight adults smokes."),
    ),
    Pattern(
        "only adults",
        r"(?:^|[,;(] )(?P<quote>(?P<adults>adults) only)(?:$|[.,;)])",
        ("adults only",),
        ("It is at one centre, «adults only».",),
        ("It is a film for adults only in name.",),
    ),
)

OLDEST = 130
YOUNGEST_GROWN = 13
"""The lowest age that is taken for the end of a range whose beginning is higher."""


@cache
def _measured() -> re.Pattern[str]:
    """What says that ages are those of some who took part, of one person, of a disease, or of other products."""
    return pattern(
        r"\b(?:median|mean|average|baseline ages?|oldest|youngest|typically|onset|usually|most often|"
        r"diagnosed (?:at|each|every)|life expectancy|"
        r"dies?|died|survived|older brother|affects|strikes|prevalence|ranged|ranging|per cent were|percent were|"
        r"% were|authori[sz]ed|approved|approval|indicated|licen[sc]ed|cleared|recommended|guidelines?|"
        r"per year|a million)\b|"
        r"%[^.;]{0,12}(?:were|are) "
    )


@cache
def _marketed() -> re.Pattern[str]:
    """What stands before the ages of those for whom a product is sold: "the only approved drug to stop it in ..."."""
    return pattern(r"\b(?:authori[sz]ed|approved|approval|indicated|licen[sc]ed|cleared)\b[^.;]{0,160}$")


@cache
def _in_research() -> re.Pattern[str]:
    return pattern(
        r"\b(?:trials?|stud(?:y|ies)|phase|protocols?|ind|test|enrol|recruit|participa|random|eligib|volunteer)"
    )


ONSET = pattern(r"(?<!at )(?<!age of )\bonset\b")
"""The beginning of a disease that people have, behind their ages: "aged 40-95 years within 3 h of stroke onset"."""


@cache
def _next() -> re.Pattern[str]:
    """What begins another statement on the same people."""
    return pattern(
        r",(?: and)? (?:who|of whom|whose)\b| and (?:were|was|had|have|has|are|is|received|got|took|followed|"
        r"must|may)\b"
    )


@cache
def _share_behind() -> re.Pattern[str]:
    """What gives the share of those of an age: "Older adults (65 and over): 13%", "75 or older (8%)"."""
    return pattern(r"\)?(?::| =|,)? ?\(?(?:n ?= ?\d{1,6}[;,] ?)?\d{1,3}(?:[.·]\d{1,2})? ?(?:%|per ?cent)")


@cache
def _some_of_them() -> re.Pattern[str]:
    """What says that an age is that of those for whom a result is told: "best in those between 5 and 8 years old"."""
    return pattern(
        r"\b(?:especially|particularly|notably|multivariable|multivariate|subgroups?|best|better|worse|higher|lower|greater|"
        r"(?:efficacy|effective|analysis|reduction|risk|effect|response|benefit)(?: [a-z]+)? (?:in|among))\b"
        r"(?: (?!than\b)[a-z’'-]+,?){0,5} $"
    )


@cache
def _kept_apart() -> re.Pattern[str]:
    """What is said of those who may not take part, or of some of those who did."""
    return pattern(
        r"\b(?:excluded|not (?:eligible|allowed|included|enrol+ed|recruited|admitted|studied|take|join|be)|"
        r"cannot|ineligible|"
        r"had|have|has|more|less|fewer|higher|lower|worse|better|did|do|than|died|showed|fell|rose)\b"
    )


@cache
def _of_others() -> re.Pattern[str]:
    """Whose ages are not those of a trial's people."""
    return pattern(r"\b(?:donors|controls|carers|caregivers|relatives|siblings)(?: were)?(?: aged| ages)? ?\(?$")


@cache
def _did() -> re.Pattern[str]:
    """What some of those who took part did, or were: "adults 65 and over had more falls"."""
    return pattern(
        r"\)? (?:had|did|made up|showed|died|fell|rose|responded|improved|benefit(?:ed|ted)|accounted|"
        r"(?:were|was) (?:more|less|most|least))\b"
    )


@cache
def _of_children() -> re.Pattern[str]:
    """What tells ages without a word for them: "for children of six to eleven"."""
    return pattern(r"\b(?:children|boys|girls|kids|schoolchildren) of [a-z0-9]{1,6}(?: to |[-–])[a-z0-9]{1,6}\b")


@cache
def _of_age() -> re.Pattern[str]:
    return pattern(r"\b(?:aged?|ages|years old|year[ -]olds?|of age|older|younger|over|under|between)\b")


def find(said: Said) -> Iterator[Found]:
    """The ages that a sentence states of who may take part in a trial."""
    if len(said.text) > LONGEST_SENTENCE or not (said.numbers or "adults" in said.lower):
        return
    found: list[Found] = []
    ages = {number.start: number for number in said.numbers}
    for match in matches(PATTERNS, said):
        claim = _age(said, match, ages)
        if claim is None or any(each.start < claim.end and claim.start < each.end for each in found):
            continue
        before = said.lower[max(0, claim.start - 60) : claim.start]
        follows = _next().split(said.lower[claim.end : claim.end + 70])[0]
        if claim.pattern in ("over an age", "under an age") and _kept_apart().search(follows):
            continue
        if _of_others().search(before) or _did().match(follows):
            continue
        behind = ONSET.sub(" ", follows[:50])
        if _measured().search(before) or _measured().search(behind) or _share_behind().match(follows):
            continue
        sold = _marketed().search(said.lower, max(0, claim.start - 180), claim.start)
        if sold and not _in_research().search(sold.group()):
            continue
        found.append(claim)
    # "Best in those aged 5 to 9, less in those of 10 to 14": from the first on, they are those of a result.
    told = (each.start for each in found if _some_of_them().search(said.lower, max(0, each.start - 60), each.start))
    first = min(told, default=len(said.text))
    yield from (each for each in found if each.start < first)


def _age(said: Said, match: Match, ages: dict[int, Number]) -> Found | None:
    name = match.pattern.name
    start, end = match.quote
    bounds = {}
    for side in ("low", "high", "above", "below"):
        if side in match.groups:
            number = ages.get(match.groups[side][0])
            if number is None or number.end != match.groups[side][1] or number.kind or number.decimals:
                return None
            bounds[side] = int(number.value)
    if not bounds:
        return Found("age", ">=18 years", start, end, pattern=name) if "adults" in match.groups else None
    if _is_of_other_things(said, name, start, end, bounds):
        return None
    low, high = bounds.get("low"), bounds.get("high")
    if "above" in bounds:
        # "over the age of 20" is from 21 on; "over 18s" and "over 65" are what a record calls 18 and 65.
        low = bounds["above"] + ("age of" in said.lower[start:end] or "older than" in said.lower[start:end])
    if "below" in bounds:
        high = bounds["below"] - 1
    if _is_no_age(said, name, start, end, (low, high)) or _of_some().search(said.shape, max(0, start - 45), start):
        return None
    if low is None and name == "up to an age" and said.lower[:start].endswith(("adults ", "adults, ")):
        low = 18
    value = _limits(said, low, high)
    return Found("age", value, start, end, pattern=name) if value else None


def _is_of_other_things(said: Said, name: str, start: int, end: int, bounds: Mapping[str, int]) -> bool:
    """Whether bounds are of something else that is counted: "over 18 visits", "under 12 mm"."""
    if "above" in bounds:
        if _is_other(said, end) or not (name == "must be so old" or _about_people(said, start, end)):
            return True
        if bounds["above"] < LEAST_GROWN and _lasts(said, start, end):
            return True
    if "below" in bounds and (_is_other(said, end) or not _about_people(said, start, end)):
        return True
    return name in ("from one age to another", "from an age on", "up to an age", "or younger") and _is_other(said, end)


def _is_no_age(said: Said, name: str, start: int, end: int, limits: tuple[int | None, int | None]) -> bool:
    """Whether numbers that may be ages are those of years, weeks or other things, as nothing says that they are."""
    written = said.lower[start:end]
    aged = _of_age().search(said.lower, max(0, start - 30), start) is not None
    if written.endswith(" more") and "year" not in written and not aged:
        return True  # "3 or more miscarriages"
    if name == "years old" and re.search(r"\byears?$", written) and not aged:
        low, high = limits
        return low is None or high is None or low < 10 or high < 40
    if name == "at least an age" and re.search(r"years?$", written) and not _all_people().search(said.lower[:start]):
        return True
    # "gestational ages between 36+0 and 41+0 weeks"
    return name == "an age and a plus" and said.text[end : end + 1].isdigit()


def _limits(said: Said, low: int | None, high: int | None) -> str | None:
    """The value of a claim of ages between two limits, None where nobody sets such limits."""
    if low is not None and high is not None:
        slipped = OLDEST >= low > high >= YOUNGEST_GROWN  # "aged 81 to 65 years"
        fitting = low < high <= OLDEST and high > 12
        known = (slipped or low < high <= OLDEST) and (
            _of_age().search(said.lower) or _of_children().search(said.lower)
        )
        return f"{low}-{high} years" if fitting or known else None
    if low is not None:
        return f">={low} years" if low <= OLDEST else None
    return f"<={high} years" if high and high <= OLDEST else None


@cache
def _of_some() -> re.Pattern[str]:
    """What says that an age is that of some of those who took part: "1950 were 75 or older"."""
    return pattern(
        r"(?:[#%\d]|percent|per cent|third|half|quarter|most|majority|many|some)(?: of them| of the [a-z]+| [a-z]+)? "
        r"(?:were|was|are) $|(?:%|percent|per cent) of [a-z. ]{2,30} (?:were|was|are|is) $"
    )


@cache
def _all_people() -> re.Pattern[str]:
    return pattern(rf"\b(?:all|aged?|ages|{MANY_PEOPLE}),? ?\(?$")


@cache
def _behind_age() -> re.Pattern[str]:
    return pattern(
        r"[ -](?:(?:consecutive|different|separate|successive|flu|influenza|treatment|study) )?"
        r"(?:%|percent|per cent|seasons|winters|cycles|rounds|waves|decades|sessions|stages|"
        r"weeks?|months?|days?|wks?|mos?|hours?|minutes?|times|mg|g|kg|points|mm|cm|sites|"
        r"hospitals|people|patients|letters|"
        r"participants|women|men|doses|tablets|cent(?:er|re)s|countries|cigarettes|drinks|units|episodes|attacks|"
        r"visits|groups|arms)\b|%"
    )


def _is_other(said: Said, end: int) -> bool:
    return bool(_behind_age().match(said.lower, end))


LEAST_GROWN = 13
"""People "over so many years" are of an age; "over three years" is how long they are followed, mostly."""


def _lasts(said: Said, start: int, end: int) -> bool:
    """Whether "over three years" may tell how long it takes: "it will follow 60 people over three years"."""
    if not re.match(r"over [a-z0-9]+ (?:years?|yrs?)$", said.lower[start:end]):
        return False
    return not re.search(
        r"\b(?:aged|(?:^|for |in |to |of |only )(?:children|infants|kids|boys|girls)) $", said.lower[:start]
    )


def _about_people(said: Said, start: int, end: int) -> bool:
    """Whether "over 20" or "under 18 years" is an age: by its own words, or those whom it is said of."""
    if re.search(r"age of|older|younger|years? old|of age", said.lower[start:end]):
        return True
    return bool(re.search(rf"\b(?:{MANY_PEOPLE}|those|anyone|everyone|aged) $", said.lower[max(0, start - 20) : start]))
