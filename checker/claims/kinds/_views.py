"""A sentence as each of its counts sees it: what the count counts, and the words around it in a plain form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.claims.numbers import LONGEST_SENTENCE, qualifier
from checker.claims.repeated import once_a_text
from checker.claims.said import words_of
from checker.claims.sentences import prose_sentences
from checker.claims.vocabulary import ANY_PEOPLE, words
from checker.pattern import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from checker.article import Article
    from checker.claims.numbers import Number
    from checker.claims.said import Said

    Mark = tuple[int, int, str, Number, str]
    """The half-open offsets of a count and what it counts, its mark in views, itself, and the noun of its people."""

REACH = 240
"""How many characters a view shows on either side of its count, so that time stays linear."""

MORE_PEOPLE = words(
    "caucasians paraplegics quadriplegics tetraplegics amputees hypertensives insomniacs sufferers carriers "
    "sleepers users nonusers nonsmokers non-smokers drinkers diabetics athletes soldiers workers youths youngsters "
    "preschoolers schoolchildren octogenarians seniors pensioners retirees mums moms dads schoolgirls schoolboys "
    "neonates preemies twins households enrollees enrolees recruits joiners dropouts drop-outs "
    "non-responders nonresponders non-completers survivors males females persons ladies gentlemen "
    "folk folks immigrants refugees farmers firefighters prisoners inmates migrants pupils students "
    "schoolkids grown-ups respondents villagers hemophiliacs haemophiliacs asthmatics epileptics newborn pregnancies "
    "evaluables runners meditators walkers players listeners viewers readers drivers outpatients "
    "swimmers cyclists rowers dancers dyads couples graders clinicians "
    "americans britons canadians australians europeans germans zealanders danes swedes norwegians finns italians "
    "spaniards kenyans ugandans malawians women-and-men randomisees"
)
"""Further nouns for those whom a trial counts."""

SINGULAR = words(
    "person patient participant subject volunteer adult child kid teenager teen woman man boy girl mother baby infant "
    "toddler resident smoker donor recipient survivor inpatient outpatient individual"
)

NOT_TAKEN = words("donors donor nurses nurse attendees")
"""People whom texts count beside a trial's."""

TELLING = words(
    "treated randomised randomized planned enrolled evaluable screened intended recruited analysed analyzed "
    "finishers completers responders completed dropouts drop-outs non-responders nonresponders non-completers survivors"
)
"""Words between a count and its people, or for them, that say their part: a view keeps them."""

NO_ADJECTIVE = words(
    "of in on at for to with without from by as than and or but nor were was are is be been being had has have having "
    "do does did who whom whose which that what when where while if because so then the a an this these those their "
    "its our his her my your not no per each every both all less fewer out into onto over under after before "
    "during since until through between among against about around across because plus versus vs v "
    "day days week weeks month months year years hour hours minute minutes time times mg mcg kg g ml mm cm l litres "
    "iu units dose doses tablets pills injections infusions sessions visits cycles cells points percent site sites "
    "centre centres center centers hospitals clinics practices countries states cities trial trials study studies "
    "arm armed arms groups cohorts clusters wards districts reports reviews homes schools villages units schools "
    "receiving taking getting using completing attending got took gave said joined enrolled included recruited "
    "received completed finished dropped will would can could "
    "doctors physicians surgeons researchers scientists investigators experts specialists neurologists oncologists gps "
    "may might must should shall he she it they we you i them him"
)
"""What cannot stand between a count and the people whom it counts."""

NO_ARM = words(
    "group groups dose doses level part cohort study trial treatment therapy therapies control controls standard care "
    "with plus usual years year weeks daily weekly twice once cell cells available based blood patients patient "
    "children adults disease cancer test intervention active only this included from that open label single arms "
    "health "
    "drug drugs medical program programme first second then after before oral high medium experimental either both "
    "combination combined people "
)
"""Words in the names of arms that name no arm by themselves."""

