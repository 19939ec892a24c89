"""To which trial a claim belongs.

In the texts, «…»A marks words whose trial is the record A, «…»- words that belong to none, and «…»AB words that say the
same of A and of B.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import slopes
from checker.claims.binding import bind
from checker.claims.claim import Found
from checker.claims.sentences import prose_sentences
from checker.reading import read
from checker.settings import Settings

if TYPE_CHECKING:
    from checker.article import Article

A = {"id": "NCT09000004", "acronym": "HALCYON", "brief_title": "Velozumab in Lupus Nephritis", "phases": "[PHASE2]"}
A |= {"interventions": "[velozumab]", "lead_sponsor": "Northwick Bio", "countries": "[Canada]"}
A |= {"start_date": "{date: 2021-03}", "enrollment": "{enrolled: 240}"}
B = {"id": "NCT09000017", "brief_title": "Walking After Hip Fracture", "phases": "[NA]", "interventions": "[walking]"}
B |= {"lead_sponsor": "Utrecht University", "countries": "[Netherlands]", "start_date": "{date: 2018-01}"}
B |= {"enrollment": "{enrolled: 90}"}
C = {"id": "NCT09000030", "acronym": "HALCYON-LTE", "brief_title": "Long-term Extension of HALCYON"}
C |= {"interventions": "[velozumab]", "lead_sponsor": "Northwick Bio"}
UNNAMED = {key: value for key, value in A.items() if key != "acronym"}

MARKED = re.compile(r"«([^»]+)»([A-Z]+|-)")


def article_of(text: str, records: dict[str, dict[str, str]], front: str = "") -> Article:
    lines = [f"  - {', '.join(f'{key}: {value}' for key, value in record.items())}" for record in records.values()]
    trials = "".join(f"{line.replace('  - ', '  - {')}}}\n" for line in lines)
    plain = MARKED.sub(r"\1", text)
    matter = f"---\n{front}trials:\n{trials}---\n\n" if records or front else ""
    return read("articles/case.md", matter + plain, Settings(today="2026-06-01"))


def marks_of(text: str) -> list[tuple[int, int, str]]:
    """Offsets into the text without marks, and the marks' letters."""
    found = []
    shift = 0
    for match in MARKED.finditer(text):
        start = match.start() - shift
        found.append((start, start + len(match[1]), match[2]))
        shift += len(match[0]) - len(match[1])
    return found


def bindings(text: str, records: dict[str, dict[str, str]], front: str = "") -> list[str]:
    """What each marked stretch binds to, written with its text in the way in which it is marked."""
    article = article_of(text, records, front)
    body = article.text.index(MARKED.sub(r"\1", text))
    sentences = article.once(prose_sentences)
    spans = [sentence.locate(0, len(sentence.text)) for sentence in sentences]
    letters = {record.get("id") or record["key"]: letter for letter, record in records.items()}
    found = []
    quotes = []
    for start, end, _ in marks_of(text):
        quote = article.text[body + start : body + end]
        index = next(i for i, span in enumerate(spans) if span.start <= body + start < span.end)
        at = sentences[index].text.index(quote, max(0, body + start - spans[index].start - 12))
        kind = "enrollment" if quote[0].isdigit() else "masking"
        found.append((index, Found(kind, quote, at, at + len(quote))))
        quotes.append(quote)
    return [
        f"«{quote}»" + ("".join(letters.get(label, label) for label in (trial, *also)) if trial else "-")
        for quote, (trial, also) in zip(quotes, bind(article, found), strict=True)
    ]


