"""Reads the phrases that speak of a study without its name: "the trial", "another study", "both trials"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.binding.mentions import Mention
from checker.claims.binding.modifiers import Modifiers, phase_in
from checker.claims.binding.study_names import DEMONYM_WORDS, is_generic
from checker.claims.binding.study_openings import opening_at
from checker.claims.binding.study_words import (
    ANIMALS,
    COPULAS,
    CUES,
    DETERMINERS,
    LARGER,
    LINKS,
    NEXT,
    NOUNS,
    NUMBERS,
    OLDER,
    ORDINALS,
    OTHER,
    OWN,
    PICKING,
    REVIEW,
    SMALLER,
    STUDIES,
    STUDY,
    TESTS,
    WORK,
    YOUNGER,
    count_of,
)
from checker.claims.tokens import bare, tokens, unpossessed
from checker.claims.vocabulary import words
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.claims.binding.cast import Cast
    from checker.claims.binding.mentions import What
    from checker.claims.binding.named_studies import Names
    from checker.claims.binding.worded import Words
    from checker.claims.tokens import Token


LARGER_STILL = words("larger bigger late-stage later-stage final-stage")
PARTS = words("phase phases period periods part stage portion arm")
"""What an extension is a part of its trial with."""
COMING = words("upcoming forthcoming planned proposed")
"""What tells a study that is to come from one that has begun."""
COUNTED = -3
"""The rank of a mention of a study that only its number in a series sets apart: "a second Phase 3 trial"."""
BACK = -1
"""The rank of a mention of several trials that only takes up what has been spoken of: "the studies"."""
ATTRIBUTED = words(
    "drug drugs dose doses medication medications medicine medicines treatment treatments therapy product products "
    "agent vaccine vaccines regimen intervention interventions procedure procedures visit visits site sites centre "
    "centres center centers clinic clinics hospital hospitals arm arms group groups cohort cohorts participant "
    "participants patient patients subject subjects volunteer volunteers population protocol team teams staff nurse "
    "nurses investigator investigators author authors leader leaders lead doctor doctors coordinator entry end day "
    "days period pill pills capsule capsules tablet tablets injection injections infusion infusions device devices "
    "network unit consortium collaborative alliance office institute"
)
"""What "study" or "trial" stands before as another noun's adjective."""
AUXILIARIES = words("have has had are is was were will would could can may do does did")
MORE = (OTHER - {"second", "third"}) | {"more"}
BASES = words("basis strength evidence based experience")
"""What an indefinite study is the ground of: "approved on the strength of a study in 93 patients"."""
POSSESSIVES = words("their his her our my")
PARENT = words("parent main core")
FOLLOW_UP = frozenset({"follow-up", "followup", "follow up"})
BLINDED = words("double-blind placebo-controlled randomized randomised blinded")
"""What a trial is that its open-label extension is not."""
HIDDEN = words("double-blind double-blinded placebo-controlled blinded")
"""What no trial is that is open-label and goes on from another."""
BEFORE_PHASES = words(
    "during in into from to entering enter enters entered through for with toward towards after following before a an "
    "the its our their positive earlier previous prior further"
)


