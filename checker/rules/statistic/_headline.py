"""What a headline may say that the article contradicts: one look for people, one for sites, for phases and so on.

A headline is a title or a description. A number is contradicted where neither body nor record has it, nor any rounding,
sum or difference of theirs, and they have another number of the same things. Hedged numbers and the numbers of people
who have a disease are left alone.
"""

import re
from collections.abc import Callable, Iterator, Set
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from checker.article import Article
from checker.claims.countries import countries
from checker.claims.digits import is_slip
from checker.claims.judging.held import fits
from checker.claims.numbers import Number, prose_numbers, qualifier
from checker.claims.phases import phases
from checker.claims.vocabulary import ANY_PEOPLE
from checker.pattern import pattern
from checker.rule import Elsewhere
from checker.rules.statistic import _counts
from checker.text import Span


class Headline(NamedTuple):
    """A title or description of an article, with its numbers; `key` says which of the two."""

    article: Article
    key: str
    text: str
    numbers: list[Number]


class Clash(NamedTuple):
    """A stretch of a headline (half-open offsets) that the article contradicts."""

    start: int
    end: int
    message: str
    related: tuple[Elsewhere, ...] = ()


def _counts_of(text: str, things: re.Pattern[str], found: list[Number] | tuple[Number, ...]) -> Iterator[Number]:
    """The exact numbers of a text that count certain things."""
    for number in found:
        counts = number.is_count and not number.ranged and number.scale == 1 and things.match(text, number.end)
        if counts and qualifier(text, number) == "exact":
            yield number


def _in_body(article: Article, things: re.Pattern[str]) -> list[tuple[int, Elsewhere]]:
    """What the body says of the number of certain things: values and places."""
    return [
        (int(number.value), Elsewhere(sentence.locate(number.start, number.end), f"The body says {number.value:,}."))
        for sentence, found in article.once(prose_numbers)
        for number in _counts_of(sentence.text, things, found)
    ]


# --- people -----------------------------------------------------------------------------------------------------------


@cache
def _people() -> re.Pattern[str]:
    return pattern(
        rf"[ \u00a0-](?:(?!year|month|week|day)[a-z][a-z-]{{1,20}} ){{0,2}}(?:{ANY_PEOPLE}|[A-Z][a-z]+ [A-Z][a-z]+ers|"
        rf"Americans|Australians|Germans|Canadians|Britons|Europeans|Africans|Chinese|Japanese|Indians)\b(?!['’])"
    )


@cache
def _at_large() -> re.Pattern[str]:
    """Words of those who have a disease, rather than took part."""
    return pattern(
        r"(?i:\b(?:(?:have|has)(?! (?:all|its|their|been|now|enrol|recruit|begun|started|joined|taken|random|complet|"
        r"finish))|live with|living with|affects?|affected|suffer\w{0,3}|worldwide|each year|every year|"
        r"a year|die|dies|diagnosed|estimated|prevalence|million|billion|annually|waiting|need)\b)"
    )


def of_people(headline: Headline) -> Iterator[Clash]:
    text, article = headline.text, headline.article
    if _at_large().search(text):
        return
    found = [number for number in _counts_of(text, _people(), headline.numbers) if number.value > 2]
    if not found:
        yield from _of_many_people(headline)
        return
    body = _in_body(article, _people())
    yield from _of_many_people(headline)
    recorded = article.once(_counts.recorded)
    counts = recorded | {value for value, _ in body}
    for number in found:
        value = int(number.value)
        told = counts | article.once(_counts.told)
        sizes = article.once(_counts.sizes)
        rest = any(size - value in counts for size in sizes)
        if counts and not rest and not _follows(value, told, sizes or counts) and value <= 15 * max(counts):
            yield _clash(headline, number, _nearest(article, value, body))


def _of_many_people(headline: Headline) -> Iterator[Clash]:
    """Numbers of people with a word such as "nearly", which fit no count of the article, and a size but for a digit."""
    text, article = headline.text, headline.article
    for number in headline.numbers:
        bound = qualifier(text, number)
        if not number.is_count or number.ranged or bound == "exact" or number.value < 100:
            continue
        if not _people().match(text, number.end) and not _of_a_nation().match(text, number.end):
            continue
        value = int(number.value)
        sizes = sorted(article.once(_counts.sizes))[-20:]
        counts = {
            *sizes,
            *article.once(_counts.told),
            *(one + other for one, other in combinations(sizes, 2)),
            sum(sizes),
        }
        if any(fits(bound, value, count) or count == value for count in counts):
            continue
        meant = [size for size in sizes if _is_near(bound, value, size)]
        if meant:
            yield _clash(headline, number, _nearest(article, meant[0], []))


