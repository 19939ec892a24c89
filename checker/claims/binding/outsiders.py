"""Drugs and companies that prose names and that are not the article's: who speaks of them speaks of other trials."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from checker.claims.binding.mentions import Mention
from checker.claims.binding.study_names import ABBREVIATIONS
from checker.claims.companies import KNOWN
from checker.claims.countries import countries
from checker.claims.demonyms import DEMONYMS
from checker.claims.repeated import once_a_text
from checker.claims.tokens import Token, tokens, unpossessed
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from checker.claims.binding.cast import Cast
    from checker.claims.binding.worded import Words

SUFFIXES = words(
    "Inc Ltd Limited plc PLC AG SA S.A SpA S.p.A SE NV N.V GmbH Corp Corporation LLC Co A/S ApS AB Pharma "
    "Pharmaceutical Pharmaceuticals Therapeutics Biosciences Bioscience Biopharma Biotherapeutics Biopharmaceuticals "
    "Biopharmaceutical Biotech Biotechnology Biotherapies Biologics Laboratories Labs Medicines Genetics Genomics "
    "Immunotherapeutics Biomedical Oncology Vaccines Sciences Bio"
)
"""What the names of companies end on."""

COMPARED = words("versus vs or plus with and to than comparator against over")
"""What joins a trial's own drug to the one that it is compared or combined with."""

WARDS = words(
    "than versus vs like unlike without except plus no prior receive receives received receiving given took taking"
)
"""What a sentence that is about something else says before it names a drug."""

FIRMS = words("partner company firm biotech maker start-up startup group drugmaker giant called named rival competitor")
"""What stands before the name of a company."""

OWNED = words("drug vaccine treatment therapy device candidate antibody implant pill compound")
"""What a company has that is tested."""
NO_OWNERS = words(
    "it he she that this there here what who where when how let today yesterday tomorrow year month week world nation "
    "country patient child children men women people europe africa asia america doctor hospital university"
)
"""What stands before a product and does not own it: "It's a drug", "Today's treatments"."""
REACH = 9
"""Up to which word of a sentence a drug may be what it is about."""
NEAR = 50
"""How far behind a study, in code points, may stand whose it is."""
REACH_OF_SUBJECT = 200
"""How far behind a company, in code points, may stand a study of its own."""
OUTSIDE = 1
"""The rank of a mention that an outsider makes."""


@cache
def drug() -> re.Pattern[str]:
    """Ends of international nonproprietary names (the WHO's stems) that other English words do not have, and codes."""
    stems = (
        "mab nib ersen siran tide vir gliptin gliflozin glutide statin sartan prazole rcept leucel parvovec "
        "lisib ciclib parib degib setron triptan floxacin cycline oxaban gepant orexant caftor fersen golix netant "
        "lutamide sidenib rafenib citinib grelor gatran relix taxel platin rubicin trexed zomib limus dipine olol "
        "fibrate glitazone lukast coxib conazole penem cillin prevan"
    )
    return pattern(rf"[a-z]{{3,20}}(?:{'|'.join(stems.split())})|[a-z]{{2,5}}-?[0-9]{{3,7}}[a-z]?")


GENERICS = words(
    "aspirin metformin insulin ibuprofen paracetamol acetaminophen warfarin heparin tamoxifen lithium prednisone "
    "prednisolone dexamethasone hydroxychloroquine ivermectin thalidomide colchicine naltrexone methotrexate"
)
"""Drugs that prose names and whose names end like other words."""
NOT_DRUGS = words("ca-125 ca125 il-17a covid-2019 peptide polypeptide neuropeptide nucleotide oligonucleotide")


SIGNED = pattern(
    r"([A-Z][\w&-]+(?: [A-Z][\w&-]+){0,3})(?:,? Inc\.?)?, of [A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2}, "
    r"[A-Z][\w.]+(?: [A-Z][\w.]+)?,? (?=[a-z])"
)
"""A company that opens its paragraph of a digest with where it is: "Oxmoor, of San Jose, Calif., said"."""


