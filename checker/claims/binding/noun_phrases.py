"""What a noun for a study speaks of, with the words before it: "the trial", "another study", "both trials"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.binding.mentions import Mention
from checker.claims.binding.modifiers import is_of_time, phase_in
from checker.claims.binding.study_names import DEMONYM_WORDS, is_generic
from checker.claims.binding.study_words import (
    COPULAS,
    DETERMINERS,
    HEIRS,
    LARGER,
    LINKS,
    NEXT,
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

    from checker.claims.binding.cast import Cast
    from checker.claims.binding.mentions import What
    from checker.claims.binding.modifiers import Modifiers
    from checker.claims.binding.named_studies import Names
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
    "network unit consortium collaborative alliance office institute partner partners "
    "information details materials"
)
"""What "study" or "trial" stands before as another noun's adjective."""
AUXILIARIES = words("have has had are is was were will would could can may do does did")
MORE = (OTHER - {"second", "third"}) | {"more"}
BASES = words("basis strength evidence based experience follows succeeds builds built building")
"""What an indefinite study is the ground of: "approved on the strength of a study in 93 patients"."""
POSSESSIVES = words("their his her our my")
OBSERVING = words("real-world observational retrospective case-control cross-sectional epidemiological modelling")
"""What no trial is that gives people something by lot."""
PARENT = words("parent main core")
FOLLOW_UP = frozenset({"follow-up", "followup", "follow up"})
BLINDED = words("double-blind placebo-controlled randomized randomised blinded")
"""What a trial is that its open-label extension is not."""
HIDDEN = words("double-blind double-blinded placebo-controlled blinded")
"""What no trial is that is open-label and goes on from another."""


NOTHING = Mention(0, 0, "others")
"""What is read of a phrase that speaks of no study."""


class NounPhrase:
    """A noun for a study and the words before it, in a sentence.

    `start` and `end` are half-open offsets into the sentence, `first` is the determiner in lower case, `lowered` and
    `kinds` are the modifiers in lower case, `position` is the index of the phrase's first word among those read.
    """

    def __init__(
        self,
        text: str,
        read: list[Token],
        noun: Token,
        determiner: Token | None,
        modifiers: list[Token],
        position: int,
    ) -> None:
        self.text = text
        self.read = read
        self.noun = noun
        self.determiner = determiner
        self.modifiers = modifiers
        self.position = position
        self.start = (determiner or (modifiers or [noun])[0]).start
        self.end = noun.end
        self.first = determiner.lower if determiner else ""
        self.lowered = [token.lower for token in modifiers]
        self.kinds = set(self.lowered)
        self.is_definite = self.first not in {"a", "an", "another", "one", ""}
        self.is_pronoun = noun.lower in {"one", "ones"}

    def says(self, what: What, *labels: str, rank: int = 0, phased: bool = False) -> Mention:
        """The mention that the phrase is."""
        return Mention(self.start, self.end, what, labels, rank, phased=phased)


