"""The sites of a trial, counted."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.demonyms import DEMONYMS
from checker.claims.grammar import VOCABULARY, Pattern, matches
from checker.claims.numbers import qualifier
from checker.claims.tokens import tokens
from checker.claims.vocabulary import PEOPLE, words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.claims.grammar import Match
    from checker.claims.said import Said

VOCABULARY.update(
    {
        "sites": (
            r"(?:sites|cent(?:er|re)s|hospitals|clinics|institutions|institutes|locations|facilities|practices|"
            r"surgeries|"
            r"health posts|health cent(?:er|re)s|universities|"
            r"(?:care|clinical|hospital) settings|(?:care|nursing|residential|rest) homes|"
            r"retirement (?:villages|communities|homes)|"
            r"pharmacies|(?:nhs |hospital |health )trusts|"
            r"(?:intensive care|critical care|neonatal(?: care)?|stroke|dialysis|intensive-care|maternity|transplant|"
            r"research|burns?|cancer|trauma|high dependency|surgical|obstetric|coronary care) units|"
            r"icus|nicus|emergency departments|(?:hospital|medical|academic|eye|surgical|"
            r"radiology|cardiology|oncology|psychiatric|orthopa?edic|neurology|ophthalmology|outpatient) departments)\b"
        ),
        "site": (
            r"(?:site|cent(?:er|re)|hospital|clinic|institution|institute|location|facility|practice|surgery|"
            r"health post|university|university hospital)\b"
        ),
        "qualities": r"(?:[a-zà-ÿ][a-zà-ÿ.’'-]*,? (?:and )?){0,4}",
        "apart": "[ \u00a0-]",
    }
)

SITES = (
    Pattern(
        "count of sites",
        r"(?P<quote>(?P<value>{count}){apart}(?P<qualities>{qualities}){sites})",
        (
            "sites",
            "centers",
            "centres",
            "hospitals",
            "clinics",
            "institut",
            "locations",
            "facilities",
            "practices",
            "surgeries",
            "posts",
            "universities",
            "homes",
            "retirement",
            "settings",
            "pharmacies",
            "units",
            "icus",
            "departments",
            "trusts",
        ),
        (
            "The trial is enrolling at «24 centres» in five countries.",
            "Patients were recruited from «12 academic medical centers» across the United States.",
            "«Three Korean centres» took part.",
            "It was done at «81 outpatient centres and hospitals» in Asia and Europe.",
            "People will be recruited through «15 primary and secondary care settings».",
            "It is recruiting in «five American hospitals».",
            "The study (NCT00962923, «18 sites») is open.",
            "Around «60 hospitals» will join in.",
        ),
        (
            "It was given at three injection sites.",
            "The company operates 130 clinics in the United States.",
            "Hospitals: 28 in France and 20 in Britain.",
            "Spain (3 hospitals) and Italy took part.",
            "Tumours were found at two metastatic sites.",
            "Another 12 sites will open next year.",
            "Some 60 patients at hospitals took part.",
            "It will last some 6 weeks, the US National Institutes of Health said.",
            "The network of 12 hospitals treats everyone.",
            "In Kenya, where 612 people at 21 hospitals took part, it was cheap.",
            "There were 12 hospitals in France and 9 in Spain.",
        ),
    ),
    Pattern(
        "one site",
        r"(?P<quote>(?P<value>#{1,3}){apart}(?P<qualities>{qualities}){site})",
        ("one ", "1 "),
        (
            "It took place at «one hospital» in France.",
            "The record counts «one location» and no phase.",
            "«One hospital», in Lahore, takes part.",
            "Patients at «one academic medical center» were followed.",
        ),
        (
            "One hospital day costs a fortune.",
            "She works in one of two hospitals.",
            "Each one site visit took an hour.",
        ),
    ),
    Pattern(
        "a single site",
        r"(?P<quote>(?P<value>\ba single|\bthe one|\bjust one|\bonly one){apart}(?P<qualities>{qualities}){site})",
        ("single", "one"),
        (
            "It takes patients at «a single center» in Philadelphia.",
            "Its home is «the one hospital» in Savoy.",
            "It ran in «a single tertiary hospital».",
        ),
        ("A single hospital stay is dear.", "A single injection site was used."),
        {"value": 1},
    ),
    Pattern(
        "single-centre",
        r"(?P<quote>(?P<value>\b(?:single|one|mono)(?:[ -]|))(?:cent(?:er|re)|site|institution|institutional|hospital))"
        r",? (?:[a-z-]+,? ){0,6}(?:trial|study|pilot|stage|phase|experience|investigation|research|rct)\b",
        ("single", "one", "mono"),
        ("This «single-center», open-label trial began in May.", "It was a «monocentre» study."),
        ("A multicentre trial is next.", "Single centers may join the study."),
        {"value": 1},
    ),
    Pattern(
        "sites hyphened",
        r"(?P<quote>(?P<value>{count})[‐‑–-](?:cent(?:er|re)|site|hospital|clinic))"
        r"(?:,|\)|:|,? (?:[a-z‐-]+,? ){0,6}(?:trial|study|pilot|rct|design)\b)",
        ("-cent", "-site", "-hosp", "-clin", "‐cent", "‑cent"),
        (
            "It is a «44-centre» study.",
            "It was a «two-centre», double-blind trial.",
            "This «12-hospital», open trial began in May.",
        ),
        ("It has a 44-site map.", "They met at a two-hospital network."),
    ),
    Pattern(
        "homes",
        r"(?P<quote>(?P<value>{count}){apart}(?P<qualities>{qualities})homes)"
        r" (?:took part|participated|were (?:randomi[sz]ed|randomly|recruited|enrol+ed)|joined)",
        ("homes",),
        ("«Eighty-six homes» took part.",),
        ("They cleaned 40 homes.",),
    ),
    Pattern(
        "places",
        r"\b(?:at|in|from|across) (?:the |only |just |about |some |around )?(?P<quote>(?P<value>{count}) places)\b",
        ("places",),
        ("They ran the study at «two places», Chapel Hill and Austin.",),
        ("The trial has 15 places left.", "She came in third and took 15 places."),
    ),
    Pattern(
        "one of so many",
        r"\b{site}(?: [a-z]+){0,5} (?:is|was|will be|became|as) #{3} of (?:only |just |about |some |around |"
        r"nearly |over |the |more than )?(?P<quote>(?P<value>{count})) (?:(?:throughout|across|around|in) (?:the )?"
        r"(?:world|globe|country|nation|trial|study|u\.?s\.?a?|u\.?k\.?|united)\b|worldwide|nationwide|"
        r"nationally|internationally|globally|looking|participating|taking part|recruiting|enrol+ing|involved in|"
        r"running (?:it|the)|conducting|testing|(?:chosen|selected|picked) (?:to|for))",
        ("one of ",),
        (
            "The Leeds location is one of «140» throughout the world.",
            "Her clinic is one of «70» recruiting people for it.",
            "Our hospital will be one of just «12» in the UK to offer it.",
        ),
        ("This hospital is one of 3 in Leeds.", "The clinic treated one of 20 in the country."),
    ),
    Pattern(
        "sites in all",
        r"{sites}\b.*?\b(?:so|making|or|for a total of) (?P<quote>(?P<value>{count}) (?:altogether|in all|"
        r"in total|all told))",
        ("altogether", "in all", "in total", "all told"),
        ("It runs in Colombia (seven hospitals), with one more in Paraguay, so «eight altogether».",),
        ("Two women joined and then ten men, so twelve altogether.",),
    ),
    Pattern(
        "labelled",
        r"\b(?:(?:study |trial |research |participating )?(?:sites|locations|cent(?:er|re)s|hospitals)): "
        r"(?P<quote>(?P<value>{count}))(?: *$|[.,;)]| \()",
        ("sites:", "locations:", "centers:", "centres:", "hospitals:"),
        ("Sites: «12»; countries: 3.",),
        ("Injection sites: 2 on each arm.",),
    ),
)

MOST_SITES = 6_000

NO_QUALITY = words(
    "of in on at for to with without from by as than and or but nor were was are is be been being has had have having "
    "do does did who whom whose which that what when where while if because so then a an this these those their "
    "its our his her my your not no per each every both all more less fewer out into onto over under after before "
    "during since until through between among against about around across plus versus vs v joined enrolled treated "
    "visited attended entered left will would can could may might must should shall he she it they we you i us him "
    "said told other others another additional further new remaining extra adjacent nearby local leading top injection "
    "binding metastatic body skin infusion surgical tumour tumor target phosphorylation glycosylation fracture "
    "anatomical bleeding pain web news measurement biopsy donor recipient pressure acupuncture lesion lesional "
    "extranodal nodal disease primary-tumour puncture vaccination application catheter anatomic joint bone "
    "archaeological "
    "waste nuclear nesting breeding polling superfund genomic cpg cleavage splice active-binding allosteric receptor "
    "construction mining wildlife memory trial-ready fertility million hundreds thousands visits stays beds admissions"
)
"""What says that a number does not count all sites of a trial, or counts other sites, or nothing of the kind."""

SORTS = words("sites centers centres hospitals clinics practices institutions institutes surgeries")
"""Sites of a first sort, where a count is of two."""

EITHER_WAY = words("and")
"""What may yet join two qualities: "low- and middle-income", "public and private"."""


@cache
def _owned() -> re.Pattern[str]:
    """What stands before sites that are somebody's, or that no trial takes place at."""
    return pattern(
        r"(?:\b(?:operat(?:es|ed|ing)|owns?|owning|manag(?:es|ing)|runs|running|acquired|closed|built|opened|visited|"
        r"visiting|visits?|"
        r"works? with|serv(?:es|ing|ed) [^.;:]{2,50}? (?:at|in|across|through)|"
        r"network (?:of|with)|chain of|systems? (?:of|with)|alliance of|consortium of|group of|"
        r"portfolio of|"
        r"(?:includes|comprises|including|comprising) its|staff (?:at|of)|doctors (?:at|from|in)|"
        r"researchers (?:at|from|in)|scientists (?:at|from|in)|nurses (?:at|from|in)|experts (?:at|from|in)|"
        r"investigators (?:at|from|in)|colleagues (?:at|from|in)|used (?:at|in|by)|available (?:at|in)|"
        r"rolled out (?:at|in|to)|adopted (?:at|in|by)|"
        r"(?:made|manufactured|produced) (?:at|in))"
        r"(?: [\w,]+ [a-z]+ and)?"
        r"(?: (?:the|its|their|some|about|over|more than|around|nearly|approximately|roughly|almost|up to|at least|all|"
        r"top|these|those|a))*) ?$"
    )