def _is_near(bound: str, value: int, size: int) -> bool:
    """Whether a round number fits a size once its first digit is one more or less, or changes places with the next."""
    digits = str(value)
    first = int(digits[0])
    slips = {f"{first + 1}{digits[1:]}", f"{first - 1}{digits[1:]}", f"{digits[1]}{digits[0]}{digits[2:]}"} - {digits}
    return any(each[0] != "0" and (fits(bound, int(each), size) or int(each) == size) for each in slips)


@cache
def _of_a_nation() -> re.Pattern[str]:
    return pattern(r" (?:[a-z]+ )?[A-Z][a-z]+(?:ans|ers|ish|ese|s)\b")


def _follows(value: int, told: Set[int], sizes: Set[int]) -> bool:
    """Whether a number is told, a round form of what is told, or a sum or difference of two sizes or of all."""
    zeros = len(str(value)) - len(str(value).rstrip("0"))
    slack = 10**zeros if zeros > 1 else 6 if zeros else 1
    few = sorted(sizes)[-20:]
    sums = {sum(few)}.union(*((one + other, other - one) for one, other in combinations(few, 2)))
    return value in told or any(abs(one - value) < slack for one in {*sums, *told})


def _nearest(article: Article, value: int, body: list[tuple[int, Elsewhere]]) -> Elsewhere | None:
    """The count that was most likely meant, for the message: one of the same digits, else the record's own size."""
    recorded = [
        (count, (*trial.at, "enrollment", role), role)
        for trial in article.trials
        for role in ("enrolled", "randomized", "planned", "treated", "completed", "analyzed", "screened")
        if (count := getattr(trial.enrollment, role)) is not None
    ]
    places = [
        (count, Elsewhere(article.value_at(*pointer), f"The record has {count:,} {role}."))
        for count, pointer, role in recorded
    ] + body
    twins = [place for count, place in places if sorted(str(count)) == sorted(str(value))]
    return next((place for place in (*twins, *(place for _, place in places))), None)


def _clash(headline: Headline, number: Number, other: Elsewhere | None) -> Clash:
    quote = headline.text[number.start : number.end]
    return Clash(
        number.start,
        number.end,
        f"The {headline.key} says {quote}, a number that neither the body nor the record has.",
        (other,) if other else (),
    )


# --- sites, countries, trials -----------------------------------------------------------------------------------------


@cache
def _sites() -> re.Pattern[str]:
    return pattern(
        r"[ \u00a0](?:[A-Za-z][A-Za-z-]{1,20} ){0,2}(?:sites|cent(?:re|er)s|hospitals|clinics|homes|practices)\b"
    )


@cache
def _countries() -> re.Pattern[str]:
    return pattern(r"[ \u00a0](?:[A-Za-z][a-z-]{1,20} ){0,2}(?:countries|nations)\b")


@cache
def _trials() -> re.Pattern[str]:
    return pattern(r"[ \u00a0](?:[A-Za-z][a-z-]{1,20} ){0,3}(?:trials|studies|records)\b")


def of_sites(headline: Headline) -> Iterator[Clash]:
    found = _some(headline, _sites())
    sites = [
        (
            trial.sites,
            Elsewhere(headline.article.value_at(*trial.at, "sites"), f"The record has {trial.sites:,} sites."),
        )
        for trial in headline.article.trials
        if trial.sites is not None
    ]
    yield from _of_places(headline, found, _sites(), sites, frozenset())


def of_countries(headline: Headline) -> Iterator[Clash]:
    found, article = _some(headline, _countries()), headline.article
    if not found:
        return
    named = [
        (
            len(trial.countries),
            Elsewhere(article.value_at(*trial.at, "countries"), f"The record names {len(trial.countries)}."),
        )
        for trial in article.trials
        if trial.countries
    ]
    every = {country for trial in article.trials for country in trial.countries or ()}
    told = {country.name for block in article.prose for country in countries(block.prose)}
    yield from _of_places(headline, found, _countries(), named, {len(every), len(told), len(every | told)})


