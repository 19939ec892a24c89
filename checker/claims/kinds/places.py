"""Where a trial runs: its sites, its countries, and how many of each."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.grammar import VOCABULARY, Pattern, matches
from checker.claims.kinds._tables import heads_of
from checker.claims.numbers import LONGEST_SENTENCE, qualifier
from checker.claims.vocabulary import ANY_PEOPLE, PEOPLE, words
from checker.pattern import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.countries import Country
    from checker.claims.grammar import Match
    from checker.claims.said import Said

KINDS = ("sites", "countries_count", "countries")

VOCABULARY.update(
    {
        "sites": (
            r"(?:sites|cent(?:er|re)s|hospitals|clinics|institutions|institutes|locations|facilities|practices|"
            r"surgeries|"
            r"health posts|health cent(?:er|re)s|universities|(?:care|nursing|residential|rest) homes|"
            r"retirement (?:villages|communities|homes)|"
            r"pharmacies|(?:nhs |hospital |health )trusts|"
            r"(?:intensive care|critical care|neonatal(?: care)?|stroke|dialysis|intensive-care|maternity|transplant|"
            r"research|burns?|cancer|trauma|high dependency|surgical|obstetric|coronary care) units|"
            r"icus|nicus|emergency departments|(?:hospital|medical|academic) departments)\b"
        ),
        "site": (
            r"(?:site|cent(?:er|re)|hospital|clinic|institution|institute|location|facility|practice|surgery|"
            r"health post|university|university hospital)\b"
        ),
        "qualities": r"(?:[a-zà-ÿ][a-zà-ÿ.’'-]*,? (?:and )?){0,4}",
        "nations": r"(?:countries|nations)\b",
        "apart": r"[ \x{A0}-]",
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

NATIONS = (
    Pattern(
        "count of countries",
        r"(?P<quote>(?P<value>{count}){apart}(?P<qualities>{qualities}){nations})",
        ("countries", "nations"),
        (
            "It runs at 25 sites in «eleven countries».",
            "People in «15 low- and middle-income countries» took part.",
            "The trial spans «nine European countries».",
        ),
        (
            "The drug is sold in 14 countries.",
            "It has been cleared in over 20 countries.",
            "The meeting drew 3,400 delegates from 71 countries.",
            "Another two countries will follow.",
            "Malaria is endemic in 85 countries.",
        ),
    ),
    Pattern(
        "labelled countries",
        r"\b(?:countries): (?P<quote>(?P<value>{count}))(?: *$|[.,;)])",
        ("countries:",),
        ("Sites: 12; countries: «3».",),
        ("Sold in these countries: 3 in Africa, 4 in Asia.",),
    ),
)

PATTERNS = (*SITES, *NATIONS)

MOST_SITES, MOST_COUNTRIES = 6_000, 100

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

EITHER_WAY = words("and")
"""What may yet join two qualities: "low- and middle-income", "public and private"."""


@cache
def _owned() -> re.Pattern[str]:
    """What stands before sites that are somebody's, or that no trial takes place at."""
    return pattern(
        r"(?:\b(?:operat(?:es|ed|ing)|owns?|owning|manag(?:es|ing)|runs|running|acquired|closed|built|opened|visited|"
        r"visiting|visits?|"
        r"network (?:of|with)|chain of|systems? (?:of|with)|alliance of|consortium of|group of|portfolio of|"
        r"(?:includes|comprises|including|comprising) its|staff (?:at|of)|doctors (?:at|from|in)|"
        r"researchers (?:at|from|in)|scientists (?:at|from|in)|nurses (?:at|from|in)|experts (?:at|from|in)|"
        r"investigators (?:at|from|in)|colleagues (?:at|from|in)|used (?:at|in|by)|available (?:at|in)|"
        r"rolled out (?:at|in|to)|adopted (?:at|in|by)|"
        r"(?:made|manufactured|produced) (?:at|in))"
        r"(?: [\w,]+ [a-z]+ and)?"
        r"(?: (?:the|its|their|some|about|over|more than|around|nearly|all|top|these|those|a))*) ?$"
    )


@cache
def _further() -> re.Pattern[str]:
    return pattern(r"\b(?:another|additional|further|other|extra|up from|instead of|rather than|not) ?$")