@cache
def _run_by() -> re.Pattern[str]:
    """What makes sites that belong together those of a trial: "it was conducted across a national network of"."""
    return pattern(
        r"\b(?:conducted|run|carried out|performed|done|took place|take place|taking place|takes place|recruit\w*|"
        r"enrol\w*|tested|trialled)(?: [a-z]+){0,3} "
        r"(?:in|at|across|through|throughout|by|via|over|from) (?:a|the|our) "
        r"(?:[a-z-]+ ){0,3}(?:network|group|consortium|alliance) (?:of|with) "
        r"(?:about |some |over |more than |around )?$"
    )


@cache
def further() -> re.Pattern[str]:
    return pattern(
        r"\b(?:another|additional|further|other|extra|up from|(?:inclusion|addition|instead) of|adding|rather than|"
        r"not) ?$"
    )


@cache
def _sites_of_a_body() -> re.Pattern[str]:
    return pattern(
        r" (?:of (?:disease|infection|metasta|pain|bleeding|the body|inflammation|injury|action|injection|residence)|"
        r"on the (?:body|skin|arm|abdomen|scalp|back)|per (?:patient|person|participant))"
    )


def counted_sites(said: Said) -> Iterator[Found]:
    """The numbers of a trial's sites that a sentence gives."""
    taken: set[int] = set()
    for match in matches(SITES, said):
        claim = _sites(said, match)
        if claim and claim.start not in taken:
            taken.add(claim.start)
            yield claim
            yield from _restated(said, claim)