def _some(headline: Headline, things: re.Pattern[str]) -> list[Number]:
    return [number for number in _counts_of(headline.text, things, headline.numbers) if number.value > 1]


def _of_places(
    headline: Headline,
    found: list[Number],
    things: re.Pattern[str],
    recorded: list[tuple[int, Elsewhere]],
    also: Set[int],
) -> Iterator[Clash]:
    if not found:
        return
    body = _in_body(headline.article, things)
    counts = {count for count, _ in (*recorded, *body)}
    for number in found:
        told = headline.article.once(_counts.told) | counts | also
        if counts and not _follows(int(number.value), told, counts):
            yield _clash(headline, number, next((place for _, place in (*recorded, *body)), None))


@cache
def _joined() -> re.Pattern[str]:
    return pattern(r",? (?:and |or )?(?:the |in )?")


def of_named_countries(headline: Headline) -> Iterator[Clash]:
    """One of the countries of a headline's list, where the records have another one in its place."""
    article = headline.article
    found = countries(headline.text)
    recorded = {country for trial in article.trials for country in trial.countries or ()}
    named = {country.name for country in found}
    if len(named) < 2 or not named & recorded or recorded <= named:
        return
    body = {country.name for block in article.prose for country in countries(block.prose)}
    joined = all(_joined().fullmatch(headline.text, one.end, other.start) for one, other in pairwise(found))
    for country in found if joined else ():
        if country.name not in recorded | body:
            trial = next(trial for trial in article.trials if trial.countries)
            yield Clash(
                country.start,
                country.end,
                f"The {headline.key} names {country.name}, and neither the body nor the record does.",
                (Elsewhere(article.value_at(*trial.at, "countries"), "The record's countries are here."),),
            )


@cache
def _inside() -> re.Pattern[str]:
    return pattern(r"\b(?:in|across|throughout|from) (?:the |northern |southern |eastern |western |rural |central )?$")


def of_one_country(headline: Headline) -> Iterator[Clash]:
    """The one country of a headline, where the body names all countries of the records, or some, and never that."""
    article = headline.article
    found = countries(headline.text)
    recorded = {country for trial in article.trials for country in trial.countries or ()}
    if len(found) != 1 or not recorded or not all(trial.countries for trial in article.trials):
        return
    country = found[0]
    before = headline.text[max(0, country.start - 30) : country.start]
    if country.name in recorded or not _inside().search(before) or _at_large().search(headline.text):
        return
    body = {each.name for block in article.prose for each in countries(block.prose)}
    if country.name in body or not body & recorded or any(country.name in (name or "") for name in _names(article)):
        return
    trial = next(trial for trial in article.trials if trial.countries)
    yield Clash(
        country.start,
        country.end,
        f"The {headline.key} names {country.name}, and neither the body nor the record does.",
        (Elsewhere(article.value_at(*trial.at, "countries"), "The record's countries are here."),),
    )


def _names(article: Article) -> Iterator[str | None]:
    """What the records call their trials, which may have the name of a country in it."""
    for trial in article.trials:
        yield from (trial.brief_title, trial.official_title, trial.lead_sponsor)


def of_trials(headline: Headline) -> Iterator[Clash]:
    article = headline.article
    found = list(_counts_of(headline.text, _trials(), headline.numbers))
    if not found:
        return
    body = _in_body(article, _trials())
    known = len(article.trials) + len(article.facts.mentions)
    parts = {sum(block.kind == kind for block in article.prose) for kind in ("heading", "item")}
    for number in found:
        value = int(number.value)
        if value <= max(known, 2) or value in parts or value in article.once(_counts.told):
            continue
        if len(article.trials) > 1:
            message = (
                f"The {headline.key} speaks of {headline.text[number.start : number.end]} trials or studies, and the "
                f"article has the records of {len(article.trials)}."
            )
            yield Clash(number.start, number.end, message)
        elif body:
            yield _clash(headline, number, body[0][1])


# --- phases -----------------------------------------------------------------------------------------------------------


