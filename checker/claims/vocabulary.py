"""Words that several readers of prose know."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text that lists them with white space between."""
    return frozenset(text.split())


PEOPLE = words(
    "people persons person patients patient participants participant subjects subject volunteers volunteer adults "
    "adult children child kids teenagers teenager teens teen adolescents adolescent youngsters women woman men man "
    "boys boy girls girl mothers mother fathers parents babies baby infants infant newborns toddlers toddler residents "
    "resident smokers smoker donors donor recipients recipient survivors survivor inpatients outpatients inpatient "
    "outpatient individuals individual families pupils students veterans caregivers carers sufferers seniors elders "
    "nurses attendees respondents completers finishers responders enrollees pts"
)
"""Nouns for those whom a trial counts, singular and plural."""

ANY_PEOPLE = "|".join(sorted(PEOPLE, reverse=True))
"""The same as the alternatives of a regular expression, longer ones before their beginnings."""

MANY_PEOPLE = "|".join(
    sorted(
        (noun for noun in PEOPLE if noun.endswith("s") or noun in ("people", "children", "men", "women")), reverse=True
    )
)
"""Those of them that are plural: "individual thresholds" and "an adult dose" count nobody."""

MONTHS = words(
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
"""Months as they are written, so that "may" and "march" are not among them."""
