"""How prose says what was done to a trial or to its intake: begun, resumed, completed, stopped, paused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.grammar import Pattern
from checker.claims.kinds._status_moves import BEGIN, CLOSE, DOSING, FINISH, HALT, INTAKE, PAUSE, RESUME, SCRAP, TRIAL
from checker.claims.kinds._status_words import gives

if TYPE_CHECKING:
    from checker.claims.kinds._status_moves import Move

ANNOUNCED = (
    r"\b(?:announc(?:es|ed|ing)|report(?:s|ed|ing)?|mark(?:s|ed|ing)|celebrat(?:es|ed|ing)|confirm(?:s|ed)|"
    r"disclos(?:es|ed)|reveal(?:s|ed)|(?:pleased|delighted|excited|proud|happy|thrilled) to (?:announce|report))"
    r"(?: (?:today|yesterday|that|on @+))*(?: (?:the|its|their|an?|successful|early|official|formal|temporary|"
    r"voluntary|immediate|premature|full))* "
)
"""What makes a fact of a noun behind it: "announces the start of"."""

INTAKE_TRIGGERS = tuple("recruit enrol accru signing taking accepting admitting registering adding".split())
DECIDED = (
    r"will|would|decid(?:es|ed|ing) to|(?:chosen|chose|opted|elected|moved|agreed|voted|forced|told|ordered|had|has|"
    r"(?:made|taken|took) the decision) to|"
    r"(?:forc(?:es|ed|ing)|prompt(?:s|ed|ing)|leads|led|leading|caus(?:es|ed|ing)) (?:[a-z’'.-]+ ){1,4}to"
)
"""Words before an infinitive that tell of a decision, by which a trial is stopped."""


def moved(
    name: str,
    move: Move,
    object_: str,
    value: str,
    of: str,
    finds: str,
    passes: str,
    *,
    plan: str = "",
    triggers: tuple[str, ...] = (),
) -> Pattern:
    """The pattern of a move with an object, as an active verb or as a noun that is announced."""
    noun = rf"|{ANNOUNCED}(?P<quote>(?:{move.noun}) of {object_})"
    return Pattern(
        name,
        rf"{move.active(plan)}(?P<object>{object_}){noun}",
        triggers or (*move.triggers(), *(f"{noun} of" for noun in move.noun.split("|"))),
        _lines(finds),
        _lines(passes),
        gives(value, of),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


def headlined(name: str, move: Move, value: str, finds: str) -> Pattern:
    """The pattern of a move with a trial in a heading, which may do without a finite verb, or speak of two firms."""
    return Pattern(
        name,
        rf"\b(?P<verb>{move.gerund}|{move.base}) (?P<object>{TRIAL})",
        tuple(f"{form} " for form in f"{move.gerund}|{move.base}".split("|")),
        (finds,),
        ("On stopping and pausing the drug in trials\n===", "They end the trial and pause the study if ten fall ill."),
        gives(value, "headline"),
    )


INTAKE_MOVED = (
    moved(
        "intake resumed",
        RESUME,
        rf"(?:(?:for |to )?{INTAKE}|{DOSING})",
        "RECRUITING",
        "intake",
        """The company «has restarted patient enrolment» in its trial.
        Maker «resumes enrollment» in a trial of its patch.
        It «has reinitiated enrollment» in its Phase 2 study.
        The firm «resumed screening and dosing in» the study.
        It announced the «resumption of recruitment».""",
        """It hopes to resume enrolment.
        She resumed work at the clinic.""",
        triggers=("resum", "restart", "reopen", "re-open", "initiat", "recommenc"),
    ),
    moved(
        "intake begun",
        BEGIN,
        rf"(?:for |to )?{INTAKE}",
        "RECRUITING",
        "any",
        """It «has begun recruiting».
        The firm recently «began enrollment» for its study of a patch.
        The company «has launched patient recruitment» in a phase III trial.
        In parallel, the company «commenced enrollment» for a phase 2a study.
        Agency «begins enrolling» volunteers for a vaccine study.
        The maker today announced the «initiation of patient enrolment» in its trial.
        The hospital «has opened for recruitment».""",
        """It began recruiting in March 2015.
        It will soon start recruiting.
        Before it began recruiting, rules changed in 2020.
        Patients who have started dosing can go on.
        It has begun a search for patients.
        The team has begun dosing patients in the trial.""",
        triggers=INTAKE_TRIGGERS,
    ),
    moved(
        "intake paused",
        PAUSE,
        rf"(?:{INTAKE}|{DOSING})",
        "SUSPENDED",
        "intake",
        """This study «has suspended participant recruitment».
        The maker «is pausing enrollment» in its phase 1 trial.
        It «has temporarily halted enrolment» in its trial.
        The company «paused screening and dosing in» the study.
        It took the hard «decision to pause recruitment» to it.
        The firm announced a temporary «pause of enrolment».""",
        """It will pause for a year.
        The agency suspended the doctor.""",
        plan=r"(?:decid(?:es|ed)|(?:decision|chosen|chose|opted|elected|forced|agreed|had)) to",
        triggers=("paus", "suspen", "on hold", "temporarily halt", "temporarily stop", "voluntarily halt"),
    ),
    moved(
        "intake completed",
        FINISH._replace(
            base=f"{FINISH.base}|reach|achieve",
            past=f"{FINISH.past}|reached|achieved",
            third=f"{FINISH.third}|reaches|achieves",
            participle=f"{FINISH.participle}|reached|achieved",
        ),
        INTAKE,
        "ACTIVE_NOT_RECRUITING",
        "intake",
        """The company «has completed enrolment» of its trial.
        Maker «completes enrollment» in a trial of the pill.
        The trial «has reached full enrolment».
        We are glad to «have been able to complete enrolment» early.
        «Having completed recruitment» last year, we now wait.
        The company «completed enrolment» in May 2021.
        The firm announced the «completion of enrolment and randomization» of 304 men.
        Maker is pleased to announce the «completion of patient recruitment».""",
        """The trial was to have completed recruitment by 2011.
        It has reached its enrolment target.
        It expects to announce results after the completion of enrolment.
        It expects to complete enrolment in May.
        It has completed enrolment in the first cohort.""",
        triggers=INTAKE_TRIGGERS,
    ),
    moved(
        "intake stopped",
        CLOSE._replace(
            **{
                key: f"{getattr(CLOSE, key)}|{getattr(HALT, key)}"
                for key in ("base", "third", "past", "participle", "gerund", "noun")
            }
        ),
        INTAKE,
        "ACTIVE_NOT_RECRUITING",
        "intake",
        """It «has stopped recruiting».
        The firm «has halted patient enrollment» in its trial.
        Maker «closes enrolment» in a trial of honey.
        They were «told to stop enrolling».
        The firm announced the «closure of recruitment».""",
        """The trial was to have stopped recruiting by 2011.
        They never stopped recruiting.""",
        plan=r"(?:decid(?:es|ed)|(?:decision|chosen|chose|opted|elected|forced|agreed|told|ordered|asked|had)) "
        r"(?:us |it |them |the (?:company|firm|team|sponsor|investigators) )?to",
        triggers=INTAKE_TRIGGERS,
    ),
)
"""What is done to the intake, or to the dosing in a trial."""

TRIAL_MOVED = (
    moved(
        "trial resumed",
        RESUME,
        TRIAL,
        "RECRUITING",
        "nobody",
        """The maker «has resumed its phase 2 trial» of the pill.
        The team «is restarting the study».""",
        """The firm wants to resume its trial.
        Ten people resumed the study drug.""",
        triggers=("resum", "restart", "reopen", "re-open", "initiat", "recommenc"),
    ),
    moved(
        "trial paused",
        PAUSE,
        TRIAL,
        "SUSPENDED",
        "nobody",
        """The company «has paused its trial» of the pill.
        The maker voluntarily «suspended the phase 2 trial» in May.
        The firm «has put on hold its phase 2 trial» of the pill.
        Maker «has temporarily stopped the trial» of its pill.
        It «decided to suspend the trial».""",
        """Sixty patients have paused.
        She has suspended her talks.
        The agency suspended the licence of the trial site.
        The agency decided to suspend the doctor.""",
        plan=r"(?:decid(?:es|ed)|(?:decision|chosen|chose|opted|elected|forced|agreed|had)) to",
    ),
    moved(
        "trial finished",
        FINISH._replace(gerund="putting an end to"),
        TRIAL,
        "COMPLETED",
        "nobody",
        """The company «has completed a phase 2 trial» of the pill.
        In May, Maker «completed its ISLE trial».
        Maker «completed the phase III study» after five years.
        The company announced the «completion of its phase 2 trial».
        The maker «completes a Phase 2b study» of its pill.""",
        """Sixty of them completed its trial.
        It completed its trial visits in May.
        Sixty patients have completed the trial.
        Most completed the study.
        It has completed enrolment.
        The company has completed a review of the trial.""",
    ),
    moved(
        "trial stopped",
        SCRAP,
        TRIAL,
        "TERMINATED",
        "nobody",
        """In May the company «halted its phase 3 trial» after deaths.
        The firm «has discontinued the phase 1b/2 GENERATION trial» of its drug.
        The sponsor has «decided to discontinue the trial».
        The maker «is stopping its phase 3 trial» of the pill.
        It said that it «has stopped FALCON-AF study» early.
        The firm «has scrapped a phase 2 trial» of the pill.
        Maker said that it «will discontinue the trial» of its oil.
        Two deaths followed, «forcing the company to abandon its mid-stage trial».
        The firm announced the early «termination of its phase 3 study».""",
        """Seven patients discontinued the study.
        Four people stopped the trial drug.
        It will have ended the trial.
        If it fails, the firm will stop the trial.
        The firm ended its work on the trial.""",
        plan=DECIDED,
    ),
    headlined("stopping, in a headline", SCRAP, "TERMINATED", "Shares drop after «ending Alzheimer's trials»\n==="),
    headlined("pausing, in a headline", PAUSE, "SUSPENDED", "Maker and Firm «pause drug trials»\n==="),
)
"""What is done to a trial."""