@cache
def _ahead() -> re.Pattern[str]:
    return pattern(
        r"(?i:\b(?:towards?|before|ready for|next|planned|planning|enters?|advances?|moves?|heads?|headed|on to|into|"
        r"will|step to|until|beyond|no)\b)"
    )


def of_phases(headline: Headline) -> Iterator[Clash]:
    """A phase of which neither body nor record knows, where they know another one."""
    found = phases(headline.text)
    if not found or _ahead().search(headline.text):
        return
    article = headline.article
    recorded = {step for trial in article.trials for phase in trial.phases or () for step in re.findall(r"\d", phase)}
    body = [(phase, block.locate(phase.start, phase.end)) for block in article.prose for phase in phases(block.prose)]
    known = recorded.union(*(phase.steps for phase, _ in body))
    for phase in found:
        if known and not phase.steps & known:
            other = next((Elsewhere(span, f"The body says Phase {one.value}.") for one, span in body), None) or next(
                (
                    Elsewhere(article.value_at(*trial.at, "phases"), "The record's phases are here.")
                    for trial in article.trials
                    if trial.phases
                ),
                None,
            )
            yield Clash(
                phase.start,
                phase.end,
                f"The {headline.key} says Phase {phase.value}, and neither the body nor the record does.",
                (other,) if other else (),
            )


# --- masking and ages -------------------------------------------------------------------------------------------------


@cache
def _masked() -> re.Pattern[str]:
    return pattern(
        r"(?i:\b(?:(?P<single>single)|(?P<double>double)|(?P<triple>triple)|(?P<quadruple>quadruple))[- ](?:blind|mask)"
        r"|(?P<none>\bopen[- ]label|\bunblinded)\b)"
    )


def of_masking(headline: Headline) -> Iterator[Clash]:
    """A masking of which the record of the one trial says another, and the body nothing."""
    article = headline.article
    found = list(_masked().finditer(headline.text))
    recorded = article.trials[0].design.masking if len(article.trials) == 1 else None
    if len(found) != 1 or recorded is None or "extension" in headline.text:
        return
    said = (found[0].lastgroup or "").upper()
    same = said == recorded or (said == "DOUBLE" and recorded in ("TRIPLE", "QUADRUPLE"))
    body = {match.lastgroup for block in article.prose for match in _masked().finditer(block.prose)}
    if same or {said, recorded} == {"TRIPLE", "QUADRUPLE"} or found[0].lastgroup in body:
        return
    yield Clash(
        *found[0].span(),
        f"The {headline.key} says {found[0].group()}, and neither the body nor the record does.",
        (Elsewhere(article.value_at(*article.trials[0].at, "design", "masking"), "The record's masking is here."),),
    )


@cache
def _aged() -> re.Pattern[str]:
    return pattern(
        r"\b(?:aged?|ages|people of|adults of|women of|men of|children of)(?: from| between)? "
        r"(\d{1,2}) ?(?:to|-|–|and) ?(\d{1,2})\b"
    )


def of_ages(headline: Headline) -> Iterator[Clash]:
    """Ages of who may take part, of which one is the record's and the other is found nowhere."""
    article = headline.article
    ages = article.trials[0].ages if len(article.trials) == 1 else None
    found = _aged().search(headline.text)
    if not found or ages is None or ages.minimum is None or ages.maximum is None:
        return
    said = int(found[1]), int(found[2])
    wrong = [group for group, value in ((1, ages.minimum), (2, ages.maximum)) if said[group - 1] != value]
    if len(wrong) == 1 and not any(re.search(rf"\b{found[wrong[0]]}\b", block.prose) for block in article.prose):
        key = "minimum" if wrong[0] == 1 else "maximum"
        yield Clash(
            *found.span(wrong[0]),
            f"The {headline.key} says {found[wrong[0]]} years, an age that neither the body nor the record has.",
            (Elsewhere(article.value_at(*article.trials[0].at, "ages", key), "The record's age is here."),),
        )


# --- years and slips of the pen ---------------------------------------------------------------------------------------


@cache
def _year() -> re.Pattern[str]:
    return pattern(r"(?<![\w,.])20\d\d(?![\w%]|[,.]\d)")


@cache
def _perhaps() -> re.Pattern[str]:
    return pattern(r"(?i:\b(?:may|might|could|by|goal|vision)\b)")