ONE_TRIAL = {
    "who funds a trial is not whose it is": (
        "HALCYON has begun.\n\nThe trial is funded by the state, GlaxoSmithKline and a bank, with «12 sites»A to be "
        "opened. It is «double-blind»A."
    ),
    "a drug candidate that is a peptide is no other drug": "The «double-blind»A trial of neural peptide drops went on.",
    "what a heading names is what stands under it": (
        "HALCYON is to start.\n\n## HALCYON\n\nA «double-blind»A study to see whether velozumab helps."
    ),
    "what authors did is told below a heading on methods": (
        "In HALCYON velozumab helped.\n\n## Design and setting\n\nWe conducted a «double-blind»A trial."
    ),
    "a prevalence among those who were assigned is a result": (
        "HALCYON is done.\n\nThe prevalence of fever was 12 in «90 people»A assigned velozumab."
    ),
    "what tells of a study is not another one": "Additional study information: the trial is «double-blind»A.",
    "people of the phases of a trial are not all": "It took in «31 people»- (first phase) and 209 (second phase).",
    "a trial with the record's own count is the record's, though it was named before": (
        "HALCYON tested velozumab.\n\nA rigorous trial in «240 people»A found that it works. A small trial in"
        " «31 people»- had said no."
    ),
    "a trial in another phase is another one, however it is put": (
        "The firm told of its Phase 2 trial in «240 people»A. Results from the large ongoing Phase 3 licensing trial"
        " in «4,800 people»- are due."
    ),
    "the labels of a form name no study": "- Actual Study Start Date: «2 May 2021»A\n- Enrollment: «240 people»A",
    "a heading that is the name of another study begins a section on that": (
        "### KINGFISHER\n\nIt met «66 people»- in Leeds.\n\n### HALCYON\n\nIt met «240 people»A in Hull."
    ),
    "everything belongs to the one trial of an article": (
        "Doctors in Toronto gave velozumab to «240 people»A with lupus. Half had placebo. Nobody knew who had what"
        " («double-blind»A).\n\nResults from «212 patients»A came out in May."
    ),
    "the trial may go unnamed throughout": (
        "Researchers enrolled «240 people»A. The study was «double-blind»A. In all, «31 of them»A left early."
    ),
    "another study breaks off and its sentence belongs to none": (
        "The trial enrolled «240 people»A. An earlier study in «57 patients»- had brought hope. It was «open-label»-."
        "\n\nVelozumab was given to «120 people»A."
    ),
    "an earlier trial may stand behind its number": (
        "In HALCYON, «240 people»A took part. There had been «36 patients»- in an earlier phase 1 trial."
    ),
    "a named study without a record is another": (
        "HALCYON took in «240 people»A. In the BEACON trial, «713 patients»- were randomized. BEACON was «open-label»-."
    ),
    "a named study with a comma and a description is another": (
        "The trial took in «240 people»A.\n\nEVEREST, a phase 3 trial, compared it with steroids in «275 people»-."
    ),
    "another registration number takes its own claims": (
        "HALCYON («240 people»A) should not be confused with NCT09000043, which has «1,000 children»N."
    ),
    "a foreign study is another": (
        "The trial enrolled «240 people»A. In a Swedish study, «98 patients»- were treated."
    ),
    "a review is none of the trials": (
        "The trial enrolled «240 people»A. A review of 26 trials with «3,011 people»- had found little."
    ),
    "earlier work and animals are none of the trials": (
        "Earlier research in «40 volunteers»- had been mixed. In mice, «80% of animals»- recovered."
        " The new study enrolled «240 people»A."
    ),
    "the next trial is not this one": (
        "The trial enrolled «240 people»A. The company's next trial will include «900 patients»-."
    ),
    "an apposition does not open a new study": (
        "The trial, a «double-blind»A study in «240 people»A, ended in May. It is a «double-blind»A phase 2 study."
    ),
    "a first mention opens the article's own trial": (
        "In a phase 2 trial, «240 people»A with lupus nephritis had velozumab or placebo."
    ),
    "a trial of another phase is another once the record's phase was told": (
        "This phase 2 trial enrolled «240 people»A. A phase 1 trial in «24 volunteers»- came first."
    ),
    "the record's own phase is no sign of another study": (
        "Velozumab was tested in «240 people»A. The phase 2 trial was «double-blind»A."
    ),
    "an extension counts its own people": (
        "The trial enrolled «240 people»A. In an open-label extension, «180 people»- went on. The trial was"
        " «double-blind»A."
    ),
    "a heading on other studies rules its section": (
        "The trial enrolled «240 people»A.\n\n## What did earlier studies show?\n\nOf «57 patients»-, half improved."
        "\n\n## Who took part\n\nOnly «240 adults»A."
    ),
    "a clause on another study leaves the rest of the sentence alone": (
        "HALCYON enrolled «240 people»A, while an earlier trial had «57»-."
    ),
    "a comparison with former trials leaves the number with this one": (
        "Unlike earlier trials, the new study was «double-blind»A and enrolled «240 people»A."
    ),
    "a hypothetical trial does not take the focus": (
        "It would take a much larger trial to tell. Of «240 people»A, few fell ill."
    ),
    "numbers of the sick belong to none": (
        "Lupus affects «5 million people»- worldwide. The trial enrolled «240 people»A."
    ),
    "what happened years before the trial began belongs to none": (
        "In 2009, doctors treated «12 patients»- with another antibody. HALCYON enrolled «240 people»A."
    ),
    "a table of one trial belongs to it": "| What | How many |\n|---|---|\n| People | «240»A |\n| Sites | «12»A |",
    "a table's other columns belong to none": (
        "| | HALCYON | BEACON trial |\n|---|---|---|\n| People | «240»A | «713»- |"
    ),
    "abbreviations are no names of studies": (
        "In this RCT study, «240 people»A took part. The SLE trial (systemic lupus) was «double-blind»A."
    ),
    "a new paragraph is on the trial again": (
        "A previous trial in «57 patients»- failed.\n\nThis time «240 people»A joined the trial."
    ),
    "a safety review is no study": "After a safety review, doctors treated «240 people»A.",
    "one of several former studies is none of the article's": (
        "Previous studies have had mixed results. In one, «18 people»- improved. Another had «40 patients»-."
    ),
    "a sentence that ends on another study hands over to it": (
        "The trial enrolled «240 people»A. Most went on to a follow-up trial. Only «43 people»- finished it."
    ),
    "a trial of another drug is another": (
        "Velozumab was given to «240 people»A. In the trial of belimumab, «800 people»- took part."
    ),
    "a sibling of the trial is another": (
        "HALCYON took in «240 people»A. HALCYON-2 included «546»-, and HALCYON-3 has enrolled «850 patients»-."
    ),
    "a study by its full name is another": (
        "HALCYON took in «240 people»A. The Physicians' Health Study gave aspirin to «22,071 doctors»-."
    ),
    "a study that opens a sentence later on is another": (
        "HALCYON took in «240 people»A. A small trial in «18 people»- then showed why."
    ),
    "a study of another year is another": (
        "HALCYON took in «240 people»A. Their 2015 study of «77 people»- lasted a year.\n\nThe 2021 study was"
        " «double-blind»A."
    ),
    "a study's own drug, sites or team are no other study": (
        "HALCYON took in «240 people»A. Each study site sent one study nurse and one study drug to «40 people»A."
    ),
    "a study group is no study": "The Lupus Study Group ran a trial of velozumab in «240 people»A.",
    "a name is explained in brackets": "HALCYON (A Randomised Trial of Velozumab in «240 People»A) is over.",
    "a programme of another phase with a drug of its own is another": (
        "HALCYON took in «240 people»A. The firm turns to its lead Phase 3 sorelidone pain program with «900 people»-."
    ),
    "what is told behind a name in a comma is that trial": (
        "The first patient was dosed in HALCYON, the firm's «Phase 2»A confirmatory trial of velozumab."
    ),
    "a study that has already shown something is another": (
        "HALCYON took in «240 people»A. The drug was already shown to work, in a «double-blind»- trial in Oslo."
    ),
    "a second trial of the record's phase that a text begins with is the record's": (
        "Shares rose on good results from a second «Phase 2»A trial of velozumab."
    ),
    "a second trial that is planned is another": "Northwick plans a second «Phase 2»- trial of velozumab.",
    "the most common events of a trial are no disease": (
        "HALCYON took in «240 people»A. The most common ills were headache («12 of 120»A) and cough («9 of 120»A)."
    ),
    "a trial that is called by a strange name some words on is another": (
        "HALCYON took in «240 people»A. We have run a small trial of «26 patients»- (called VESTA) before."
    ),
    "some people are no studies": (
        "Clinical trials took in many. Some of the respondents got velozumab. The study was finished by «80 people»A."
    ),
    "a second registry's number beside the record's own is the same trial's": (
        "In this trial (NCT09000004; EudraCT 2017-003966-29), «240 people»A took part. It was «open-label»A."
    ),
    "a second registry's number before the record's own is the same trial's": (
        "The trial is registered, ISRCTN50189673, and with ClinicalTrials.gov, NCT09000004. It had «240 people»A."
    ),
    "the one number of a text that says that it is registered so is the only trial's": (
        "Trial registration: ISRCTN50189673. In all «240 people»A took part."
    ),
    "another registry's number of an earlier study is that study's": (
        "HALCYON (NCT09000004) follows an earlier study (NTR1234567), which had «23 people»-."
    ),
    "a pilot before a later trial is another": (
        "HALCYON took in «240 people»A in its Phase 2 trial. It rests on our pilot study with «23 children»-.\n\n"
        "The team has treated «8 people»- in a pilot."
    ),
    "a code before trial is the name of another": (
        "HALCYON took in «240 people»A. The doses came from the Navy's AB144 clinical trial in «66 people»-."
    ),
    "earlier studies leave the study of the same sentence alone": (
        "The firm thanked those in its Phase 1 trials and the «240 people»A in its Phase 2 trial."
    ),
    "a first phase that the record does not have is a slip": "The Phase 3 trial took in «200 people»A. It is over.",
    "a phase that the record does not have is a slip beside the record's own count": (
        "HALCYON is a Phase 2 trial. The «Phase 3»A trial took in «240 people»A."
    ),
    "a trial that a text begins with is the record's, with its phase miswritten": (
        "Northwick has opened a «Phase 3»A trial of velozumab. The Phase 2 trial runs at six hospitals."
    ),
    "a trial that a text goes on about is the record's, with its phase miswritten": (
        "Northwick has opened a Phase 2 trial of velozumab. The «Phase 3»A trial will have two parts."
    ),
    "a trial that somebody says more of is the record's, with its phase miswritten": (
        "Northwick has opened a Phase 2 trial of velozumab. The firm said the «Phase 3»A trial will be «open-label»A."
    ),
    "this trial is the record's, with its phase miswritten": (
        "Northwick has opened a Phase 2 trial of velozumab. Nobody had asked for this pivotal «Phase 3»A study."
    ),
    "a trial that is named is the record's, with its phase miswritten": (
        "Velozumab is in a Phase 2 trial. The «Phase 3»A trial of velozumab (HALCYON) missed its goal."
    ),
    "the first study that authors did is theirs": (
        "We did the first phase 2 study of velozumab. It was «double-blind»A and took in «240 people»A."
    ),
    "a study that authors conducted is theirs, with its phase miswritten": (
        "Velozumab is in a Phase 2 trial. Methods: We conducted a «phase 3»A, global, randomised trial."
    ),
    "a study in which authors did something is theirs, with its phase miswritten": (
        "Velozumab is in a Phase 2 trial.\n\nIn a «phase 3»A trial in lupus, we randomly assigned «240 people»A."
    ),
    "the methods of an abstract bring in its own study": (
        "**Background.** HALCYON took in «240 people»A.\n\n**Methods.** A randomised trial was run, «blind»A to all."
    ),
    "who owns the drug of a trial is no other trial": "In this Phase 2 trial, CVBT's drug went to «240 people»A.",
    "a name behind another study is that study's": (
        "HALCYON is a Phase 2 trial. The pill was tested in a «phase 2/3»- trial, KINGFISHER, in «44 patients»-."
    ),
    "counts of people are no years of long ago": (
        "HALCYON is over. Of these, 198, 199 and 1967 children had it. The pill was «open-label»A."
    ),
    "another phase that the text brings in elsewhere is another trial": (
        "HALCYON is a Phase 2 trial. A Phase 3 trial is to begin in May. The «Phase 3»- trial will be «blind»-."
    ),
    "another phase with its own people is another trial": (
        "HALCYON is a Phase 2 trial of velozumab. In the «Phase 1»- trial, «31 people»- had it."
    ),
    "another phase of another year is another trial": (
        "The results of a large «Phase 1»- trial in 2017 gave hope. HALCYON is the Phase 2 trial of velozumab."
    ),
    "another phase that found something is another trial": (
        "HALCYON is a Phase 2 trial of velozumab. The «Phase 1»- trial showed no harm."
    ),
    "another phase that this one follows is another trial": (
        "Velozumab did well in a «Phase 1»- trial before. It is in a Phase 2 trial, which is «blind»A."
    ),
    "a paragraph on the trial's drug comes home from those on others'": (
        "- Oxmoor Ltd. began two Phase 1 studies of AB-101 in «30 people»-.\n"
        "- Northwick Bio ran a Phase 2 study of velozumab in «200 people»A."
    ),
    "what a study is going on to is another": (
        "HALCYON took in «240 people»A. It will now move to larger tests. The «5,000 people»- will be under thirty."
    ),
    "a trial to come is another than one that is over": (
        "HALCYON took in «240 people»A.\n\nAll look forward to the upcoming trial in «900 people»-."
    ),
    "a trial evaluating another drug is another": (
        "HALCYON took in «240 people»A.\n\nThe agency has halted the trial evaluating AB-525 in «30 people»-."
    ),
    "a study of two countries is no name": "It was a joint US/Canadian randomized clinical trial in «240 people»A.",
    "a part of the trial has its own counts": "The Phase 2 portion of HALCYON took in «157 people»-. It is «blind»A.",
    "another trial may follow a first paragraph that counts the trial's people": (
        "Enrolment of «240 people»A has begun.\n\nIn an ongoing clinical trial at «11 clinics»-, it is used on lungs."
    ),
    "a project on an old drug is another": (
        "HALCYON took in «240 people»A.\n\nThe huge project on aspirin included «22,071 people»-."
    ),
    "a trial that people came from does not take the sentence": (
        "Methods: Following completion of the parent trial, «240 adults»A received open-label pills."
    ),
    "its trial is that of the company that the sentence is about": (
        "Northwick's HALCYON took in «240 people»A.\n\n"
        "The partner Oxmoor Pharma has begun its ongoing Phase 2 trial in «90 people»-. It is «open-label»-."
    ),
    "a company's unnamed product is another": (
        "Northwick's HALCYON took in «240 people»A.\n\n"
        "Oxmoor's eye treatment met its aims in a trial of «90 people»-.\n\nIt's a drug for «240 people»A."
    ),
    "a company that shares the drug is no other": (
        "Northwick Bio and Oxmoor Pharma test velozumab.\n\nOxmoor Pharma opened its trial to «240 people»A."
    ),
    "a vaccine known by a code is no study": "The trial of the vaccine known as AB72/XY01 took in «240 people»A.",
    "the year of another study is not the trial's": (
        "A «240»A-person study will test what did well in a smaller trial in 2013."
    ),
    "labels of an abstract's parts are no names": "METHODS Enrolled were «240 adults»A. RESULTS In «212»A, it worked.",
    "what others say of the trial belongs to it": (
        "> “We treated «240 people»A and learned a lot,” the study's leader said."
    ),
}