@cache
def _marketed() -> re.Pattern[str]:
    """What is said of countries in which something is sold, found, or from which people came to a meeting."""
    return pattern(
        r"\b(?:sold|approved|approval|cleared|clearance|marketed|licensed|licenced|authori[sz]ed|launched|distributed|"
        r"reimbursed|commerciali[sz]ed|available|patent(?:s|ed)|operat(?:es|ing|ions)|offices|present|presence|"
        r"delegates|experts|speakers|attendees|members|employees|staff|scientists|authors|researchers|journalists|"
        r"employ(?:s|ed|ing)?|endemic|prevalent|"
        r"reported|detected|spread (?:to|in)|outbreaks?|cases|deaths|transmission|customers|"
        r"used|deployed|"
        r"programs|programmes|guidelines|policies|laws|banned|legal|volunteers from|registered|submitted|filed|"
        r"affects?|affecting|kills|live|lives|living)\b[^;:]{0,60}$"
    )


@cache
def _in_trial() -> re.Pattern[str]:
    """What says between such words and the countries that they are a trial's after all."""
    return pattern(
        r"\b(?:enrol\w*|recruit\w*|randomi[sz]\w*|conducted|ran|tested|sites|cent(?:er|re)s|hospitals|clinics|"
        r"locations|trials?|stud(?:y|ies))\b"
    )


@cache
def _sites_of_a_body() -> re.Pattern[str]:
    return pattern(
        r" (?:of (?:disease|infection|metasta|pain|bleeding|the body|inflammation|injury|action|injection|residence)|"
        r"on the (?:body|skin|arm|abdomen|scalp|back)|per (?:patient|person|participant))"
    )


def find(said: Said) -> Iterator[Found]:
    """The sites, countries and their numbers that a sentence gives."""
    if len(said.text) > LONGEST_SENTENCE:
        return
    if said.block_kind == "cell":
        yield from _cell(said)
        return
    counted = list(_counted(said))
    yield from counted
    if said.countries:
        yield from _countries(said, counted)


# --- counts -----------------------------------------------------------------------------------------------------------


def _counted(said: Said) -> Iterator[Found]:
    taken: set[int] = set()
    for match in matches(SITES, said):
        claim = _sites(said, match)
        if claim and claim.start not in taken:
            taken.add(claim.start)
            yield claim
            yield from _restated(said, claim)
    for match in matches(NATIONS, said):
        number = said.count_at(match.start)
        if number is None or number.ranged or not 1 < number.value <= MOST_COUNTRIES:
            continue
        before = said.lower[max(0, number.start - 90) : number.start]
        marketed = _marketed().search(before)
        if (
            (marketed and not _in_trial().search(marketed.group()))
            or _further().search(before)
            or _among_others().search(before)
            or not _is_described(said, match)
        ):
            continue
        yield Found(
            "countries_count",
            int(number.value),
            *match.quote,
            qualifier=qualifier(said.text, number),
            pattern=match.pattern.name,
        )


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
    if name == "count of sites" and value < 2:
        return None
    if name in ("sites in all", "labelled"):
        if name == "labelled" and re.search(r"injection $|infusion $|surgical $", before[: len(before)] + " "):
            return None
        return Found("sites", value, start, end, pattern=name)
    if before.endswith("one of ") and _is_within(said, end):
        return None  # "Leeds, one of three sites in Britain": it may run elsewhere too
    if not _is_described(said, match) or _sites_of_a_body().match(behind) or _compounded().match(behind):
        return None
    if _owned().search(before) or _further().search(before) or _is_of_one_country(said, start, end):
        return None
    if _some_sites().match(behind):
        return None
    weakened = qualifier(said.text, number) if number and number.value > 1 else "exact"
    if weakened == "more_than" and _spread().search(before):
        weakened = "exact"
    return Found("sites", value, start, end, qualifier=weakened, pattern=name)


def _is_within(said: Said, end: int) -> bool:
    """Whether a country is named right behind sites, as where these are."""
    following = next((country for country in said.countries if country.start >= end), None)
    return (
        following is not None
        and re.fullmatch(r" (?:in|across) (?:the )?", said.lower[end : following.start]) is not None
    )