def of_years(headline: Headline) -> Iterator[Clash]:
    """A year to come of which nothing else in the article knows, where the article looks ahead to another."""
    article = headline.article
    published = (article.facts.date or "")[:4]
    found = [match for match in _year().finditer(headline.text) if published and match.group() > published]
    if not found or _perhaps().search(headline.text):
        return
    written = {match.group() for block in article.prose for match in _year().finditer(block.prose)} | {
        date.date[:4]
        for trial in article.trials
        for date in (trial.start_date, trial.primary_completion_date, trial.completion_date)
        if date and date.date
    }
    ahead = sorted(year for year in written if year >= published)
    for match in found:
        if match.group() not in written and ahead:
            yield Clash(
                *match.span(),
                f"The {headline.key} speaks of {match.group()}, and no date of the body or the record is in that year.",
            )


def of_slips(headline: Headline) -> Iterator[Clash]:
    """A decimal or a percentage that the body has only with its digits in another order, or with one changed."""
    article = headline.article
    found = [number for number in headline.numbers if number.decimals or number.kind == "percent"]
    if not found:
        return
    body = [
        (number, sentence.locate(number.start, number.end))
        for sentence, told in article.once(prose_numbers)
        for number in told
        if number.decimals or number.kind == "percent"
    ]
    figures = {figure.value for trial in article.trials for figure in trial.figures if figure.value is not None}
    for number in found:
        if number.value in figures or any(abs(number.value) == abs(one.value) for one, _ in body):
            continue
        twin = next((span for one, span in body if _is_slip(number, one)), None)
        if (
            twin is None
            and number.kind == "percent"
            and number.value > 10
            and qualifier(headline.text, number) == "exact"
        ):
            shares = [(one, span) for one, span in body if one.kind == "percent" and one.plain]
            near = [span for one, span in shares if is_slip(number.value, one.value) or _is_one_off(number, one)]
            twin = near[0] if len(near) == 1 and not _is_worked_out(article, number, shares) else None
        if twin:
            yield Clash(
                number.start,
                number.end,
                f"The {headline.key} says {headline.text[number.start : number.end]}, and the body has nearly the same "
                "digits.",
                (Elsewhere(twin, "The body's number is here."),),
            )


def _is_one_off(one: Number, other: Number) -> bool:
    """Whether two whole percentages of two digits differ in one of them, and by ten or more."""
    pair = f"{one.value:g}", f"{other.value:g}"
    return all(len(each) == 2 for each in pair) and pair[0][1] == pair[1][1]


def _is_worked_out(article: Article, number: Number, shares: list[tuple[Number, Span]]) -> bool:
    """Whether a percentage may have been made of the body's numbers: a rest, a gap, a ratio, a share of two counts."""
    values = [float(one.value) for one, _ in shares][:40]
    ratios = [
        float(one.value) for _, told in article.once(prose_numbers) for one in told if one.decimals and one.value < 3
    ][:40]
    made = {100 - value for value in values} | {100 * abs(1 - ratio) for ratio in ratios} | {100 * r for r in ratios}
    made |= {abs(one - other) for one in values for other in values}
    made |= {100 * abs(one - other) / other for one in values for other in values if other}
    figures = [figure for trial in article.trials for figure in trial.figures]
    made |= {100 * figure.n / figure.of for figure in figures if figure.n is not None and figure.of}
    return any(abs(number.value - value) <= 0.6 for value in made)


def _is_slip(one: Number, other: Number) -> bool:
    """Whether two numbers of three or more digits differ by one digit, or by the order of two neighbours."""
    here, there = one.written.lstrip("-0."), other.written.lstrip("-0.")
    if one.kind != other.kind or one.decimals != other.decimals or len(one.written) != len(other.written):
        return False
    if len(here.replace(".", "")) < 3 or len(here) != len(there):
        return False
    apart = [index for index, (left, right) in enumerate(zip(here, there, strict=True)) if left != right]
    swapped = len(apart) == 2 and sorted(here) == sorted(there)
    return len(apart) == 1 or swapped


LOOKS: tuple[Callable[[Headline], Iterator[Clash]], ...] = (
    of_people,
    of_sites,
    of_countries,
    of_named_countries,
    of_one_country,
    of_trials,
    of_phases,
    of_masking,
    of_ages,
    of_years,
    of_slips,
)