def _sites(said: Said, match: Match) -> Found | None:
    name = match.pattern.name
    number = said.count_at(match.start)
    given = match.pattern.gives.get("value")
    if given is None and number is None:
        return None
    start, end = match.quote
    before, behind = said.lower[max(0, start - 90) : start], said.lower[end : end + 90]
    value = int(given or (number.value if number else 0))
    if number and (number.ranged or number.kind or not 0 < number.value <= MOST_SITES):
        return None
    if name == "one site" and not _is_one(said, before, behind, value):
        return None
    if name == "count of sites" and (value < 2 or OF_TIME.match(said.lower, match.groups["qualities"][0])):
        return None
    if name in ("sites in all", "labelled"):
        if name == "labelled" and re.search(r"injection $|infusion $|surgical $", before[: len(before)] + " "):
            return None
        return Found("sites", value, start, end, pattern=name)
    if before.endswith("one of ") and _is_within(said, end):
        return None  # "Leeds, one of three sites in Britain": it may run elsewhere too
    if not is_described(said, match) or _sites_of_a_body().match(behind) or _compounded().match(behind):
        return None
    if (
        (_owned().search(before) and not _run_by().search(before))
        or further().search(before)
        or _is_of_one_country(said, start, end)
    ):
        return None
    if _some_sites().match(behind) or before.endswith((" top ", " best ")):
        return None
    weakened = qualifier(said.text, number) if number and number.value > 1 else "exact"
    if weakened == "more_than" and _spread().search(before):
        weakened = "exact"
    return Found("sites", value, start, end, qualifier=weakened, pattern=name)