class Phrases:
    """Reads such phrases against one cast, once the names in a sentence are known."""

    def __init__(self, cast: Cast, names: Names) -> None:
        self.cast = cast
        self.names = names
        self.modifiers = Modifiers(cast)

    def find(self, words: Words) -> Iterator[Mention]:
        """The phrases on studies among the words of a sentence, in order."""
        text, read = words.text, words.read
        for index in words.cues:
            token = read[index]
            word = token.lower
            if word not in CUES and word[:6] != "phase-":
                mention = opening_at(text, read, index, self.cast)
                if mention:
                    yield mention
            elif word in NOUNS:
                mention = self._noun_phrase(text, read, index)
                if mention:
                    yield mention
            elif (
                word == "over"
                and index
                and read[index - 1].lower in {"rolled", "roll", "rolling"}
                and self.cast.extension
            ):
                yield Mention(read[index - 1].start, token.end, "trial", (self.cast.extension,))
            elif word.startswith("phase") and index and self._is_other_phase(text, read, index):
                yield Mention(token.start, read[min(index + 1, len(read) - 1)].end, "other", phased=True)
            elif word in {"already", "previously", "earlier"} and index and read[index - 1].lower == "had":
                yield Mention(read[index - 1].start, token.end, "others")
            elif word in {"program", "programme"} and self._is_programme(read, index):
                yield Mention(token.start, token.end, "others")
            elif word in NUMBERS and index and read[index - 1].lower == "other":
                yield Mention(read[index - 1].start, token.end, "others")
            elif word in {"report", "series"} and index and read[index - 1].lower == "case":
                label = self.cast.reports if word == "report" else None
                what: What = "trial" if label else "other"
                yield Mention(read[index - 1].start, token.end, what, (label,) if label else (), rank=1)
            elif word in {"pooled", "pool", "pooling"} and self._is_pooled(read, index):
                yield Mention(token.start, token.end, "sum")
            elif word in ANIMALS:
                yield Mention(token.start, token.end, "others")

    def _is_pooled(self, read: list[Token], index: int) -> bool:
        """Whether what is pooled are studies and their numbers: no stool, plasma or samples of several donors."""
        following = [token.lower for token in read[index + 1 : index + 6]]
        return not any(word.startswith(("donor", "stool", "plasma", "serum", "sample", "blood")) for word in following)

    def _is_programme(self, read: list[Token], index: int) -> bool:
        """Whether a programme is one of several trials: "a clinical development programme"."""
        before = {token.lower for token in read[max(0, index - 5) : index]}
        following = {token.lower for token in read[index + 1 : index + 6]}
        return bool(before & {"development", "trial", "trials", "phase"}) or bool(following & STUDIES)

    def _is_other_phase(self, text: str, read: list[Token], index: int) -> bool:
        """Whether "in phase 3" or "entering phase 2" speaks of a step that the article's own trials are not."""
        own = self.cast.own_phases
        if not own or not self.cast.says_own_phase or read[index - 1].lower not in BEFORE_PHASES:
            return False
        if any(t.lower in STUDY or t.lower in STUDIES for t in read[index + 1 : index + 6]):
            return False
        if _described().match(text, read[index].end):
            return False
        if _still().search(text[max(0, read[index].start - 30) : read[index].start]):
            return False
        phase = phase_in(read[index : index + 2])
        return bool(phase) and not any(set(phase) & set(one) & set("01234") for one in own)

    def _noun_phrase(self, text: str, read: list[Token], index: int) -> Mention | None:
        noun = read[index]
        if noun.lower in {"substudy", "sub-study", "sub-trial", "branch"} and self.cast.only:
            return None
        if noun.lower == "extension" and index + 1 < len(read) and read[index + 1].lower in PARTS | STUDY:
            return None
        if noun.capital and _of_a_form().match(text, noun.end):
            return None  # "Study Start Date: May 2020"
        attributes = noun.lower in STUDY and index + 1 < len(read) and read[index + 1].lower in ATTRIBUTED
        attributes = attributes and text[noun.end : read[index + 1].start] == " "
        if attributes and noun.capital and read[index + 1].capital:
            return None  # "the Parkinson Study Group"
        modifiers: list[Token] = []
        determiner: Token | None = None
        for back in range(index - 1, max(-1, index - 10), -1):
            token = read[back]
            gap = text[token.end : read[back + 1].start]
            if gap.strip(" \t\n\u00a0,“”\"'‘’"):
                break
            if "," in gap and token.lower not in OTHER and read[back + 1].lower in DETERMINERS:
                break
            possessive = token.text.endswith(("'s", "’s", "s'", "s’"))
            if token.lower == "that" and read[back + 1].lower in AUXILIARIES:
                break
            if token.lower in DETERMINERS and not (
                token.lower in {"other"} and back and read[back - 1].lower in {"the"}
            ):
                determiner = token
                break
            if possessive and token.lower not in STUDY:
                determiner = token
                break
            if token.lower in AUXILIARIES and token.lower != "may":
                break
            if token.lower in LINKS or token.lower in COPULAS or token.lower in {"and", "or", "but", "which", "who"}:
                if token.lower == "and" and back and read[back - 1].lower not in LINKS:
                    continue
                break
            modifiers.insert(0, token)
        position = index - len(modifiers) - (determiner is not None)
        if attributes and (
            determiner is None or determiner.lower not in {"the", "this", "that", "our", "its", "their"}
        ):
            return None  # "one study drug", "each study site"
        return self._phrase(text, read, noun, determiner, modifiers, position)

    def _phrase(
        self,
        text: str,
        read: list[Token],
        noun: Token,
        determiner: Token | None,
        modifiers: list[Token],
        position: int,
    ) -> Mention | None:
        start = (determiner or (modifiers or [noun])[0]).start
        end = noun.end
        first = determiner.lower if determiner else ""
        lowered = [token.lower for token in modifiers]
        kinds = set(lowered)
        bare_one = noun.lower in {"one", "ones"}
        abroad = bare_one and first in {"a", "an"} and self.cast.is_abroad(modifiers)
        if abroad:
            return Mention(start, end, "other")
        if bare_one and (first not in {"the", "this", "that", "another"} or not kinds <= PICKING | DEMONYM_WORDS):
            return None
        if noun.lower in TESTS:
            return Mention(start, end, "other") if kinds & LARGER_STILL else None
        if noun.lower in WORK:
            return Mention(start, end, "others") if kinds & (OTHER - NEXT | {"published"}) else None
        if noun.lower in REVIEW:
            return Mention(start, end, "other") if self._is_review(text, noun, first, kinds) else None
        known = [bare(unpossessed(token.text)) for token in modifiers if self.names.knows(token)]
        if known:
            # The name itself is the mention; what stands before that of another study is its own as well.
            strange = len(known) == 1 and known[0] in self.names.strangers and known[0] not in self.cast.names
            return Mention(start, end, "other") if strange else None
        plural = noun.lower in STUDIES or noun.lower == "ones"
        several = self.cast.several
        if plural or first in {"both", "all", "neither", "each", "every", "either"} or "both" in kinds:
            last = read[position - 1].lower if position > 0 else ""
            of_other_phase = self.modifiers.other_phase(modifiers) > 0
            of_phase = self.modifiers.of_phase(modifiers) if several else ()
            return self._plural(start, end, first, lowered, last, of_phase, of_other_phase=of_other_phase)
        if first in {"no", "any"}:
            return Mention(start, end, "others")
        if kinds & {"extension", "rollover", "roll-over"} or noun.lower == "extension":
            label = self.cast.extension
            if label and first in {"a", "an"} and self.modifiers.other_phase(modifiers):
                return Mention(start, end, "other")
            if label:
                return Mention(start, end, "trial", (label,))
            return Mention(start, end, "other", rank=2) if start < 12 else Mention(start, end, "others")
        if (
            self.cast.follow_up
            and first not in {"a", "an", "another"}
            and FOLLOW_UP & {*lowered, f"{' '.join(lowered[-2:])}"}
        ):
            return Mention(start, end, "trial", (self.cast.follow_up,), rank=1)
        if noun.lower == "pilot" and several and self.cast.pilot:
            return Mention(start, end, "trial", (self.cast.pilot,))
        around = read[max(0, position - 2) : max(position, 0)]
        if first in {"a", "an"} and several and around and around[-1].lower in COPULAS - {"as"}:
            return Mention(start, end, "same")
        picked = self.modifiers.picked(read, determiner, modifiers)
        definite = first not in {"a", "an", "another", "one", ""}
        if several:
            if picked:
                return Mention(start, end, "trial", (picked,), rank=1)
            if definite and kinds & {"other"}:
                return Mention(start, end, "rest")
            rank = next((ORDINALS[word] for word in lowered if word in ORDINALS), 0)
            if rank == 1 and definite and ("ever" in kinds or _of_its_kind().match(text, end)):
                # "the first trial of a pill to"
                return Mention(start, end, "new", rank=self.modifiers.other_phase(modifiers))
            if rank and definite:
                return Mention(start, end, "ordinal", rank=rank)
            if definite and (kinds & PARENT or (self.cast.extension and kinds & BLINDED)):
                others = [label for label in self.cast.labels if label != self.cast.extension]
                return Mention(start, end, "trial", (others[0],)) if len(others) == 1 else Mention(start, end, "other")
            if definite and (word := next((w for w in lowered if w in LARGER | SMALLER | OLDER | YOUNGER), None)):
                label = self.cast.ranked(word)
                return Mention(start, end, "trial", (label,)) if label else Mention(start, end, "other")
        elif "first" in kinds:
            if we_did().search(text[:start]):
                return Mention(start, end, "same")  # "We did the first phase 2 study of"
            if position > 0 and read[position - 1].lower in COPULAS and not self.modifiers.is_other_phase(modifiers):
                return Mention(start, end, "same")  # "HALCYON-2 is the first large trial to"
            strange = first in POSSESSIVES or self.cast.place > 1
            phased = not strange and self.modifiers.is_other_phase(modifiers)
            return Mention(start, end, "other" if strange or phased else "same", phased=phased)
        other_phase = self.modifiers.is_other_phase(modifiers)
        if definite and kinds & OWN and self.cast.only and not other_phase:
            ours = not self.modifiers.is_news(text, read, modifiers)  # "The ongoing Heron trial" is another's
            return Mention(start, end, "trial", (self.cast.only,)) if ours else Mention(start, end, "other")
        apart = (kinds & OTHER) - self.cast.record_words - self.modifiers.own_places()
        coming = kinds & COMING if self.cast.all_begun else frozenset()
        if first == "this":  # "This confirmatory phase 3 study": whichever is in focus
            apart = set()
        if first == "another" or apart or coming or ("own" in kinds and not several):
            counted = first != "another" and not coming and apart and apart <= ORDINALS.keys()
            return Mention(start, end, "other", rank=COUNTED if counted else 0)
        if bare_one and not modifiers and first == "the":
            return None
        if self.cast.trials and self.modifiers.is_titled(text, noun, modifiers):
            return Mention(start, end, "other")
        tail = [token for token in tokens(text[end : end + 50])[:3] if text[end : end + 4] == " of "]
        if self.cast.only and self.modifiers.other_drug([*modifiers, *tail, *([determiner] if determiner else ())]):
            return Mention(start, end, "other")
        foreign = self.cast.is_abroad(modifiers) or self.modifiers.other_year(modifiers)
        if definite:
            foreign = foreign or self.modifiers.is_pilot(noun, kinds)
            foreign = foreign or (self.cast.is_open_extension and bool(kinds & (PARENT | HIDDEN)))
            foreign = foreign or (self.cast.is_observational and first != "this" and bool(kinds & (PARENT | BLINDED)))
            strange = several and first == "the" and any(not is_generic(word) for word in lowered)
            strange = strange or (self.cast.only is not None and self.modifiers.is_news(text, read, modifiers))
            phased = other_phase and not (foreign or strange)
            return Mention(start, end, "other" if foreign or strange or phased else "same", phased=phased)
        if not determiner and not modifiers:
            return None
        position = max(position, 0)
        before = read[max(0, position - 2) : position]
        if before and (
            any(token.lower in COPULAS for token in before)
            or text[max(0, start - 3) : start].rstrip()[-1:] in {",", "–", "—", "(", ":"}
            or before[-1].lower in {"it", "this", "them"}
        ):
            return Mention(start, end, "same")
        basis = bool({token.lower for token in read[max(0, position - 4) : position]} & BASES)
        basis = basis or bool(_already_shown().search(text, 0, start))
        basis = basis or (self.cast.is_observational and bool(_who_was_in().search(text, 0, start)))
        if foreign or basis or self.modifiers.is_pilot(noun, kinds) or (first == "one" and not several):
            return Mention(start, end, "other")
        if other_phase:
            return Mention(start, end, "other", phased=True)
        if several and (label := self.modifiers.of_condition(read, position + len(modifiers) + 1)):
            return Mention(start, end, "trial", (label,), rank=1)
        opens = position < 2 or (position < 4 and before[-1].lower in LINKS)
        if self.modifiers.is_other_pilot(noun, kinds):
            return Mention(start, end, "new", rank=1)
        if not opens and (not determiner or before[-1].lower in {"as", "such", "like", "for", "in"}):
            return None
        if before and before[-1].lower == "within" and position > 1:
            return Mention(start, end, "other")  # "nested within a trial"
        unlike = self.modifiers.other_phase(modifiers)
        return Mention(start, end, "new", rank=unlike, phased=unlike > 0)

    def _plural(
        self,
        start: int,
        end: int,
        first: str,
        lowered: list[str],
        before: str,
        of_phase: tuple[str, ...],
        *,
        of_other_phase: bool,
    ) -> Mention | None:
        labels = of_phase if len(of_phase) > 1 else self.cast.labels
        count = len(labels)
        if set(lowered) & {"among", "largest", "biggest", "few"} and first != "all":
            return None
        number = next((count_of(word) for word in lowered if count_of(word)), 0)
        if not number and first in {"both", "neither", "either"}:
            number = 2
        if set(lowered) & MORE and first not in {"both", "neither"}:
            return Mention(start, end, "others")
        if of_other_phase and first not in {"both", "neither", "the", "these", "those"} and "such" not in lowered:
            return Mention(start, end, "others", rank=number, phased=True)
        if not first and before in COPULAS:
            return None  # What the sentence is about has been named: "X and Y were two trials".
        if not first and not number and start > 12 and before not in LINKS:
            return None
        if "first-ever" in lowered:
            return Mention(start, end, "others")
        ranked = next((word for word in lowered if word in ORDINALS), None)
        if ranked:
            if count == 1:
                return Mention(start, end, "others", rank=2) if first == "the" else None
            return Mention(start, end, "sum")
        if count > 1 and number in {0, count} and (number or first in {"all", "each", "every", "these", "the"}):
            return Mention(start, end, "all", labels, rank=BACK if first in {"the", "these", "both", "all"} else 0)
        if count > 1 and number == 2 and first in {"both", "neither"}:
            return Mention(start, end, "all", rank=2)
        if count == 1 and first in {"each", "every"}:
            return None
        return Mention(start, end, "others", rank=number)

    def _is_review(self, text: str, noun: Token, first: str, kinds: set[str]) -> bool:
        """Whether a review is one of studies or records, not of safety, of ethics or by peers."""
        if self.cast.is_review or first == "this":
            return False
        if "analys" in noun.lower or kinds & {"systematic", "cochrane", "pooled", "literature", "retrospective"}:
            return True
        following = [token.lower for token in tokens(text[noun.end : noun.end + 60])[:6]]
        if following[:1] not in (["of"], ["in"], ["among"]):
            return False
        if noun.lower.startswith("survey"):
            return first in {"a", "an", "another", "one"}
        return bool(set(following) & (STUDIES | {"published", "cases", "records", "literature", "evidence", "papers"}))