class Named(NamedTuple):
    """A drug or a company at the words `first` to `last` of a sentence, and the words in lower case that name it."""

    first: int
    last: int
    words: tuple[str, ...]
    is_drug: bool


class Outsiders:
    """Tells the drugs and companies that are not the article's, once its sentences' own mentions are known.

    The article's own are those of its records and headline, those that stand beside its trials, and those of its first
    paragraph, where the records' own drug never comes up.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.home: set[str] = {*cast.record_words, *cast.sponsors}

    def learn(self, rows: Iterable[tuple[Words, list[Mention], list[Named], bool]]) -> None:
        """Takes note of what is the article's own; a row is a sentence's words, its mentions, whom it names, and
        whether it leads."""
        told = [row for row in rows if row[2]]
        own_drug, own_company = (
            any(each.is_drug is drugs and self._is_home(each) for _, _, named, _ in told for each in named)
            for drugs in (True, False)
        )
        for said, mentions, named, leads in told:
            text, read = said.text, said.read
            own = any(m.what in {"trial", "term"} and not _is_its(text, m) for m in mentions)
            own = own and not any(m.what in {"other", "others", "sum"} for m in mentions)
            shared = any(self._is_home(each) for each in named) or bool(self.cast.things.keys() & said.lower)
            for each in named:
                if each.is_drug:
                    beside = {token.lower for token in read[max(0, each.first - 3) : each.first]}
                    known = (own and beside & COMPARED) or (leads and not own_drug) or self._is_alias(text, read, each)
                else:
                    known = (leads and not own_company) or own or (shared and not _is_warded(read, each))
                if known:
                    self.home.update(each.words)

    def find(self, words: Words, mentions: list[Mention], named: list[Named]) -> list[Mention]:
        """The mentions of a sentence with those that outsiders make of it, of those whom it names."""
        text, read = words.text, words.read
        strange = [each for each in named if not self._is_home(each)]
        if not strange:
            return mentions
        starts = [read[each.first].start for each in strange]
        if not any(mention.what == "trial" for mention in mentions):
            mentions = [_of_strangers(text, starts, mention) for mention in mentions]
        first = strange[0]
        start, end = read[first.first].start, read[first.last].end
        before = {token.lower for token in read[max(0, first.first - 4) : first.first]}
        at_home = bool(before & WARDS) or bool(self.cast.things.keys() & words.lower)
        if not first.is_drug and not at_home and not any(m.what == "trial" and not _is_its(text, m) for m in mentions):
            mentions = [_of_subject(text, end, mention) for mention in mentions]
        called = first.first and read[first.first - 1].lower in FIRMS
        if first.first > (REACH if first.is_drug or called else 3) or any(
            m.what in {"trial", "term", "all", "ordinal", "rest"}
            or (m.what in {"same", "new"} and (m.start < start or not first.is_drug))
            for m in mentions
        ):
            return mentions
        if at_home:
            return mentions
        rest = [m for m in mentions if m.end <= start or m.start >= end]
        return sorted([*rest, Mention(start, end, "other", rank=OUTSIDE, opens=True)], key=lambda m: m.start)

    def _is_home(self, named: Named) -> bool:
        return any(
            word in self.home or any(len(part) > 3 and part in self.home for part in word.split("-"))
            for word in named.words
        )

    def _is_alias(self, text: str, read: list[Token], named: Named) -> bool:
        """Whether a drug stands in brackets after one of the article's own, or before one in brackets."""
        around = (
            (named.first - 1, named.first, named.first - 1),
            (named.last, named.last + 1, named.last + 1),
        )
        return any(
            left >= 0
            and right < len(read)
            and text[read[left].end : read[right].start] in {" (", " ["}
            and read[other].lower in self.home
            for left, right, other in around
        )