@pytest.mark.parametrize("text", ONE_TRIAL.values(), ids=ONE_TRIAL)
def test_article_about_one_trial(text: str) -> None:
    expected = [f"«{text_}»{mark}" for text_, mark in MARKED.findall(text)]

    found = [one.replace("NCT09000043", "N") for one in bindings(text, {"A": A})]

    assert expected == found


TWO_TRIALS = {
    "what follows the name of one trial is of the next where both end their lists": (
        "The share was «38.8%»A with 4 mg and «6.2%»A with placebo in HALCYON and «35.9%»B, «19.4%»B and «3.3%»B in"
        " NCT09000017."
    ),
    "those of one trial who entered another are counted in that": (
        "Of «240 participants»A in HALCYON, «53»B (22.1%) entered NCT09000017."
    ),
    "what follows the name of one trial is its own where that begins the list": (
        "In HALCYON, «38.8%»A and «22.8%»A improved, and in NCT09000017 «35.9%»B and «19.4%»B."
    ),
    "names that share their stem and a noun are both": (
        "A total of «240»A and «90 people»B were enrolled in the HALCYON and NCT09000017 trials, respectively."
    ),
    "numbers with names in brackets are both": (
        "Two trials ran. NCT09000004 (HALCYON) and NCT09000017 (HIPSTER) were «double-blind»AB and are «complete»AB."
    ),
    "two numbers of two trials are two": (
        "Two trials, NCT09000004 and ISRCTN50189673, ran. In NCT09000004 «240 people»A took part."
    ),
    "a study that a name follows with a verb between is that trial": (
        "HALCYON took in «240 people»A. Now a new study is «open-label»B and recruits widely, called NCT09000017."
    ),
    "a bracket of statistics is of one trial": (
        "Scores fell with velozumab in the HALCYON trial (difference, −0.3; 95% CI, −0.7 to 0.1; «P=0.10»A) and rose "
        "in the NCT09000017 trial (difference, 0.2; «P=0.30»B)."
    ),
    "numbers and names move the focus": (
        "HALCYON took in «240 people»A. It was «double-blind»A. NCT09000017 had «90 people»B and was «open-label»B."
    ),
    "ordinals follow the order in which the trials came up": (
        "HALCYON and NCT09000017 are done. The first trial had «240 people»A, the second «90 people»B."
    ),
    "a nationality picks the trial of that country": (
        "Two trials ended. The Dutch trial had «90 people»B. The Canadian study was «double-blind»A."
    ),
    "a sponsor picks its trial": "Two trials ended. Northwick's trial had «240 people»A. Utrecht's was «open-label»B.",
    "a drug picks the trial that tests it": (
        "Two trials ended. In the velozumab trial «240 people»A took part; the walking study had «90»B."
    ),
    "both say it of each": (
        "HALCYON and NCT09000017 are done. Both trials were «randomized»AB. Neither was «blinded»AB."
    ),
    "what follows two trials in one sentence is open": (
        "HALCYON met its goal and NCT09000017 did not. In total, «330 people»- took part."
    ),
    "a word that no title has leaves the trial open": (
        "HALCYON took in «240 people»A. The knee trial was «double-blind»-."
    ),
    "a table's row heads speak of all its trials": (
        "| | HALCYON | Hips |\n|---|---|---|\n| Id | NCT09000004 | NCT09000017 |\n| «open-label»AB | yes | yes |"
    ),
    "a sum belongs to none": "HALCYON and NCT09000017 are done. Together the two trials took in «330 people»-.",
    "a count of both belongs to none": "HALCYON and NCT09000017 are done. Both trials took in «330 people»-.",
    "a count of each belongs to each": "HALCYON and NCT09000017 are done. Each trial has «12 sites»AB.",
    "the larger and the older are read from the records": (
        "HALCYON and NCT09000017 are done. The larger trial was «double-blind»A. The older one was «open-label»B."
    ),
    "an item's number rules the item": (
        "Two trials:\n\n- Lupus. «240 people»A took a drug. (NCT09000004)\n- Hips. «90 people»B walked. (NCT09000017)"
    ),
    "a paragraph's only number rules it from its first word": (
        "For lupus, «240 people»A joined. Half had placebo. It is listed as NCT09000004.\n\n"
        "For hips, «90 people»B joined. It is listed as NCT09000017."
    ),
    "a heading rules its section": (
        "## HALCYON\n\nSome «240 people»A joined.\n\n## Walking after hips (NCT09000017)\n\n«90 people»B joined."
    ),
    "a table's columns rule their cells": (
        "| | HALCYON | Hips |\n|---|---|---|\n| Id | NCT09000004 | NCT09000017 |\n| People | «240»A | «90»B |"
    ),
    "a table's rows rule their cells": (
        "| Trial | People |\n|---|---|\n| NCT09000004 | «240»A |\n| NCT09000017 | «90»B |\n| BEACON | «713»- |"
    ),
    "nothing is bound where nothing was named": "Some «240 people»- joined one of two trials.",
    "an unknown trial breaks the focus": (
        "HALCYON took in «240 people»A. A third study, in Peru, had «50 people»-. It was «open-label»-."
    ),
    "the other one is the one that is not in focus": (
        "NCT09000017 had «90 people»B. The other trial was «double-blind»A."
    ),
    "a figure beside two trials at once is open": (
        "Neither HALCYON nor NCT09000017 was blind, since «95% of patients»- guessed right."
    ),
    "a first of its kind is not the first of the article": (
        "HALCYON and NCT09000017 are done.\n\nThe first large trial of a pill for gout took in «500 people»-."
    ),
    "whose drug it tests a study is": (
        "Northwick and others met. They will run a Phase 2 trial of velozumab in «200 people»A."
    ),
    "a sponsor before its study, and a measure that no title has": (
        "Northwick Bio completed enrolment for its trial in «200 people»A. The ten-week, two-arm study is «open»A."
    ),
    "studies of a phase that no record has are none of both": (
        "HALCYON took in «240 people»A. It prepared two Phase 3 trials with «900 people»-."
    ),
    "a heading that is a title rules its section": (
        "## Walking After a Hip Fracture\n\nIt had «90 people»B.\n\n## Velozumab in Lupus Nephritis\n\nIt had «240»A."
    ),
    "a total before its parts belongs to none": (
        "A total of «330 people»- were randomised («240 people»A in HALCYON and «90 people»B in NCT09000017)."
    ),
    "people of two trials combined belong to none": (
        "HALCYON and NCT09000017 are done. They took in «330 people»- combined, «330 adults»- across the two trials."
    ),
    "an offspring is not its parent": (
        "NCT09000017 is a long-term follow-up study of HALCYON participants that took in «90 people»B."
    ),
    "a table's cells may call their trial a study": (
        "| | HALCYON | NCT09000017 |\n|---|---|---|\n| Design | A «blind» study of pills | An «open» trial of walks |"
    )
    .replace("«blind»", "«blind»A")
    .replace("«open»", "«open»B"),
    "a table's rows may be headed by what the trials test": (
        "| Maker | Product | Status |\n|---|---|---|\n| Oxmoor | AB-1 | «8 people»- are in |\n"
        "| Northwick | velozumab | «200 people»A are in |"
    ),
    "numbers in the order of two trials": (
        "A total of «240»A and «90 patients»B were randomised in HALCYON and NCT09000017, respectively."
    ),
    "numbers before their trials": "There were «240 people»A in HALCYON and «90 people»B in NCT09000017.",
    "what a trial is compared to is not what the text goes on about": (
        "HALCYON took in «240 people»A.\n\nNCT09000017 is done. This study was longer compared to HALCYON. "
        "The study was «open-label»B."
    ),
    "a network of trials is none": "HALCYON is done. NCT09000017, led by the Fjord Trials Network, had «90 people»B.",
    "a trial that is named beside the one in focus does not rule the words before it": (
        "HALCYON has begun.\n\nThe trial is to take «240 people»A. "
        "Along with NCT09000017, the velozumab study is to tell more."
    ),
    "who speaks of one trial, and the company, are no words of it": (
        "Fjordmed has begun a «double-blind»A Phase 2 study.\n\n"
        "“Our walking study was a start,” said Ole Ruud, President of Fjordmed."
    ),
    "a study of a phase that one record has, and that has not been named, is that one": (
        "NCT09000017 is done.\n\nFjordmed has begun a «double-blind»A Phase 2 study."
    ),
    "what a paragraph begins with may lean on the last one": (
        "Before HALCYON came NCT09000017. HALCYON is done.\n\nThe remaining patients were «blinded»A."
    ),
    "a count before the parts of two trials is that of both": (
        "HALCYON and NCT09000017 are done. Of «330 adults»- (mean age, 60), 240 were from the first trial and "
        "«90 adults»B were from the second trial."
    ),
    "a trial goes by its number among those of the text": (
        "HALCYON and NCT09000017 are done. In trial 1 «240 people»A took part; study 2 was «open-label»B."
    ),
    "two trials in one clause": "HALCYON enrolled «240 people»A and NCT09000017 «90 people»B.",
}


