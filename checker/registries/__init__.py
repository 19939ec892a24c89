"""Trial registries: how their numbers are formed and found, what they tell, and where their records stand."""

from __future__ import annotations

from checker.registries.cited import Cited, mentions
from checker.registries.data import ICTRP_URL, LOOKALIKES, REGISTRIES, Registry
from checker.registries.digits import (
    check_digits_hold,
    embedded_date,
    has_possible_date,
    nearest,
    repair_candidates,
    slips,
)
from checker.registries.scan import BY_KEY, Mention, canonical, find, read

__all__ = [
    "BY_KEY",
    "LOOKALIKES",
    "REGISTRIES",
    "Cited",
    "Mention",
    "Registry",
    "canonical",
    "check_digits_hold",
    "embedded_date",
    "find",
    "has_possible_date",
    "mentions",
    "nearest",
    "read",
    "record_url",
    "repair_candidates",
    "slips",
]


def record_url(number: str) -> str | None:
    """Where the record of a registration number stands, by the rules of its registry; None where it is no such number.

    Registries whose addresses hold a number of their own are reached through the WHO's search portal.
    """
    mention = read(number)
    if mention is None or mention.id is None:
        return None
    registry = BY_KEY[mention.registry]
    if registry.url:
        return registry.url.format(mention.id)
    return ICTRP_URL + registry.ictrp.format(mention.id)
