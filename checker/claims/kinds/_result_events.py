"""How prose tells when a trial has, or is to have, its results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.claims.kinds._event_words import ANSWER, AUX, MAIN, POST, POSTED, PRIMARY, RESULTS, RESULTS_DATE, event

if TYPE_CHECKING:
    from checker.claims.grammar import Pattern

RESULT_EVENTS: tuple[Pattern, ...] = (
    event(
        RESULTS_DATE,
        "done",
        "results_told",
        r"\b(?:report(?:ed|s)|announc(?:ed|es)|disclosed|revealed|confirmed|said) (?:today )?that (?:the|its|their|"
        r"both|a) [^;:@]{0,240}?\b(?:(?:met|failed|missed|achieved|reached)|did not (?:meet|achieve|reach)|"
        r"(?:had )?succeeded in meeting|failed to (?:meet|show)) (?:its|the|all|both|their|any) (?:[a-z-]+ ){0,4}?"
        r"(?:end-?points?|goals?|objectives?)\b",
        "report announc disclosed revealed confirmed said",
        """On «October 14, 2013», the firm reported that the study, its first in asthma, met its primary endpoint.
        In «May 2019» the company announced that the trial had failed to meet its main goal.""",
        """In May 2019 the company announced that the trial had enrolled its last patient.
        On May 5, 2019, it said that the drug was safe.""",
    ),
    event(
        RESULTS_DATE,
        "done",
        "results_posted",
        rf"\b{RESULTS}\b(?:[ ,(]+[a-z#0-9’'&).-]+){{0,9}}?[ ,]+{AUX}{POSTED}\b"
        rf"|\bbrought (?:the|its|their) {RESULTS}\b"
        rf"|\b(?:before|until|till) (?:its|the|their) {RESULTS} {AUX}{POSTED}\b"
        rf"|\bto (?:show|post|publish|report|release) (?:its |the |their |any )?(?:first |full |final )?{RESULTS}\b"
        rf"|\b(?:posted|published|reported|presented|released|announced|unveiled|disclosed|shared) "
        rf"(?:(?:its|our|the|these|those|"
        rf"their|full|final|positive|negative|interim|main|first|mixed|disappointing|encouraging|top-?line|primary|"
        rf"detailed) ){{0,4}}{RESULTS}\b"
        rf"|\b(?:the|this|its|our|their) (?:[a-z#-]+ ){{0,2}}(?:trial|study)(?: was| were| has been| had been|"
        rf",)(?: first)? (?:published|reported|presented)\b",
        "result finding outcome data summar tables figures numbers report read analys paper write published presented",
        """The results were posted in «May 2019».
        Findings from the trial, presented at a congress in «June 2021», were mixed.
        Its tables went online in «November 2020».
        The study, published in a journal in «2022», was small.
        We completed it, and published our results in «2016».""",
        """The results of the election in May 2019 came as a surprise.
        The plan of the trial was published in a journal in 2022.
        It was published in the journal in May 2019.""",
    ),
    event(
        PRIMARY,
        "noun",
        "primary_completion",
        rf"\bprimary (?:study )?completion\b|\b{MAIN}(?: [a-z-]+){{0,2}}? {ANSWER}\b|\btop[- ]?line(?: {ANSWER})?\b"
        rf"|\bread-?out\b"
        rf"|\b(?:to|will|should|may|could|would) read[- ]?out\b|\breads out\b"
        rf"|\b(?:last|final) (?:primary )?(?:outcome|measurement|data collection)(?: for the (?:primary|"
        rf"main) [a-z]+)?\b"
        rf"|\bdata (?:for|on|from) (?:the )?(?:first part|main part|(?:main|primary) [a-z]+)\b|"
        rf"\bresults? that matter(?:s|ed)\b"
        rf"|(?:one|two|three|four|five|six|#+)-(?:year|month|week) (?:data|results|follow-up data)\b|"
        rf"\bexpect an (?:outcome|answer)\b"
        rf"|\blast patient for the (?:main|primary) [a-z]+\b",
        "primary main first key chief principal top headline initial read last final data result -year -month -week "
        "outcome"
        " answer interim",
        """Primary completion: «May 2019».
        The main results are expected by «late 2026».
        Topline data are due in «Q1 2025».
        It will be full by May, with topline results to follow in «early 2026».
        It is to give its main answer by «June 2024».
        Top line results are to be obtained by «the end of 2020».
        The study is expected to read out in «the first half of 2027».""",
        """The main hall was built in May 2019.
        The first results were approved in May 2019.""",
    ),
    event(
        RESULTS_DATE,
        "plan",
        "results_to_come",
        rf"\b{RESULTS}\b(?:[ ,(]+[a-z#0-9’').-]+){{0,6}}?[ ,]+(?:expected|due|anticipated|planned|scheduled|slated|"
        rf"(?:to|will|should|may|could|would) {POST})\b"
        rf"|\b{RESULTS} (?:from|of|for) [^.;:]{{3,160}}? (?:is|are) (?:also |now |still |currently )?(?:expected|due|"
        rf"anticipated|"
        rf"planned|scheduled|slated)\b"
        rf"|\b(?:to|will|should|would) (?:post|publish|report|present|release|announce) (?:its |the |their |full |"
        rf"final |any )*{RESULTS}\b"
        rf"|\b(?:expect(?:s|ed|ing)?|anticipat(?:es?|ed|ing)|hop(?:es?|ed|ing)|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|"
        rf"look(?:s|ed|ing)? forward to) (?:(?:to )?(?:hav(?:e|ing)|shar(?:e|ing)|see(?:ing)?|get(?:ting)?|"
        rf"receiv(?:e|ing)|obtain(?:ing)?|report(?:ing)?|announc(?:e|ing)|present(?:ing)?|publish(?:ing)?|"
        rf"releas(?:e|ing)|unveil(?:ing)?) )?(?:the |its |their |full |final |any |more |complete |initial "
        rf")*{RESULTS}\b|\b(?:due|set|scheduled|slated) to report\b"
        rf"|\b(?:trial|study) (?:is |are )?(?:[a-z]+ )?(?:to|will|should) report\b",
        "result finding outcome data summar tables figures numbers report read analys paper write",
        """Results are expected in «late 2026».
        The findings will be published in «2027».
        Results of the trial, which tests safety in 4,000 children, are also expected in «2027».
        We expect to have results in «2027».
        It looks forward to sharing the full results of the study in «2027».
        Interim results are expected in «mid-2027».
        The trial is expected to report in «2027».""",
        "Results were not expected by anyone at the hospital that opened in May 2019.",
    ),
    event(
        RESULTS_DATE,
        "label",
        "results_label",
        r"(?:^|[.;(|] ?)results?(?: posted| published| on the registry)?\b",
        "result",
        "Results: «17.10.2024».",
        "It has results: a drug approved in May 2019.",
    ),
)
"""What tells of a trial's results, and of its main ones."""