@cache
def _of_its_kind() -> re.Pattern[str]:
    """What follows "the first trial" where it is the first of its kind, not of those of the article."""
    return pattern(
        r" (?:of (?:an?|its|any)\b|ever\b|in the world"
        r"|to (?:test|show|use|demonstrate|look|evaluate|assess|compare|enrol))"
    )


@cache
def _already_shown() -> re.Pattern[str]:
    """What is said of a treatment before the earlier study comes that showed it."""
    return pattern(
        r"\b(?:already|previously) (?:been |has |had )?"
        r"(?:shown|showed|proven|proved|demonstrated|found|reported|published|worked)\b"
    )


@cache
def _who_was_in() -> re.Pattern[str]:
    """What comes before the trial from which those whom a study follows are taken: "children who completed a trial"."""
    return pattern(
        r"\b(?:who|having|had|previously) (?:had |have |has )?(?:been )?(?:previously |already )?"
        r"(?:(?:completed|finished)|(?:(?:participated|taken part|took part|enrolled|randomi[sz]ed|treated) )?in) $"
    )


@cache
def we_did() -> re.Pattern[str]:
    """How authors begin to tell of their own study."""
    return pattern(
        r"\b[Ww]e (?:here )?(?:conducted|did|performed|ran|undertook|carried out|designed|present data from"
        r"|report (?:the )?(?:results|findings|data) (?:of|from))"
        r" (?:[\w-]+ [\w-]+ of )?$"
    )


