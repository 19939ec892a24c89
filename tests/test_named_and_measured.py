"""Claims that no single pattern reads: names against records, countries, and the figures of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.claims.kinds import ages, doses, durations, figures, names, places
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings

if TYPE_CHECKING:
    from types import ModuleType

RECORD = """---
title: A trial
trials:
  - id: NCT00962923
    acronym: RISE
    enrollment: {planned: 20}
    figures:
      - {name: change in pain, value: -27, interval: [-44, -10]}
    interventions: [Lazertinib]
    lead_sponsor: Otsuka Pharmaceutical Development & Commercialization, Inc.
---
"""


def stated(module: ModuleType, text: str, front: str = "") -> list[tuple[str, object]]:
    article = read("articles/case.md", front + text + "\n", Settings(today="2026-06-01"))
    return [
        (found.kind, found.value)
        for index, sentence in enumerate(article.once(prose_sentences))
        for found in module.find(Said(sentence, article, index=index))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RISE (NCT00962923) is open.", [("registry_id", "NCT00962923"), ("acronym", "RISE")]),
        ("The rise was steep.", []),
        ("Otsuka paid for it.", [("sponsor", "Otsuka Pharmaceutical Development & Commercialization, Inc.")]),
        ("They took lazertinib.", [("intervention", "Lazertinib")]),
    ],
)
def test_names_are_read_as_the_record_spells_them(text: str, expected: list[tuple[str, object]]) -> None:
    assert expected == stated(names, text, RECORD)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The SPRINT trial enrolled 9,361 adults.", ["SPRINT"]),
        ("The SPRINT trial closed. The SPRINT trial was large.", ["SPRINT"]),
        ("An HIV trial, a UK study and a CAR-T trial began.", []),
        ("The UCL study was small, and an MDMA trial smaller.", []),
        ("The trial (ALLEGRO) is double-blind.", ["ALLEGRO"]),
        ("A clinical trial (with 20 patients), called MANUS, aims to assess cells.", ["MANUS"]),
        ("The Phase III ELM-PC 5 (C21005) trial showed little.", ["ELM-PC 5"]),
        ("We plan a trial across the UK with 1300 stroke patients called RECAST-3.", ["RECAST-3"]),
        ("The trial tested in patients a drug called ZOLGA.", []),
        ("The ZUMA-1 and JULIET trials tested cells.", ["ZUMA-1", "JULIET"]),
        (
            "Data of the EMPA-REG OUTCOME trial and the CLARITY AD Phase 3 study came out.",
            ["EMPA-REG OUTCOME", "CLARITY AD"],
        ),
        ("NOVEL is a randomised controlled trial of a vaccine.", ["NOVEL"]),
        ("Acupuncture for pain (NEEDLE): study protocol for a randomised trial", ["NEEDLE"]),
        (
            "Findings from DAPA-HF, a trial in 4,744 people, and of the next trial, PROSPER-FM, are out.",
            ["DAPA-HF", "PROSPER-FM"],
        ),
        ("The doctor at the BBC, a programme maker, said so.", []),
        ("She was moved to the ward (PACU), and then went home.", []),
        ("People with immune thrombocytopenia (ITPX), said the ITPX trial’s leader, wait.", []),
        ("Data of the phase III ORION trial came out.", ["ORION"]),
        ("The trial – named RADIANT – is run in Leeds.", ["RADIANT"]),
        ("The study, called PolyNorth, found it. A study called attention to it.", ["PolyNorth"]),
        ("It gave the results from PRO3TECT, the second of its two global phase III programs.", ["PRO3TECT"]),
        ("A Randomised Arthritis Trial (HAND-2) is a drug trial.", ["HAND-2"]),
        ("It has begun. Called TANGO-X, this initiative goes on.", ["TANGO-X"]),
        ("Two phase 3 trials, PERIDOT (in adults) and OLIVINE, are under way.", ["PERIDOT", "OLIVINE"]),
    ],
)
def test_without_a_record_capitals_before_trial_are_its_name_once(text: str, expected: list[str]) -> None:
    assert expected == [value for _, value in stated(names, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sponsored by the National Cancer Institute, the trial began in 2011.", ["National Cancer Institute"]),
        ("The trial was funded and sponsored by Novartis.", ["Novartis"]),
        ("The study is being sponsored by the U.S. National Cancer Institute.", ["National Cancer Institute"]),
        ("The sponsor of the trial is Stanford University.", ["Stanford University"]),
        ("The trial’s sponsor, Acme Therapeutics, said so.", ["Acme Therapeutics"]),
        ("Acme Therapeutics, the trial’s sponsor, said so.", ["Acme Therapeutics"]),
        ("Acme Therapeutics, which sponsors the trial, said so.", ["Acme Therapeutics"]),
        ("It is a Pfizer-sponsored trial.", ["Pfizer"]),
        ("Lead sponsor: Massachusetts General Hospital", ["Massachusetts General Hospital"]),
        ("This article is sponsored by Acme Pharma.", []),
        ("Pfizer sponsors a football team.", []),
        ("The bill, sponsored by Senator Smith, failed.", []),
    ],
)
def test_a_sponsor_is_whoever_is_said_to_sponsor_a_trial(text: str, expected: list[str]) -> None:
    assert expected == [value for kind, value in stated(names, text) if kind == "sponsor"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The study was conducted in Uganda and Kenya.", [("Uganda", "Kenya")]),
        ("The trial ran at five centres in Germany, the Netherlands and Spain.", [("Germany", "Netherlands", "Spain")]),
        ("In the United States, about 30,000 people are diagnosed each year.", []),
        ("A study led by researchers in the UK found that 320 patients improved.", []),
        ("The company, based in Denmark, said that the trial will start.", []),
        ("The US Food and Drug Administration approved the trial.", []),
        ("The trial ran in New Mexico.", []),
        (
            "Of 450 participants, recruited from Nanoro in Burkina Faso, 409 came back a year later.",
            [("Burkina Faso",)],
        ),
        ("Asthma is the commonest long-term disease in children in the UK.", []),
        ("A trial in another form: the vaccine has been tried on 200 volunteers in Mali.", []),
        ("Recruitment planned in: Germany (lead country), Spain.", [("Germany", "Spain")]),
        ("The study in Viet Nam was approved in October 2008.", [("Vietnam",)]),
        ("The trials are being conducted in the US under approved INDs.", [("United States",)]),
        ("Setting: Switzerland, 2018-2020.", [("Switzerland",)]),
        ("A second trial, in Belgium, has finished recruiting.", [("Belgium",)]),
        ("The pump is limited to investigational use in the U.S.", []),
        ("A trial in Uganda and Kenya shows that a twice-yearly injection works.", [("Uganda", "Kenya")]),
        ("More than 400,000 people in Spain have the disease.", []),
        ("It affects 1.5 million women and those assigned female at birth in the UK.", []),
        ("Professor Ann Berg of the Lake University Medical Centre, USA, said: Our trial enrolled 300 adults.", []),
        ("Anna Berg, from the Centre for Disease Control in Nanjing, China, and colleagues recruited adults.", []),
        ("Hundreds of people in the UK living with it are now being invited to join the trial.", [("United Kingdom",)]),
        ("The trial is in Guinea, one of the three African countries stricken by it.", [("Guinea",)]),
        ("Setting: A community sample in Melbourne, Australia.", [("Australia",)]),
        ("It will move to larger trials. This will take place in Kenya and Mali.", []),
        ("Pupils of 60 schools in the North of England took part in the trial.", [("United Kingdom",)]),
        ("It is one of 51 hospitals in the U.S. selected for the trial.", [("United States",)]),
        ("A study conducted by doctors from the University of Leeds in Britain and others found it.", []),
        ("Hundreds of people in Spain living with it are being invited to join the trial.", [("Spain",)]),
        ("A trial conducted in Europe and the USA has ended.", [("United States",)]),
        ("It manages the project in Russia, where enrolment began in May.", [("Russia",)]),
        ("The enrolment rate in Latvia was 5 patients a month.", [("Latvia",)]),
        ("The trial’s expansion into Mexico and Brazil will speed it up.", [("Mexico", "Brazil")]),
        ("It recruited the highest number of patients in the UK into a trial.", []),
        ("The trial compares pills that are standard treatment in Spain with a jab.", []),
    ],
)
def test_countries_are_where_a_trial_runs(text: str, expected: list[tuple[str, ...]]) -> None:
    assert expected == [value for kind, value in stated(places, text) if kind == "countries"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Survival was longer (hazard ratio for death, 0.73; 95% CI, 0.62 to 0.87; P=0.0003).",
            [("p_value", 0.0003), ("hazard_ratio", 0.73), ("confidence_interval", (0.62, 0.87))],
        ),
        ("The odds were higher (odds ratio 11.8, P<.001).", [("p_value", "<0.001"), ("odds_ratio", 11.8)]),
        ("A p value of less than 0.05 was considered significant.", []),
        ("Some 10% of adults have asthma.", []),
        ("Shares of the company rose 12% after the trial.", []),
        ("Seven of 14 patients (50%) improved.", [("percentage", 50.0)]),
        (
            "Responder rate (> or = 50% fewer seizures) was 13.5% (placebo), 17% (200 mg), and 39% (400 mg, p<0.001).",
            [("p_value", "<0.001"), ("percentage", 13.5), ("percentage", 17.0), ("percentage", 39.0)],
        ),
        (
            "Grade 3 toxicities included anaemia (24%), all fevers (18%) and rash (6%).",
            [("percentage", 24.0), ("percentage", 18.0), ("percentage", 6.0)],
        ),
        ("Response was 7.2 months and 38.2% (P = .47) in the second arm.", [("p_value", 0.47), ("percentage", 38.2)]),
        ("One in the conventional treatment group had a response (P = 0.06).", [("p_value", 0.06)]),
        ("Mortality was 22.9% in one group versus 25.7% in the other.", [("percentage", 22.9), ("percentage", 25.7)]),
        ("On 5 mg it came to -1.87% (difference from placebo: −1.91%, p<0.0001).", [("p_value", "<0.0001")]),
        (
            "There was a 30.4% median reduction among patients on the drug, as compared to 17.9% on placebo.",
            [("percentage", 30.4), ("percentage", 17.9)],
        ),
        ("We found a reduction of 31% in the rate of falls in the exercise group.", [("percentage", 31.0)]),
        ("Typhoid befell 7 participants; vaccine efficacy: 81.6%.", [("percentage", 81.6)]),
        ("A 14.3% fall rate reduction was seen in the exercise group.", [("percentage", 14.3)]),
        (
            "Grade 3-4 toxicities included neutropenia (22%) and anemia (8%).",
            [("percentage", 22.0), ("percentage", 8.0)],
        ),
        ("Its shares (22%) and bonds (8%) fell.", []),
        ("Sales saw a 14.3% reduction in the quarter.", []),
        ("The score fell by 3.6 points.", [("mean_change", -3.6)]),
        ("There was an improvement of +11 ETDRS letters.", [("mean_change", 11.0)]),
        ("They opened +11 ETDRS letters.", []),
        ("The p-value for the primary endpoint was 0.015.", [("p_value", 0.015)]),
        ("P for trend < 0.001", [("p_value", "<0.001")]),
        ('The change achieved a "p" value of 0.19, which was not significant.', [("p_value", 0.19)]),
        ("P < 0.05 was statistically significant.", []),
        (
            "The incidence of events was 46% and 54% with 20 and 40 mg, respectively, and 41% with placebo.",
            [("percentage", 46.0), ("percentage", 54.0), ("percentage", 41.0)],
        ),
        ("The incidence of asthma is 9% in the country.", []),
        (
            "It told by neither (P for interaction = 0.41 and 0.77, respectively).",
            [("p_value", 0.41), ("p_value", 0.77)],
        ),
        ("Fewer died (HR (95% CI) 0.71 (0.55–0.92)).", [("hazard_ratio", 0.71), ("confidence_interval", (0.55, 0.92))]),
        ("Falls were rarer (prevalence ratio compared with usual care 0.74).", [("risk_ratio", 0.74)]),
        ("The shares are given as HR (95% CI) in Table 2.", []),
        ("The 95% confidence interval for hazard ratio was 0.63–1.03.", [("confidence_interval", (0.63, 1.03))]),
        ("The noninferiority margin was a hazard ratio of 1.3.", []),
        (
            "The HR for progression was above the predefined threshold of 1.25 (HR 2.17, 95% CI: 0.88–5.34).",
            [("hazard_ratio", 2.17), ("confidence_interval", (0.88, 5.34))],
        ),
        (
            "The least squares mean change to week 24 was −12.4 with the drug versus −7.1 with the dummy.",
            [("mean_change", -12.4), ("mean_change", -7.1)],
        ),
        ("It had 90% power to detect a hazard ratio of 0.75 at P<0.05.", []),
        (
            "Complete remission (CR) was 61% with R-CHOP and 84% with the graft (P = .002).",
            [("p_value", 0.002), ("percentage", 61.0), ("percentage", 84.0)],
        ),
        ("The separation was -3.6 MADRS points (p<0.001).", [("p_value", "<0.001"), ("mean_change", -3.6)]),
        ("Overall survival was alike (91.0 versus 89.4%).", [("percentage", 91.0), ("percentage", 89.4)]),
        ("Three-year survival was 28% and 61%, respectively.", [("percentage", 28.0), ("percentage", 61.0)]),
        ("Compliance was 94% of tablets.", [("percentage", 94.0)]),
        ("Compliance was more than 85%.", [("percentage", 85.0)]),
        ("Of those in the study, most (70%) were women.", [("percentage", 70.0)]),
        ("They detected healing in 90 percent of the test group.", [("percentage", 90.0)]),
        ("Nearly 80 percent of children in the trial successfully finished it.", [("percentage", 80.0)]),
        (
            "Study participants had a history of pain (98%), transfusion (68%), and malaria (85%).",
            [("percentage", 98.0), ("percentage", 68.0), ("percentage", 85.0)],
        ),
        ("They came to 91% of expected monthly visits.", [("percentage", 91.0)]),
        ("The review showed a 53% overall CA-125 response rate.", [("percentage", 53.0)]),
        ("The study was designed to show a 33% improvement, a hazard ratio of 0.75.", []),
        (
            "Success, defined as what patients and doctors could see, was commoner: OR 7.6, 3.1 to 18.9; P<0.001.",
            [("p_value", "<0.001"), ("odds_ratio", 7.6), ("confidence_interval", (3.1, 18.9))],
        ),
        (
            "The odds ratios (OR) were 1.21 (95% CI 0.81 to 1.79; P=0.35) and 1.00 (95% CI 0.66 to 1.51).",
            [
                ("p_value", 0.35),
                ("odds_ratio", 1.21),
                ("odds_ratio", 1.0),
                ("confidence_interval", (0.81, 1.79)),
                ("confidence_interval", (0.66, 1.51)),
            ],
        ),
        ("It found a 28 percent reduction in admissions.", [("percentage", 28.0)]),
        ("Scores improved by 58%, compared to placebo’s 41.5%.", [("percentage", 58.0), ("percentage", 41.5)]),
        ("They underwent a second graft in 71% of cases.", [("percentage", 71.0)]),
        ("In the trial bleeding went the other way, 8.6% against 17.9%.", [("percentage", 8.6), ("percentage", 17.9)]),
        ("Most (79%) of the participants had had one attack.", [("percentage", 79.0)]),
        ("Just over a third (36 per cent) of those in both groups had pain.", [("percentage", 36.0)]),
        ("In such a trial of stroke: the majority (80%) are caused by a clot.", []),
        ("In the trial, 75% of 20 patients kept their response.", [("percentage", 75.0)]),
        ("In the trial, 32% crossed over and 84% made antibodies.", [("percentage", 32.0), ("percentage", 84.0)]),
        ("In the trial, 20% reduced salt was on the menu.", []),
        ("Rashes occurred in 72% of pts.", [("percentage", 72.0)]),
        (
            "In the trial the share who could walk rose from 19.1% to 32.6%.",
            [("percentage", 19.1), ("percentage", 32.6)],
        ),
        ("After the trial its share of the market rose from 19.1% to 32.6%.", []),
        (
            "A rash was seen in 6.1%, 5.6% and 4.8% of the patients on the two doses and placebo, respectively.",
            [("percentage", 6.1), ("percentage", 5.6), ("percentage", 4.8)],
        ),
        ("The two arms of the trial ended with a difference of 13.5 percentage points.", [("percentage", 13.5)]),
        ("The two arms of the trial ended with a difference of −8.5 percentage points.", []),
        ("In such a trial a difference of 10% was thought to matter.", []),
        ("In the 10-mg group, 56% had normal values.", [("percentage", 56.0)]),
        (
            "Falls caused a mild (n = 678, 52.8%) or a severe injury; 13.2% (n = 166) broke a bone.",
            [("percentage", 52.8), ("percentage", 13.2)],
        ),
        (
            "It cut the risk of persistent 10% and 5% worsening by 31% (p=0.007) and 30% (p=0.008).",
            [("p_value", 0.007), ("p_value", 0.008), ("percentage", 31.0), ("percentage", 30.0)],
        ),
        (
            "The outcome was progression (>30% decrease), and patients had a 50% reduction or not (P = .3).",
            [("p_value", 0.3)],
        ),
        ("Disease is seen in 5% of men and 3% of women.", []),
        ("The 1.5% and 3% doses both cut lesions in the trial (1.5% and 3%, both p<0.001).", [("p_value", "<0.001")]),
        (
            "In the trial, 2 vaccines had an efficacy of 45% (95% CI 41% to 49%).",
            [("confidence_interval", (41.0, 49.0)), ("percentage", 45.0)],
        ),
        ("People in the trial who got it saw a body weight loss of 14.9% after 68 weeks.", [("percentage", 14.9)]),
        (
            "All patients in the trial responded, with 72.2% of the patients achieving a remission.",
            [("percentage", 72.2)],
        ),
        ("Eighty-nine per cent of patients in the new drug group were cured.", [("percentage", 89.0)]),
        (
            "The HR for falls—adjusted for age, sex and 25(OH)D—was 0.99 (95% CI 0.92–1.07).",
            [("hazard_ratio", 0.99), ("confidence_interval", (0.92, 1.07))],
        ),
        (
            "The difference (95% confidence interval [CI]) was −0.50 [−0.80, −0.20].",
            [("confidence_interval", (-0.8, -0.2)), ("mean_change", -0.5)],
        ),
        (
            "Use fell from 60.1% of patients at discharge to only 10.1% at the end of the trial.",
            [("percentage", 60.1), ("percentage", 10.1)],
        ),
        ("We want 100% survival for all patients.", []),
        (
            "It was likelier (AOR: 1.71, CI: 1.05 to 2.78).",
            [("odds_ratio", 1.71), ("confidence_interval", (1.05, 2.78))],
        ),
        ("In the trial the transplants cured 94 percent of them.", [("percentage", 94.0)]),
        (
            "The transplants cured 94 percent of the patients, while a drug cured just 27 percent.",
            [("percentage", 94.0), ("percentage", 27.0)],
        ),
        (
            "In the trial, average gains were 34%, 30% and 8% on three tests.",
            [("percentage", 34.0), ("percentage", 30.0), ("percentage", 8.0)],
        ),
        ("The 3-year DFS was 100% in 111 patients.", [("percentage", 100.0)]),
        ("Of the participants, some took pills that can reduce the risk by 90%.", []),
        ("It did better, with a 1.51 generalized odds ratio.", [("odds_ratio", 1.51)]),
        ("The company opened more than 70% lower after its trial.", []),
        (
            "There were fewer (OR 0.71, 95% CI 0.63 to 0.79; eight trials).",
            [("odds_ratio", 0.71), ("confidence_interval", (0.63, 0.79))],
        ),
        (
            "It was rare (odds ratio 14.1 (95% CI 3.0 to 92.2), P<0.001), or less so (1.3 (0.3 to 5.2), P=0.6).",
            [
                ("p_value", "<0.001"),
                ("p_value", 0.6),
                ("odds_ratio", 14.1),
                ("odds_ratio", 1.3),
                ("confidence_interval", (3.0, 92.2)),
                ("confidence_interval", (0.3, 5.2)),
            ],
        ),
        ("In this trial levels fell to 55.8% of their peak.", [("percentage", 55.8)]),
        ("The high-dose group did best. Fits became rarer by 9%. Rates fell by 56 percent.", [("percentage", 56.0)]),
        ("All took part in the study. For 5% of patients, the fits stopped.", [("percentage", 5.0)]),
        ("More of them in the trial had a second line (83 vs. 52 %).", [("percentage", 83.0), ("percentage", 52.0)]),
        (
            "The difference was −22.8 percentage points (95% CI −41.1 to −5.4).",
            [("confidence_interval", (-41.1, -5.4)), ("percentage", -22.8)],
        ),
        (
            "Harm befell 19% (10%-31%) of them in the trial.",
            [("confidence_interval", (10.0, 31.0)), ("percentage", 19.0)],
        ),
        (
            "Survival (median [95% CI]) was 5.26 [4.60–6.37] on it and 4.14 [3.42–4.86] months on placebo.",
            [("confidence_interval", (4.6, 6.37)), ("confidence_interval", (3.42, 4.86))],
        ),
        (
            "The RR was 1.95 (95% CI 0.90-4.22) against nothing; placebo (1.61; 0.93-2.78).",
            [
                ("risk_ratio", 1.95),
                ("risk_ratio", 1.61),
                ("confidence_interval", (0.9, 4.22)),
                ("confidence_interval", (0.93, 2.78)),
            ],
        ),
        ("It took 5.26 days (4.60–6.37) in one and 19% (range 10%-31%) in the other.", []),
        (
            "More than 70% of those treated had at least a 20% improvement (P<0.01).",
            [("p_value", "<0.01"), ("percentage", 70.0)],
        ),
        (
            "The prevalence of malaria was higher in one arm (48.7% versus 40.8%).",
            [("percentage", 48.7), ("percentage", 40.8)],
        ),
        ("Protection was 72% in the innermost 25% households (P=.01).", [("p_value", 0.01), ("percentage", 72.0)]),
        (
            "The HRs were 0.60 (0.44-0.81) for death and 0.72 (0.55-0.94) for stroke.",
            [
                ("hazard_ratio", 0.6),
                ("hazard_ratio", 0.72),
                ("confidence_interval", (0.44, 0.81)),
                ("confidence_interval", (0.55, 0.94)),
            ],
        ),
        (
            "The relative rate was 0.7 (CI95 0.5 to 0.8), in men 0.66 [0.51; 0.82].",
            [
                ("risk_ratio", 0.7),
                ("risk_ratio", 0.66),
                ("confidence_interval", (0.5, 0.8)),
                ("confidence_interval", (0.51, 0.82)),
            ],
        ),
        ("There was a decrease 1 hour after waking.", []),
        ("In the trial, between 84% and 91% of the participants coped.", []),
        ("None did in the other arm (p less than 0.001).", [("p_value", "<0.001")]),
        ("It was seen in 62% ( 24 of 39 participants ) of the trial.", [("percentage", 62.0)]),
        (
            "In the trial 84% of the active group tolerated the dose, 91% tolerated half.",
            [("percentage", 84.0), ("percentage", 91.0)],
        ),
        (
            "The 10-year RFI was 97%, RFS 91%, and DRFS 92%.",
            [("percentage", 97.0), ("percentage", 91.0), ("percentage", 92.0)],
        ),
        (
            "Testing increased in the patients from 58% to 68% over the years.",
            [("percentage", 58.0), ("percentage", 68.0)],
        ),
        ("In the two arms it was 145 (41.8% of 347 patients).", [("percentage", 41.8)]),
        ("Its share of sales increased from 58% to 68%.", []),
        ("The rise in the peanut threshold was 1345 mg (p<0.001).", [("p_value", "<0.001")]),
        (
            "Clots formed in 6 and 8.5 percent of patients, respectively (2.1% per year vs. 3.4% per year; p=0.2).",
            [
                ("p_value", 0.2),
                ("percentage", 6.0),
                ("percentage", 8.5),
                ("percentage", 2.1),
                ("percentage", 3.4),
            ],
        ),
        ("It is an area where 14 and 34 percent of deaths were early, respectively.", []),
        (
            "On placebo 0.8 percent of the participants saw more than 80% of their hair, nobody having more than 90%.",
            [("percentage", 0.8)],
        ),
        ("The diet was found to slow the decline by 31% in the study.", [("percentage", 31.0)]),
        ("In a study the pills were said to slow the decline by 31%.", []),
        ("The trial ended with a total of 41.5 percent of the patients achieving this.", [("percentage", 41.5)]),
        ("They followed 212 patients (mean age 68 years, 35.6% women).", [("percentage", 35.6)]),
        ("Patients on it had 23% less relapses over the course of a year.", [("percentage", 23.0)]),
        ("The disease befalls 23% of adults a year.", []),
        ("They analyzed data of 255 (93%; 99 in one group) in this trial.", [("percentage", 93.0)]),
        (
            "The hazard ratio for A vs. B = 0.88, 95% CI [0.58, 1.35]; for A vs. C = 0.69, 95% CI [0.42, 1.12].",
            [
                ("hazard_ratio", 0.88),
                ("hazard_ratio", 0.69),
                ("confidence_interval", (0.58, 1.35)),
                ("confidence_interval", (0.42, 1.12)),
            ],
        ),
        (
            "The odds ratio for a rise of 1 standard deviation = 1.26 (95% CI [1.05, 1.50]).",
            [("odds_ratio", 1.26), ("confidence_interval", (1.05, 1.5))],
        ),
        ("In the trial the main outcome was 75% improvement of the score; it was met.", []),
        ("In the study percentages of patients with ≥50%, ≥75%, and 100% reduction were counted.", []),
        ("In trials, 47% of patients without type 2 diabetes lost weight.", [("percentage", 47.0)]),
        ("They were mostly white (75%), female (85%).", [("percentage", 75.0), ("percentage", 85.0)]),
        (
            "In the trial infection caused 38% of all admissions, including 27% of the readmissions.",
            [("percentage", 38.0), ("percentage", 27.0)],
        ),
        ("Smoking causes 38% of all deaths.", []),
        (
            "There was no difference (hazard ratios: 0.98, 0.97, and 1.01, respectively).",
            [("hazard_ratio", 0.98), ("hazard_ratio", 0.97), ("hazard_ratio", 1.01)],
        ),
        (
            "The relative risk of a fall was 0.75 (0.61 to 0.93).",
            [("risk_ratio", 0.75), ("confidence_interval", (0.61, 0.93))],
        ),
    ],
)
def test_figures_are_those_of_results(text: str, expected: list[tuple[str, object]]) -> None:
    assert expected == stated(figures, text)


def test_a_change_and_its_interval_take_the_sign_of_the_record() -> None:
    found = stated(figures, "They cried 27 minutes less (95% CI 10 to 44).", RECORD)

    assert [("confidence_interval", (-44.0, -10.0)), ("mean_change", -27.0)] == found


@pytest.mark.parametrize(
    "text",
    ["Patients under 18 years were excluded.", "The mean age was 64 years.", "In all, 1950 were 75 or older."],
)
def test_how_old_people_were_is_not_who_may_take_part(text: str) -> None:
    assert [] == stated(ages, text)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Age group 18 Years and older", "age", [">=18 years"]),
        ("Participants must be 55 or older.", "age", [">=55 years"]),
        ("It was carried out among 5110 adults, aged 50-84 years, who were followed.", "age", ["50-84 years"]),
        ("Participants’ ages ranged from 19 to 72 years.", "age", []),
        ("It enrolled patients of >3 years old, and who had had one attack.", "age", [">=3 years"]),
        ("They were 45 years or older and were followed for an average of 40 months.", "age", [">=45 years"]),
        ("It took in adults aged 81 to 65 years.", "age", ["81-65 years"]),
        ("Of these, 41% of global and 45% of U.S. participants are 56-85 years of age.", "age", []),
        ("Infants aged 6–12 wk and children aged 5–17 mo joined.", "age", []),
        ("It worked best in those between 5 and 8 years old.", "age", []),
        ("People without dementia aged 70 to 84 years joined.", "age", ["70-84 years"]),
        ("Treatment will last up to two years.", "duration", ["2 years"]),
        ("Patients had been ill for a median of 7 years.", "duration", []),
        ("The survey covered 18 to 75 years.", "duration", []),
        ("Children of 4 to 14 years who reacted ate it.", "duration", []),
        ("They took it for 4 to 14 weeks.", "duration", ["14 weeks"]),
        ("Level 1: 0.1 mg/kg", "dose", ["0.1 mg/kg"]),
        ("Their blood levels were 0.1 mg/kg.", "dose", []),
    ],
)
def test_measures_are_the_trials_own(text: str, kind: str, expected: list[str]) -> None:
    module = {"age": ages, "duration": durations, "dose": doses}[kind]

    assert [(kind, value) for value in expected] == stated(module, text)


def test_a_country_in_which_a_disease_is_common_is_not_where_a_trial_runs() -> None:
    record = RECORD.replace("id: ", "countries: [United Kingdom]\n    id: ", 1)

    assert [] == stated(places, "Asthma is the commonest long-term disease in children in the UK.", record)


def test_retirement_communities_are_sites() -> None:
    found = stated(places, "The trial took 300 residents from 22 Australian retirement communities.")

    assert [("sites", 22)] == found


@pytest.mark.parametrize("units", ["neonatal units", "paediatric critical care units", "high dependency units"])
def test_units_of_hospitals_are_sites(units: str) -> None:
    assert [("sites", 55)] == stated(places, f"The study took place in 55 UK {units}.")