LEFT_OUT = (
    r"a total of|total of|in total|no fewer than|no less than|no more than|not more than|at least|at most|at minimum|"
    r"a maximum of|a minimum of|maximum|minimum|as many as|as few as|up to|upwards of|in excess of|well over|"
    r"just over|just under|a little over|a little under|slightly more than|slightly fewer than|more than|less than|"
    r"fewer than|over|above|under|below|nearly|almost|close to|not quite|approaching|exceeding|about|around|roughly|"
    r"approximately|approx\.?|some|circa|ca\.?|an estimated|estimated|perhaps|probably|or so|just|only|exactly|"
    r"merely|"
    r"barely|altogether|together|the remaining|the|all|these|those|all of|a mere|even|a modest|what|"
    r"additional|further|a further|an additional|[<>≤≥≈~]"
)
"""Words right before a count that weaken or point at it, and that a view leaves out."""


class Counted(NamedTuple):
    """What a count counted: `P` people, or `S` sites, studies and the like; and how many."""

    mark: str
    value: int


class View(NamedTuple):
    """A count and its surroundings.

    `noun` is the people that it counts as one word ("patients"), or "". `end` is the half-open offset behind that
    noun in the sentence, or behind the number. `text` is the sentence around it in lower case, and this count is at
    `place` in it. Capitals are marks. This count is `P` where it counts people, `N` in "n = 30" and `B` where no noun
    follows; other counts are `Q` and `C` alike, `S` those of sites, studies and the like, `T` those of other things,
    `D` dates, `%` percentages, `F` fractions, `X` what counts nothing, and `A` is a word that names an arm. `before` is
    what the last count before it in the sentence counted, of those that say so.
    """

    number: Number
    noun: str
    end: int
    text: str
    place: int
    qualifier: str
    before: Counted | None


VIEWED = ("P", "B", "N")
"""The marks of counts that may be of people."""


def views(said: Said) -> Iterator[View]:
    """The views of the counts of a sentence that may count people, in order."""
    lower = _plain(said.lower)
    if label := LABEL.match(said.text):
        lower = f"{lower[: label.end()]}:{lower[label.end() + 1 :]}"  # "Results Of the 60 patients" is no "results of"
    dates = said.dates
    marks = [mark for mark in _marks(said.text) if not any(when.start <= mark[3].start < when.end for when in dates)]
    if any(mark in ("P", "B") for _, _, mark, _, _ in marks):
        marks = [_of_arm(mark, lower, said.article.once(arm_words)) for mark in marks]
    if not any(mark in VIEWED for _, _, mark, _, _ in marks):
        return
    marks.extend((when.start, when.end, "D", None, "") for when in dates)  # type: ignore[misc]
    marks.sort(key=lambda mark: mark[0])
    pieces: list[str] = []
    places: list[int] = []
    last = length = 0
    for start, end, mark, number, noun in marks:
        if start < last or not mark:
            places.append(-1)
            continue
        telling = _telling(f"{lower[number.end : end]} {noun}") if mark == "P" else ""
        pieces += (lower[last:start], _others(mark), telling)
        length += start - last
        places.append(length)
        length += 1 + len(telling)
        last = end
    pieces.append(lower[last:])
    text = _without_designs(_with_arms("".join(pieces), said))
    counted: Counted | None = None
    for place, (_, end, mark, number, noun) in zip(places, marks, strict=True):
        before_it = counted
        if mark in ("P", "S"):
            counted = Counted(mark, int(number.value))
        if mark not in VIEWED or place < 0:
            continue
        whole = text[max(0, place - REACH) : place]
        before = _without_qualifier(whole)
        after = text[place + 1 : place + 1 + REACH]
        weakened = (
            "exact" if BEYOND.search(whole, max(0, len(whole) - LONGEST_LEFT_OUT)) else qualifier(said.text, number)
        )
        yield View(number, noun, end, f"{before}{mark}{_without_asides(after)}", len(before), weakened, before_it)


def _without_asides(after: str) -> str:
    """What stands behind a count, without what is set off from it and from the verb."""
    if aside := ASIDE.match(after):
        after = after[aside.end() :]
    after = OF_WHOM.sub("", RELATIVE.sub("", after))
    set_off = SET_OFF.match(after)
    return set_off["who"] + after[set_off.end() :] if set_off else after


LABEL = pattern(r"(?:Results?|Findings|Outcomes|Conclusions?|Interpretation|Methods|Background)(?= [A-Z])")
"""What a part of an abstract begins with, where no colon stands behind it."""


def _telling(counted: str) -> str:
    return "".join(f" {word}" for word in dict.fromkeys(WORD.findall(counted)) if word in TELLING)


