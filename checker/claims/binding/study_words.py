"""Words by which prose speaks of studies: nouns, what stands before them, and what they do."""

from __future__ import annotations

from checker.claims.vocabulary import words

STUDY = words("trial study pilot experiment extension substudy sub-study sub-trial branch")
STUDIES = words("trials studies pilots experiments extensions comparisons substudies sub-studies branches")
SINGULAR_DETERMINERS = words("the this that its their his her our my each every another no any a an one")
DETERMINERS = SINGULAR_DETERMINERS | words("these those both all neither either some many several most few other")
OTHER = words(
    "another other others different separate unrelated similar related sister cousin companion earlier previous prior "
    "older past preceding former historical historic precursor predecessor original subsequent next future further "
    "follow-up followup follow-on successor later bigger larger smaller confirmatory comparable competing rival second "
    "third fourth additional extra animal mouse preclinical pre-clinical laboratory lab parent forerunner"
)
"""What tells a study apart from the one that a text is about."""

WORK = words("research work data findings evidence experiments reports papers cases series experience project")
"""Nouns that speak of studies where they are earlier, other or animal ones."""

ANIMALS = words("mice rats monkeys macaques primates rabbits pigs dogs zebrafish rodents")

PRODUCTS = words(
    "product version drug therapy treatment vaccine device compound app program programme medicine antibody pilot "
    "generation formulation group team lab company implant pill tablet candidate"
)
NEXT = words("next future further subsequent second third fourth larger bigger smaller similar")
_SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
)
HEIRS = words("successor predecessor forerunner sequel")
"""Nouns for the study that came before or after another: "Its successor"."""
NUMBERS = {word: number for number, word in enumerate(_SMALL.split(), 2)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "1st": 1, "2nd": 2, "3rd": 3}
LINKS = words("of in for with from to by at on as than about between among against into after before since via per")
COPULAS = words("is was are were be been as remains became being called")
STRANGERS_FOLLOW = words("in of from than like unlike and to with the for")
DISTRIBUTIVE = words("each every apiece likewise")
ACTS = words(
    "enrolled enrols enroll recruited recruits randomized randomised randomizes included involved compared compares "
    "tested tests showed shows found followed treated assigned reported took had has is was will ran runs began "
    "started opened asks asked looked uses used gave gives sets"
)
"""Verbs that a trial is the subject of."""
LARGER = words("larger bigger largest biggest")
SMALLER = words("smaller smallest")
OLDER = words("older earlier oldest earliest")
YOUNGER = words("newer younger later newest youngest latest")
REVIEW = words("review reviews meta-analysis meta-analyses metaanalysis survey surveys")
"""Nouns for what is not one trial; other works, unless the record is one."""
OWN = words("present current new ongoing latest said")
"""What sets the trial that a text is about against others."""
PICKING = (
    frozenset(ORDINALS)
    | OTHER
    | OWN
    | LARGER
    | SMALLER
    | OLDER
    | YOUNGER
    | words("last other two three early-stage mid-stage late-stage")
)
NAMED_ACTS = (ACTS - words("is was has had will used uses gave gives took")) | words(
    "include enrol enroll recruit test compare randomise randomize follow treat assess involve followed assessed"
)
"""Those among them that say of a name that it is a trial's."""

TESTS = words("test tests testing")
"""Nouns for studies only where they are set against those before: "it moves on to larger tests"."""
NOUNS = STUDY | STUDIES | REVIEW | WORK | TESTS | HEIRS | {"one", "ones"}
CUES = NOUNS | NUMBERS.keys() | ANIMALS
CUES |= words("over report series pooled pool pooling already previously earlier program programme phase phases")
"""The words at which a phrase about studies may stand, whatever comes before them."""
OPENERS = words("all both neither each together the in a an another one")
"""The words on which a sentence or clause may open that speaks of a study without a noun for it."""
TITLING = STUDY | words("called named dubbed nicknamed")
"""What stands before a name that is spelt like any other."""


def count_of(word: str) -> int:
    """A number of studies in words or digits; 0 where there is none."""
    return NUMBERS.get(word, 0) or (int(word) if word.isdecimal() and word.isascii() and len(word) < 4 else 0)