@pytest.mark.parametrize("text", TWO_TRIALS.values(), ids=TWO_TRIALS)
def test_article_about_two_trials(text: str) -> None:
    expected = [f"«{text_}»{mark}" for text_, mark in MARKED.findall(text)]

    assert expected == bindings(text, {"A": A, "B": B})


K = {"id": "NCT09000056", "acronym": "KINGFISHER", "brief_title": "Velozumab in Lupus, a Confirmatory Study"}
K |= {"interventions": "[velozumab]", "lead_sponsor": "Northwick Bio", "phases": "[PHASE3]"}
K |= {"start_date": "{date: 2023-05}", "enrollment": "{planned: 900}", "overall_status": "RECRUITING"}
SISTERS = {
    "what a sentence is about goes on behind a clause on its parent": (
        "Northwick opened KINGFISHER last year. The trial, which follows the Phase 2 HALCYON study of «240 people»A, "
        "is «double-blind»K and is to take «900 people»K."
    ),
    "the press has its own words for phases": (
        "The mid-stage study took in «240 people»A; the late-stage one is «double-blind»K."
    ),
    "a successor is the other one": ("HALCYON ended in 2022. Its successor is to take «900 people»K."),
    "others of several are none of the article's": (
        "KINGFISHER is one of three trials of velozumab. The others, in «70 people»- and «80 people»-, are over."
    ),
    "who is behind another trial is no trial": (
        "KINGFISHER has begun. It is being run by the team behind HALCYON and will enrol «900 people»K."
    ),
    "a trial that builds on another stays in focus": (
        "The trial, called KINGFISHER, builds on HALCYON. «900 people»K will be enrolled."
    ),
    "the second of two trials needs no noun": "The first trial had «240 people»A, and the second will have «900»K.",
    "the success of a trial brings in the next": (
        "Following the success of HALCYON, «900 patients»K are being recruited to KINGFISHER."
    ),
    "two trials are both what is said of them": (
        "The Phase 2 study («240 people»A) and the Phase 3 study («900 people»K) are both «double-blind»AK."
    ),
    "what a trial was is not said of the next one": "Whereas HALCYON was «open-label»A, KINGFISHER is «double-blind»K.",
}