OF_TIME = pattern(r"(?:day|week|month|year)s?\b")
"""What a number counts that is told right before the name of a body: "6 weeks, the National Institutes said"."""


def _is_within(said: Said, end: int) -> bool:
    """Whether the country named right behind sites is where these are, and others may be elsewhere."""
    following = [country for country in said.countries if country.start >= end]
    if not following or not re.fullmatch(r" (?:in|across) (?:the )?", said.lower[end : following[0].start]):
        return False
    # "One of 15 sites in Britain and Spain" are all of a trial that runs nowhere else.
    recorded = {name for trial in said.article.trials for name in trial.countries or ()}
    return not recorded or not recorded <= {country.name for country in following}


@cache
def _some_sites() -> re.Pattern[str]:
    """What befalls some sites of a trial: "two centres withdrew"."""
    return pattern(
        r" (?:(?:was|were|had been|has been|have been) (?:found|excluded|closed|dropped|removed|withdrawn|added|"
        r"terminated|shut|suspended)|withdrew|dropped out|closed|failed|did not)\b"
        r"| \(\d[\d.]{0,4} ?%| (?:in|of) the (?:[a-z-]+ ){1,3}(?:group|arm)\b"
    )


@cache
def _spread() -> re.Pattern[str]:
    """What makes "over" a word of place: "spread over 63 sites"."""
    return pattern(r"\b(?:spread|scattered|distributed|dispersed|divided|shared|split|strewn)(?: out)? over $")


@cache
def _compounded() -> re.Pattern[str]:
    """What makes an adjective of the sites: "a single hospital stay", "12 clinics' worth"."""
    return pattern(
        r"[’']|-|[  ](?:stay|visit|day|bed|room|staff|admission|ward|building|worker|manager|director|trust|doctor|"
        r"nurse|group|board|patient|resident|employee|system|chain|network|record|discharge|experience of)s?\b"
    )


@cache
def _bringing_in_one() -> re.Pattern[str]:
    return pattern(
        r"(?:\b(?:at|in|from|only|just|gives|counts|lists|has|names|with|involving|includes|including|and)|"
        r"[,;:(—–])\s*$"
    )


def _is_one(said: Said, before: str, behind: str, value: int) -> bool:
    if value != 1 or re.match(r",? (?:in (?:#|five|ten|three|four)|after another)", behind):
        return False
    return not before or bool(_bringing_in_one().search(before))


def is_described(said: Said, match: Match) -> bool:
    """Whether the words between a number and its noun are qualities of that noun."""
    if "qualities" not in match.groups:
        return True
    start, end = match.groups["qualities"]
    qualities = said.lower[start:end].replace(",", " ").split()
    if qualities[-1:] == ["and"] and qualities[-2:-1] and qualities[-2] in SORTS:
        qualities = qualities[:-2]  # "81 outpatient centres and hospitals"
    for index, word in enumerate(qualities):
        joining = word in EITHER_WAY and 0 < index < len(qualities) - 1
        if word == "other" and _has_all(said.lower, match):
            continue
        if (word in PEOPLE and word not in ("outpatient", "inpatient")) or (
            word in NO_QUALITY and not joining and f" {word.upper()} " not in said.text[start - 1 : end]
        ):
            return False
    return True