@once_a_text
def named_in(text: str) -> list[Named]:
    """The drugs and companies of a sentence, in order; the list is not to be changed."""
    read = tokens(text)
    found: list[Named] = []
    signed = SIGNED.match(text)
    if signed:
        at = [index for index, each in enumerate(read[:6]) if each.start < signed.end(1)]
        found.append(Named(0, at[-1], tuple(read[index].lower for index in at), False))
    owner = next((index for index in range(min(4, len(read))) if _is_owner(read, index)), -1)
    for index, spelt in [(i, spelt) for i, each in enumerate(read) if (spelt := _spelt(each.text)) or i == owner]:
        token = read[index]
        if index == owner and not spelt:
            first = index - 1 if index and read[index - 1].capital else index
            found.append(Named(first, index, tuple(unpossessed(each.lower) for each in read[first : index + 1]), False))
        if spelt == "drug" or spelt == "company":
            found.append(Named(index, index, (unpossessed(token.lower),), spelt == "drug"))
        elif spelt == "suffix" and index and read[index - 1].capital:
            first = index - 1
            while first and index - first < 3 and read[first - 1].capital:
                first -= 1
            named = tuple(each.lower for each in read[first:index] if each.text not in SUFFIXES)
            if found and found[-1].last >= first:
                found.pop()
            found.append(Named(first, index, named, False))
    return found


def _is_warded(read: list[Token], named: Named) -> bool:
    return any(token.lower in WARDS for token in read[max(0, named.first - 3) : named.first])


def _of_subject(text: str, end: int, mention: Mention) -> Mention:
    """ "Oxmoor Ltd has begun its trial": a study that the sentence's own company has, or brings in."""
    if not 0 <= mention.start - end < REACH_OF_SUBJECT:
        return mention
    if mention.what == "new" or _is_its(text, mention):
        return mention._replace(what="other", labels=(), rank=OUTSIDE)
    return mention


def _is_its(text: str, mention: Mention) -> bool:
    """Whether a study is said to be that of whom the sentence is about."""
    return mention.what in {"same", "trial"} and text.startswith(("its ", "Its ", "their ", "Their "), mention.start)


def _of_strangers(text: str, starts: list[int], mention: Mention) -> Mention:
    """ "The trial of remdesivir", "the study led by Geron": what stands beside a study tells whose it is.

    `starts` are the offsets of what is not the article's, in order.
    """
    if mention.what not in {"same", "new"}:
        return mention
    for start in starts[bisect_left(starts, mention.start) : bisect_left(starts, mention.end + NEAR)]:
        if start < mention.end or _belonging().fullmatch(text, mention.end, start):
            return mention._replace(what="other", rank=OUTSIDE)
    return mention


def _is_owner(read: list[Token], index: int) -> bool:
    """Whether a word says whose a product is: "Oxmoor's eye drops treatment"."""
    token = read[index]
    if not token.capital or not token.text.endswith(("'s", "’s")):
        return False
    name = unpossessed(token.text)
    if name.lower() in NO_OWNERS or name in DEMONYMS or name in ABBREVIATIONS or next(iter(countries(name)), None):
        return False
    return any(following.lower in OWNED for following in read[index + 1 : index + 6])


@lru_cache(maxsize=8_192)
def _spelt(written: str) -> str:
    """What a word may be by its spelling, "" for most; asked of every word, and most words come again."""
    lower = unpossessed(tokens(written)[0].lower)
    if lower in GENERICS or (drug().fullmatch(lower) and lower not in NOT_DRUGS):
        return "drug"
    if written[0].isupper():
        return "suffix" if unpossessed(written) in SUFFIXES else "company" if lower in KNOWN else ""
    return ""


@cache
def _belonging() -> re.Pattern[str]:
    return pattern(
        r"\s(?:(?!is |was |are |were )\w+ )?(?:(?:led|run|conducted|sponsored|funded|started|begun|done) )?"
        r"(?:by|from|of|for|on|with|using|testing|evaluating|assessing|investigating|studying|examining)"
        r"(?: [\w’'-]+){0,4}(?:\s|, )"
    )