@pytest.mark.parametrize("text", SISTERS.values(), ids=SISTERS)
def test_article_about_a_trial_and_the_one_after_it(text: str) -> None:
    expected = [f"«{text_}»{mark}" for text_, mark in MARKED.findall(text)]

    assert expected == bindings(text, {"A": A, "K": K})


def test_an_open_extension_is_not_its_parent() -> None:
    text = "HALCYON-LTE is the open-label extension of HALCYON; «180 people»C are in it."

    assert ["«180 people»C"] == bindings(text, {"A": A, "C": C})


def test_a_follow_on_or_a_study_of_those_of_another_is_not_its_parent() -> None:
    text = (
        "NCT09000017 was the follow-on to HALCYON; there was no cost. It took in «90 people»B.\n\n"
        "NCT09000017 was for former participants of HALCYON. It took in «90 adults»B."
    )

    assert ["«90 people»B", "«90 adults»B"] == bindings(text, {"A": A, "B": B})


def test_an_extension_of_time_is_no_study() -> None:
    text = (
        "The trial was awarded a 12 month extension and has «240 people»A.\n\n"
        "After a no-cost extension was granted, «240 people»A joined.\n\n"
        "An open-label extension enrolled «110 people»-."
    )

    assert ["«240 people»A", "«240 people»A", "«110 people»-"] == bindings(text, {"A": A})


def test_an_aside_on_what_was_so_in_another_trial_moves_nothing() -> None:
    text = "NCT09000017 is open. The new volunteers, as in HALCYON, walk for a year, and they are «90 people»B."

    assert ["«90 people»B"] == bindings(text, {"A": A, "B": B})


def test_who_pays_for_a_study_is_no_name_of_it() -> None:
    text = (
        "## Walks\n\nThis NIHR-funded study followed «747 men»-.\n\n"
        "## Pills\n\nThis NIHR-funded study, HALCYON, took in «240 people»A."
    )

    assert ["«747 men»-", "«240 people»A"] == bindings(text, {"A": A, "B": B})


def test_the_parts_of_a_report_go_on_with_its_trial_from_heading_to_heading() -> None:
    text = (
        "### Study population\n\nHALCYON took in «240 people»A.\n\n"
        "### Main findings\n\n- Of those, «31 people»A did well.\n\n"
        "### Safety\n\nAmong «200 adults»A nobody died.\n\n### What next?\n\n- There are «160 people»- to come."
    )

    assert ["«240 people»A", "«31 people»A", "«200 adults»A", "«160 people»-"] == bindings(text, {"A": A, "B": B})


def test_words_of_two_records_leave_a_claim_open() -> None:
    text = "Vexamab met its goal.\n\nOf those who were given velozumab in the clinics of Utrecht «31 people»- did well."

    assert ["«31 people»-"] == bindings(text, {"A": A, "B": B})


def test_a_pilot_in_no_registry_is_the_one_that_is_called_the_pilot() -> None:
    pilot = {"key": "first-steps", "unregistered": "pilot study", "enrollment": "{enrolled: 26}"}
    text = "HALCYON took in «240 people»A. The pilot, years before, had «26 people»C and was «open-label»C."

    assert ["«240 people»A", "«26 people»C", "«open-label»C"] == bindings(text, {"A": A, "C": pilot})


