"""The countries that a trial runs in, told from those of which something else is said."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.claim import Found
from checker.claims.kinds._countries_of_others import is_of_others
from checker.claims.kinds._country_phrases import phrases
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.said import Said


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
        r"people affected|each year|every year|annually|(?<!-)yearly|million|billion|prevalence|incidence|affects?|"
        r"affecting|suffer(?:s|ing)? from|live with|lives with|living with|die|dies|died of|deaths? (?:in|each|"
        r"from)|kills|"
        r"mortality|costs?|prices?|insur(?:ers?|ance)|sold|sells|market(?:ed|ing)?|licen[sc]ed|"
        r"approved(?! (?:investigational|protocol|ind))|approval|"
        r"authori[sz]ed|cleared|clearance|administration|agency|"
        r"commerciali[sz]\w*|regulatory|generali[sz]ab\w+|practices? (?:differ|var)\w*|"
        r"regulators?|available|reimburse[ds]?|prescri(?:bed|ptions?)|leading cause|common cause|most common|commonest|"
        r"cause of death|endemic (?:in|to)|outbreaks?|epidemic|pandemic in|diagnosed (?:each|every|with)|new cases|"
        r"cases of|"
        r"population|variability|competitive\w*|the nhs|national (?:institute|health)|"
        r"health (?:service|system|secretary|minister|ministry|"
        r"officials)|"
        r"ministers?|parliament|approving|call|dial|hotline|guidelines?|law|laws|legal|illegal|banned|taxes|"
        r"government(?! (?:[a-z]+ )?(?:schools|hospitals|clinics|facilities|health))|election|"
        r"born in|grew up|lives? in|headquarter(?:s|ed)|based in|embargo|conference|congress|meeting|"
        r"presented (?:at|in)|"
        r"symposium|patents?|shipped|exported|imported|manufactur(?:ed|ing)|made in|produced in|factory|plant|"
        r"company in|"
        r"physicians in|doctors in|researchers (?:in|at|from)|scientists (?:in|at|from)|experts in|professor|"
        r"(?:standard|clinical) (?:of care|care|treatments?|therapy|practice)(?: in| across)|"
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
        r"we (?:assessed|tested|evaluated|studied|compared|investigated|examined)|"
        r"placebo|cohort|sites|took part|take part|takes part|taking part|trial(?:l?ed|l?ing)|test(?:ed|ing)|"
        r"healthy (?:adults|people|men|women)|first (?:patient|participant|volunteer|subject)s?|"
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
        r"recruits?|enrol+ing|enrol+s?|enrol+ed|recruited|trial+ed|trial+ing|open|opened|opening|opens|"
        r"under ?way|ongoing|tested|"
        r"testing|randomi[sz]ed|started|"
        r"starting|began|begun|located|hosted|treated|vaccinated|dosed|planned|launched|set up|signing people up|"
        r"based|takes in|"
        r"screened|expanded|completed|continues|continued|joined|participated|took part|being (?:run|tested|"
        r"tried)|tried|underway)"
    )
    trial = r"(?:trials?|study|studies|pilot|programme|program|registry|cohort|research|rct)"
    where = (
        r"(?:in|across|throughout|from|within|around|both in|all in)"
        r"(?: (?:[a-z#-]+ ){0,2}countries,? (?:such as|including|like))?"
    )
    some = r"(?:[ ,(][^.;:]{0,50}?)?"
    return pattern(
        rf"(?:\bmulti-?cent(?:er|re)(?: [a-z]+)? ?\(|"
        rf"\b(?:enrol+ment|recruitment|randomi[sz]ation)(?: [a-z]+){{0,3}} {where}|"
        r"\b(?:expan(?:sion|ds?|ded|ding)|exten(?:ded|ding|sion))(?: [a-z]+){0,4} (?:in)?to|"
        rf"\b{site}{some} {where}|\b{site} ?(?:\(|:|–|—|,)|\b{people}(?: aged [^,;]{{1,30}}|"
        rf" \([^)]{{1,30}}\))? {where}|"
        rf"\b{verb}(?: [a-z0-9-]{{1,16}}){{0,4}} {where}|\b{trial}(?:,|(?: [^.;:,]{{1,60}}))? {where}|"
        rf"\b(?:patients|participants|volunteers|people|children|adults|women|men)[^.;:]{{1,60}} {where})"
        r" ?(?:(?:the|mainland|rural|urban|central|(?:north|south|east|west|north-?east|north-?west|south-?east|"
        r"south-?west)"
        r"(?:ern)?|(?:europe|asia|africa|(?:north|south|latin|central) america|the eu|the caribbean|oceania|"
        r"the middle east),?|only|mostly|mainly|both|parts of|and|(?:the )?(?:[a-z-]+ ){1,2}(?:region|province|"
        r"district|county|state|area)s? of|[a-z’' -]{3,30},) )*$"
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
        r"we (?:assessed|tested|evaluated|studied|compared|investigated|examined)|"
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
        r", (?:one|#+) of (?:the )?(?:#+|its|several|many) (?:(?:trial|study|participating) )?"
        r"(?:sites|cent(?:er|re)s|hospitals)|"
        r",? where (?:the |its )?(?:[a-z-]+ ){0,3}?(?:enrol\w*|recruit\w*|trial|study|sites?|patients|participants)\b|"
        r" (?:takes? part|took part|(?:is|are|was|were) (?:taking part|recruiting|enrolling|participating|"
        r"the only country|"
        r"on (?:it|the list|the map))|participat(?:es?|ed)|joined the (?:trial|study)|as its only country|"
        r"among them|"
        r"(?:enrol+ed|recruited|contributed|randomi[sz]ed) )| \((?:n ?= ?)?#+(?: [a-z]+)?\)"
    )


@cache
def _with_sites() -> re.Pattern[str]:
    return pattern(r" \(#+ (?:sites|hospitals|centres|centers|clinics|people|patients|participants)\)")


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


def trial_countries(said: Said, counted: list[Found]) -> Iterator[Found]:
    """The countries that a trial runs in. `counted` are the sentence's counts of sites and countries."""
    lower = said.lower
    if _ranked().search(lower) and not _trial_words().search(lower):
        return
    first_count = min((claim.start for claim in counted), default=None)
    last = None
    for phrase in phrases(said):
        start, end = phrase[0].start, phrase[-1].end
        listed_on = last is not None and _next_town().fullmatch(said.text, last, start) is not None
        last = None
        if not listed_on and is_of_others(said, start, end):
            continue
        names = tuple(dict.fromkeys(country.name for country in phrase))
        listed = first_count is not None and (first_count < start or bool(_opens().search(lower[end : end + 60])))
        if listed_on or _is_where_it_runs(said, names, start, end, listed=listed):
            last = end
            yield Found("countries", names, start, end, pattern="countries")