class Nouns:
    """Reads such phrases against one cast, once the names in a sentence are known."""

    def __init__(self, cast: Cast, names: Names, modifiers: Modifiers) -> None:
        self.cast = cast
        self.names = names
        self.modifiers = modifiers

    def at(self, text: str, read: list[Token], index: int) -> Mention | None:
        """What the noun at an index among the words of a sentence speaks of, if it speaks of a study."""
        noun = read[index]
        if noun.lower in {"substudy", "sub-study", "sub-trial", "branch"} and self.cast.only:
            return None
        if noun.lower == "extension" and index + 1 < len(read) and read[index + 1].lower in PARTS | STUDY:
            return None
        if noun.lower == "extension" and is_of_time(text, noun):
            return None
        if noun.capital and _of_a_form().match(text, noun.end):
            return None  # "Study Start Date: May 2020"
        attributes = index + 1 < len(read) and read[index + 1].lower in ATTRIBUTED
        attributes = attributes and text[noun.end : read[index + 1].start] == " "
        if attributes and noun.capital and read[index + 1].capital:
            return None  # "the Parkinson Study Group", "the Microbicide Trials Network"
        attributes = attributes and noun.lower in STUDY
        if self.cast.several and noun.lower in STUDY and (place := _place_behind(text, read, index)):
            return Mention(noun.start, read[index + 1].end, "ordinal", rank=place)
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
            if possessive and (token.lower not in STUDY or noun.lower in HEIRS):
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
        phrase = NounPhrase(text, read, noun, determiner, modifiers, position)
        for reading in READINGS:
            mention = reading(self, phrase)
            if mention is not None:
                return None if mention is NOTHING else mention
        return None

    # Each of the following says what a phrase speaks of, NOTHING where that is no study, or None where it cannot tell.

    def _of_another_kind(self, phrase: NounPhrase) -> Mention | None:
        """Reads nouns that are studies in some phrases only: "the one in Kenya", "larger tests", "a review of"."""
        noun, first, kinds = phrase.noun.lower, phrase.first, phrase.kinds
        if phrase.is_pronoun:
            if first in {"a", "an"} and self.cast.is_abroad(phrase.modifiers):
                return phrase.says("other")
            if first not in {"the", "this", "that", "another"} or not kinds <= PICKING | DEMONYM_WORDS:
                return NOTHING
            if first == "this" and not kinds and self.cast.only and not phrase.start:
                return phrase.says("trial", self.cast.only, rank=1)  # after words on others: "This one is larger."
        if noun in HEIRS:
            heir = (
                (first == "its" or unpossessed(first) in STUDY)
                and not kinds
                and _of_study().match(phrase.text, phrase.end)
            )
            return phrase.says("rest" if self.cast.several else "other") if heir else NOTHING
        if noun in TESTS:
            return phrase.says("other") if kinds & LARGER_STILL else NOTHING
        if noun == "project" and first in {"a", "an"} and self._is_ground(phrase):
            return phrase.says("other")  # "It builds on a 2012 project with 26 people"
        if noun in WORK:
            return phrase.says("others") if kinds & (OTHER - NEXT | {"published"}) else NOTHING
        if noun in REVIEW:
            return phrase.says("other") if self._is_review(phrase) else NOTHING
        return None

    def _named(self, phrase: NounPhrase) -> Mention | None:
        """Leaves phrases with a name to the name; what stands before that of another study is its own as well."""
        known = [bare(unpossessed(token.text)) for token in phrase.modifiers if self.names.knows(token)]
        if not known:
            return None
        strange = len(known) == 1 and known[0] in self.names.strangers and known[0] not in self.cast.names
        return phrase.says("other") if strange else NOTHING

    def _counted(self, phrase: NounPhrase) -> Mention | None:
        """Reads "the two trials", "each study", "no trial"."""
        noun, first = phrase.noun.lower, phrase.first
        if (
            noun in STUDIES
            or noun == "ones"
            or first in {"both", "all", "neither", "each", "every", "either"}
            or "both" in phrase.kinds
        ):
            return self._plural(phrase) or NOTHING
        return phrase.says("others") if first in {"no", "any"} else None

    def _going_on(self, phrase: NounPhrase) -> Mention | None:
        """Reads "the extension", "the follow-up study", "the pilot"."""
        cast, first, lowered = self.cast, phrase.first, phrase.lowered
        if phrase.kinds & {"extension", "rollover", "roll-over"} or phrase.noun.lower == "extension":
            label = cast.extension
            if label and first in {"a", "an"} and self.modifiers.other_phase(phrase.modifiers):
                return phrase.says("other")
            if label:
                return phrase.says("trial", label)
            return phrase.says("other", rank=2) if phrase.start < 12 else phrase.says("others")
        if (
            cast.follow_up
            and first not in {"a", "an", "another"}
            and FOLLOW_UP & {*lowered, f"{' '.join(lowered[-2:])}"}
        ):
            return phrase.says("trial", cast.follow_up, rank=1)
        if phrase.noun.lower == "pilot" and cast.several and cast.keyed_pilot and phrase.is_definite:
            return phrase.says("trial", cast.keyed_pilot, rank=1)
        if phrase.noun.lower == "pilot" and cast.several and cast.pilot:
            return phrase.says("trial", cast.pilot, rank=1)
        return None

    def _one_of_several(self, phrase: NounPhrase) -> Mention | None:
        """Reads which of an article's several trials a phrase picks out: "the French trial", "the larger one"."""
        cast, kinds, lowered = self.cast, phrase.kinds, phrase.lowered
        if not cast.several:
            return None
        around = phrase.read[max(0, phrase.position - 2) : max(phrase.position, 0)]
        if phrase.first in {"a", "an"} and around and around[-1].lower in COPULAS - {"as"}:
            return phrase.says("same")
        told = [token.lower for token in around]
        if told[:1] in (["this"], ["it"]) and COPULAS & {*told[1:]} and not ORDINALS.keys().isdisjoint(lowered):
            return phrase.says("same")  # "This is the second Phase 3 trial"
        picked = self.modifiers.picked(phrase.read, phrase.determiner, phrase.modifiers)
        if picked:
            return phrase.says("trial", picked, rank=1)
        if not phrase.is_definite:
            return None
        if kinds & {"other"}:
            return phrase.says("rest")
        rank = next((ORDINALS[word] for word in lowered if word in ORDINALS), 0)
        if rank == 1 and ("ever" in kinds or _of_its_kind().match(phrase.text, phrase.end)):
            # "the first trial of a pill to"
            return phrase.says("new", rank=self.modifiers.other_phase(phrase.modifiers))
        if rank:
            return phrase.says("ordinal", rank=rank)
        if kinds & PARENT or (cast.extension and kinds & BLINDED):
            others = [label for label in cast.labels if label != cast.extension]
            return phrase.says("trial", others[0]) if len(others) == 1 else phrase.says("other")
        if word := next((word for word in lowered if word in LARGER | SMALLER | OLDER | YOUNGER), None):
            label = cast.ranked(word)
            return phrase.says("trial", label) if label else phrase.says("other")
        return None

    def _first(self, phrase: NounPhrase) -> Mention | None:
        """Reads "the first trial" where the article has one trial."""
        if self.cast.several or "first" not in phrase.kinds:
            return None
        if we_did().search(phrase.text[: phrase.start]):
            return phrase.says("same")  # "We did the first phase 2 study of"
        of_other_phase = self.modifiers.is_other_phase(phrase.modifiers)
        position = phrase.position
        if position > 0 and phrase.read[position - 1].lower in COPULAS and not of_other_phase:
            return phrase.says("same")  # "HALCYON-2 is the first large trial to"
        if phrase.first in POSSESSIVES or self.cast.place > 1:
            return phrase.says("other")
        return phrase.says("other" if of_other_phase else "same", phased=of_other_phase)

    def _set_apart(self, phrase: NounPhrase) -> Mention | None:
        """Reads what makes a study the article's own, or sets it off from that: "our study", "another trial"."""
        cast, first, kinds, modifiers = self.cast, phrase.first, phrase.kinds, phrase.modifiers
        if phrase.is_definite and kinds & OWN and cast.only and not self.modifiers.is_other_phase(modifiers):
            # "The ongoing Heron trial" is another's
            is_news = self.modifiers.is_news(phrase.text, phrase.read, modifiers)
            return phrase.says("other") if is_news else phrase.says("trial", cast.only)
        # "This confirmatory phase 3 study" is whichever is in focus.
        apart = set() if first == "this" else (kinds & OTHER) - cast.record_words - self.modifiers.own_places()
        coming = kinds & COMING if cast.all_begun else frozenset()
        if first == "another" or apart or coming or ("own" in kinds and not cast.several):
            counted = first != "another" and not coming and apart and apart <= ORDINALS.keys()
            return phrase.says("other", rank=COUNTED if counted else 0)
        if phrase.is_pronoun and not modifiers and first == "the":
            return NOTHING
        if cast.trials and self.modifiers.is_titled(phrase.text, phrase.noun, modifiers):
            return phrase.says("other")
        if not cast.only:
            return None
        behind = phrase.text[phrase.end : phrase.end + 50]
        tail = tokens(behind)[:3] if behind.startswith(" of ") else ()
        determiners = [phrase.determiner] if phrase.determiner else ()
        return phrase.says("other") if self.modifiers.other_drug([*modifiers, *tail, *determiners]) else None

    def _definite(self, phrase: NounPhrase) -> Mention | None:
        """Reads "the trial": the one in focus, unless something in its words is not of it."""
        cast, first, kinds, modifiers = self.cast, phrase.first, phrase.kinds, phrase.modifiers
        if not phrase.is_definite:
            return None
        strange = (
            (cast.only is not None and self.modifiers.is_news(phrase.text, phrase.read, modifiers))
            or self._is_foreign(phrase)
            or (cast.is_open_extension and bool(kinds & (PARENT | HIDDEN)))
            or (cast.is_observational and first != "this" and bool(kinds & (PARENT | BLINDED)))
            or (cast.several and first == "the" and any(not is_generic(word) for word in phrase.lowered))
        )
        phased = not strange and self.modifiers.is_other_phase(modifiers)
        return phrase.says("other" if strange or phased else "same", phased=phased)

    def _indefinite(self, phrase: NounPhrase) -> Mention | None:
        """Reads "a trial": the article's where it is told of it, another, or one that is being introduced."""
        cast, text, read, first, modifiers = self.cast, phrase.text, phrase.read, phrase.first, phrase.modifiers
        if not phrase.determiner and not modifiers:
            return NOTHING
        position = max(phrase.position, 0)
        before = read[max(0, position - 2) : position]
        if before and (
            any(token.lower in COPULAS for token in before)
            or text[max(0, phrase.start - 3) : phrase.start].rstrip()[-1:] in {",", "–", "—", "(", ":"}
            or before[-1].lower in {"it", "this", "them"}
        ):
            return phrase.says("same")
        if (
            first == "one"
            and cast.keyed
            and _found_just().search(text, 0, phrase.start)
            and not self._is_foreign(phrase)
        ):
            return phrase.says("same")  # "We found only one trial"
        if self._is_foreign(phrase) or (first == "one" and not cast.several) or self._is_ground(phrase):
            return phrase.says("other")
        if self.modifiers.is_other_phase(modifiers):
            return phrase.says("other", phased=True)
        if cast.several and (label := self.modifiers.of_condition(read, position + len(modifiers) + 1)):
            return phrase.says("trial", label, rank=1)
        if self.modifiers.is_other_pilot(phrase.noun, phrase.kinds):
            return phrase.says("new", rank=1)
        opens = position < 2 or (position < 4 and before[-1].lower in LINKS)
        if not opens and (not phrase.determiner or before[-1].lower in {"as", "such", "like", "for", "in"}):
            apart = cast.only and cast.all_begun and self.modifiers.other_phase(modifiers)
            if apart and _besides().search(text, 0, phrase.start):
                return phrase.says("other")  # "It is also in a phase 3 trial", "They plan to treat 90 in a phase 3 one"
            owner = cast.phases.get(phase_in(modifiers)) if cast.several else None
            return phrase.says("term", owner) if owner else NOTHING
        if before and before[-1].lower == "within" and position > 1:
            return phrase.says("other")  # "nested within a trial"
        unlike = self.modifiers.other_phase(modifiers)
        return phrase.says("new", rank=unlike, phased=unlike > 0)

    def _is_foreign(self, phrase: NounPhrase) -> bool:
        """Whether a place, a year or a pilot is named that no record has."""
        return (
            self.cast.is_abroad(phrase.modifiers)
            or self.modifiers.other_year(phrase.modifiers)
            or self.modifiers.is_pilot(phrase.noun, phrase.kinds)
            or bool(self.cast.assigns and phrase.kinds & OBSERVING - self.cast.record_words)
        )

    def _is_ground(self, phrase: NounPhrase) -> bool:
        """Whether a study is what something else rests on, or where its people were before."""
        position = max(phrase.position, 0)
        return (
            not BASES.isdisjoint([token.lower for token in phrase.read[max(0, position - 4) : position]])
            or bool(_already_shown().search(phrase.text, 0, phrase.start))
            or (self.cast.is_observational and bool(_who_was_in().search(phrase.text, 0, phrase.start)))
        )

    def _plural(self, phrase: NounPhrase) -> Mention | None:
        first, lowered = phrase.first, phrase.lowered
        before = phrase.read[phrase.position - 1].lower if phrase.position > 0 else ""
        of_phase = self.modifiers.of_phase(phrase.modifiers) if self.cast.several else ()
        labels = of_phase if len(of_phase) > 1 else self.cast.labels
        count = len(labels)
        if phrase.kinds & {"among", "largest", "biggest", "few"} and first != "all":
            return None
        number = next((count_of(word) for word in lowered if count_of(word)), 0)
        if not number and first in {"both", "neither", "either"}:
            number = 2
        if phrase.kinds & MORE and first not in {"both", "neither"}:
            return phrase.says("others")
        of_other_phase = self.modifiers.other_phase(phrase.modifiers) > 0
        if of_other_phase and first not in {"both", "neither", "the", "these", "those"} and "such" not in lowered:
            return phrase.says("others", rank=number, phased=True)
        if not first and before in COPULAS:
            return None  # What the sentence is about has been named: "X and Y were two trials".
        if not first and not number and phrase.start > 12 and before not in LINKS:
            return None
        if "first-ever" in lowered:
            return phrase.says("others")
        if any(word in ORDINALS for word in lowered):
            if count == 1:
                return phrase.says("others", rank=2) if first == "the" else None
            return phrase.says("sum")
        if count > 1 and number in {0, count} and (number or first in {"all", "each", "every", "these", "the"}):
            return phrase.says("all", *labels, rank=BACK if first in {"the", "these", "both", "all"} else 0)
        if count > 1 and number == 2 and first in {"both", "neither"}:
            return phrase.says("all", rank=2)
        if count == 1 and first in {"each", "every"}:
            return None
        return phrase.says("others", rank=number)

    def _is_review(self, phrase: NounPhrase) -> bool:
        """Whether a review is one of studies or records, not of safety, of ethics or by peers."""
        first, noun = phrase.first, phrase.noun.lower
        if self.cast.is_review or first == "this":
            return False
        if "analys" in noun or phrase.kinds & {"systematic", "cochrane", "pooled", "literature", "retrospective"}:
            return True
        following = [token.lower for token in tokens(phrase.text[phrase.end : phrase.end + 60])[:6]]
        if following[:1] not in (["of"], ["in"], ["among"]):
            return False
        if noun.startswith("survey"):
            return first in {"a", "an", "another", "one"}
        return bool(set(following) & (STUDIES | {"published", "cases", "records", "literature", "evidence", "papers"}))


