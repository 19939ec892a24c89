"""Start, completion and results dates of trials, as prose gives them and as it gives other dates."""

from __future__ import annotations

import pytest

from checker.claims.kinds.dates import find
from checker.claims.said import Said
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings

LETTERS = {"start_date": "S", "primary_completion_date": "P", "completion_date": "C", "results_date": "R"}

STATED = """
S=2019-05 | The phase 3 trial kicked off in May 2019 at 40 hospitals.
S=2019-05 | Researchers at Oxford launched the trial in May 2019.
S=2019-05,C=2021-03 | This randomised, double-blind trial was conducted from May 2019 to March 2021 in Germany.
S=2019-05,C=2021-03 | Between May 2019 and March 2021, we randomly assigned 352 patients to receive the drug or placebo.
S=2019-05,C=2021-03 | METHODS: We did a multicentre, open-label trial at 23 hospitals between May 2019 and March 2021.
S=2019-05,C=2021-03 | Patients were enrolled between May 2019 and March 2021.
S=2019-05,C=2021-03 | From May 2019 through March 2021, a total of 300 patients were screened.
S=2019-05,C=2021-03 | Phase 1, open-label, May 2019 to March 2021, done.
none | From May 2019 to March 2021, many visits were paid.
S=2019-05,C=2028-12:E | Same opening month, May 2019, but a finish planned for December 2028.
S=2019-05-14 | The first patient was enrolled on May 14, 2019.
S=2019-05 | The trial commenced its dosing phase in May 2019, and then took in 40 people.
S=2019-05 | Since the start of the double-blind flu study in May 2019, 40 people have joined.
C=2028-12:E | The firm expects completion of the double-blind flu trial by the end of 2028.
C=2028-12:E | The study is ongoing until December 2028.
P=2027-Q3:E | Topline data are expected in mid-Q3 2027.
R=2027-H1:E | Results are expected in 1H27.
S=2019-05 | In May 2019 Norvane launched the double-blind flu trial.
P=2027-06:E | A mid-2027 data readout is planned.
none | In May 2019 Norvane opened the second part of the trial.
none | Enrolment in the trial has been completed, the company announced in May 2019.
none | The trial has been stopped, Norvane, the developer, announced on 11 May 2019.
S=2019-05 | - May 2019: first patient dosed
C=2028-12:E | - December 2028 – end of study
none | 5 May 2019 – The first patient has been dosed in the trial.
none | The start of a Phase 3 trial is planned for 2028.
none | At the baseline survey undertaken between May 2019 and August 2019, 300 households were visited.
none | On 20 July 2019, the Upgraded Research Unit was officially opened in Lagos.
R=2019-02-18 | Initial results of the trial appear in the journal on February 18, 2019.
R=2019 | The trial team published these results in 2019.
none | The trial reached full enrolment in May 2019.
none | After slow recruitment in 2019 the trial was extended.
none | The company announced full recruitment in May 2019.
none | Screening for the trial began in May 2019.
none | The trial's screening began in May 2019.
none | The Canadian part of the trial began in May 2019.
none | The trial's blinded phase ended in May 2019.
S=2019-05-14 | The company dosed the first participant in the study on May 14, 2019.
none | The last patient was randomised in June 2020.
none | Enrolment closed in June 2020.
none | The company said it had completed enrollment in June 2020.
C=2020-06 | Follow-up was completed in June 2020.
C=2020-06 | The last patient completed follow-up in June 2020.
S=2027-05:E | The trial is set to begin in May 2027.
S=2027-05:E | Recruitment is expected to start in May 2027.
S=2027-05:E | A phase 2 trial, slated to open in May 2027, will test the pill.
C=2028-12:E | The trial is expected to be completed in December 2028.
C=2028-12:E | Completion is expected in December 2028.
C=2028-12:E | The estimated study completion date is December 2028.
P=2028-12:E | The estimated primary completion date is December 2028.
P=2028-12:E,C=2029-06:E | Primary completion is expected in December 2028, and study completion in June 2029.
R=2022-08 | The results were published in The Lancet in August 2022.
R=2022-08 | Results from the study were presented at the ASCO annual meeting in August 2022.
R=2022-08 | The findings, published in August 2022 in NEJM, surprised many.
none | The drug was approved by the FDA in June 2018.
none | She was diagnosed with the disease in March 2015.
none | The charity was founded in 1998.
none | Phase 2 of the hospital's building works ends in May 2024.
none | The record was last updated in June 2023.
none | The company began selling the device in 2018.
none | The pandemic began in March 2020.
none | In 2019, about 300,000 people died of the disease.
none | Her treatment began in May 2018 and ended in August 2018.
none | The Food and Drug Administration granted it breakthrough status in May 2019.
none | A study published in 2015 found no benefit.
none | Dr Smith joined the institute in 2011.
C=2020-06 | The trial was stopped early in June 2020 because of futility.
C=2020-06 | The sponsor terminated the study in June 2020.
C=2020-06 | The study wound up in June 2020 with only 12 participants.
S=2019-05,C=2028-12:E | The study, which started in May 2019, is due to finish in December 2028.
S=2019-05,C=2028-12:E | It has been recruiting since May 2019 and will run until December 2028.
S=2019-05 | It opened its doors to patients in May 2019.
S=2019-05 | Enrolment began at the Mayo Clinic in May 2019.
S=2019-05 | In May 2019 the trial started enrolling.
S=2019-05,C=2021-03 | Start: May 2019. End: March 2021.
S=2019-05,C=2021-03 | Study dates: May 2019–March 2021.
S=2019-05,C=2021-03 | The trial (May 2019 to March 2021) included 300 people.
S=2019,C=2021 | The MERIT trial (2019–2021) included 300 people.
C=2024-12 | Participants were followed until December 2024.
P=2024-12 | Topline results came in December 2024.
P=2027-Q2:E | The company expects topline data in the second quarter of 2027.
P=2021-Q2:E | The company expects topline data in the second quarter of calendar year 2021.
R=2027:E | Results are expected in 2027.
P=2027-02:E | Primary results are anticipated in February 2027.
C=2027-02:E | The trial should wrap up in February 2027.
C=2027-02:E | It will continue until February 2027.
S=2019-05 | The trial had been running since May 2019.
S=2019-05 | The trial got off the ground in May 2019, a year late.
S=2019-05 | Launched in May 2019, the trial tests a pill.
none | The centre, which opened in May 2012, treats children.
none | He started at the company in May 2012.
S=2019-05 | Recruitment started in May 2019 and finished in June 2020.
S=2019-05,C=2021-03 | The study ran for two years, from May 2019 to March 2021.
C=2021-03 | The study came to an end in March 2021.
C=2021-03 | Data collection ended in March 2021.
none | The patent expired in March 2021.
none | The previous treatment was stopped in June 2018.
S=2019-05 | Work on the trial began in May 2019.
S=2019-05 | The trial, sponsored by Roche, began in May 2019.
S=2019-05 | The trial of the drug began in May 2019.
S=2019-05 | The trial's start date was May 2019.
C=2021-03 | The trial's end date was March 2021.
none | The trial was approved by the ethics committee in May 2018.
none | The trial was registered in May 2018.
none | The committee met in May 2018 and the study protocol was changed in June 2018.
none | A total of 352 patients treated between 2010 and 2015 were reviewed.
none | We searched PubMed from 1990 to 2020.
none | Data from the national registry for 2010–2015 were used.
S=2019-05,C=2021-03 | NCT01234567 ran May 2019 to March 2021.
S=2019-05,C=2021-03 | The study took place between May 2019 and March 2021 in Kenya.
S=2027-11:E | The first participant is expected to be dosed in November 2027.
C=2030:E | Participants will be followed up until 2030.
P=2025-12 | The primary endpoint was reached in December 2025.
none | Enrolment is expected to be completed by December 2027.
none | The trial expects to complete recruitment by December 2027.
S=2027-01:E | The first patients could be treated in January 2027.
none | Patients with a diagnosis between 2010 and 2015 were eligible.
none | The war began in February 2022 and closed two of the centres.
C=2021-03 | The last participant's final visit was in March 2021.
S=2019-05 | Patient enrolment opened in May 2019.
none | The trial resumed in June 2020 after a pause.
none | The hold was lifted in June 2020.
none | The trial was put on hold in June 2020.
none | The trial was suspended in June 2020.
none | The trial was withdrawn in June 2020 before anyone had joined.
S=2019-05,C=2021-03 | Recruitment ran from May 2019 to March 2021.
R=2022-08 | The study was published in August 2022 in Nature Medicine.
R=2022-08 | The company announced the results in August 2022.
R=2022-08 | The company reported topline results in August 2022.
R=2022-08 | Its findings appeared in the journal Brain in August 2022.
R=2022-08 | The trial reported its results in August 2022.
S=2019-05 | Dosing in the phase 1 study got under way in May 2019.
S=2019-05,C=2026-03:E | NCT01234567: started May 2019, ends March 2026.
S=2019-05,C=2028-03:E | NCT01234567 (start: May 2019; estimated completion: March 2028).
S=2019-05,C=2021-03 | The study began in May 2019 and concluded in March 2021.
C=2021-03 | It was terminated in March 2021 after the sponsor ran out of money.
C=2021-03 | In March 2021 the sponsor pulled the plug: the trial was discontinued in March 2021.
S=2019-05 | The trial's first patient was treated at Guy's Hospital in May 2019.
S=2019-05 | The team treated its first patient in May 2019.
S=2026-09:E | Investigators hope to begin enrolling in September 2026.
S=2026-09:E | If all goes well, the trial will start in September 2026.
S=2026:E | The trial is scheduled to open later this year.
S=2027:E | Recruitment will begin next year.
C=2027-12:E | The trial will end by the end of next year.
S=2025-11 | The trial started in November.
S=2025-11 | The trial began last November.
C=2026-06:E | The study is expected to finish this June.
P=2026-12:E | Primary completion is estimated for December 2026.
P=2026-H2:E | Topline results are anticipated in the second half of 2026.
P=2026-H2:E | Topline results are anticipated in H2 2026.
S=2013-06,C=2017-10 | Patients were recruited from June 2013 to October 2017 at 51 centres.
S=2013-06,C=2017-10 | This trial was done between June, 2013, and Oct 2017, at 51 hospitals in 10 countries.
S=2013-06-03,C=2017-10-12 | Between June 3, 2013, and Oct 12, 2017, 1204 patients were screened.
S=2013-06-03,C=2017-10-12 | Findings: Between June 3, 2013, and Oct 12, 2017, we enrolled 352 participants.
S=2013-06-03,C=2017-10-12 | 352 participants were enrolled between June 3, 2013, and Oct 12, 2017.
none | Median follow-up was 24 months; the data cutoff was March 5, 2021.
none | The cut-off date for this analysis was 5 March 2021.
none | The protocol was amended in March 2021.
none | The institute opened a new wing in March 2021.
none | The company plans to file for approval in 2027.
none | The drug will be launched in 2027.
none | A phase 3 trial of another drug failed in 2016.
none | Ethics approval was obtained in May 2019.
none | Funding ended in March 2021.
none | The grant runs until March 2027.
none | The disease was first described in 1901.
none | Between 2010 and 2019, deaths from malaria fell by half.
none | From 2015 to 2019 he ran the cancer unit.
none | He took part in the trial in May 2019.
none | She joined the study in May 2019.
none | Maria, 45, enrolled in May 2019.
none | She started the drug in May 2019.
none | His symptoms began in May 2019 after a fall.
none | The law that closed in 2012 was passed in 2009.
none | The trial was announced in May 2019.
none | The trial was funded in May 2019 by the EU.
none | It received orphan drug designation in May 2019.
none | The last update was in May 2019.
none | The record, last updated in May 2019, lists 20 sites.
none | The article was first published in May 2019.
none | This article was updated on 5 March 2021.
none | Published 5 March 2021.
none | As of March 2021, 200 people had joined.
none | By March 2021, 200 people had been enrolled.
none | By the end of 2020, the trial had enrolled 200 people.
C=2028-07:E | The overall trial is projected to conclude in July 2028.
C=2028-07:E | The study has an estimated end date of July 2028.
C=2028-07:E | Its expected finish is July 2028.
C=2028-07:E | The trial runs until July 2028.
C=2028-07:E | The trial remains open until July 2028.
C=2028-07:E | The researchers expect to complete the study in July 2028.
C=2028-07:E | The sponsor aims to finish the trial by July 2028.
C=2028-07:E | The trial was originally expected to end in July 2028.
S=2018-02 | Opened in February 2018, the trial has so far taken in 30 people.
S=2018-02,C=2019-11 | The trial, which opened in February 2018 and closed in November 2019, took in 30 people.
S=2018-02 | The trial opened to recruitment in February 2018.
none | The trial closed to recruitment in February 2018.
none | Recruitment was completed in February 2018.
none | Recruitment was halted in February 2018 by the pandemic.
C=2018-02 | All follow-up visits ended in February 2018.
C=2018-02 | The last follow-up visit took place in February 2018.
C=2018-02 | The final visit was in February 2018.
C=2018-02 | Completed in February 2018, the study found no benefit.
C=2018-02 | The study, completed in February 2018, found no benefit.
R=2018-02 | The study's results, published in February 2018, show no benefit.
R=2018-02 | Full results were posted on ClinicalTrials.gov on February 2018.
R=2018-02-09 | Results were first posted on 9 February 2018.
R=2018-02 | The data were unveiled at a congress in Vienna in February 2018.
R=2018-02 | The trial's findings came out in February 2018.
none | The trial builds on a 2016 study.
S=2019-05 | The pilot went ahead in May 2019.
S=2019-05 | Participants have been enrolled since May 2019.
S=2019-05 | Enrolling since May 2019, the study has 20 sites.
S=2019-05 | The study has been under way since May 2019.
S=2019-05 | Since May 2019 the trial has been recruiting at 20 sites.
S=2019-05,C=2021-03 | When was it done? From May 2019 to March 2021.
S=2019-05,C=2021-03 | The study lasted from May 2019 until March 2021.
S=2019-05,C=2021-03 | Our trial ran from 2019-05 to 2021-03.
S=2019-05,C=2021-03 | The trial was carried out (May 2019–March 2021) in three clinics.
C=2021-03 | The study formally ended in March 2021.
C=2021-03 | March 2021 was the end of the study.
C=2027-03:E | March 2027 is the planned finish.
S=2019-05 | May 2019 marked the start of the trial.
S=2019-05 | The start of the trial was in May 2019.
none | Treatment started in May 2019 in the first patient, a man of 40.
S=2019-05 | Treatment of the first patient began in May 2019.
S=2019-05-20 | The first participant was randomised on May 20th, 2019.
S=2019-05 | Enrollment kicked off in Boston in May 2019.
S=2019-05 | The doors opened in May 2019.
C=2025-05 | The three-year study wrapped in May 2025.
S=2022-06-01,C=2024-06-30 | Study period: 1 June 2022 to 30 June 2024.
S=2022-06-01 | Recruitment (n = 300) began on 1 June 2022.
S=2022-06 | At Leeds, where the trial opened in June 2022, 40 people have signed up.
none | The hospital, where the ward opened in June 2022, has 40 beds.
S=2022-06 | A trial of the vaccine, which began in June 2022, has 400 volunteers.
S=2022-06,C=2024-01 | The ALPHA study (NCT01234567), which began in June 2022, was terminated in January 2024.
none | The device was first implanted in 2003.
none | In a 2003 trial, 40 people were treated.
none | The company went public in June 2021.
none | By June 2021 the company had raised $40 million.
none | In June 2021, the FDA placed the trial on clinical hold.
none | Last year 40 patients died.
none | It is hoped that the therapy will reach patients by 2030.
none | The therapy may be available by 2030.
none | He died in May 2019, two years after the trial ended.
C=2019-05 | Two years after the trial ended in May 2019, he died.
none | The minister said in May 2019 that the hospital would open.
S=2027-03:E | The trial, which will start in March 2027, needs 300 volunteers.
S=2027-03:E | It has not yet opened; the start is planned for March 2027.
S=2027-03:E | Not yet recruiting (planned start: March 2027).
S=2027-03:E,C=2029-12:E | The study will run from March 2027 to December 2029.
S=2027-03:E,C=2029-12:E | Planned dates: March 2027 to December 2029.
C=2026-12:E | It is still recruiting and is expected to be finished in December 2026.
S=2019-10 | Since October 2019, patients have been enrolled at 12 sites.
S=2019-10 | Enrolment started on schedule in October 2019.
C=2023-01 | The trial closed early, in January 2023.
none | It was halted in January 2023 while the data were reviewed.
none | Half of them were diagnosed before 2010.
none | Their median survival was 12 months in 2010 and 18 in 2019.
S=2014 | The trial started in 2014 and has no results yet.
S=2014,C=2018 | The trial ran 2014–2018.
S=2014,C=2018 | The TARGET trial, run in 2014–2018, was negative.
none | The guideline of 2014 recommends it.
none | The 2014–2016 Ebola outbreak in West Africa led to a vaccine.
none | Ebola killed 11,000 people between 2014 and 2016.
none | The law came into force on 1 January 2023.
none | The 2023 budget starts on 1 January 2023.
none | Its shares began trading in May 2019.
none | Production began in May 2019.
none | The campaign began in May 2019.
none | The first patient to receive the drug outside the trial did so in May 2019.
none | The first version of the app came out in May 2019.
S=2020-02-04 | The first person was given the jab on 4 February 2020.
S=2020-02-04 | On 4 February 2020, the first person was given the jab.
P=2023-09 | The main analysis was completed in September 2023.
P=2023-09 | The last measurement for the primary endpoint was taken in September 2023.
none | An interim analysis is planned for September 2026.
C=2026-09:E | The last patient will complete follow-up in September 2026.
R=2026-09:E | The company expects to report results in September 2026.
P=2026-09:E | The company expects to report topline results in September 2026.
P=2026-09:E | A readout is expected in September 2026.
R=2024-09 | The company presented data from the trial at ESMO in September 2024.
none | Investigators reported in September 2024 that two people had died.
S=2021-04,C=2022-04 | It took a year to complete: April 2021 to April 2022.
S=2021-04 | People started joining the study in April 2021.
S=2021-04 | The university began the study in April 2021.
S=2021-04 | Sanofi initiated the Phase 3 study in April 2021.
S=2021-04 | Sanofi's Phase 3 study was initiated in April 2021.
C=2024-04 | Sanofi discontinued the trial in April 2024.
C=2024-04 | Sanofi called off the trial in April 2024.
none | Sanofi halted development of the drug in April 2024.
none | Sanofi bought the company in April 2024 and stopped selling the product in May 2024.
none | The trial hit its enrolment target in April 2024.
none | Two of the centres closed in April 2024.
none | The second arm was closed in April 2024.
S=2021-04 | **Started:** April 2021
S=2021-04,C=2023-04 | **Dates:** April 2021 to April 2023
C=2023-04 | Status: completed (April 2023)
C=2023-04 | Status: terminated in April 2023
S=2021-04 | Recruiting since April 2021.
C=2027-04:E | Expected completion: April 2027.
C=2027-04:E | Expected to complete in April 2027.
C=2027:E | It is not expected to finish before 2027.
none | It is not expected to be approved before 2027.
none | Nobody under 18 can join until 2027.
S=2027-Q1:E | First patient dosing is planned for Q1 2027.
S=2027:E | The trial is planned to start in early 2027.
C=2026-12:E | The study should be over by the end of 2026.
S=2021-03-01,C=2022-08-31 | The randomised trial was conducted from March 1, 2021, to August 31, 2022, at 11 sites.
S=2021-03-01,C=2022-08-31 | SETTING: This trial enrolled 400 adults between March 1, 2021, and August 31, 2022.
none | Data were analyzed from September to December 2022.
none | Date of final follow-up data lock was September 2022; analyses were run in May 2023.
C=2022-08-31 | The final date of follow-up was August 31, 2022.
C=2022-08-31 | Follow-up ended on August 31, 2022.
S=2020-06,C=2021-02,C=2021-06 | People joined from June 2020 to February 2021; final follow-up was in June 2021.
none | The trial was prospectively registered in June 2020.
S=2020-06 | The trial enrolled its first participant in June 2020.
none | A year earlier, in June 2020, her sister had fallen ill.
C=2023-10 | The trial has ended; its last visit was in October 2023.
C=2023-10 | The trial ended as planned in October 2023.
C=2023-10 | The trial, which had been due to run for five years, ended in October 2023.
S=2019-01,C=2023-10 | The trial started in January 2019 and, after a pause for the pandemic, ended in October 2023.
S=2019-01 | The trial started in January 2019, but recruitment stopped in March 2020.
S=2019-01 | The trial started in January 2019, the month in which the drug was approved in Japan.
none | The drug won approval in Japan in January 2019.
none | Approval came in January 2019.
none | The pandemic hit in March 2020.
none | In October 2023 the company said it would start a second trial.
S=2023-10 | A second trial started in October 2023.
S=2024 | It kicked off in 2024.
S=2024,C=2026:E | It began in 2024 and is scheduled to finish in late 2026.
C=2018-12:E | It was originally due to finish in December 2018.
S=2018-12:E | The trial was supposed to start in December 2018 but never did.
C=2023-06 | In June 2023, after 40 people had joined, the trial was stopped for futility.
C=2023-06 | The trial was stopped for futility in June 2023.
C=2023-06 | It was stopped on the advice of its safety board in June 2023.
none | The safety board met in June 2023.
none | Enrolment, which had been paused in June 2023, has resumed.
S=2023-06 | Enrolment, which started in June 2023, continues.
S=2023-06 | Enrolment, under way since June 2023, continues.
none | The clinic has been treating people since June 2023.
none | Lecanemab has been available since January 2023.
none | She has been in remission since January 2023.
none | Since 2010 the number of cases has doubled.
S=2010 | The registry has been collecting data since 2010.
S=2027-11:E | The trial is expected to start enrolling up to 20 participants at a single site in Spain in November 2027.
S=2027-Q1:E | The company plans to begin dosing patients in the first quarter of 2027.
S=2019 | In 2019, the team began a trial of the drug in 40 people.
none | It expects to launch the drug in 2027.
none | The first patient was diagnosed in 1981.
C=2018-01 | Another trial (NCT02975960) investigating a local injection in people with sore hands ended in January 2018.
C=2027:E | The ATLAS trial is large. ATLAS is expected to run until 2027.
none | The trial is at an NIH centre. An NIH trial is large. NIH was launched in 1887.
none | Recruitment is expected to finish in 2027.
S=2019-05 | Enrollment in the trial started in May 2019 and ended in June 2021.
none | The trial has not been completed as of June 2020.
none | The trial was never completed in June 2020.
C=2020-01 | The last patient, last visit occurred in January 2020.
C=2022-10 | The final participant finished treatment in October 2022.
P=2027-Q3:E | Top line results are to be obtained by the third quarter of 2027.
P=2027-H1:E | The study is expected to read out in the first half of 2027.
R=2027:E | We expect to have results in 2027.
R=2022 | The study, published in a journal in 2022, involved 40 people.
R=2017 | Results from 14 patients (of 20 planned for enrollment) were published in 2017.
S=2010-10-05,C=2015-05-30 | Findings Between Oct 5, 2010, and May 30, 2015, 93 patients were randomly allocated.
C=2027-06:E | The estimated completion (June 2027) is far.
C=2027:E | The trial may finish as early as 2027.
C=2025-06:E,C=2026-12:E | The end date was moved from June 2025 to December 2026.
none | The drug's price was moved from June 2025 to December 2026.
S=2018,C=2020 | Setting: Spain and Portugal, 2018-2020.
S=2013-05,C=2015-06 | Setting The setting was nine clinics in Kenya, from May 2013 to June 2015.
S=2018-05 | The first patient was enrolled in May 2018 and the last in June 2019.
S=2018-05,C=2022-06 | Data were collected from May 2018 to June 2022.
S=2018-05,C=2022-06 | The study period was May 2018 to June 2022.
S=2018-05,C=2020-06 | We did this trial from May 2018 to June 2020.
P=2026-Q2:E | The trial is expected to produce topline results late in the second quarter.
R=2026:E | Results from the trial to assess safety in 4,000 children are also expected later this year.
none | The closure of recruitment in December 2014 came late.
C=2021-04-12 | Follow-up was completed early due to the end of funding on April 12, 2021.
P=2027-H2:E | We expect to announce one-year, top-line results in the second half of 2027.
none | The outbreak has killed 1,890 people since it began in August 2018.
none | Men joined this part of the trial between 2013 and 2016.
C=2015-07-31 | Follow-up was until July 31, 2015.
S=2011-12,C=2013-08 | Between December 2011 and August 2013, 53 were allocated to exercise.
R=2025-09-11 | Results posted on: 2025-09-11.
S=2021-06-16,C=2022-11-11 | Enrollment was between June 16, 2021, and November 11, 2022.
C=2027-12:E,R=2028-12:E | Follow up should be completed by the end of 2027, with results available end of 2028.
R=2021-11-09 | The full dataset was presented on November 9, 2021.
none | Recruitment is scheduled to continue until April 2026.
none | At the interim analysis (data cut-off 17 September 2018) there were 40 responses.
none | After promising results reported at phase 2 in 2020, a larger trial is planned.
C=2021-03 | The trial had to be halted, in March 2021, when patients did worse.
C=2021-03-22 | After a review, and with no new concerns, on March 22, 2021 the study was halted early.
P=2027-H1:E | Recruitment is to close in May, with top-line results available in the first half of 2027.
R=2026:E | It looks forward to sharing the results of the study, in which 95 people took part, in 2026.
R=2019 | Results were presented at the Heart Congress 2019 in Paris.
R=2019-05-14 | On May 14, 2019, the firm announced that the study, its first, had met its main goal.
S=2015-02,C=2019-11 | Design, Setting, and Participants This trial ran from February 2015 to November 2019.
none | The trial intervention ended in 2015.
none | The trial was terminated once, in November 2015, after 262 patients, and resumed at a lower dose.
C=2015-11 | The trial was terminated in November 2015 and never resumed.
S=2014-01,C=2017-08 | Between January 2014 and August 2017, five hospitals — it could be done in few — enrolled 230.
none | An interim analysis is planned for June 2026.
S=2012-11,C=2014-08 | A study with a test group and a control group was conducted from November 2012 to August 2014.
S=2012-11,C=2014-08 | It was shown in a cluster trial conducted from November 2012 to August 2014 in Peru.
S=2012-11,C=2014-08 | Between November 2012 and August 2014, 40 men who had a new hip were randomised.
S=2015,C=2018 | We tell of a controlled trial of tea for sleep in Assam, India (2015–2018).
none | We searched PubMed from May 2003 to June 2015 for trials.
none | The trial was done at a clinic in Lyon in 2012.
none | No recruitment has taken place since March 2020.
none | Similar findings were reported by Ito et al. (2004).
none | All analyses were carried out in September 2013.
none | A review covers nine trials published from 1996 to 2002.
S=2007-06,C=2009-06 | It was run in a department of surgery of an institute in Delhi, India from June 2007 to June 2009.
"""
"""What an article of 10 January 2026 says, and the dates that it gives to a trial; E where it expects them."""


def stated(text: str) -> str:
    article = read("case.md", f"---\ndate: 2026-01-10\n---\n{text}\n", Settings(today="2026-06-01"))
    found = [
        f"{LETTERS[claim.kind]}={claim.value}{':E' if claim.type == 'ESTIMATED' else ''}"
        for index, sentence in enumerate(article.once(prose_sentences))
        for claim in find(Said(sentence, article, index=index))
    ]
    return ",".join(sorted(found, key=lambda claim: "SPCR".index(claim[0]))) or "none"


@pytest.mark.parametrize("line", [line for line in STATED.splitlines() if line])
def test_a_sentence_gives_a_trial_these_dates(line: str) -> None:
    expected, text = line.split(" | ", 1)
    assert expected == stated(text)


def test_dates_of_people_coming_in_bound_those_of_the_trial() -> None:
    text = "Between June 2015 and January 2021, 335 patients were randomised.\n"
    article = read("case.md", f"---\ndate: 2026-01-10\n---\n{text}", Settings(today="2026-06-01"))

    found = list(find(Said(article.once(prose_sentences)[0], article)))

    assert [claim.qualifier for claim in found] == ["at_most", "at_least"]
