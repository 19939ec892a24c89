"""A trial's number is given under the name of another registry."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.article import Article
from checker.pattern import pattern
from checker.registries import BY_KEY, REGISTRIES, Cited, Registry, mentions
from checker.rule import Finding

severity = "error"
fixable = None

REACH = 110
"""How far from a number its registry may be named, in code points."""

BETWEEN = frozenset(
    {
        *("registry", "register", "registration", "trial", "identifier", "number", "no", "nr", "id", "code", "record"),
        *("as", "under", "with", "the", "is", "database", "entry", "reference"),
    }
)
MOST_BETWEEN = 5

BEHIND = pattern(r" ?\((?:on |in |at )?(?:the )?|,? (?:listed |registered |recorded )?(?:on|in|at|with) (?:the )?")
DENIED = pattern(r"\b(?:no|not|nor|without|lacks?|lacking|unlike|instead of|rather than|than)\b")
JOINED = pattern(r"(?: and| or| &|,|/|;)(?: the| on| in)*$")

NAMES: dict[str, list[Registry]] = {}
for _registry in REGISTRIES:
    for _name in _registry.names:
        NAMES.setdefault(_name, []).append(_registry)
ALL_NAMES = tuple(NAMES)


class Named(NamedTuple):
    """A name beside a number: the registries that have it, and where it stands in the block's text."""

    registries: list[Registry]
    start: int
    end: int


def check(article: Article) -> Iterator[Finding]:
    neighbours = article.once(mentions)
    for index, cited in enumerate(neighbours):
        block = cited.block
        if block is None or not cited.mention.sound:
            continue
        text = block.text
        near = [other for other in neighbours[max(0, index - 3) : index + 4] if other.block is block]
        named = _before(text, cited) or _behind(text, cited)
        if (
            named
            and _is_name(text[named.start : named.end])
            and not _fits(named, cited)
            and not _listed(text, named, cited, near)
        ):
            has = BY_KEY[cited.mention.registry]
            start, end = min(named.start, cited.mention.start), max(named.end, cited.mention.end)
            name = text[named.start : named.end]
            yield Finding(
                block.locate(start, end),
                f"The text gives {cited.id} as a number of {name}, but it is one of {has.name}.",
                f"Name {has.name} instead, or give the number that the trial has in {name}.",
                trial=cited.id,
                # The registry of ISRCTN numbers was once named for those of all.
                severity="warning" if name == "ISRCTN" and text[named.end : cited.mention.start] == " " else None,
            )


def _before(text: str, cited: Cited) -> Named | None:
    """The registry that is named right before a number: "EudraCT NCT0…", "registered with ISRCTN as NCT0…"."""
    begin = max(0, cited.mention.start - REACH)
    left = _lowered(text[begin : cited.mention.start])
    for _ in range(MOST_BETWEEN + 1):
        left = left.rstrip(" :#([\n")
        if left.endswith(ALL_NAMES):
            name = max((name for name in ALL_NAMES if left.endswith(name)), key=len)
            start = len(left) - len(name)
            if start and (left[start - 1].isalnum() or left[start - 1] in "-/."):
                return None
            return Named(NAMES[name], begin + start, begin + len(left))
        last = left.rpartition(" ")[2]
        if last.rstrip(".") not in BETWEEN:
            return None
        left = left[: len(left) - len(last)]
    return None


def _behind(text: str, cited: Cited) -> Named | None:
    """The registry that is named right behind a number: "NCT0… (ISRCTN)", "NCT0… in the ISRCTN registry"."""
    right = _lowered(text[cited.mention.end : cited.mention.end + REACH])
    glue = BEHIND.match(right)
    if not glue or not right.startswith(ALL_NAMES, glue.end()):
        return None
    name = max((name for name in ALL_NAMES if right.startswith(name, glue.end())), key=len)
    end = glue.end() + len(name)
    after = right[end : end + 1]
    if after.isalnum() or after in ("-", "/") or ("(" in glue[0] and after != ")"):
        return None
    return Named(NAMES[name], cited.mention.end + glue.end(), cited.mention.end + end)


def _is_name(written: str) -> bool:
    """Whether words are a registry's name rather than someone's: "CRIS" is, "Cris" is not."""
    return len(written) > 4 or sum(char.isupper() for char in written) > 2


def _lowered(text: str) -> str:
    """Small letters, one for each: a few capitals have two, and would move all behind them."""
    small = text.lower()
    return small if len(small) == len(text) else text


def _fits(named: Named, cited: Cited) -> bool:
    has = cited.mention.registry
    return any(has == registry.key or has in registry.also for registry in named.registries)


def _listed(text: str, named: Named, cited: Cited, near: list[Cited]) -> bool:
    """Whether the name is one of several, denied, or that of another number close by."""
    left = _lowered(text[max(0, named.start - REACH) : named.start])
    if DENIED.search(left[-30:]):
        return True
    own = BY_KEY[cited.mention.registry].names
    if any(len(name) > 3 and name in left for name in own) or (
        JOINED.search(left) and left.rstrip(" ,;/&").endswith(own)
    ):
        return True
    return any(
        other.mention.registry in {registry.key for registry in named.registries}
        and (0 <= other.mention.start - named.end < 60 or 0 <= named.start - other.mention.end < 5)
        for other in near
    )
