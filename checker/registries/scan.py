"""Finds registration numbers in a text, however they are misprinted."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checker.pattern import pattern
from checker.registries.data import REGISTRIES, Registry
from checker.registries.digits import check_digits_hold, has_possible_date

BY_KEY = {registry.key: registry for registry in REGISTRIES}


class Mention(NamedTuple):
    """A registration number as it stands in a text, `start` to `end`.

    `id` is the canonical number, or None where the number fits no form of its registry. `fault` says what is wrong with
    the number itself: `malformed`, `placeholder`, `date` (an impossible date inside), or None. `loose` tells that it is
    written in another way than its registry writes it. `guess` is the canonical number that a malformed one becomes
    when letters among its digits, or its prefix, are read as what they were meant for.
    """

    start: int
    end: int
    written: str
    registry: str
    id: str | None = None
    fault: str | None = None
    loose: bool = False
    guess: str | None = None

    @property
    def sound(self) -> bool:
        """Whether the number itself can be that of a trial, as far as its form tells."""
        return self.id is not None and self.fault is None


# Spellings: one code point for another, so that offsets stay, but for the invisible ones, which are left out.

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_FOLDED = (
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"),
    *((space, " ") for space in "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000"),
)
_WIDE = pattern("[\uff01-\uff5e]")
_NARROW = {0xFF01 + code: 0x21 + code for code in range(94)}
_ANY_INVISIBLE = pattern(f"[{INVISIBLE}]")
_WITHOUT_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))

_LOOKALIKES = str.maketrans("OoQIlLi|SsBbZz", "00011111558822")
_UNSOUND_DIGITS = "OoQIlLi|SsBbZz"

# Where a number may stand. Every number but those of two registries holds three digits in a row.

_NO_LETTER = pattern(r"[^a-z]")
_NO_DIGIT = pattern(r"[^0-9]")
_RUN = pattern(r"[0-9]{3,}")
_SHORT_HEADS = ("rbr", "hkuctr")
_SHORT = r"(?i)(?<![^\W_])(rbr|hkuctr)(?:[\s-]{1,2}(?=[0-9a-z])|(?=[0-9]))"
_SHORT_TRIGGERS = ("RBR", "rbr", "Rbr", "HKUCTR", "hkuctr", "HkuCTR")
_BLANK = r"(?<![xX#?*_])(?:[xX]{4,14}|[#?*_]{4,14})(?![0-9A-Za-z#?*_])"
_BLANK_TRIGGERS = ("XXX", "xxx", "###", "???", "___", "***")
_EU = r"(20[0-9]{2})-([05][0-9]{5})-([0-9]{2})(?:-([0-9]{2}))?(?:-(?:[A-Z]{2}|3RD))?(?![0-9A-Za-z]|-[0-9])"
_BESIDE_EU = r"[0-9]-$|[^\W_]$"
_EARLY_UMIN = r"C0000[0-9]{5}"

_BETWEEN = r"[\s:#№./\-]"
_WORDS = ("id", "no", "nr", "number", "identifier", "registry", "registration", "trial")
_LAST_LETTERS = frozenset(word[-2:] for registry in REGISTRIES for word in (*registry.heads, *_WORDS))
"""What stands before three digits, were they a number's: a quick test for the many that are a year or a count."""

_END = r"(?![0-9A-Za-z])"
_END_OR_NOTE = r"(?=[a-d]?(?![0-9A-Za-z]))"
_ASCENDING, _DESCENDING = "0123456789" * 2, "9876543210" * 2
_GROUPED = r"[0-9]{2,14}(?:[ -][0-9]{2,14}){1,5}" + _END
_LEFT = 60
"""How far to the left of its digits a number may begin, in code points."""


def find(text: str) -> list[Mention]:
    """The registration numbers in a text, in order, the misprinted ones too; in linear time.

    Offsets are code points of `text`. What stands inside a longer word, and the numbers of reviews, ethics files and
    drugs, are none.
    """
    folded, origins = _fold(text)
    found: list[Mention] = []
    done = 0
    for run in _RUN.finditer(folded):
        if run.start() >= done and (mention := _around(folded, run.start(), run.end())):
            found.append(mention)
            done = mention.end
    if any(trigger in folded for trigger in _SHORT_TRIGGERS):
        found += _short(folded)
    if any(trigger in folded for trigger in _BLANK_TRIGGERS):
        found += _blanks(folded)
    return [_as_written(text, origins, mention) for mention in sorted(found)]