def _with_arms(text: str, said: Said) -> str:
    """The text with each word that names an arm of a trial replaced by `A` and spaces, equal in length."""
    names = said.article.once(arm_words)
    if not names:
        return text
    if names.isdisjoint(WORD.findall(text)):
        return text
    return WORD.sub(lambda word: "A" + " " * (len(word.group()) - 1) if word.group() in names else word.group(), text)


def _without_designs(text: str) -> str:
    """The text without lengths of time, and "randomised" and "completed" where they tell of a study, not its people."""
    text = INVITED.sub(lambda match: "approached".ljust(len(match.group()), "·"), text)
    text = DIAGNOSED.sub(lambda match: "relapsed".ljust(len(match.group()), "·"), text)
    return FOR_A_TIME.sub(lambda match: "·" * len(match.group()), DESIGN.sub(_blotted, text))


INVITED = pattern(
    r"\b(?:responded|replied) to (?:the |an? |our )?(?:[a-z]+ )?(?:invitations?|advertisements?|adverts?|call|letters?|"
    r"mailing)\b|\breceived (?:an? |the )?(?:[a-z-]+ ){0,2}(?:invitations?|tests?|screening|questionnaires?)\b",
    needs=("received ", "responded ", "replied "),
)
"""What those did who were asked to join: a plain word for it stands in its place."""
DIAGNOSED = pattern(r"\breceived (?:an? |the )?(?:[a-z-]+ ){0,2}diagnosis\b", needs=("received ",))
"""What befell people, and is no treatment."""


def _blotted(match: re.Match[str]) -> str:
    word, rest = match.group(1) or match.group(3), match.group(2) or match.group(4) or ""
    return "·" * len(word) + rest


DESIGN = pattern(
    r"\b(?:(?<![\dBPNCQTX] )|(?=randomi[sz]ed(?:,? [a-z-]{3,20}){0,4} (?:trials|studies)\b))"
    r"(randomi[sz]ed|completed|finished)((?:,? (?!the|this|that|its|their|an?\b|in\b|to\b|"
    r"and\b)[a-z-]{3,20}){0,4} (?:trials?|stud(?:y|ies)|comparison|design|phase|experiment|evidence|work)\b"
    r"(?! (?:participation|treatment|visits?|procedures?|medication|drug)\b))|"
    r"\b(than (?:planned|expected|anticipated|intended|hoped))(\b)",
    needs=("randomi", "completed", "finished", "than "),
)


FOR_A_TIME = pattern(
    r"\b(?:for|after|over|within|during|than|nearly|about|almost|around|once|least|roughly) (?:a|one|each|every) "
    r"(?:full )?(?:year|month|week|day|night)\b",
    needs=("year", "month", "week", "day", "night"),
)
"""Lengths of time, which make no rate of a count: "followed 14 patients for a year"."""


def arm_words(article: Article) -> frozenset[str]:
    """The words in the names of the arms of an article's trials that say which arm it is."""
    found = {
        word.group()
        for trial in article.trials
        for arm in trial.arms
        for word in WORD.finditer(_plain((arm.name or "").lower()))
    }
    return frozenset(word for word in found if len(word) > 3 and word not in NO_ARM)


WORD = pattern(r"[a-z][a-z0-9-]{2,40}")


def _plain(lower: str) -> str:
    if "u.s. " in lower or "u.k. " in lower:
        lower = lower.replace("u.s. ", "u-s- ").replace("u.k. ", "u-k- ")
    if lower.isascii():
        return lower.replace("\n", " ")
    for sign, plain in PLAIN:
        if sign in lower:
            lower = lower.replace(sign, plain)
    return lower


PLAIN = (
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("\u2019", "'"),
    ("\u2011", "-"),
    ("\u2010", "-"),
    ("\n", " "),
)
"""What typography writes for plain signs."""


def _others(mark: str) -> str:
    return {"P": "Q", "B": "C", "N": "C"}.get(mark, mark)


@once_a_text
def _marks(text: str) -> list[Mark]:
    words = words_of(text)
    lower = _plain(words.lower)
    return [_mark(lower, number) for number in words.numbers]