READINGS = (
    Nouns._of_another_kind,
    Nouns._named,
    Nouns._counted,
    Nouns._going_on,
    Nouns._one_of_several,
    Nouns._first,
    Nouns._set_apart,
    Nouns._definite,
    Nouns._indefinite,
)
"""What a phrase is asked in turn, until one of them can tell."""


def _place_behind(text: str, read: list[Token], index: int) -> int:
    """Which of several a study is by the number behind it: 2 for "trial 2"; else 0."""
    number = read[index + 1] if index + 1 < len(read) else read[index]
    beside = text[read[index].end : number.start] == " " and text[number.end : number.end + 1] not in {"-", "–", "/"}
    return int(number.text) if beside and number.text in {"1", "2", "3", "4"} else 0


@cache
def _besides() -> re.Pattern[str]:
    """What tells a study from the one in focus, or has it to come, before it is brought in."""
    return pattern(
        r"(?i)\b(?:also|separately|meanwhile|additionally|elsewhere|plans?|planned|planning|hopes?|intends?|prepar\w+) "
    )


@cache
def _of_study() -> re.Pattern[str]:
    """What follows "its successor" where that is a study."""
    return pattern(r",| (?:is|was|has|had|will|would|began|enrol\w*|took|tested|tests|ran|runs|starts|started)\b")