DONE = A | {"overall_status": "COMPLETED", "design": "{allocation: RANDOMIZED}"}
OTHERS = {
    "a trial that the own one follows": "HALCYON follows a Phase 1 trial in «31 volunteers»-. It is «double-blind»A.",
    "a trial of another company": "It had «240 people»A. A year before, another company ran a trial in «700 people»-.",
    "a study that assigns nobody": "A real-world study in «5,000 patients»- agreed.",
    "a further trial in another phase": "Velozumab is also in a Phase 3 trial in asthma with «900 people»-.",
    "a later trial in another phase": "The company plans to enrol «600 people»- in a Phase 3 trial next year.",
    "a project that it builds on": "The study builds on a 2012 project with «26 people»-. It is «double-blind»A.",
    "a name that recruits": "HALCYON is «double-blind»A.\n\nWOMBAT is recruiting; it has «90 people»-.",
    "a predecessor": "The trial's predecessor enrolled «31 people»-.",
    "this one comes home": "A trial of an older drug in «300 people»- failed in 2015. This one is «double-blind»A.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_study_beside_the_one_of_the_record(text: str) -> None:
    expected = [f"«{text_}»{mark}" for text_, mark in MARKED.findall(text)]

    assert expected == bindings(text, {"A": DONE})


def test_numbers_behind_one_name_are_all_trials_of_that_name() -> None:
    records = {"A": A | {"acronym": "VESTA I"}, "B": B | {"acronym": "VESTA II"}}

    found = bindings("«240»A and «90 people»B were enrolled in the VESTA I and II trials, respectively.", records)

    assert ["«240»A", "«90 people»B"] == found


def test_a_name_that_trials_share_is_all_of_them_before_studies() -> None:
    records = {"A": A | {"acronym": "VESTA I"}, "B": B | {"acronym": "VESTA II"}}

    found = bindings("The VESTA trials were «double-blind»AB. The VESTA I/II studies are «complete»AB.", records)

    assert ["«double-blind»AB", "«complete»AB"] == found


def test_numbered_studies_without_records_are_others() -> None:
    text = "Of «1,882 people»- randomized in the VESTA I/II core studies, «240»A entered HALCYON."

    assert ["«1,882 people»-", "«240»A"] == bindings(text, {"A": A})


def test_the_blinded_study_is_another_than_its_open_extension() -> None:
    text = "The extension will take those who completed the «double-blind»- study. It enrolled «240 people»A."
    record = A | {"brief_title": "Long-term Extension Study of Velozumab", "design": "{masking: NONE}"}

    assert ["«double-blind»-", "«240 people»A"] == bindings(text, {"A": record})


def test_a_name_with_another_numeral_is_another_trial() -> None:
    found = bindings("A fall of «8%»A in VESTA I and «6%»- in VESTA II was seen.", {"A": A | {"acronym": "VESTA I"}})

    assert ["«8%»A", "«6%»-"] == found


def test_an_extension_is_told_from_its_parent() -> None:
    text = (
        "HALCYON took in «240 people»A. The extension has «180»C. The parent trial was «double-blind»A."
        " HALCYON-LTE is «open-label»C. In all, «180 patients»C rolled over."
    )

    expected = [f"«{text_}»{mark}" for text_, mark in MARKED.findall(text)]

    assert expected == bindings(text, {"A": A, "C": C})


def test_a_name_with_a_plus_behind_it_is_another_trials() -> None:
    text = "After HALCYON, «151 patients»C rolled over into HALCYON+. HALCYON had «240»A."
    alone = "HALCYON had «240»A. Later, HALCYON+ took in «151 patients»-."

    assert ["«151 patients»C", "«240»A"] == bindings(text, {"A": A, "C": C | {"acronym": "HALCYON+"}})
    assert ["«240»A", "«151 patients»-"] == bindings(alone, {"A": A})


def test_the_trial_that_people_came_from_is_not_the_one_that_they_are_in() -> None:
    text = "HALCYON-LTE is «open-label»C. It took in 109 people from HALCYON and 103 others: «212»C in all."

    assert ["«open-label»C", "«212»C"] == bindings(text, {"A": A, "C": C})


def test_a_name_beside_a_number_is_that_trials_name() -> None:
    text = "The ORCHARD trial (NCT09000004) took in «240 people»A.\n\nORCHARD was «double-blind»A."

    assert ["«240 people»A", "«double-blind»A"] == bindings(text, {"A": UNNAMED})


def test_a_name_behind_a_number_in_brackets_is_that_trials_name() -> None:
    text = "A trial (NCT09000004), called ORCHARD, took in «240 people»A.\n\nORCHARD was «double-blind»A."

    assert ["«240 people»A", "«double-blind»A"] == bindings(text, {"A": UNNAMED})


def test_a_trial_named_after_a_case_report_goes_on_where_no_other_trial_has_been_named() -> None:
    told = {"key": "two-cases", "unregistered": "told in a journal", "enrollment": "{treated: 2}"}
    text = (
        "One case report told of «2 patients»K who were given the cells.\n\n"
        "A trial (NCT09000017) is testing walking in «90 people»B with a broken hip.\n\n"
        "The classes were held in a gym.\n\n"
        "Results from «81 patients»B (of «90»B planned) were published in 2020.\n\n"
        "A trial called HALCYON is testing velozumab in «240 people»A.\n\n"
        "Results from «33 patients»- were published in 2022."
    )

    expected = [f"«{text_}»{mark}" for text_, mark in MARKED.findall(text)]

    assert expected == bindings(text, {"K": told, "A": A, "B": B})


def test_the_one_study_that_a_review_found_is_that_of_a_record_with_a_key() -> None:
    keyed = {**UNNAMED, "key": "found"}
    for text in (
        "We found only one trial with «240 people»A. The study took place at «12 sites»A in Canada.",
        "The review included one study, which recruited «231 people»A.",
        "By May 2019, we identified one «double-blind»A trial.",
        "A review found one trial of «40 people»-.",
        "We are testing velozumab. Others had found one study of «40 people»-.",
    ):
        expected = [f"«{quote}»{letter}" for quote, letter in MARKED.findall(text)]
        assert bindings(text, {"A": keyed}) == expected, text
    unkeyed = "We found one trial with «40 people»-. Then HALCYON began."
    assert bindings(unkeyed, {"A": A}) == ["«40 people»-"]


def test_an_earlier_drug_or_company_takes_its_sentence_with_it() -> None:
    text = (
        "HALCYON gave velozumab to «240 people»A. Belimumab, which is on the market, was tested in «800 patients»-.\n\n"
        "Otsuka Pharmaceutical Co. is recruiting «300 people»- for a trial of its own."
    )

    assert ["«240 people»A", "«800 patients»-", "«300 people»-"] == bindings(text, {"A": A})


def test_a_part_of_a_trial_is_not_counted_as_the_whole() -> None:
    text = "The trial had two parts. The first took in «40 people»-. The trial as a whole had «240 people»A."

    assert ["«40 people»-", "«240 people»A"] == bindings(text, {"A": A})


def test_a_phase_of_a_trial_is_a_part_of_it() -> None:
    article = article_of("HALCYON was large. The dose was set in phase 1 of the trial.", {"A": A})
    claim = Found("phase", "1", 20, 27)

    bound = bind(article, [(1, claim)])

    assert [None] == [each.trial for each in bound]


def test_a_name_in_the_headline_is_the_only_trials_name() -> None:
    text = "The ORCHARD trial took in «240 people»A. It was «double-blind»A."

    found = bindings(text, {"A": UNNAMED}, front="title: ORCHARD brings hope in lupus\n")

    assert ["«240 people»A", "«double-blind»A"] == found


def test_a_word_of_two_records_picks_neither_where_the_text_has_it_beside_one() -> None:
    text = (
        "NCT09000017 is over. HALCYON gave velozumab to «240 people»A.\n\n"
        "A paper on velozumab is out. It had «90 people»-."
    )

    assert ["«240 people»A", "«90 people»-"] == bindings(text, {"A": A, "B": B | {"interventions": "[velozumab]"}})


def test_an_extension_of_another_phase_is_another_than_the_one_of_the_record() -> None:
    text = "The extension took in «90 people»C. A Phase 3 extension study is to take «200 people»-."
    record = C | {"phases": "[PHASE2]"}

    assert ["«90 people»C", "«200 people»-"] == bindings(text, {"C": record})


def test_the_second_is_no_other_where_its_name_says_that_it_is_the_second() -> None:
    text = "The drug passed its second Phase 2 trial, in «240 people»A. Its first trial had «31 people»-."

    assert ["«240 people»A", "«31 people»-"] == bindings(text, {"A": A | {"acronym": "HALCYON-2"}})


def test_a_name_without_a_number_is_another_than_the_one_with_it() -> None:
    text = "HALCYON 2 took in «240 people»A.\n\nThe original HALCYON trial had just «50 people»-."

    assert ["«240 people»A", "«50 people»-"] == bindings(text, {"A": A | {"acronym": "HALCYON2"}})


def test_a_pilot_before_the_first_word_on_a_feasibility_study_is_another() -> None:
    text = (
        "Researchers have developed a new class.\n\nIn a small pilot study, «15 people»- got it.\n\n"
        "This feasibility study has «80 people»B in it."
    )
    record = B | {"brief_title": "Walking After Hip Fracture, a Feasibility Study"}

    assert ["«15 people»-", "«80 people»B"] == bindings(text, {"B": record})


def test_the_one_name_that_a_text_begins_with_is_that_of_the_only_trial() -> None:
    text = "Northwick has stopped the Phase 2 ORCHARD trial. It took in «240 people»A. It was «double-blind»A."

    assert ["«240 people»A", "«double-blind»A"] == bindings(text, {"A": UNNAMED})


def test_the_phase_that_a_text_begins_with_is_that_of_a_record_without_one() -> None:
    text = "The Phase 2 trial took in «240 people»A. It follows the Phase 1 trial in «30 people»-."
    record = {key: value for key, value in A.items() if key != "phases"}

    assert ["«240 people»A", "«30 people»-"] == bindings(text, {"A": record})


def test_a_study_that_draws_no_lots_follows_those_of_a_trial_that_did() -> None:
    record = {**UNNAMED, "study_type": "OBSERVATIONAL"}
    text = (
        "We followed children who completed a randomised, «double-blind»- trial of velozumab. All who had been in the"
        " «double-blind»- trial could take part.\n\nWe saw «240 people»A again. This was an «open-label»A study."
    )

    assert ["«double-blind»-", "«double-blind»-", "«240 people»A", "«open-label»A"] == bindings(text, {"A": record})


LISTED = {
    "BIG": {"id": "NCT09000004", "acronym": "KOALA", "phases": "[PHASE3]"},
    "B": {"id": "NCT09000012", "acronym": "WOMBAT-1", "phases": "[PHASE1, PHASE2]"},
    "C": {"id": "NCT09000029", "acronym": "WOMBAT-2", "phases": "[PHASE1, PHASE2]"},
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KOALA is over.\n\nThe «double-blind»- trials WOMBAT-1 and WOMBAT-2 were stopped.", "BC"),
        ("The two «double-blind»- trials, WOMBAT-1 and WOMBAT-2, were stopped.", "BC"),
        ("Both «double-blind»- studies (WOMBAT-1 and WOMBAT-2) were stopped.", "BC"),
        ("KOALA is over. The «double-blind»- Phase 1/2 trials were stopped.", "BC"),
        ("The two «double-blind»- Phase 1/2 studies were stopped.", "BC"),
        ("The «double-blind»- trials were stopped.", "BIGBC"),
    ],
)
def test_several_trials_are_those_that_are_named_behind_or_are_of_their_phase(text: str, expected: str) -> None:
    assert [f"«double-blind»{expected}"] == bindings(text, LISTED)