def read(text: str) -> Mention | None:
    """The registration number that a text is as a whole, or None where it is none or more than one."""
    if len(text) == 11 and text.startswith("NCT0") and text.isascii() and text[4:].isdecimal():
        return _sound(text, 0, 11, BY_KEY["nct"], text)._replace(written=text)  # Nearly all of them, so at once.
    found = find(text)
    if len(found) == 1 and found[0].end == len(text.rstrip()) and not text[: found[0].start].strip():
        return found[0]
    if _compiled(_EARLY_UMIN).fullmatch(text):
        return Mention(0, len(text), text, "umin", text)
    return None


def canonical(text: str) -> str | None:
    """The canonical form of a registration number, however it is spelled; None where it is none, or malformed."""
    mention = read(text)
    return mention.id if mention else None


def _fold(text: str) -> tuple[str, list[int] | None]:
    """A text with dashes, spaces and wide letters made plain, and where its code points stood if some were left out."""
    if text.isascii():
        return text, None
    folded = text
    # Much quicker than a translation table: few of these are in any text.
    for fancy, plain in _FOLDED:
        if fancy in folded:
            folded = folded.replace(fancy, plain)
    if _WIDE.search(folded):
        folded = folded.translate(_NARROW)
    if not _ANY_INVISIBLE.search(folded):
        return folded, None
    origins = [offset for offset, char in enumerate(folded) if char not in INVISIBLE]
    return folded.translate(_WITHOUT_INVISIBLE), [*origins, len(text)]


def _as_written(text: str, origins: list[int] | None, mention: Mention) -> Mention:
    start, end = mention.start, mention.end
    if origins is not None:
        start, end = origins[start], origins[end - 1] + 1
    written = text[start:end]
    loose = mention.id is not None and not _is_plain(written.translate(_WITHOUT_INVISIBLE), mention)
    return mention._replace(start=start, end=end, written=written, loose=loose)


def _is_plain(written: str, mention: Mention) -> bool:
    if written == mention.id:
        return True
    if mention.registry in ("eudract", "ctis"):
        return _compiled(_EU).fullmatch(written.removeprefix("EUCTR").removeprefix("CTIS")) is not None
    plain = BY_KEY[mention.registry].plain
    return bool(plain) and _compiled(plain).fullmatch(written) is not None