def _mark(lower: str, number: Number) -> Mark:
    if number.kind in ("percent", "points"):
        strength = 0 < number.value < 1 and number.kind == "percent"  # "nepafenac 0.1% (n = 70)"
        return number.start, number.end, "X" if strength else "%", number, ""
    if number.kind == "fraction":
        return number.start, number.end, "F", number, ""
    if number.value == 1 and number.spelled and PRONOUN.match(lower, number.end):
        return number.start, number.end, "", number, ""
    if not number.is_count:
        return number.start, number.end, "X", number, ""
    start = number.start
    if number.kind == "sample" and (opened := SAMPLE.search(lower, max(0, start - 6), start)):
        return opened.start(), number.end, "N", number, ""
    if people := COUNTED.match(lower, number.end):
        noun = people.group("noun")
        adjectives = (
            PAIRED.sub("", people.group("adjectives"))
            .replace(",", " ")
            .replace("-all ", " ")
            .replace("-to-", " ")
            .replace("-", " ")
            .split()
        )
        # A single one is hyphened ("a 30-patient trial"), or is one.
        one = noun in SINGULAR and number.value != 1 and not people.group().startswith("-")
        one = one and not OF_A_TRIAL.match(lower, people.end("noun"))
        offered = LISTED_BEFORE.search(people.group("adjectives"))
        lists = offered or any(word.endswith("s,") for word in people.group("adjectives").split())
        if adjectives and adjectives[-1] in ("trial", "study"):
            adjectives.pop()  # "18 trial participants"
        if noun in NOT_TAKEN:
            return start, people.end("noun"), "S", number, ""
        if not one and not lists and not any(word in NO_ADJECTIVE for word in adjectives):
            return start, people.end("noun"), "P", number, noun
    if number.ranged:
        return number.start, number.end, "X", number, ""
    if responses := RESPONSES.match(lower, number.end):
        return start, responses.end(), "P", number, "responders"
    if PLACES.match(lower, number.end) or (number.value <= MOST_STUDIES and STUDIES.match(lower, number.end)):
        return start, number.end, "S", number, ""
    if BARE.match(lower, number.end) and not OF_A_BODY.match(lower, number.end):
        return start, number.end, "B", number, ""
    return start, number.end, "T", number, ""


RESPONSES = pattern(
    r" (?:(?:confirmed|unconfirmed|marrow|near|very good|stringent|durable|ongoing|objective|overall) ){0,2}"
    r"(?:(?:complete|partial|objective|major|minor|tumou?r|clinical|molecular) (?:responses?|remissions?)|responses|"
    r"remissions|c[rh]i?s?|v?gprs?|prs?|mcrs?)\b(?! (?:rates?|criteria|was|is)\b)"
)
"""What those who responded are counted as: "8 complete responses", "3 PR"."""


PRONOUN = pattern(r" (?:of (?!them|whom)|or |and |another )|,? (?:must|would|has to|can)\b")


OF_A_TRIAL = pattern(
    r" (?:(?!(?:of|in|at|for|to|from|by|with|on|and|or|the|a|an|who|was|is|had|has|group|per) )"
    r"[a-z0-9/-]{1,16},? ){0,5}(?:trial|study|pilot)\b"
)
"""What may follow a count whose people stand in the singular: "its 278 patient Phase 3 study"."""


SAMPLE = pattern(r"\bn ?= ?$")


EVERYONE = "|".join((ANY_PEOPLE, *sorted(MORE_PEOPLE, reverse=True)))
PAIRS = r"\d\d?(?:-? to |-|–)\d\d?[ -]years?[ -]olds|(?:mother|parent|father|caregiver|twin)[a-z/-]{0,12} pairs"
COUNTED = pattern(
    r"(?: [\"“]?|-|(?= or so)| or so )(?:healthy )?(?:\d\d?(?:-|–| to )\d\d?[ -]years?[ -]olds? )?"
    r"(?:(?:year|grade|class|stage) \d{1,2} )?(?P<adjectives>(?:[a-zà-ÿ][a-zà-ÿ'/-]{0,39},? ){0,5}?)"
    rf"(?P<noun>(?:{PAIRS}|{EVERYONE})(?: (?:and|or) (?:young |younger |older )?(?:women|adults|adolescents|teenagers|"
    r"children|girls))?)\b"
    r"(?!-|'| (?:patients|people|participants|subjects|volunteers|inpatients|outpatients|individuals|women|men|girls|"
    r"boys|males|females|survivors|smokers|donors|recipients|years|visits|groups?|advoca|samples?|organi[sz]ations?|days)\b)"
)
"""What follows a number that counts people, "and" included: "men and women", "children and young adults"."""