TWINS = {
    "A": {"id": "NCT09000004", "acronym": "WALLABY-1", "phases": "[PHASE3]", "lead_sponsor": "Northwick Bio"},
    "B": {"id": "NCT09000017", "acronym": "WALLABY-2", "phases": "[PHASE3]", "lead_sponsor": "Northwick Bio"},
}


def test_the_first_trial_is_the_one_with_the_first_number_though_the_second_was_named_before() -> None:
    text = (
        "WALLABY-2 has begun.\n\nIt goes beside WALLABY-1. "
        "The second trial is «double-blind»B, as the first trial, which took «300 people»A, had been."
    )

    assert ["«double-blind»B", "«300 people»A"] == bindings(text, TWINS)


def test_a_number_behind_the_name_of_a_record_makes_it_another_trials_name() -> None:
    text = (
        "HALCYON took in «240 people»A. HALCYON 2, a single-arm study with «150 patients»-, is full.\n\n"
        "In HALCYON 2 people died, and «31 people»A left."
    )

    assert ["«240 people»A", "«150 patients»-", "«31 people»A"] == bindings(text, {"A": A})
    first = A | {"acronym": "HALCYON ONE"}
    text = "HALCYON ONE met «240 people»A. The firm points to HALCYON TWO, a trial with «228 patients»-."
    assert ["«240 people»A", "«228 patients»-"] == bindings(text, {"A": first, "B": B})


def test_the_first_of_two_numbered_trials_is_told_from_their_extension() -> None:
    extension = {"id": "NCT09000030", "acronym": "WALLABY EXTENSION", "brief_title": "Extension of WALLABY"}
    text = "They were in an extension. The first trial had «12 sites»A; the second had «14 sites»B."

    assert ["«12 sites»A", "«14 sites»B"] == bindings(text, {"X": extension, **TWINS})


def test_a_phase_tells_which_trial_of_one_owner_is_meant() -> None:
    later = {"id": "NCT09000030", "phases": "[PHASE3]", "interventions": "[velozumab]", "lead_sponsor": "Northwick Bio"}
    text = (
        'HALCYON tests velozumab.\n\n"HALCYON goes beside our «open-label»C Phase 3 study in the young." '
        "Northwick's additional «open-label»C Phase III trial is in Ohio. HALCYON itself is «double-blind»A."
    )

    expected = ["«open-label»C", "«open-label»C", "«double-blind»A"]

    assert expected == bindings(text, {"A": A, "C": later})


def test_a_name_outweighs_the_phase_that_stands_before_it() -> None:
    early = {"id": "NCT09000004", "acronym": "Birchgrove", "phases": "[PHASE2]"}
    late = {"id": "NCT09000017", "acronym": "Alder 2", "phases": "[PHASE3]"}
    text = (
        "Results of the «Phase III»A Birchgrove trial were presented. The new «Phase II»B Alder 2 study goes on. "
        "The «Phase III»B trial took «90 people»B."
    )

    expected = ["«Phase III»A", "«Phase II»B", "«Phase III»B", "«90 people»B"]

    assert expected == bindings(text, {"A": early, "B": late})


def test_a_heading_that_names_no_trial_stays_within_the_section_of_one() -> None:
    text = (
        "## WALLABY-1: key findings\n\n### How it was done\n\n- WALLABY-1 was a test of pills.\n"
        "- Took in «478 people»A at «52 sites»A.\n\n### What was found\n\n«Open-label»A treatment went on.\n\n"
        "### What comes next\n\nThe company wants «90 people»-.\n\n"
        "### WALLABY-2\n\n#### Who took part\n\nIt had «80 people»B.\n\n## Elsewhere\n\n«70 people»- were asked.\n"
    )

    assert [f"«{words}»{label}" for words, label in MARKED.findall(text)] == bindings(text, TWINS)