@cache
def _compiled(form: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first wanted: most articles want few of them."""
    return pattern(form)


@cache
def _heads() -> tuple[re.Pattern[str], dict[str, Registry]]:
    """The pattern of a registry's prefix and all that may stand between it and three digits, and whose prefix it is.

    The pattern is for text turned round, for what is known is where the digits begin. Its groups are what belongs to
    the number already, what stands between, and the prefix.
    """
    whose = {_squeezed(head): registry for registry in REGISTRIES for head in registry.heads}
    turned = {head[::-1].replace("-", "[- ]?") for head in _all_heads() if head not in _SHORT_HEADS}
    heads = "|".join(sorted(turned, key=lambda head: (-len(head), head)))
    words = "|".join(word[::-1] for word in _WORDS)
    between = rf"(?:{_BETWEEN}{{1,3}}(?:{words})(?={_BETWEEN})){{0,3}}{_BETWEEN}{{0,4}}"
    return pattern(rf"((?:-?[a-z0-9|]{{1,8}}?)??)({between})({heads})(?![^\W_])"), whose


def _all_heads() -> Iterator[str]:
    return (head for registry in REGISTRIES for head in registry.heads)


@cache
def _misspelt() -> dict[str, Registry]:
    """Prefixes with two letters exchanged, one left out or one doubled, and those that the data list."""
    known = set(_heads()[1])
    found: dict[str, Registry] = {}
    for registry in REGISTRIES:
        for head in (head for head in registry.heads if len(head) > 3 and "-" not in head):
            for at in range(len(head)):
                found.setdefault(head[:at] + head[at + 1 :], registry)
                found.setdefault(head[:at] + head[at] + head[at:], registry)
                found.setdefault(head[:at] + head[at : at + 2][::-1] + head[at + 2 :], registry)
    found.update((head, registry) for registry in REGISTRIES for head in registry.misspelt)
    return {head: registry for head, registry in found.items() if head not in known}


def _squeezed(head: str) -> str:
    return _NO_LETTER.sub("", head)


def _around(text: str, start: int, end: int) -> Mention | None:
    """The number that holds the digits `start` to `end`, if they are part of one."""
    left = text[max(0, start - _LEFT) : start]
    long = end - start >= 6
    if not (long or left[-1:].isalpha()):
        if end - start == 4 and text[end : end + 1] == "-" and (mention := _european(text, start, left, None)):
            return mention
        if left.rstrip(" \n\t:#№./-")[-2:].lower() not in _LAST_LETTERS:
            return None
    pattern, whose = _heads()
    # Lower case may be longer than what it was made of: all is counted from the digits.
    lowered = left.lower()
    head = pattern.match(lowered[::-1])
    if head is None or (head.end() == _LEFT and start > _LEFT):
        if end - start == 4 and (mention := _european(text, start, left, None)):
            return mention
        return _behind_a_misspelt_prefix(text, start, end, lowered) if long else None
    registry = whose[_squeezed(head[3][::-1])]
    if mention := _european(text, start, left, registry):
        return mention
    first, behind, body = start - head.end(), start - head.start(3), start - head.end(1)
    if registry.exact:
        return _exact(text, first, behind, registry)
    return _fitting(text, first, body, registry) or _failing(text, first, behind, body, registry)


def _european(text: str, start: int, left: str, label: Registry | None) -> Mention | None:
    """A number of one of the two European registers, which have no prefix."""
    match = _compiled(_EU).match(text, start)
    if not match:
        return None
    year, sequence, check, _ = match.groups()
    glued = next((prefix for prefix in ("EUCTR", "CTIS") if left.upper().endswith(prefix)), "")
    labelled = label is not None and label.key in ("eudract", "ctis")
    if not labelled and _compiled(_BESIDE_EU).search(left):
        return None
    first = start - len(glued)
    written = f"{year}-{sequence}-{check}"
    digits = sequence + check
    if sequence[0] == "5" and year >= "2020":
        return Mention(first, match.end(), "", "ctis", f"{written}-00", _placeholder(digits))
    if sequence[0] == "0" and "2004" <= year <= "2023":
        return Mention(first, match.end(), "", "eudract", written, _placeholder(digits))
    return Mention(first, match.end(), "", "eudract", None, "malformed") if labelled else None


def _exact(text: str, first: int, body: int, registry: Registry) -> Mention | None:
    """A number of a registry whose prefix is a word of its own, so that only the exact spelling counts."""
    head = text[first:body]
    match = _compiled(registry.forms[0].pattern + r"(?![0-9A-Za-z]|\.[0-9])").match(text, body)
    if not match or not head.isupper() or text[first - 1 : first] == "-":
        return None
    number = match[1]
    if registry.key == "ntr" and (number[:2] in ("19", "20") or (head == "NL" and len(number) < 4)):
        return None
    return Mention(first, match.end(), "", registry.key, registry.forms[0].template.format(number, head=head))


def _fitting(text: str, first: int, body: int, registry: Registry) -> Mention | None:
    """The number that begins at `first` and whose digits begin at `body`, if it fits a form of the registry."""
    note = _END if registry.key == "rebec" else _END_OR_NOTE
    for form in registry.forms:
        if match := _compiled(f"(?i){form.pattern}{note}").match(text, body):
            return _sound(text, first, match.end(), registry, _filled(form, match.groups()))
    if match := _compiled(_GROUPED).match(text, body):
        number = _fit(re.sub("[ -]", "", match[0]), registry)
        if number and check_digits_hold(number):
            return _sound(text, first, match.end(), registry, number)
    return None


def _fit(body: str, registry: Registry) -> str | None:
    """The canonical number whose part behind the prefix is `body`."""
    if registry.key == "eudract":
        match = re.fullmatch(r"(20(?:0[4-9]|1[0-9]|2[0-3]))[\s/_.-]?(0[0-9]{5})[\s/_.-]?([0-9]{2})", body)
        return "-".join(match.groups()) if match else None
    for form in registry.forms:
        if match := _compiled(f"(?i){form.pattern}").fullmatch(body):
            return _filled(form, match.groups())
    return None


def _filled(form: tuple[str, str, bool], groups: tuple[str, ...]) -> str:
    _, template, lower = form
    filled = template.format(*(part.lower() if lower else part.upper() for part in groups))
    return filled[:-1] + "p" if filled.startswith("ACTRN") and filled.endswith("P") else filled


def _sound(text: str, start: int, end: int, registry: Registry, number: str) -> Mention:
    fault = _placeholder(_NO_DIGIT.sub("", number)) or (None if has_possible_date(number) else "date")
    return Mention(start, end, "", registry.key, number, fault)


def _placeholder(digits: str) -> str | None:
    """`placeholder` for seven digits or more that are all the same, or that count up or down."""
    counting = digits in _ASCENDING or digits in _DESCENDING
    return "placeholder" if len(digits) > 6 and (counting or len(set(digits)) == 1) else None


def _failing(text: str, first: int, behind: int, body: int, registry: Registry) -> Mention | None:
    """What was meant for a number of the registry and fits none of its forms."""
    fewest, most = registry.digits
    pattern = registry.attempt or rf"[0-9{_UNSOUND_DIGITS}]{{{fewest},{most}}}"
    match = _compiled(f"(?i)(?:{pattern})(?=[a-d]?{_END})").match(text, body)
    if not match:
        return None
    digits = _NO_DIGIT.sub("", match[0])
    if registry.digits != (0, 0):
        spaced = any(char.isspace() for char in text[behind:body])
        if not fewest + (spaced and not registry.attempt) <= len(digits.ljust(len(match[0]), "0")) <= most + 2:
            return None
        if len(digits) < min(fewest, 5):
            return None
    if registry.key == "eudract" and "-" not in match[0] and len(digits) < 10:
        return None
    start = body if registry.key == "eudract" else first
    guess = _fit(match[0].translate(_LOOKALIKES), registry) if registry.key != "rebec" else None
    if guess and guess == _fit(match[0], registry):
        return _sound(text, start, match.end(), registry, guess)
    return Mention(start, match.end(), "", registry.key, None, _placeholder(digits) or "malformed", guess=guess)


_WORD_BEFORE = r"(?<![^\W_])([a-z]{2,9})([\s-]?)$"


def _behind_a_misspelt_prefix(text: str, start: int, end: int, left: str) -> Mention | None:
    word = _compiled(_WORD_BEFORE).search(left)
    registry = _misspelt().get(word[1]) if word else None
    if word is None or registry is None or (len(word[1]) < 4 and word[2]):
        return None
    guess = _fit(text[start:end], registry)
    behind = text[end : end + 2]
    if guess is None or not check_digits_hold(guess) or behind[:1].isalnum() or re.match(r"[-./][0-9]", behind):
        return None
    # Two letters alone are too little, unless in capitals.
    first = start - (len(left) - word.start())
    if len(word[1]) < 4 and not text[first:start].isupper():
        return None
    return Mention(first, end, "", registry.key, None, "malformed", guess=guess)


def _short(text: str) -> Iterator[Mention]:
    """The numbers that may hold fewer than three digits in a row."""
    whose = _heads()[1]
    for head in _compiled(_SHORT).finditer(text):
        registry = whose[head[1].lower()]
        mention = _fitting(text, head.start(), head.end(), registry)
        hyphenated = text[head.end() - 1] == "-"
        if mention and registry.key == "rebec" and not (hyphenated or any(char.isdigit() for char in mention.id[5:])):  # type: ignore[index]
            continue
        if mention is None and hyphenated and registry.attempt:
            mention = _failing(text, head.start(), head.end(), head.end(), registry)
        if mention:
            yield mention


def _blanks(text: str) -> Iterator[Mention]:
    """Numbers that were to be filled in: `NCTXXXXXXXX`."""
    pattern, whose = _heads()
    for run in _compiled(_BLANK).finditer(text):
        left = text[max(0, run.start() - _LEFT) : run.start()].lower()
        head = pattern.match(left[::-1])
        if head and (not head[1] or head[1].isdecimal()) and len(head[2]) < 3:
            registry = whose[_squeezed(head[3][::-1])]
            if not registry.exact:
                yield Mention(run.start() - head.end(), run.end(), "", registry.key, None, "placeholder")