LISTED_BEFORE = pattern(r"s [a-z]+ing ")
"""Things that do something to the people, and are what is counted: "285 letters inviting families"."""


PAIRED = pattern(
    r"\b(?:male|young|old|older|adult|paediatric|pediatric|white|black|healthy|obese|overweight|lean|pregnant|"
    r"adolescent) (?:and|or) (?:[a-z]+ly|female|young|younger|old|older|adult|paediatric|pediatric|"
    r"white|black|sick|obese|lean|"
    r"adolescent)\b|\b[a-z]{3,20}(?:ed|al|ic|ive) (?:and|or) (?:[a-z]{3,20}ly )?[a-z]{3,20}(?:ed|al|ic|ive)\b"
)
"""Two adjectives of some of them each: "141 male and female adults"."""


PLACES = pattern(
    r"[ -](?!(?:met|had|has|have|were|was|are|completed|received|reached|achieved|joined|at|in|of|from|and|or|to|"
    r"with) )(?:[a-z][a-z'-]{0,24} ){0,3}?(?:sites?|cent(?:re|er)s?|hospitals?|clinics?|practices|countries|"
    r"states|cities|"
    r"trials|studies|arms|groups|cohorts|reports|reviews|homes|hospices|pharmacies|surgeries|schools|villages|units|"
    r"posts|drugs|patches|cases|"
    r"facilities|departments|wards|clusters|communities|neighbou?rhoods|districts|camps|trusts|"
    r"programs|programmes|products|companies|regions|continents|institutions|universities|provinces|"
    r"locations|papers|"
    r"pills|plants|donors|nurses|attendees|employees|languages|teams|firms|projects|regimens|mice|rats|"
    r"animals|dogs|monkeys|domains|items|subscales|parameters|markers|lesions|teeth|samples|"
    r"sessions|implants|fractures|tumou?rs|measures|events|biopsies|specimens|advisers|advisors|experts|"
    r"members|reviewers|bodies|steps|levels|questions|scales|tests|outcomes|endpoints|criteria|genes|proteins)\b"
)


MOST_STUDIES = 50
STUDIES = pattern(
    r"-arm\b|[ -](?=(?:[a-z-]+ )?(?:phase|randomi[sz]ed|completed|controlled|double-blind|placebo-controlled|"
    r"open-label|"
    r"parallel|identical|identically|separate|clinical|pivotal|ongoing)\b)(?:(?!(?:in|of|to|at|on|for|with|from|by|and|"
    r"were|was|who|"
    r"had|have|the|this|that|a|an|its|our|their|all) )[a-z0-9/-]+,? ){1,7}?(?:trials|studies)\b"
)
"""Studies that are told of at length: "two randomised, placebo-controlled, phase 3 trials"."""


ARM_ALONE = pattern(r" ([a-z][a-z0-9-]{2,40})(?=[,.;:)]| and\b| or\b| versus\b|$)")


def _of_arm(mark: Mark, lower: str, names: frozenset[str]) -> Mark:
    """A count of what an arm is called by, as one of people: "93 got a pill, 95 colchicine and 87 placebo"."""
    alone = ARM_ALONE.match(lower, mark[1]) if mark[2] == "T" else None
    return (*mark[:2], "B", *mark[3:]) if alone and alone[1] in names else mark


OF_A_BODY = pattern(
    r" (?:[a-z-]+ed |fellow )?(?:eyes|ears|knees|hips|shoulders|elbows|wrists|hands|feet|legs|limbs|teeth|breasts|"
    r"kidneys|lesions|tumou?rs|nodules|polyps|wounds|ulcers|warts|nails|vessels|implants|stents|samples|biopsies)\b"
)
"""What is counted in people, of whom it says nothing: "a third of 15 treated ears"."""