def test_numbers_behind_a_name_are_two_trials_before_what_both_did() -> None:
    text = (
        "WALLABY-1 had «60 people»A. WALLABY 1 and 2 data are pooled: «4 per cent»- fell ill. "
        "WALLABY 1 and 2 were «double-blind»AB. In WALLABY 1 and 2, «12 per cent»- fell ill."
    )

    assert [f"«{words}»{label}" for words, label in MARKED.findall(text)] == bindings(text, TWINS)


def test_the_second_trial_of_records_that_no_name_tells_apart_is_the_one_that_began_later() -> None:
    later = {"id": "NCT09000004", "brief_title": "Pills, second trial", "start_date": "{date: 2014-04}"}
    first = {"id": "NCT09000017", "brief_title": "Pills", "start_date": "{date: 2013-11}"}
    text = "The second pivotal trial of the pills is half full. It has «180 sites»A. The first trial had «90 sites»B."

    assert ["«180 sites»A", "«90 sites»B"] == bindings(text, {"A": later, "B": first})


def test_what_is_short_for_a_scale_is_no_study_though_it_ends_on_s() -> None:
    text = (
        "HALCYON measured the Rating Scale (MADRS) score. It fell in «60 people»A, as measured by MADRS, compared with "
        "the low dose, in «70 people»A."
    )

    assert ["«60 people»A", "«70 people»A"] == bindings(text, {"A": A})


def test_a_name_with_a_word_of_the_title_is_another_trials_where_the_record_has_a_name() -> None:
    named = {"id": "NCT09000004", "acronym": "KESTREL", "brief_title": "Tablets in Heart Failure"}
    named |= {"interventions": "[velozumab]"}
    text = (
        "KESTREL has «240 people»A. The same group ran the OSLO-HEART trial, with «410 people»-.\n\n"
        "The VELOZUMAB-HF trial has «240 people»A."
    )

    assert ["«240 people»A", "«410 people»-", "«240 people»A"] == bindings(text, {"A": named})


def test_a_result_is_not_that_of_the_trial_that_it_is_compared_with() -> None:
    text = (
        "WALLABY-2 failed.\n\nThe company saw healing in «30.4%»- on the pill, as compared to «30.5%»A in WALLABY-1, "
        "and in «17.9%»- on placebo, as compared to «27.5%»A in WALLABY-1.\n\n"
        "In WALLABY-2, healing was seen in «41%»B, against «28%»A in WALLABY-1.\n\n"
        "Healing was seen in «41%»A in WALLABY-1 and in «40%»A of those who stayed in WALLABY-1."
    )

    assert [f"«{words}»{label}" for words, label in MARKED.findall(text)] == bindings(text, TWINS)


def test_what_a_trial_is_called_behind_its_name_or_this_is_that_trial_though_it_is_the_second() -> None:
    later = {"id": "NCT09000004", "acronym": "KESTREL", "start_date": "{date: 2014-04}"}
    first = {"id": "NCT09000017", "acronym": "MERLIN", "start_date": "{date: 2013-11}"}
    text = (
        "Some patients have been enrolled in KESTREL, our second, global «double-blind»A study. "
        "MERLIN, the first trial, had «90 people»B.\n\n"
        "MERLIN has ended. This is the second «open-label»B study of the pill; in KESTREL, the first trial with "
        "«80 people»A is told of."
    )

    expected = [f"«{words}»{label}" for words, label in MARKED.findall(text)]

    assert expected == bindings(text, {"A": later, "B": first})


def test_a_follow_up_has_its_own_counts_where_arms_bear_the_name_of_the_trial_before() -> None:
    later = {"key": "halcyon-later", "unregistered": "follow-up study", "enrollment": "{enrolled: 48}"}
    text = (
        "All who finished HALCYON could join this follow-up study.\n\n"
        "«48 people»C were seen in the follow-up study. They came from the HALCYON group and from the placebo group "
        "alike. The mean age was the same in both HALCYON (SD 4) and placebo participants. "
        "«4»C HALCYON-treated children and six on placebo fell ill."
    )

    assert ["«48 people»C", "«4»C"] == bindings(text, {"A": A, "C": later})


def test_who_speaks_of_two_trials_is_no_word_of_either() -> None:
    text = (
        "Two trials are planned, Dr. Ada Okafor told us.\n\nCode-named HALCYON, the study is about safety.\n\n"
        "Okafor said that «90 people»A would be in the study.\n\n"
        "Okafor said that some from NCT09000017 may join."
    )

    assert ["«90 people»A"] == bindings(text, {"A": A, "B": B})


def test_the_first_patient_after_words_on_several_trials_is_that_of_the_articles_own() -> None:
    text = (
        "Northwick has come far in the drug development program. "
        "The first patient has been included in the «double-blind»A trial."
    )

    assert ["«double-blind»A"] == bindings(text, {"A": A})


def test_a_name_in_brackets_before_trial_is_another_studys_and_no_design_is() -> None:
    text = (
        "HALCYON, a multi-stage (MAMS) trial, had «240»A.\n\n"
        "The Swift Care in Stroke (RIPPLE-2) trial was «double-blind»-."
    )

    assert ["«240»A", "«double-blind»-"] == bindings(text, {"A": A})


def test_what_a_name_tested_may_stand_before_what_became_of_it() -> None:
    text = "HALCYON tested velozumab. RIPPLE (vexamab) did not meet its primary endpoint in «3,445 patients»-."

    assert ["«3,445 patients»-"] == bindings(text, {"A": A})


def test_what_is_the_first_of_its_kind_is_the_trial_that_is_said_to_be_it() -> None:
    second = A | {"acronym": "HALCYON-2"}

    assert ["«double-blind»A"] == bindings("HALCYON-2 is the first «double-blind»A trial to test it.", {"A": second})


def test_a_phrase_that_stands_alone_is_the_only_trial() -> None:
    text = "HALCYON tested velozumab.\n\n- Phase 2, international, «double-blind»A, controlled trial"

    assert ["«double-blind»A"] == bindings(text, {"A": A})


def test_a_study_that_suggested_what_a_drug_may_do_came_before() -> None:
    text = (
        "Results from a «double-blind»- phase 1 study of velozumab suggested that it may help. "
        "In this phase 2 trial «240 people»A had it."
    )

    assert ["«double-blind»-", "«240 people»A"] == bindings(text, {"A": A})


def test_text_without_records_binds_to_the_number_in_it() -> None:
    assert ["«240 people»NCT09000004"] == bindings("In NCT09000004, «240 people»A took part.", {})


def test_text_without_records_or_numbers_binds_to_the_name_in_it() -> None:
    text = "The HALCYON trial is over. It took in «240 people»A."

    assert ["«240 people»HALCYON"] == bindings(text, {})


def test_text_without_records_numbers_or_names_binds_nothing() -> None:
    assert ["«240 people»-"] == bindings("The trial took in «240 people»A.", {})


@pytest.mark.parametrize("piece", ["the trial ", "HALCYON, ", "A-", "NCT09000004 ", "an earlier ", "(", "both "])
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    def bound(text: str) -> None:
        assert [] == bind(article_of(text, {"A": A, "B": B}), [])

    assert slopes.grows_like_its_length(bound, slopes.repeated(piece))
