"""Rules of the family `identifier`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article


def silent(article: Article) -> Iterable[str]:
    """Those on faults that no number has, and on links where there are none."""
    from checker.rules.identifier._numbers import numbers

    found = article.once(numbers)
    faults = {number.fault for number in found}
    if "malformed" not in faults:
        yield "malformed-trial-id"
    if "placeholder" not in faults:
        yield "placeholder-trial-id"
    sound = [number for number in found if number.sound]
    if not any(number.mention and number.mention.loose for number in sound):
        yield "noncanonical-trial-id"
    if all(number.right for number in sound):
        yield "trial-id-checksum"
    if not any(block.links for block in article.prose):
        yield "link-target-differs"
        yield "noncanonical-trial-link"