BARE = pattern(
    r"[\s]*(?:$|[.,;:!?)\]\"'”»–—/(]| \[| (?:of|in|on|at|to|by|with|from|for|and|or|but|as|who|whom|whose|that|which|"
    r"because|since|while|until|once|despite|although|though|whereas|without|among|plus|versus|vs|v|than|"
    r"too|there|here|out|usual care|standard care|standard of care|intervention(?=[,;)])|"
    r"again|already|still|today|yet|nor|over|under|placebo|sham|controls?|"
    r"aged|ages|then|now|so|a|an|the|per|if|when|after|before|within|across|between|during|more|apiece|"
    r"each|total|"
    r"altogether|overall|both|not|never|only|also|ever|"
    r"[a-z]+ly|[a-z]{2,}ing|elsewhere|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|"
    r"might|must|should|did|do|(?:did|do|does|could|would|was|were|had|is|are)n't|it|they|"
    r"we|finished|finishers|strong|places?|slots|spots|openings|left|got|gave|took|went|saw|said|made|put|"
    r"came|fell|"
    r"rose|felt|led|ran|began|met|lost|kept|stood|withdrew|chose|quit|sat|drank|ate|underwent|swallowed|"
    r"[a-z]{2,}ed)\b)"
)


ASIDE = pattern(
    r"^(?: \(C\)(?= )| \((?:mean|median|average|[CX%]\b[^()]{0,12}(?:wo)?men|[^()]{1,20}male)\b[^()]{0,100}\)"
    r"(?= (?:were|was|are|will be)\b)| \([^()%]{1,60}\)(?= (?:patients|participants|people|adults|women|men|children|"
    r"subjects|individuals)\b)| \([QC],? (?:per|in|for|to|of)? ?(?:each|either|both)[^()]{0,20}\)(?= (?:were|was|are|"
    r"will|had|have|who)\b)|,? ?\(?(?:out )?of (?:the |a )?[QC](?: [a-z]+)? (?:planned|intended|targeted|wanted|"
    r"needed|required|sought)\b\)?|"
    r" of (?:its|the|an?) (?:target|goal|planned total|plan) (?:of )?[QC]|"
    r"(?: \(%\))?,? ?\(?(?:out )?of (?:the |an? )?(?:originally )?(?:planned|intended|targeted|target|expected|"
    r"anticipated) [QC]\)?)"
)
"""What may follow a count at once and change nothing: "(of 20 planned)", "(n = 97)"."""


RELATIVE = pattern(
    r"(?:,? (?:or |and )?(?:who|whose) (?:[a-z]+ )?(?:have|has|had)\b[^.;:,QCBNP]{0,90}){1,3},?(?= (?:are|"
    r"were|was|is|will|would)\b)|,? who (?:are|were)\b[^.;:QCBNP]{0,140}(?= will (?:be|take|receive|join)\b)",
    needs=("who ", "whose "),
)
"""What people had or were before: "who have had no treatment", where their verb comes after it."""


SET_OFF = pattern(
    r"^(?P<who>(?: [a-zX][a-z'-]*){1,8}) \([^()%]{1,90}\)(?= (?:were|was) (?:randomly )?(?:randomi[sz]ed|enrol+ed|"
    r"recruited|included|assigned|allocated)\b)"
)
"""A bracket between people and what was done to them: "women aged 18 to 40 (control: 12 villages) were enrolled"."""


OF_WHOM = pattern(r",? (?:[^\s.;:,]{1,20} ){1,3}of (?:whom|which)\b[^.;:,]{0,120}", needs=("of whom", "of which"))
"""What is said of some of them: "two-thirds of whom received it"."""


BEYOND = pattern(r"[QCTF] (?:more|fewer|less) than(?: the)? ?$")
""" "Four more than the 180"."""


WEAKENED = pattern(rf"(?:(?<=[\s(\[“\"—–-])|^)(?:{LEFT_OUT}) ?$")


LONGEST_LEFT_OUT = 40
"""More characters than any words that are left out, so that only so many need be looked at."""


def _without_qualifier(before: str) -> str:
    for _ in range(3):
        match = WEAKENED.search(before, max(0, len(before) - LONGEST_LEFT_OUT))
        if not match:
            break
        before = before[: match.start()]
    return before


def counted(article: Article) -> tuple[tuple[Counted, ...], ...]:
    """What the counts of each prose sentence of an article counted, of those that say so; for `article.once`."""
    return tuple(
        _counted(sentence.text) if len(sentence.text) <= LONGEST_SENTENCE else ()
        for sentence in article.once(prose_sentences)
    )


@once_a_text
def _counted(text: str) -> tuple[Counted, ...]:
    if len(text.lower()) != len(text):
        return ()
    marked = ((mark, number) for _, _, mark, number, _ in _marks(text) if mark in ("P", "S"))
    return tuple(Counted(mark, int(number.value)) for mark, number in marked if number.is_count)