@cache
def _next_town() -> re.Pattern[str]:
    """What stands between two countries of a list of places: "Mbeya, Tanzania; Maputo, Mozambique"."""
    town = r"[A-ZÀ-Ý][\w’'.-]*(?: (?:[A-ZÀ-Ý][\w’'.-]*|of|de|del|es|la|el|upon|and)){0,5}"
    joint = r"(?:[,;]| and|[,;] and) (?:at |in |from )?(?:the )?"
    return pattern(rf"{joint}{town}(?:, | \(|, in )(?:the )?|\s\([^()]{{1,30}}\){joint}")


def _is_where_it_runs(said: Said, names: tuple[str, ...], start: int, end: int, *, listed: bool) -> bool:
    """Whether a trial runs in countries of a sentence; `listed` ones stand beside a count of sites or countries."""
    lower = said.lower
    before, behind = lower[max(0, start - 110) : start], lower[end : end + 60]
    recorded = said.article.once(_recorded_countries)
    # A list of countries of which all but one are the record's is the list of the record's countries.
    in_record = bool(recorded) and len(set(names) - recorded) <= (len(names) >= 3)
    if not in_record and _tried_before().search(before):
        return False
    if (
        listed
        and not _aside().search(before)
        and (in_record or not _elsewhere().search(_clause(lower, start, end, 40)))
    ) or _label().fullmatch(lower, 0, start):
        return True
    strong = bool(
        _strong_before().search(before)
        or (_opens_on_place().fullmatch(said.text, 0, start) and _its_trial().match(said.shape, end))
        or _strong_behind().match(said.shape[end : end + 60])
        or _ends_address(lower[max(0, start - ADDRESS) : start])
        or _setting().match(lower, 0, start)
    )
    if _elsewhere().search(_clause(lower, start, end, 60 if strong else 140)) and not (
        strong
        and (
            _joining().search(lower, end, end + 110) or (_trial_in().search(before) and _trial_approved().match(behind))
        )
    ):
        return False
    of_trial = (
        _trial_words().search(lower) is not None or _it_runs().match(said.text) is not None or _names_a_trial(said)
    )
    if strong:
        return in_record or of_trial or bool(_setting().match(lower) or _with_sites().match(said.shape, end))
    return in_record and bool(
        (_leading().search(before) and (_opens_on_it().fullmatch(lower, 0, start) or _trial_near().search(before)))
        or (of_trial and _after_town().search(said.text, max(0, start - 60), start))
        or (_standing_alone().search(before) and _ending().match(said.shape, end))
        or len(recorded.intersection(names)) >= LIST
    )


