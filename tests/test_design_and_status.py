"""What sentences of news, press releases and abstracts say of a trial's phase, design and status."""

from __future__ import annotations

from typing import Any

import pytest

import slopes
from checker.claims import kinds
from checker.claims.kinds import comparison, design, masking, phase, ratio, status
from checker.claims.kinds._subjects import subject
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings

MODULES = (phase, design, masking, comparison, ratio, status)
LOOSE = ("control", "intervention_model")
"""Kinds that a sentence may give besides: they are looked at only where a case names them."""


def saids(text: str, front: str = "") -> list[Said]:
    """The sentences of an article with that body."""
    article = read("articles/case.md", front + text + "\n", Settings(today="2026-06-01"))
    return [Said(sentence, article, index=index) for index, sentence in enumerate(article.once(prose_sentences))]


def values(text: str, front: str = "") -> dict[str, list[Any]]:
    """The values that a text gives each kind."""
    found: dict[str, list[Any]] = {}
    for said in saids(text, front):
        for module in MODULES:
            for claim in module.find(said):
                found.setdefault(claim.kind, []).append(claim.value)
    return found


SAYS: list[tuple[str, dict[str, list[str]]]] = [
    (
        "This double-blind, placebo-controlled, phase 3 trial randomly assigned (2:1) 300 adults to drug or placebo.",
        {
            "masking": ["DOUBLE"],
            "phase": ["3"],
            "allocation": ["RANDOMIZED"],
            "randomization_ratio": ["2:1"],
            "control": ["placebo"],
        },
    ),
    (
        "In a phase 2b, open-label, randomised controlled trial, 88 patients were enrolled.",
        {"masking": ["NONE"], "phase": ["2b"], "allocation": ["RANDOMIZED"]},
    ),
    (
        "Patients were randomized in a 3:2 ratio to the two arms.",
        {"allocation": ["RANDOMIZED"], "randomization_ratio": ["3:2"]},
    ),
    (
        "Participants were randomly assigned in a 1-to-1 ratio to receive the vaccine or a placebo.",
        {"allocation": ["RANDOMIZED"], "randomization_ratio": ["1:1"], "control": ["placebo"]},
    ),
    (
        "Those at high risk were randomised (2:1) to a new pill or matched placebo.",
        {"allocation": ["RANDOMIZED"], "randomization_ratio": ["2:1"], "control": ["placebo"]},
    ),
    ("Those who were randomised had a male to female ratio of 2:1.", {"allocation": ["RANDOMIZED"]}),
    ("The company announced today that the first patient has been dosed in its Phase 1 trial.", {"phase": ["1"]}),
    (
        "The Phase III trial, which is still recruiting, will include 600 patients.",
        {"phase": ["3"], "status": ["RECRUITING"]},
    ),
    ("The trial is open to recruitment in 20 UK hospitals.", {"status": ["RECRUITING"]}),
    ("We are currently recruiting people with lupus.", {"status": ["RECRUITING"]}),
    ("Researchers are looking for 40 volunteers to take part.", {"status": ["RECRUITING"]}),
    ("This trial is closed to recruitment.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The maker has halted patient enrollment in a late trial of its pill.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The agency has halted enrolment until the review is over.", {"status": ["SUSPENDED"]}),
    ("Officials reopened enrolment in the BX-1522 trial in July.", {"status": ["RECRUITING"]}),
    ("Maker resumed screening and dosing in the study.", {"status": ["RECRUITING"]}),
    ("Norvane (NASDAQ:NRVN) completed the study last week.", {"status": ["COMPLETED"]}),
    ("The team of Norvane is pleased to announce the completion of enrolment.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("Norvane said that it will discontinue the trial.", {"status": ["TERMINATED"]}),
    ("BEECH, a study at sites in the U.S. and Spain, ran well, and has been terminated.", {"status": ["TERMINATED"]}),
    ("The trial is no longer enrolling patients.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The company voluntarily suspended the trial in March 2024.", {"status": ["SUSPENDED"]}),
    ("The trial will remain suspended until more is known.", {"status": ["SUSPENDED"]}),
    ("The trial was suspended until June 2021.", {}),
    ("The recruitment period has come to an end.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("Once recruitment is complete, patients will be followed for a year.", {}),
    ("Preparations for recruitment have started.", {}),
    ("Of 400 diaries, 381 (95%) were complete.", {}),
    ("The trial is in set-up.", {"status": ["NOT_YET_RECRUITING"]}),
    ("All patients have been included in the analysis.", {}),
    ("All 40 patients have been recruited.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("It had a non-blinded outcome assessment.", {}),
    ("All participants in the open-label phase receive the drug.", {}),
    ("It was an open-label treatment-shortening trial.", {"masking": ["NONE"]}),
    ("Neither the participant nor his/her doctor will know who gets the drug.", {"masking": ["DOUBLE"]}),
    ("There is a 2 in 3 chance that you will receive the study drug.", {"randomization_ratio": ["2:1"]}),
    ("There is a 1 in 3 chance of receiving a placebo.", {"randomization_ratio": ["2:1"]}),
    ("You get the study medicine (3 in 4 chance) or a placebo (1 in 4 chance).", {"randomization_ratio": ["3:1"]}),
    ("You have a 75% chance of being assigned to oraxil.", {"randomization_ratio": ["3:1"]}),
    ("There is an equal chance that you will get the drug or a placebo.", {"randomization_ratio": ["1:1"]}),
    ("Four out of five participants will receive oraxil.", {"randomization_ratio": ["4:1"]}),
    ("They are twice as likely to get the vaccine as the placebo.", {"randomization_ratio": ["2:1"]}),
    ("For every three people who get the gel, one will get a placebo.", {"randomization_ratio": ["3:1"]}),
    ("They had an equal chance of getting better or worse.", {}),
    ("It is a gold standard double-blind trial.", {"masking": ["DOUBLE"]}),
    ("They were aged 6 to 7, split into two groups.", {}),
    ("It won approval for non-randomized continued access to the valve.", {}),
    ("The trial goes on unblinded.", {}),
    ("They were randomised two to one.", {"allocation": ["RANDOMIZED"], "randomization_ratio": ["2:1"]}),
    ("There is a 2 in 3 chance that the participant will be tired.", {}),
    ("Randomization was accomplished by permuted blocks.", {}),
    ("While this trial is recruiting, another has ended.", {"status": ["RECRUITING", "COMPLETED"]}),
    ("The team finished recruitment for two long-running studies.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The firm has stopped the study drug.", {}),
    ("A person who is able to be randomized within six weeks can join.", {}),
    ("It was not possible for the therapist or the patients to be blinded.", {"masking": ["NONE"]}),
    ("We are delighted to have completed recruitment.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("We did an open pilot RCT in nine wards.", {"masking": ["NONE"], "allocation": ["RANDOMIZED"]}),
    (
        "It is a randomised, open, phase III trial.",
        {"allocation": ["RANDOMIZED"], "masking": ["NONE"], "phase": ["3"]},
    ),
    ("Phase 1 trials focus on finding out how much of a drug to give.", {}),
    (
        "It will end its EVOLVE phase 2 study, the extension of its PRIME phase 1b study and its phase 3 study.",
        {"phase": ["2", "1b", "3"]},
    ),
    ("The drug showed promise at phase 2 in 2020.", {}),
    ("Patients and surgeons were not masked to treatment.", {"masking": ["NONE"]}),
    ("Surgeons were not blinded.", {}),
    ("Participants could not be blinded to the intervention.", {"masking": ["NONE"]}),
    ("Outcome assessors, but not participants, were masked.", {"masking": ["SINGLE"]}),
    ("Deaths were counted by enumerators masked to assignment.", {"masking": ["SINGLE"]}),
    ("Treatment allocation was concealed from patients and assessors.", {"masking": ["DOUBLE"]}),
    ("Neither participants nor therapists could be blinded.", {"masking": ["NONE"]}),
    ("Nobody knows what the results mean.", {}),
    ("Both doctors and patients know what the results mean.", {}),
    ("An open-label (non-blinded) extension will follow.", {}),
    (
        "This prospective, randomised, open, blinded-endpoint trial took four years.",
        {"allocation": ["RANDOMIZED"], "masking": ["SINGLE"]},
    ),
    (
        "It had unequal random allocation (2: 2: 1).",
        {"allocation": ["RANDOMIZED"], "randomization_ratio": ["2:2:1"]},
    ),
    ("Two in three will receive Glowex and one in three a placebo.", {"randomization_ratio": ["2:1"]}),
    ("Recruitment ended in March 2020.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("Trial recruitment has been paused.", {"status": ["SUSPENDED"]}),
    ("Recruitment remains on hold and should resume in May.", {"status": ["SUSPENDED"]}),
    ("The study has completed enrollment, and results are expected in 2025.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("Enrollment in the trial has been completed.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("Recruitment will start in June 2026.", {"status": ["NOT_YET_RECRUITING"]}),
    ("The trial has not started recruiting patients yet.", {"status": ["NOT_YET_RECRUITING"]}),
    ("The study had not yet opened when the record was last updated.", {"status": ["NOT_YET_RECRUITING"]}),
    ("The company terminated the trial early because of slow enrolment.", {"status": ["TERMINATED"]}),
    ("The study was stopped early for futility.", {"status": ["TERMINATED"]}),
    ("The trial was halted after two patients died.", {"status": ["TERMINATED"]}),
    ("Pfizer has scrapped the trial.", {"status": ["TERMINATED"]}),
    ("The maker is also shuttering its clinical studies and its plant.", {"status": ["TERMINATED"]}),
    ("A firm for rare diseases in children, Acme, has ended its trial of the gel.", {"status": ["TERMINATED"]}),
    ("The firms said they are ending two trials of the pill.", {"status": ["TERMINATED"]}),
    ("The hospital is shutting down its clinical trials unit.", {}),
    ("Sixty patients said they stopped the trial early.", {}),
    ("We have completed a review of trials.", {}),
    ("Once fully enrolled, the study will have 300 people.", {}),
    ("Before they enrolled the first patient, the team wrote a plan.", {}),
    ("The firm has announced the completion of enrolment of its study.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("Status Recruiting", {"status": ["RECRUITING"]}),
    ("Recruiting at 23 places in Spain", {"status": ["RECRUITING"]}),
    ("Clinical trials are under way around the world.", {}),
    ("The trial was withdrawn before it enrolled anyone.", {"status": ["WITHDRAWN"]}),
    ("The study never enrolled a single patient.", {"status": ["WITHDRAWN"]}),
    ("The FDA has placed a clinical hold on the trial.", {"status": ["SUSPENDED"]}),
    ("The trial has been suspended while the deaths are looked into.", {"status": ["SUSPENDED"]}),
    ("The trial, called SMILE, finished in 2019.", {"status": ["COMPLETED"]}),
    ("When the trial ended, patients could keep taking the drug.", {"status": ["COMPLETED"]}),
    ("The trial is ongoing.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The study is still running at nine centres.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The trial's status is unknown.", {"status": ["UNKNOWN"]}),
    ("Its status on ClinicalTrials.gov is listed as completed.", {"status": ["COMPLETED"]}),
    ("ClinicalTrials.gov lists the study as terminated.", {"status": ["TERMINATED"]}),
    ("The registry describes it as active, not recruiting.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("It is not clear whether the trial is still under way.", {"status": ["UNKNOWN"]}),
    ("Status: Recruiting", {"status": ["RECRUITING"]}),
    ("Recruitment status: Active, not recruiting", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("Masking: Quadruple (Participant, Care Provider, Investigator, Outcomes Assessor)", {"masking": ["QUADRUPLE"]}),
    ("Masking: None (Open Label)", {"masking": ["NONE"]}),
    ("Phase: II", {"phase": ["2"]}),
    ("Allocation: Randomized", {"allocation": ["RANDOMIZED"]}),
    ("Allocation: Non-Randomized", {"allocation": ["NON_RANDOMIZED"]}),
    ("Intervention model: Parallel Assignment", {"intervention_model": ["PARALLEL"]}),
    ("Neither the patients nor their doctors knew who was getting the real drug.", {"masking": ["DOUBLE"]}),
    ("Neither participants nor researchers knew who received which.", {"masking": ["DOUBLE"]}),
    ("The participants did not know which treatment they were getting, but the doctors did.", {"masking": ["SINGLE"]}),
    ("Both patients and staff knew which treatment was given.", {"masking": ["NONE"]}),
    (
        "Participants, investigators, and outcome assessors were masked to treatment assignment.",
        {"masking": ["TRIPLE"]},
    ),
    ("Outcome assessors were blinded to group allocation.", {"masking": ["SINGLE"]}),
    ("The trial was not blinded, so patients knew what they got.", {"masking": ["NONE"]}),
    ("The trial was not randomized and had no control group.", {"allocation": ["NON_RANDOMIZED"], "control": ["none"]}),
    (
        "This single-arm, open-label study enrolled 40 patients.",
        {"intervention_model": ["SINGLE_GROUP"], "masking": ["NONE"]},
    ),
    ("The drug is now in phase 2 trials for lupus.", {"phase": ["2"]}),
    ("It has been tested in two phase 2 trials and one phase 3 trial.", {"phase": ["2", "3"]}),
    ("A phase I/IIa study of the cells is under way.", {"phase": ["1/2a"], "status": ["ACTIVE_NOT_RECRUITING"]}),
    ("Women were assigned by chance to yoga or to a waiting list.", {"allocation": ["RANDOMIZED"]}),
    ("A computer decided at random who would get the drug.", {"allocation": ["RANDOMIZED"]}),
    ("People were put into one of two groups at random.", {"allocation": ["RANDOMIZED"]}),
    ("You will be put into a treatment group randomly by a computer.", {"allocation": ["RANDOMIZED"]}),
    ("Two in three participants will receive the drug and one in three a placebo.", {"randomization_ratio": ["2:1"]}),
    ("One-to-one randomisation was stratified by age.", {"allocation": ["RANDOMIZED"], "randomization_ratio": ["1:1"]}),
    (
        "Participants were randomised to one of three groups in a ratio of 1:1:1.",
        {"allocation": ["RANDOMIZED"], "randomization_ratio": ["1:1:1"]},
    ),
    ("No serious adverse events were seen when the study closed.", {"status": ["COMPLETED"]}),
    ("The double-blind period lasted 24 weeks.", {"masking": ["DOUBLE"]}),
    ("Full data from the completed Phase 2 trial will be presented.", {"phase": ["2"]}),
    ("The company expects to start a phase 3 trial next year.", {"phase": ["3"]}),
    ("If successful, the drug could enter phase 3 trials in 2027.", {}),
    ("This was not a blinded trial.", {"masking": ["NONE"]}),
    ("Phase 3 trials of the vaccine are already planned in Brazil.", {"phase": ["3"]}),
    ("Volunteers are being sought for a new trial.", {"status": ["RECRUITING"]}),
    ("Enrollment is open, and the study is taking place in ten states.", {"status": ["RECRUITING"]}),
    ("The trial has finished recruiting but follow-up is ongoing.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The trial remains open.", {"status": ["RECRUITING"]}),
    (
        "People interested in joining can call the clinic, as the study is still accepting participants.",
        {"status": ["RECRUITING"]},
    ),
    ("The trial was originally designed as a double-blind study.", {"masking": ["DOUBLE"]}),
    ("The study has been completed and results are expected soon.", {"status": ["COMPLETED"]}),
    ("The researchers have completed a pilot study in 20 patients.", {"status": ["COMPLETED"]}),
    ("The trial has been discontinued.", {"status": ["TERMINATED"]}),
    ("The study has now closed and the team is analysing the data.", {"status": ["COMPLETED"]}),
    ("The TRIUMPH study concluded in 2021.", {"status": ["COMPLETED"]}),
    ("It lacked a control group.", {"control": ["none"]}),
    ("The drug was compared with the standard of care.", {"control": ["active"]}),
    ("In this crossover trial, each woman took both pills.", {"intervention_model": ["CROSSOVER"]}),
    ("It is a two-by-two factorial trial.", {"intervention_model": ["FACTORIAL"]}),
    ("Patients were not told which cream they were using.", {"masking": ["SINGLE"]}),
    ("Nobody knew who had which tablets until the trial was over.", {"masking": ["DOUBLE"]}),
    ("The study was triple-blinded.", {"masking": ["TRIPLE"]}),
    ("An evaluator-blinded trial began in Spain.", {"masking": ["SINGLE"]}),
    ("Recruitment for the study is complete.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The phase 3 TOPAZ trial began enrolling patients this week.", {"phase": ["3"], "status": ["RECRUITING"]}),
    ("The team hopes to begin recruiting in the autumn.", {"status": ["NOT_YET_RECRUITING"]}),
    ("The trial is on hold.", {"status": ["SUSPENDED"]}),
    ("The company said that they were put on clinical hold.", {"status": ["SUSPENDED"]}),
    ("Its trials of the syrup in two syndromes are open for enrolment.", {"status": ["RECRUITING"]}),
    ("NCT04857008 was terminated.", {"status": ["TERMINATED"]}),
    ("The trial (NCT04857008) has been completed.", {"status": ["COMPLETED"]}),
    (
        "Open-label and single-arm, the trial took in 45 people.",
        {"masking": ["NONE"], "intervention_model": ["SINGLE_GROUP"]},
    ),
    (
        "The study used a randomised, parallel-group design.",
        {"allocation": ["RANDOMIZED"], "intervention_model": ["PARALLEL"]},
    ),
    ("Patients were allocated alternately, without randomisation.", {"allocation": ["NON_RANDOMIZED"]}),
    ("A first-in-human phase 1 study will test four doses.", {"phase": ["1"]}),
    ("The late-stage Phase 3 programme comprises three trials.", {"phase": ["3"]}),
    (
        "A spokesman said the trial, which had recruited 300 of a planned 400 people, was stopped for lack of money.",
        {"status": ["TERMINATED"]},
    ),
    (
        "Cancer Research UK is supporting this trial, which is now closed to new patients.",
        {"status": ["ACTIVE_NOT_RECRUITING"]},
    ),
    ("Please note this trial is no longer recruiting patients.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The team have now stopped recruiting.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The trial finished ahead of schedule.", {"status": ["TERMINATED"]}),
    ("The study opened in 2018 and closed in 2021.", {"status": ["COMPLETED"]}),
    ("It started recruiting in 2018 and finished in 2021.", {"status": ["COMPLETED"]}),
    ("The ASPIRE trial has now finished, having treated 60 people.", {"status": ["COMPLETED"]}),
    ("The trial is recruiting slowly.", {"status": ["RECRUITING"]}),
    ("The trial is open-label and recruiting.", {"masking": ["NONE"], "status": ["RECRUITING"]}),
    ("The study has been on hold since March.", {"status": ["SUSPENDED"]}),
    ("The sponsor has paused enrolment in the trial.", {"status": ["SUSPENDED"]}),
    ("After the trial was halted, the company's shares fell by a third.", {"status": ["TERMINATED"]}),
    ("The trial was meant to be double-blind.", {"masking": ["DOUBLE"]}),
    ("Patients, doctors and nurses were all kept in the dark about who got what.", {"masking": ["TRIPLE"]}),
    ("Everybody was kept in the dark.", {"masking": ["DOUBLE"]}),
    ("Half of them will get the pill for a year and half for a month.", {"randomization_ratio": ["1:1"]}),
    ("Half the patients will be given the drug, the rest tea.", {"randomization_ratio": ["1:1"]}),
    ("The team assigned half the patients to surgery and half to tablets.", {"randomization_ratio": ["1:1"]}),
    ("Patients, care givers, and those assessing outcomes were masked.", {"masking": ["TRIPLE"]}),
    ("Each woman has two chances in three of getting the vaccine.", {"randomization_ratio": ["2:1"]}),
    (
        "Patients were randomized equally to one of three groups.",
        {"allocation": ["RANDOMIZED"], "randomization_ratio": ["1:1:1"]},
    ),
    ("Neither the doctor nor the volunteer is aware of the type of treatment.", {"masking": ["DOUBLE"]}),
    ("The women and their midwives knew which group they were in.", {"masking": ["NONE"]}),
    ("Patients and nurses will know which it is.", {"masking": ["NONE"]}),
    ("Patients and nurses knew which tablet was given, while the raters were blinded.", {"masking": ["SINGLE"]}),
    ("Everyone in the trial knew what they were taking.", {"masking": ["NONE"]}),
    ("The trial was open label, meaning that everyone knew which drug was given.", {"masking": ["NONE"]}),
    ("Because the study was unblinded, expectations may have played a part.", {"masking": ["NONE"]}),
    ("It was a double-masked, sham-controlled trial in 90 eyes.", {"masking": ["DOUBLE"], "control": ["placebo"]}),
    ("Phase 1b/2a results will be shown in June.", {"phase": ["1b/2a"]}),
    ("The Phase 2 ASCEND study met its main goal.", {"phase": ["2"]}),
    ("Dosing has begun in the Phase Two study.", {"phase": ["2"]}),
    ("It is a step towards potential Phase 3 trials.", {}),
    ("The company plans a post-Phase 2 meeting with the agency.", {}),
    ("The drug is Phase 3-ready, and Phase 3 planning has begun.", {}),
    ("The first clinical trial of a vaccine to prevent flu has begun enrolling people.", {"status": ["RECRUITING"]}),
    ("Screening in the trial has closed.", {}),
    ("Support for the trial has ended.", {}),
    ("With recruitment now complete, the firm waits.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    ("The company plans to advance the drug into Phase 3.", {}),
    ("Phases 1 and 2 are complete.", {"phase": ["1", "2"]}),
    ("Data from the Phase 3 SUNRISE-1 and SUNRISE-2 trials were pooled.", {"phase": ["3"]}),
    ("The trial, a phase 4 study, compared two doses.", {"phase": ["4"]}),
    ("The randomised trial took place at ten sites.", {"allocation": ["RANDOMIZED"]}),
    (
        "Eligible patients were randomised 1:1 to receive either drug.",
        {"allocation": ["RANDOMIZED"], "randomization_ratio": ["1:1"]},
    ),
    ("Patients will be randomised to receive the drug or standard care.", {"allocation": ["RANDOMIZED"]}),
    ("Because it was not randomised, the study cannot prove cause and effect.", {"allocation": ["NON_RANDOMIZED"]}),
    ("The study was observational, not a randomised trial.", {"allocation": ["NON_RANDOMIZED"]}),
    ("Unlike a randomised trial, this study had no control group.", {"control": ["none"]}),
    ("Who got which treatment was decided by the toss of a coin.", {"allocation": ["RANDOMIZED"]}),
    ("Half were picked at random to get the vaccine.", {"allocation": ["RANDOMIZED"]}),
    ("Three out of four participants get the active drug.", {"randomization_ratio": ["3:1"]}),
    ("The split was 1:1.", {"randomization_ratio": ["1:1"]}),
    (
        "Participants were randomised two to one to the implant or to usual care.",
        {"allocation": ["RANDOMIZED"], "randomization_ratio": ["2:1"]},
    ),
    (
        "Sixty-four patients (ratio 3:1) were randomised.",
        {"allocation": ["RANDOMIZED"], "randomization_ratio": ["3:1"]},
    ),
    ("The trial is complete, but its results have not been published.", {"status": ["COMPLETED"]}),
    ("The trial ended without showing a benefit.", {"status": ["COMPLETED"]}),
    ("The trial was abandoned for lack of volunteers.", {"status": ["TERMINATED"]}),
    ("The researchers abandoned the trial after a year.", {"status": ["TERMINATED"]}),
    ("The study is enrolling by invitation.", {"status": ["ENROLLING_BY_INVITATION"]}),
    ("The trial is currently on clinical hold.", {"status": ["SUSPENDED"]}),
    ("Status: completed (March 2021).", {"status": ["COMPLETED"]}),
    ("We have completed recruitment to the study.", {"status": ["ACTIVE_NOT_RECRUITING"]}),
    (
        "The company completed enrolment in its Phase 3 trial in May.",
        {"phase": ["3"], "status": ["ACTIVE_NOT_RECRUITING"]},
    ),
    ("How many participants are needed before we can say that it works?", {}),
    ("It is not clear how many participants are needed before we can say that it works.", {}),
    ("The firm is no longer enrolling patients in the high-dose cohort of the trial.", {}),
    ("Enrolment began on January 4, 2018 and is ongoing.", {"status": ["RECRUITING"]}),
    ("The team ended up cutting the study short after five had fallen ill.", {"status": ["TERMINATED"]}),
    ("It ran into trouble in a Phase I/II dose-escalation study.", {"phase": ["1/2"]}),
    ("The recommended phase 2 dose was 30 mg.", {}),
    ("The spray is now undergoing phase three trials before it can be licensed.", {"phase": ["3"]}),
    ("Are you interested in participating in a Phase II study of the drug?", {"phase": ["2"]}),
    ("It intends to advance the clinical development of the drug into a phase 2b trial.", {}),
    (
        "Both participants and study staff (at the sites and in the office) were masked to treatment allocation.",
        {"masking": ["DOUBLE"]},
    ),
    ("The study is seeking 200 volunteers aged over 50.", {"status": ["RECRUITING"]}),
    ("Patients who took part were asked to fill in a form when the trial was over.", {"status": ["COMPLETED"]}),
    ("No one was blinded to the exercise programme.", {"masking": ["NONE"]}),
    ("Assessors did not know which group the children were in.", {"masking": ["SINGLE"]}),
    ("The trial is a head-to-head comparison of two drugs.", {"control": ["active"]}),
    ("Half got a dummy pill.", {"control": ["placebo"]}),
    ("Everyone got the drug; there was no comparison group.", {"control": ["none"]}),
]

SAYS_NOTHING = [
    "The company had put recruitment on hold in March because of floods.",
    "The trial had been paused in March.",
    "It said that it had temporarily stopped the trial.",
    "Of these, 658 (80%) completed the trial.",
    "Two finished trials show two answers.",
    "It will end its study in May.",
    "If it fails, the firm will discontinue the trial.",
    "The company has completed enrolment in the first cohort.",
    "The company paused enrolment of patients with other genes.",
    "The researchers recommend larger randomized controlled trials.",
    "It is also continuing to investigate the adverse event.",
    "So far no efficacy trials in endemic populations have been completed.",
    "The trial is expected to be completed in 2027.",
    "The study is due to finish in December 2026.",
    "The trial was to have ended in 2012.",
    "The drug was withdrawn from the market in 2004.",
    "It was withdrawn from sale in 2004.",
    "Six patients were withdrawn from the study.",
    "The trial was paused during the pandemic and later resumed.",
    "The agency lifted the clinical hold on the trial.",
    "Once the trial has finished, the data will be published.",
    "The trial ran from May 2015 to June 2018.",
    "Sixty patients completed the study.",
    "Of these, 45 completed the trial and 5 withdrew.",
    "A total of 120 patients finished the study.",
    "The treatment phase was completed by 90 patients.",
    "After 24 weeks, all patients could enter an open-label extension.",
    "Patients were unblinded at week 24.",
    "The results were unblinded in March.",
    "Larger randomised controlled trials are needed.",
    "The findings need to be confirmed in a phase 3 trial.",
    "A recommended phase 2 dose of 40 mg was chosen.",
    "Patients had stage III melanoma and type 2 diabetes.",
    "Households were randomly selected from the census.",
    "Participants were chosen at random from the electoral roll.",
    "You have a one in two chance of getting the placebo.",
    "The male to female ratio was 2:1.",
    "Patients were matched 1:2 with controls.",
    "The one-to-one sessions lasted an hour.",
    "The company is recruiting staff for its new plant.",
    "The review is complete.",
    "Treatment was completed in 12 weeks.",
    "His treatment ended in May.",
    "The clinic closed in 2019.",
    "The war ended in 1945.",
    "The trial was conducted between 2010 and 2014 at nine sites.",
    "The Phase 1 portion of the study is complete.",
    "The phase 2 part of the trial will begin next year.",
    "The trial stopped taking new patients in May.",
    "Two patients discontinued the study because of side effects.",
    "Dosing was stopped in three patients.",
    "There was no placebo group.",
    "The trial is blinded.",
    "The trial began enrolling patients in March 2022.",
    "She put her plans on hold.",
    "This is an early-stage trial.",
    "The doctors are no longer taking part.",
    "Results are expected once the study finishes in 2027.",
    "The trial will run until 2029.",
    "The research team plan to recruit 100 people.",
    "At present the study is not recruiting.",
    "The hospital's emergency department is open around the clock.",
    "Our offices are open from nine to five.",
    "Enrolling now: adults with gout.",
    "If the trial is stopped early, participants will be told.",
    "The board recommended that the trial be stopped.",
    "An independent committee advised stopping the trial early.",
    "The doctors and the patients were both blind to the treatment.",
    "Only the pharmacist knew which was which.",
    "Nurses and patients knew which side effects to expect.",
    "Half of the patients received a drug before, and half had surgery.",
    "Half of the women got better and half of the visits were missed.",
    "Of the 40 with fever, half were given tablets and half syrup.",
    "Half of the patients received steroids and half antibiotics.",
    "In the second part half of them will get the drug and half tea.",
    "Chance gave one hope to the rest.",
    "After the trial, nurses and patients knew which drug had worked.",
    "The nurses and patients knew which drug was given, but not when.",
    "Most drugs that enter phase 2 fail.",
    "Phase 3 trials usually involve hundreds of people.",
    "What is a phase 3 trial?",
    "Phase II metabolism of the drug is fast.",
    "In phase 1 of the reopening, shops stayed shut.",
    "It is neither a phase 2 nor a phase 3 study.",
    "A random number generator was used to test the lottery.",
    "Random samples of blood were drawn.",
    "Two-thirds of patients receive the drug.",
    "The odds were 3:1 against.",
    "At 10:30 the trial began.",
    "The trial is not yet complete.",
    "The trial is nearly complete.",
    "The trial is almost over.",
    "With the trial now over, the team is looking for money.",
    "The trial ended in failure.",
    "The study was never completed.",
    "The trial was cancelled.",
    "Plans for the trial were shelved.",
    "The trial's last patient was seen in May 2020.",
    "Follow-up was completed in 2022.",
    "The trial's primary completion is set for 2026.",
    "Enrollment is expected to be completed by year end.",
    "The programme is recruiting nurses.",
    "So far the trial has enrolled 40 people and is still looking for more.",
    "Parents and teachers, who knew which children had the training, filled in the forms.",
    "She is blind in one eye and was masked at the door.",
    "The placebo response was strong.",
    "The diabetes was uncontrolled.",
]


@pytest.mark.parametrize(("text", "expected"), SAYS)
def test_a_sentence_says_just_this_of_a_trial(text: str, expected: dict[str, list[str]]) -> None:
    found = values(text)

    assert expected == {kind: said for kind, said in found.items() if kind in expected or kind not in LOOSE}


@pytest.mark.parametrize("text", SAYS_NOTHING)
def test_a_sentence_says_nothing_of_a_trial(text: str) -> None:
    found = values(text)

    assert {} == {kind: said for kind, said in found.items() if kind not in LOOSE}


def test_a_table_says_what_its_labels_name() -> None:
    text = (
        "| | First | Second |\n|---|---|---|\n| Phase | II | 3 |\n| Masking | none | patient and assessor |\n"
        "| Status | recruiting | completed, May 2021 |\n| Allocation | randomised | non-randomised |\n| Design |"
        " crossover | parallel |\n"
    )

    found = values(text)

    assert ["2", "3"] == found["phase"]
    assert ["NONE", "DOUBLE"] == found["masking"]
    assert ["RECRUITING", "COMPLETED"] == found["status"]
    assert ["RANDOMIZED", "NON_RANDOMIZED"] == found["allocation"]
    assert ["CROSSOVER", "PARALLEL"] == found["intervention_model"]


def test_an_early_phase_is_told_from_phase_1() -> None:
    assert {"phase": ["early 1"]} == values("It is an early phase 1 study of cells.")


def test_phases_named_together_are_two() -> None:
    assert {"phase": ["1", "2"]} == values("It went through phase 1 and 2 trials.")


def test_an_observational_study_is_not_open_label_for_having_no_blinding() -> None:
    front = "---\ntrials:\n  - id: NCT09000004\n    study_type: OBSERVATIONAL\n---\n"

    assert {} == values("It has no blinding and no randomisation.", front)
    assert {"masking": ["NONE"], "allocation": ["NON_RANDOMIZED"]} == values("It has no blinding and no randomisation.")


def test_doubt_about_a_status_is_marked() -> None:
    [claim] = [claim for said in saids("Officially it is still recruiting.") for claim in kinds.find(said)]

    assert claim.hedged


def test_a_trial_that_began_recruiting_in_an_old_year_may_be_over() -> None:
    assert {} == values("It began recruiting in 2015.")
    assert {"status": ["RECRUITING"]} == values("It began recruiting on 11 July.")


def test_a_past_state_counts_where_a_record_is_what_says_so() -> None:
    assert {} == values("It was recruiting faster than planned.")
    assert {"status": ["RECRUITING"]} == values("It was recruiting when the record was last changed.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial of 300 patients in Spain ended", "trial"),
        ("Sixty patients finished", "people"),
        ("Recruitment for the trial ended", "other"),
        ("Recruitment, which began in April, ended", "other"),
        ("The study as a whole closed", "trial"),
        ("NCT04857008, a pilot in Durham, North Carolina, ended", "trial"),
        ("Men in the trial finished", "people"),
        ("The trial began before the lockdown ended", "other"),
        ("Her eyes closed", "other"),
        ("Of those asked, sixty finished", "people"),
        ("October 2020 to July 2021; over", ""),
    ],
)
def test_the_nearest_noun_tells_what_a_verb_is_said_of(text: str, expected: str) -> None:
    [said] = saids(text)

    assert expected == subject(said, text.rindex(" ") + 1)


@pytest.mark.parametrize(
    "unit",
    [
        *("is recruiting ", "the trial ended, ", "was on hold ", "phase 2 ", "2:1 ", "neither a nor b, ", "( ", "and "),
        *("patients and doctors were blinded to x, ", "randomly assigned ", "status: recruiting; "),
    ],
)
def test_time_is_linear_in_the_length_of_a_sentence(unit: str) -> None:
    def find_all(text: str) -> None:
        for said in saids(text):
            for module in MODULES:
                list(module.find(said))

    assert slopes.grows_like_its_length(find_all, slopes.repeated(unit))