@cache
def _some_sites() -> re.Pattern[str]:
    """What befalls some sites of a trial: "two centres withdrew"."""
    return pattern(
        r" (?:(?:was|were|had been|has been|have been) (?:found|excluded|closed|dropped|removed|withdrawn|added|"
        r"terminated|shut|suspended)|withdrew|dropped out|closed|failed|did not)\b"
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


def _is_described(said: Said, match: Match) -> bool:
    """Whether the words between a number and its noun are qualities of that noun."""
    if "qualities" not in match.groups:
        return True
    start, end = match.groups["qualities"]
    qualities = said.lower[start:end].replace(",", " ").split()
    for index, word in enumerate(qualities):
        joining = word in EITHER_WAY and 0 < index < len(qualities) - 1
        if (word in PEOPLE and word not in ("outpatient", "inpatient")) or (
            word in NO_QUALITY and not joining and f" {word.upper()} " not in said.text[start - 1 : end]
        ):
            return False
    return True


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
    if following and re.fullmatch(r" (?:each )?(?:in|from) (?:the )?", said.shape[end : following.start]):
        rest = said.shape[following.end : following.end + 40]
        return bool(re.match(r"(?:,| and|, and|;) #+ (?:[a-z]+ )?(?:in|from) ", rest))
    return behind.startswith(" alone")


@cache
def _row_of_sites() -> re.Pattern[str]:
    return pattern(
        r"(?:number of |no\. of )?(?:(?:study|trial|research|clinical|participating|active|recruiting) )?"
        r"(?:sites|cent(?:er|re)s|hospitals|clinics|locations|institutions)(?: (?:in|across) [a-z .]{2,40})?"
        r"(?: \([a-z ]{2,20}\))?"
    )


@cache
def _row_of_nations() -> re.Pattern[str]:
    return pattern(r"(?:number of |no\. of )?countries(?: (?:and|or|/) (?:regions|territories))?")


LONG_CELL = 60
"""Characters of a cell beyond which it is prose."""


def _cell(said: Said) -> Iterator[Found]:
    """The counts in a table whose row or column is one of sites or countries, and the countries in such heads."""
    block = said.sentence.block
    row, column = heads_of(said.article, block)
    number = said.numbers[0] if said.numbers else None
    if number and number.is_count and number.value > 0 and len(said.text) <= 40 and (row or column):
        kind = _kind_of_cell(row) or _kind_of_cell(column)
        if kind and number.start <= 12:
            yield Found(
                kind,
                int(number.value),
                number.start,
                number.end,
                qualifier=qualifier(said.text, number),
                pattern="cell",
            )
            return
    counted = list(_counted(said))
    yield from counted
    labelled = re.match(
        r"(?:sites|cent(?:er|re)s|hospitals|locations?|countr|where|setting)", row or column or said.lower
    )
    if said.countries and (labelled or counted):
        for first, *others in _phrases(said):
            last = others[-1] if others else first
            names = tuple(country.name for country in (first, *others))
            yield Found("countries", names, first.start, last.end, pattern="cell")
    elif said.countries and len(said.text) > LONG_CELL:
        yield from _countries(said, counted)


def _kind_of_cell(head: str) -> str | None:
    if _row_of_sites().fullmatch(head):
        return "sites"
    return "countries_count" if _row_of_nations().fullmatch(head) else None


# --- countries --------------------------------------------------------------------------------------------------------


@cache
def _joint() -> re.Pattern[str]:
    return pattern(
        r"(?:\s\([a-z][a-z ]{2,30}\))?\s*(?:,|;|/|&|,?\s(?:and|or|as\swell\sas|plus|&))?\s*(?:the\s)?"
        r"(?:(?:Europe|Asia|Africa|EU|European\sUnion|Latin\sAmerica|South\sAmerica)\s?(?:,|and|,\sand)\s(?:the\s)?)?"
    )


def _phrases(said: Said) -> Iterator[list[Country]]:
    """The countries that stand side by side, as one phrase."""
    phrase: list[Country] = []
    for country in said.countries:
        if _is_named_otherwise(said, country):
            continue
        if phrase:
            gap = said.text[phrase[-1].end : country.start]
            if gap.strip() and ";" not in gap and _joint().fullmatch(gap):
                phrase.append(country)
                continue
            yield phrase
        phrase = [country]
    if phrase:
        yield phrase


@cache
def _followed_by_state() -> re.Pattern[str]:
    return pattern(r",? \(?(?:USA?|U\.S\.|United States)|\)? ?State\b|\sTech\b")


def _is_named_otherwise(said: Said, country: Country) -> bool:
    """Whether a country's name is part of another name, or an adjective: "New Mexico", "the US regulator"."""
    text = said.text
    before, behind = text[: country.start], text[country.end : country.end + 30]
    if before.endswith(("New ", "new ", "Gulf of ")) and country.name == "Mexico":
        return True
    if country.name == "Georgia" and (
        _followed_by_state().match(behind)
        or re.search(r"(?:Atlanta|Augusta|University of|Savannah|Athens),? \(?$", before)
    ):
        return True
    if behind[:2] in ("’s", "'s") or behind[:1] in ("-", "’", "'"):
        return True
    word = before.rstrip().rpartition(" ")[2] if before.endswith(" ") else ""
    if (
        word
        and word[-1:] not in ",;:.)"
        and word[0].isupper()
        and len(before.split()) > 1
        and word.isalpha()
        and word
        not in (
            "In",
            "The",
            "From",
            "Across",
            "And",
            "Of",
            "Only",
            "Western",
            "Eastern",
            "Northern",
            "Southern",
            "Mainland",
            "Greater",
            "Rural",
            "Throughout",
            "At",
            "Outside",
            "Europe",
            "Africa",
            "Asia",
            "America",
            "East",
            "West",
            "Central",
        )
    ):
        return True  # "Lactiva Korea", "Michael Jordan"
    if _named_after().search(before) and not _part_of().search(before):
        return True  # "the National University of Malaysia"
    if re.fullmatch(r"U\.?[SK]\.?A?\.?|America|England", text[country.start : country.end]):
        return not _listed().search(before) and _as_adjective(behind)
    return _as_a_name().match(behind) is not None


@cache
def _named_after() -> re.Pattern[str]:
    return pattern(r"\b[A-Z][\w’'&.-]* (?:of|for) (?:the |South |North )?$")


@cache
def _part_of() -> re.Pattern[str]:
    return pattern(
        r"\b(?:North|South|East|West|Midlands|(?:North|South)[- ]?(?:[Ee]ast|[Ww]est)|[Rr]egions?|[Pp]rovinces?|"
        r"[Dd]istricts?|[Cc]ount(?:y|ies)|[Cc]oast|[Hh]ighlands|[Pp]refecture|[Ii]slands?|[Pp]arts?|[Aa]reas?) of "
        r"(?:the )?(?:New |South |North )?$"
    )


@cache
def _as_a_name() -> re.Pattern[str]:
    return pattern(r" (?:[A-Z][a-z]+ ){0,2}(?:Inc|Ltd|GmbH|Pharma|University|Hospital|Institute|Agency|Ministry)\b")


@cache
def _listed() -> re.Pattern[str]:
    """What stands before the last country of a list, which no noun follows: "Spain and the U.K. Results are due"."""
    return pattern(r"[A-Za-z.],? and (?:the )?$")


@cache
def _after_noun() -> re.Pattern[str]:
    return pattern(
        r"[\s]?(?:$|[.,;:)(–—/!?\]\"”|]|\s?(?:and|or|&|as|from|to|with|is|are|was|were|will|has|have|had|where|"
        r"who|which|that|in|"
        r"by|for|at|on|between|since|during|began|started|enrol+ed|took|so|but|than|plus|alone|only|beginning|starting|"
        r"over|under|through|while|when|until|after|before|between|against|also|currently|whose|using|aged|comparing|"
        r"testing|evaluating|received|joined|recruited|participated|completed|randomly|into|within|across|among|"
        r"because|if|"
        r"despite|including|once|following|involving|via|shows?|showed|found|finds|had|can|could|may|might|would|"
        r"should|"
        r"did|does|do|selected|chosen|invited|living|suffering|diagnosed|affected|this|today|now|last|next|"
        r"participating|offering|conducting|looking|seeking|investigating|"
        r"assessing|running|led|run)\b)"
    )


def _as_adjective(behind: str) -> bool:
    """Whether "US" or "UK" is said of the noun behind it."""
    return not _after_noun().match(behind)


@cache
def _trial_in() -> re.Pattern[str]:
    return pattern(r"\b(?:trial|study) in (?:the )?$")


@cache
def _trial_approved() -> re.Pattern[str]:
    """What follows the country of a trial, and not of a drug's market: "the study in Spain was approved in June"."""
    return pattern(r" (?:was|has been|is) (?:approved|cleared|authori[sz]ed)\b")


@cache
def _elsewhere() -> re.Pattern[str]:
    """What says that a sentence speaks of people at large, of markets, laws, prices or politics."""
    return pattern(
        r"\b(?:per year|a year(?! (?:after|later|before|earlier|ago))|"
        r"each year|every year|annually|(?<!-)yearly|million|billion|prevalence|incidence|affects?|"
        r"affecting|suffer(?:s|ing)? from|live with|lives with|living with|die|dies|died of|deaths? (?:in|each|"
        r"from)|kills|"
        r"mortality|costs?|prices?|insur(?:ers?|ance)|sold|sells|market(?:ed|ing)?|licen[sc]ed|"
        r"approved(?! (?:investigational|protocol|ind))|approval|"
        r"authori[sz]ed|cleared|commerciali[sz]|"
        r"regulators?|available|reimburse[ds]?|prescri(?:bed|ptions?)|leading cause|common cause|most common|commonest|"
        r"cause of death|endemic (?:in|to)|outbreaks?|epidemic|pandemic in|diagnosed (?:each|every|with)|new cases|"
        r"cases of|"
        r"population|the nhs|national (?:institute|health)|health (?:service|system|secretary|minister|ministry|"
        r"officials)|"
        r"ministers?|parliament|approving|call|dial|hotline|guidelines?|law|laws|legal|illegal|banned|taxes|"
        r"government|election|"
        r"born in|grew up|lives? in|headquarter(?:s|ed)|based in|embargo|conference|congress|meeting|"
        r"presented (?:at|in)|"
        r"symposium|patents?|shipped|exported|imported|manufactur(?:ed|ing)|made in|produced in|factory|plant|"
        r"company in|"
        r"physicians in|doctors in|researchers (?:in|at|from)|scientists (?:in|at|from)|experts in|professor|"
        r"practi[sc]ed in|used? in|common in|available in|(?<!ment )rates? in|per cent of|percent of|of adults in|"
        r"outside (?:of )?(?:the)?|(?<!and )elsewhere)\b"
    )


@cache
def _ranked() -> re.Pattern[str]:
    """What is said of a disease, and of where it is common."""
    return pattern(
        r"\b(?:is|are|remains?|as) (?:the |one of the |among the )(?:[a-z]+ )?(?:commonest|most common|leading|"
        r"most frequent)\b"
    )


@cache
def _trial_words() -> re.Pattern[str]:
    return pattern(
        r"\b(?:trials?|stud(?:y|ies)|enrol\w*|recruit\w*|randomi[sz]\w*|randomly|assigned|allocated|"
        r"participants?|phase|"
        r"placebo|cohort|sites|took part|take part|takes part|taking part|"
        r"vaccinated|dosed|were treated|eligible|"
        r"multicent(?:er|re)|volunteers)\b"
    )


@cache
def _strong_before() -> re.Pattern[str]:
    people = rf"(?:{ANY_PEOPLE}|toddlers|cases|villagers|workers|soldiers)"
    site = (
        r"(?:sites?|cent(?:er|re)s?|hospitals?|clinics?|institutions?|practices|locations?|facilities|homes|"
        r"universities|health posts|countries|nations|villages|communities)"
    )
    verb = (
        r"(?:ran|run|runs|running|conducted|carried out|performed|held|took place|taking place|takes place|"
        r"take place|done|recruiting|"
        r"recruits|enrol+ing|enrol+s|enrol+ed|recruited|open|opened|opening|opens|under ?way|ongoing|tested|"
        r"testing|randomi[sz]ed|started|"
        r"starting|began|begun|located|hosted|treated|vaccinated|dosed|planned|launched|set up|signing people up|"
        r"based|takes in|"
        r"screened|expanded|completed|continues|continued|joined|participated|took part|being (?:run|tested|"
        r"tried)|tried|underway)"
    )
    trial = r"(?:trials?|study|studies|pilot|programme|program|registry|cohort|research|rct)"
    where = r"(?:in|across|throughout|from|within|around|both in|all in)"
    some = r"(?:[ ,(][^.;:]{0,50}?)?"
    return pattern(
        rf"(?:\b(?:enrol+ment|recruitment|randomi[sz]ation)(?: [a-z]+){{0,3}} {where}|"
        r"\b(?:expan(?:sion|ds?|ded|ding)|exten(?:ded|ding|sion))(?: [a-z]+){0,4} (?:in)?to|"
        rf"\b{site}{some} {where}|\b{site} ?(?:\(|:|–|—|,)|\b{people}(?: aged [^,;]{{1,30}}|"
        rf" \([^)]{{1,30}}\))? {where}|"
        rf"\b{verb}(?: [a-z0-9-]{{1,16}}){{0,4}} {where}|\b{trial}(?:,|(?: [^.;:,]{{1,60}}))? {where}|"
        rf"\b(?:patients|participants|volunteers|people|children|adults|women|men)[^.;:]{{1,60}} {where})"
        r" ?(?:(?:the|mainland|rural|urban|central|(?:north|south|east|west|north-?east|north-?west|south-?east|"
        r"south-?west)"
        r"(?:ern)?|(?:europe|asia|africa|(?:north|south|latin) america|the eu),?|only|mostly|mainly|both|parts of|and|"
        r"[a-z’' -]{3,30},) )*$"
    )


ADDRESS = 180
"""How far before its country the address of a trial may begin."""


def _ends_address(before: str) -> bool:
    """Whether a country ends the address where something was done: "was conducted at a hospital in Hangzhou, China"."""
    done = max((match.end() for match in _done().finditer(before)), default=len(before))
    gap = before[done:]
    return bool(_at().search(gap)) and bool(_end_of_place().search(gap[-24:])) and not _break().search(gap)


@cache
def _setting() -> re.Pattern[str]:
    """The heading of an abstract's section on where a trial ran: "Setting Primary care in Melbourne, Australia"."""
    return pattern(r"settings?\b(?: and (?:participants|patients|design|location))?(?::| [a-z0-9])")


@cache
def _done() -> re.Pattern[str]:
    return pattern(
        r"\b(?:conducted|carried out|performed|done|recruited|enrol+ed|selected|included|treated|admitted|took place|"
        r"randomi[sz]ed|held|undertaken|run)\b"
    )


@cache
def _at() -> re.Pattern[str]:
    return pattern(r" (?:at|in|from) ")


@cache
def _end_of_place() -> re.Pattern[str]:
    return pattern(r"(?:\w\)?, ?| (?:in|of) (?:the )?|\w ?\([^()]{2,20}, ?)$")


@cache
def _break() -> re.Pattern[str]:
    return pattern(r"[;:]|\. |\b(?:by|company|inc|ltd|gmbh|manufactured|obtained|purchased|version|software)\b")


@cache
def _label() -> re.Pattern[str]:
    return pattern(
        r"(?:(?:study|trial|recruiting|participating|recruitment) )?(?:countries|country|locations?|(?:lead |main |"
        r"coordinating )?sites?|settings?|(?:recruitment|enrol+ment|recruiting|enrol+ing)(?: [a-z]+){0,2} in)"
        r"(?: of recruitment)?: (?:[^:;.]{0,60}, )?(?:the )?"
    )


@cache
def _strong_behind() -> re.Pattern[str]:
    return pattern(
        r",? where (?:the |its )?(?:[a-z-]+ ){0,3}?(?:enrol\w*|recruit\w*|trial|study|sites?|patients|participants)\b|"
        r" (?:takes? part|took part|(?:is|are|was|were) (?:taking part|recruiting|enrolling|participating|"
        r"the only country|"
        r"on (?:it|the list|the map))|participat(?:es?|ed)|joined the (?:trial|study)|as its only country|among them|"
        r"(?:enrol+ed|recruited|contributed|randomi[sz]ed) )| \(#+(?: sites| hospitals| centres| centers| clinics)?\)"
    )


@cache
def _with_sites() -> re.Pattern[str]:
    return pattern(r" \(#+ (?:sites|hospitals|centres|centers|clinics)\)")


@cache
def _leading() -> re.Pattern[str]:
    return pattern(
        r"(?:^|[\s(,;:])(?:in|across|throughout|from|to|only|both|and|between|for|"
        r"(?:regions?|provinces?|districts?|parts?|areas?|north|south|east|west|coast|state) of)\s(?:the\s)?"
        r"(?:(?:rural|urban|central|(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?)\s)?$"
    )


@cache
def _standing_alone() -> re.Pattern[str]:
    return pattern(r"(?:^|[;:(]|^[a-z ’'-]{3,30},)\s*(?:the )?$")


@cache
def _ending() -> re.Pattern[str]:
    return pattern(r"\s?(?:$|[.;)]|\(#+(?: [a-z]+)?\)|: #| are on)")


def _recorded_countries(article: Article) -> frozenset[str]:
    return frozenset(name for trial in article.trials for name in trial.countries or ())


def _countries(said: Said, counted: list[Found]) -> Iterator[Found]:
    """The countries that a trial runs in. `counted` are the sentence's counts of sites and countries."""
    recorded = said.article.once(_recorded_countries)
    first_count = min((claim.start for claim in counted), default=None)
    lower = said.lower
    if _ranked().search(lower) and not _trial_words().search(lower):
        return
    for phrase in _phrases(said):
        start, end = phrase[0].start, phrase[-1].end
        names = tuple(dict.fromkeys(country.name for country in phrase))
        claim = Found("countries", names, start, end, pattern="countries")
        before, behind = lower[max(0, start - 110) : start], lower[end : end + 60]
        if (
            _excluded(said, start, end)
            or _is_affiliation(said, start, end)
            or _somebody_of().search(before)
            or _widespread().search(before)
            or (_living_in().search(before) and _living_there().match(behind))
        ):
            continue
        listed = first_count is not None and (first_count < start or bool(_opens().search(behind)))
        # A list of countries of which all but one are the record's is the list of the record's countries.
        in_record = bool(recorded) and len(set(names) - recorded) <= (len(names) >= 3)
        if not in_record and _tried_before().search(before):
            continue
        if (
            listed
            and not _aside().search(before)
            and (in_record or not _elsewhere().search(_clause(lower, start, end, 40)))
        ):
            yield claim
            continue
        if _label().fullmatch(lower, 0, start):
            yield claim
            continue
        strong = bool(
            _strong_before().search(before)
            or _strong_behind().match(said.shape[end : end + 60])
            or _ends_address(lower[max(0, start - ADDRESS) : start])
            or _setting().match(lower, 0, start)
        )
        if _elsewhere().search(_clause(lower, start, end, 40 if strong else 140)) and not (
            strong
            and (
                _joining().search(lower, end, end + 110)
                or (_trial_in().search(before) and _trial_approved().match(behind))
            )
        ):
            continue
        if (
            (
                strong
                and (_trial_words().search(lower) or _setting().match(lower) or _with_sites().match(said.shape, end))
            )
            or (in_record and (strong or _leading().search(before)))
            or (
                in_record
                and _after_town().search(said.text, max(0, start - 60), start)
                and _trial_words().search(lower)
            )
            or (in_record and _standing_alone().search(before) and _ending().match(said.shape, end))
        ):
            yield claim


@cache
def _opens() -> re.Pattern[str]:
    return pattern(r"^,? (?:at|with) ")


@cache
def _aside() -> re.Pattern[str]:
    """What takes a country out of the list that a count of sites begins."""
    return pattern(
        r"\b(?:university|institute|college|hospital|school|professor|prof|dr|company|companies|approved|sold|licensed|"
        r"cleared|regulators?|headquartered|based) [^.;:]{0,40}$"
    )


@cache
def _joining() -> re.Pattern[str]:
    """What says that people of a country come to a trial: "are being invited to take part in the trial"."""
    return pattern(
        r"\b(?:are|is|were|was|will|can|may|could|have|has)\b[^.;:]{0,20}\b(?:invited|recruited|enrol+ed|asked|wanted|"
        r"sought|taking part|take part|join|joined|joining|participat\w*)\b"
    )


@cache
def _tried_before() -> re.Pattern[str]:
    """What tells of a drug's earlier tests: "a version of the vaccine has been tried on 200 volunteers in"."""
    return pattern(
        r"\b(?:has|have|had) (?:also |already |previously |only )?been (?:safely )?(?:tried|tested|given|used|"
        r"studied)\b"
        r"[^.;:]{0,60}$"
    )


@cache
def _somebody_of() -> re.Pattern[str]:
    """Who did a study, and where they work: "by doctors from the University of Leeds in Britain"."""
    return pattern(
        r"\b(?:by|with) (?:an? |the )?(?:[a-z-]+ ){0,3}(?:doctors|researchers|scientists|investigators|physicians|"
        r"teams?|"
        r"experts|academics|colleagues|surgeons|clinicians|authors|institutions|institutes|universities) "
        r"(?:from|at|of|in) [^.;:]{0,90}$"
    )


@cache
def _among_others() -> re.Pattern[str]:
    """What makes of a number of countries one to which the trial's belongs: "Guinea, one of the three countries"."""
    return pattern(r"\bone of (?:the |these )?$")


def _is_affiliation(said: Said, start: int, end: int) -> bool:
    """Whether a country ends the address of somebody: "Li Wei, from the Centre in Nanjing, China, and colleagues"."""
    return bool(
        _and_colleagues().match(said.lower, end) or _of_person().search(said.text, max(0, start - ADDRESS), start)
    )


@cache
def _and_colleagues() -> re.Pattern[str]:
    return pattern(
        r",? (?:and|with) (?:(?:his|her|their) )?(?:colleagues|co-?workers|co-?authors|team)\b|"
        r",? (?:said|says|told|explained|added|commented|reports|reported|writes|wrote)\b"
    )


@cache
def _of_person() -> re.Pattern[str]:
    """A person's name with where they work: "Feng Li, MD, from the University Hospital in"."""
    return pattern(
        r"\b(?:Professor|Prof\.?|Dr\.?) (?:[A-Z][\w.’-]+ ){1,3}(?:from|of|at|with) (?:the )?[A-Z][^.;:]{5,120}$|"
        r"[A-Z][\w.’-]+ [A-Z][\w’-]+(?:, (?:M\.?D\.?|Ph\.?D\.?|MB|BS|MSc|MPH|FRCP|RN)){0,3}, "
        r"(?:from|of|at|with) (?:the )?[A-Z][^.;:]{5,120}$"
    )


@cache
def _after_town() -> re.Pattern[str]:
    """What ends on a town or a province before its country: "in South West Victoria, "."""
    return pattern(
        r"\b(?:in|at|from|of|near|around) (?:the )?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|and|of|de|del|"
        r"du)){0,5}, $"
    )


@cache
def _widespread() -> re.Pattern[str]:
    """What is said of a disease, as far as its countries: "it affects 1.5 million women and girls in the UK"."""
    return pattern(r"\b(?:affects?|affecting|strikes|kills) (?:[a-z]+ ){0,4}\d[^;:]{0,100}$")


@cache
def _living_in() -> re.Pattern[str]:
    return pattern(
        r"\b(?:people|adults|children|women|men|babies|infants|patients|families|individuals)(?: living)?"
        r"(?: with [a-z0-9 -]{1,30})? (?:in|across|throughout|around) (?:the )?$"
    )


@cache
def _living_there() -> re.Pattern[str]:
    """What is said of people of a country at large: "400,000 people in the UK have type 1 diabetes"."""
    return pattern(
        r" (?:(?:currently|already|now|also|will) )?(?:have|has|live|suffer|get|develop|die|experience|face|struggle|"
        r"depend|rely|wait|need|(?:are|is) (?:living|affected|diagnosed|estimated|thought|waiting|at risk|born|"
        r"currently|believed|known))\b"
    )


@cache
def _negated() -> re.Pattern[str]:
    return pattern(
        r"(?: and [a-z]+)? (?:(?:is|are|was|were|does|do|did|has|have|had) not?\b|isn[’']t|aren[’']t|had no part|"
        r"has no|"
        r"have no|is absent)|, where\b[^.;]{0,60}\b(?:sold|comes? from|licen[sc]ed|approved|made|grown|available|"
        r"common)"
    )


@cache
def _without() -> re.Pattern[str]:
    return pattern(
        r"\b(?:outside|except|not in|excluding|without|other than|unlike|no sites? in|nobody in|"
        r"none in) (?:of )?(?:the )?$"
    )


def _excluded(said: Said, start: int, end: int) -> bool:
    before, behind = said.lower[max(0, start - 40) : start], said.lower[end : end + 80]
    if _negated().match(behind) or _without().search(before):
        return True
    return said.sentence.start == 0 and start <= 60 and _is_dateline(said.text, start, end)


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a country tells where a text was written: "Birmingham, UK – ", "SCHLIEREN (Switzerland) / ATLANTA"."""
    place, behind = text[:start].rstrip(" ,("), text[end : end + 20]
    if place.isupper() and _behind_dateline().match(behind):
        return True
    return bool(_dateline().fullmatch(text, 0, start)) and bool(_behind_dateline().match(behind)) and behind != "."


@cache
def _dateline() -> re.Pattern[str]:
    return pattern(r"[A-ZÀ-Ý][\w .’'-]{1,30}[,(] ?\(?")


@cache
def _behind_dateline() -> re.Pattern[str]:
    return pattern(r"\)? ?(?:[–—/:]|- |--|, (?:[A-Z][a-z]+\.? \d|\d{1,2} [A-Z])|\.$|\()")


def _clause(lower: str, start: int, end: int, reach: int) -> str:
    """The words around a phrase up to the next full break, and no further than `reach`."""
    left = max(lower.rfind(mark, 0, start) for mark in (";", ": ", "–", "—"))
    right = min((found for mark in (";", ": ", "–", "—") if (found := lower.find(mark, end)) >= 0), default=len(lower))
    return lower[max(left, start - reach, 0) : min(right, end + reach)]