def _has_all(lower: str, match: Match) -> bool:
    """Whether "other" sites are all that a trial has: "a study that has 100 other clinics participating"."""
    has = lower[max(0, match.start - 6) : match.start].endswith(("has ", "have ", "with "))
    return has and _taking_part().match(lower, match.quote[1]) is not None


@cache
def _taking_part() -> re.Pattern[str]:
    return pattern(r"[a-z ]{0,30}? (?:participating|taking part|involved|enrol+ing|recruiting)\b")


def _restated(said: Said, claim: Found) -> Iterator[Found]:
    """The same number again, in other letters: "eighteen hospitals …, no fewer than 18"."""
    for number in said.numbers:
        if number.start >= claim.end and number.is_count and number.value == claim.value and number.value > 2:
            written = said.text[number.start : number.end]
            behind = said.lower[number.end : number.end + 2]
            same = written.lower() == said.text[claim.start : claim.start + len(written)].lower()
            if not same and (not behind or behind[0] in ".,;)"):
                yield Found(
                    "sites",
                    int(number.value),
                    number.start,
                    number.end,
                    qualifier=qualifier(said.text, number),
                    pattern="restated",
                )
                return


def _is_of_one_country(said: Said, start: int, end: int) -> bool:
    """Whether sites are counted for one of several countries: "Spain (3 hospitals)", "12 in France and 9 in Spain"."""
    country_before = next((country for country in reversed(said.countries) if country.end <= start), None)
    if country_before:
        gap = said.lower[country_before.end : start]
        if re.fullmatch(r" ?[(:–—-] ?(?:with |only |just |about |at )?", gap) or re.fullmatch(
            r"[,(]? ?(?:where|with|which) [^;:.]{0,60}", gap
        ):
            return True
    behind = said.shape[end : end + 120]
    following = next((country for country in said.countries if country.start >= end), None)
    if following and IN_COUNTRY.fullmatch(said.shape, end, following.start) and len(SITES_IN.findall(said.shape)) > 2:
        return True
    if following and re.fullmatch(r" (?:each )?(?:in|from) (?:the )?", said.shape[end : following.start]):
        if country_before and re.fullmatch(rf"{IN_BRACKETS}(?:,? and|,|;) ", said.shape[country_before.end : start]):
            listed = said.shape[max(0, country_before.start - 60) : country_before.start]
            return bool(re.search(r"#+ (?:[a-z]+ )?(?:in|from) (?:the )?$", listed))
        rest = said.shape[following.end : following.end + 80]
        return bool(re.match(rf"{IN_BRACKETS}(?:,| and|, and|;) #+ (?:[a-z]+ )?(?:in|from) ", rest))
    return behind.startswith(" alone") or _is_by_nation(said, start, end)


IN_COUNTRY = pattern(r" (?:each )?(?:in|from) (?:the )?(?:[a-z]+ of )?")
SITES_IN = pattern(
    r"#+ (?:[a-z]+ )?(?:sites?|cent(?:er|re)s?|hospitals?|clinics?|trusts?|practices) (?:in|from) (?:the )?"
)
"""Sites of one country after another: "8 sites in Peru, 3 sites in the Kingdom of Spain and 12 sites in Chile"."""
IN_BRACKETS = r"(?: \([^()]{0,40}\))?"
"""What may stand behind a country in a list of them: "48 sites in Spain (177 people), 5 in Peru"."""


def _is_by_nation(said: Said, start: int, end: int) -> bool:
    """Whether sites are called by some of the countries that every trial of the article is in: "the 7 US locations"."""
    countries = [frozenset(trial.countries or ()) for trial in said.article.trials]
    if not countries or any(len(names) < 2 for names in countries):
        return False
    nations = {DEMONYMS[token.text] for token in tokens(said.text[start:end]) if token.text in DEMONYMS}
    return bool(nations) and all(nations < names for names in countries)