@cache
def _described() -> re.Pattern[str]:
    """What stands between a phase and the study that it is of: "Phase 1 first-in-human (FIH), open-label study"."""
    return pattern(
        r" ?(?:[1-4IViv/]{1,5}[ab]?)?(?:,? (?:and )?(?:[\w‐‑-]+[‐‑-][\w‐‑]+|randomi[sz]ed|controlled|blinded|masked|"
        r"multicent(?:er|re)d?|pivotal|global|international|parallel|group|clinical|U\.?S\.?|\([A-Z-]{2,8}\))){1,12},? "
        r"(?:[A-Z][\w-]+ )?(?:study|studies|trials?|component)\b"
    )


@cache
def _still() -> re.Pattern[str]:
    return pattern(r"\b(?:is|was|are|were|remains?|now|currently) (?:now |currently |still )?(?:in |a |an )?$")


@cache
def _of_a_form() -> re.Pattern[str]:
    """What follows "Study" in the labels of forms."""
    return pattern(
        r" (?:(?:[Pp]rimary |[Ff]irst |[Ll]ast )?(?:[Ss]tart|[Cc]ompletion|[Ee]nd|[Uu]pdate|[Tt]ype|[Dd]esign|"
        r"[Ss]tatus|[Ss]ponsor|[Pp]hase|[Aa]rms?|[Ss]ites?|[Ll]ocations?|[Pp]opulation|[Tt]itle|[Ii]dentifier|ID)"
        r"(?: [A-Za-z]+)?)\s?:"
    )