@cache
def _of_its_kind() -> re.Pattern[str]:
    """What follows "the first trial" where it is the first of its kind, not of those of the article."""
    return pattern(
        r" (?:of (?:an?|its|any)\b|ever\b|in the world"
        r"|to (?:test|show|use|demonstrate|look|evaluate|assess|compare|enrol))"
    )


@cache
def _found_just() -> re.Pattern[str]:
    """What stands before the one study that a review found."""
    return pattern(
        r"^(?:(?:In|By|As of|Up to) [^.;]{4,40}, )?(?:[Ww]e|[Tt]he (?:review|search|authors)|[Tt]his review|"
        r"[Oo]ur (?:review|search|searches)|[Rr]eviewers) (?:only )?(?:found|identified|included|includes) "
        r"(?:only |just )?$"
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
def _of_a_form() -> re.Pattern[str]:
    """What follows "Study" in the labels of forms."""
    return pattern(
        r" (?:(?:[Pp]rimary |[Ff]irst |[Ll]ast )?(?:[Ss]tart|[Cc]ompletion|[Ee]nd|[Uu]pdate|[Tt]ype|[Dd]esign|"
        r"[Ss]tatus|[Ss]ponsor|[Pp]hase|[Aa]rms?|[Ss]ites?|[Ll]ocations?|[Pp]opulation|[Tt]itle|[Ii]dentifier|ID)"
        r"(?: [A-Za-z]+)?)\s?:"
    )