LIST = 3
"""Countries of a list that a record has too, from which on they are those of its trial."""


@cache
def _it_runs() -> re.Pattern[str]:
    """What opens a sentence on a trial that was spoken of before."""
    return pattern(
        r"It (?:(?:has|is|was|will|had|also|first|now|already|been|being) ){0,3}(?:open|start|beg[aiu]n|r[au]n|"
        r"recruit|"
        r"enrol|tak|took|conduct|carried out)|(?:Up to |About |Some |Around )?[\d,]+ (?:[a-z]+ ){0,3}?(?:people|"
        r"patients|adults|children|women|men|participants|volunteers)(?: aged [^,.;]{1,30}| with [a-z -]{1,40})? "
        r"will be "
    )


def _names_a_trial(said: Said) -> bool:
    """Whether a sentence calls a record's trial by its name."""
    return any(name in said.text for name in said.article.once(_names_of_trials))


def _names_of_trials(article: Article) -> frozenset[str]:
    return frozenset(name for trial in article.trials[:MOST] for name in (trial.id, trial.acronym) if name)


MOST = 50
"""Records whose names are looked for."""


@cache
def _opens_on_it() -> re.Pattern[str]:
    """A sentence that opens on its country, of which what is told is told of the trial; no "Several medicines in"."""
    return pattern(
        r"[\s“\"'‘]*(?:(?:and|but|so|only|both|also|even|now|later|then|mostly|mainly),? )?"
        r"(?:in|across|throughout|from|within|for|to) (?:the )?"
        r"(?:(?:rural|urban|central|(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?)\s)?"
    )


@cache
def _opens_on_place() -> re.Pattern[str]:
    """What stands before the country that a sentence opens with: "In Rouen, "."""
    town = r"[A-ZÀ-Ý][\w’'-]*(?: (?:[A-ZÀ-Ý][\w’'-]*|de|of|and)){0,3}"
    return pattern(rf"(?:In|Across|Within|At hospitals in|At clinics in) (?:the )?(?:{town}, )?")


@cache
def _its_trial() -> re.Pattern[str]:
    """What follows that country in a sentence on a trial there: ", a randomised trial", ", 62 adults joined"."""
    return pattern(
        r", (?:an?|the|this|these|our) (?:[a-z0-9-]+,? ){0,5}(?:trials?|study)\b(?! (?:published|found|in \d))|"
        r", #+ (?:[a-z]+ ){1,3}(?:joined|took part|take part|(?:was|were|have been|are being) (?:recruited|enrol+ed|"
        r"randomi[sz]ed|randomly)|enrol+ed)\b"
    )


@cache
def _trial_near() -> re.Pattern[str]:
    """What is done in a trial, and to whom."""
    return pattern(
        r"\b(?:trials?|enrol\w*|recruit\w*|randomi[sz]\w*|assigned|participants?|patients|volunteers|people|women|"
        r"men|children|infants|adults|sites|cent(?:er|re)s|hospitals|clinics|arms?|groups?|received?|doses?|doses|"
        r"visits?|treat\w*|vaccin\w*|immuni[sz]\w*|immunogenicity|efficacy|effectiveness|safety|assess\w*|evaluat\w*|"
        r"test(?:s|ed|ing)?|deliver(?:ed|s)?|given|run|runs|ran|conducted|performed|carried out|pointed|"
        r"from [a-z]{4,14} to)\b"
    )


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
def _after_town() -> re.Pattern[str]:
    """What ends on a town or a province before its country: "in South West Victoria, "."""
    return pattern(
        r"\b(?:in|at|from|of|near|around) (?:the )?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|and|of|de|del|"
        r"du)){0,5}, $"
    )


BREAKS = (";", ": ", "–", "—", " because ")


def _clause(lower: str, start: int, end: int, reach: int) -> str:
    """The words around a phrase up to the next full break, and no further than `reach`."""
    left = max(lower.rfind(mark, 0, start) for mark in (";", ": ", "–", "—"))
    right = min((found for mark in BREAKS if (found := lower.find(mark, end)) >= 0), default=len(lower))
    return lower[max(left, start - reach, 0) : min(right, end + reach)]
