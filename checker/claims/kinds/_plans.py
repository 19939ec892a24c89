"""Patterns of how many people a trial wants."""

from __future__ import annotations

from checker.claims.grammar import Pattern
from checker.claims.kinds._senses import PLANNED
from checker.claims.kinds._words import ANY_WORDS

PLANS = (
    Pattern(
        "will take in",
        r"{will}{take}\b[^.;:,!?PBNQC]*? {it}",
        ANY_WORDS,
        ("The study will enrol «300 adults».", "It aims to test the drug in up to «40 patients»."),
        ("The study enrolled 300 adults to test the drug.",),
        PLANNED,
    ),
    Pattern(
        "is recruiting",
        r"(?:(?:\b(?:is|are|be|now|currently|still|also|been|was|were|began|begun|started|starts|start|begin|"
        r"begins)|'(?:re|s)) {adverb}|^|, )(?:recruiting|enrol+ing|seeking|looking for|accruing|signing up|"
        r"in search of|inviting|"
        r"accepting)(?: [a-z-]+){0,3} {it}|\b(?:is|are|(?:will|would|to) be) {adverb}(?:randomi[sz]ing|testing|"
        r"treating|studying|"
        r"assessing|evaluating|investigating|comparing|examining|"
        r"being (?:compared|tested|tried|studied|evaluated))\b[^.;:!?PBNQC]* {it}",
        ANY_WORDS,
        (
            "The study is recruiting «20 people».",
            "It is still looking for «40 volunteers».",
            "We're looking for «300 people» aged 50 to 75.",
        ),
        ("After recruiting 20 people the study closed.",),
        PLANNED,
    ),
    Pattern(
        "once it has",
        r"\b(?:once|when|until|after|as soon as) (?:it|they|we|the (?:trial|study|company|team)) (?:has|have) "
        r"(?:enrol+ed|recruited|randomi[sz]ed|dosed|treated|signed up) {it}",
        ("once ", "when ", "until ", "after ", "as soon"),
        ("The study will close once it has enrolled «300 people».",),
        ("The study closed once it had enrolled 300 people.",),
        PLANNED,
    ),
    Pattern(
        "to follow",
        r"\b{trial} (?:of|with|in|on|among|involving) P{post}(?:(?:will|would|should|is to|is due to|is set to|"
        r"is expected to) (?:follow|start|begin|open|launch|be (?:launched|started|needed|run))|"
        r"is (?:being )?planned)\b|\bP(?:,? phase X[a-c]?)? (?:[a-z-]+,? ){0,4}{trial}(?: [^.;:QCBNP]{0,40})? (?:will|"
        r"is to|is set to|would|is expected "
        r"to|aims)\b|\b{trial} \(N\) (?:will|aims|is to|is designed|plans|seeks)\b|"
        r"\b(?:trials?|stud(?:y|ies)|testing|tests) (?:will|can|could|may|would|is to|are to|is due to|should) {adverb}"
        r"(?:begin|start|follow|open|go ahead|be run|be done|be held|be carried out|take place) (?:in|on|with|among) "
        r"{it}",
        ("trial", "stud", "pilot", "programme", "program", "test"),
        (
            "A larger trial of «6,000 people» will follow.",
            "Larger trials will be held in «4,800 children».",
            "The «26,000-person», phase 3 study will test it.",
        ),
        ("A trial of 6,000 people will end in May.",),
        PLANNED,
    ),
    Pattern(
        "changed to",
        r"\b(?:expanded|increased|raised|enlarged|grown|cut|reduced|lowered|revised)\b[^.;:!?PBNQC]{0,40}"
        r"(?:(?: from [QCX](?: [a-z]+)?)? to P| from [QC](?: [a-z]+)? to {it})|"
        r"\b(?:target|sample|enrol+ment|recruitment|size|goal)\b[^.;:!?PBNQC]{0,60}\b(?:expanded|increased|raised|cut|"
        r"reduced|lowered|revised)\b[^.;:!?PBNQC]{0,40} to {it}",
        ANY_WORDS,
        ("The study was expanded from 60 to «120 patients».",),
        ("The dose was raised in 120 patients.",),
        PLANNED,
    ),
    Pattern(
        "target of",
        r"\b(?:target(?:s|ed|ing)?|goal|aim|aims|aimed|aiming|plan|plans|planned|planning|want|wants|wanted|"
        r"need|needs|needed|"
        r"room|spaces?|meant|designed|intended|powered|calls|called|call|"
        r"hopes|hoped|hope|seek|seeks|sought|ceiling|cap|capped|limited|limit|requires|required|looks|capacity|"
        r"ambition|"
        r"sample size|expected|estimated|anticipated|projected|"
        r"requirement|calculated|asks|budgeted)"
        r"(?: (?:enrol+ment|recruitment|accrual|sample|sample size|size|number|number of (?:participants|"
        r"patients|people|subjects)|total|population|target|"
        r"participants?|patients|group|cohort))?(?: (?:of|for|in) (?:the|this|our) {trial})?"
        r"(?: \([a-z ,]{1,30}\))?"
        r"(?:,? (?:for|of|is|was|at|to be|be|on|remains|had been|has been|being|stood at|stands at|by|are|were|"
        r"a|that|as|among))*:? {it}",
        ANY_WORDS,
        ("The target is «700 children».", "It has room for «26 participants».", "It wanted «333 people»."),
        ("The target was missed by a trial of 700 children.",),
        PLANNED,
    ),
    Pattern(
        "was the target",
        r"{it},?(?: (?:is|was|were|are|being|remains))? (?:the|its|our|their) (?:original |initial |stated |"
        r"planned |full |recruitment |enrol+ment )?"
        r"(?:aim|goal|target|plan|ambition|number (?:planned|wanted|needed))\b|"
        r"\b(?:has|have|are|of|offers|offer|for) {it} (?:places|slots|spots|openings)|"
        r"P ?\(?{ahead}(?:{intended}\b|{wished}(?:$|[^a-z ]| (?:for|by|in all|in total)\b))|"
        r"[BN] ?\(?{ahead}(?:{intended}|{wished})(?:$|[^a-z ]| (?:for|to|in|at|by|from|with|across|over|and|but|on|"
        r"or|of|when|as|is|was|had|have)\b)|"
        r"{next}(?:it|they|that|which|is|are|was|were|had been|have been) "
        r"(?:(?:is|are|was|were|has|have|had|had been|it) ){0,2}{adverb}"
        r"(?:planned|intended|targeted|wanted|sought|needed|hoped for|designed for|aimed for|meant|foreseen|required|"
        r"budgeted|projected|anticipated)\b|"
        r"{it},? (?:that|which|whom) (?:it|they|the trial|the study|we) (?:wants?|needs?|seeks?|plans for|hopes for|"
        r"aims for|is (?:looking for|after))\b|"
        r"{whom}(?:(?:is|are|was|were) expected (?:at|in all|to (?:enrol+|join|take part|participate|be enrol+ed|"
        r"be recruited|be included))\b|(?:are|were) mentioned in the (?:text|plan|protocol))|\bplanned {it}|"
        r"\b(?:goal|target|aim|ambition):? (?:of )?(?:enrol+ing|recruiting|including|randomi[sz]ing) {it}|"
        r"\bspeaks of ['\"“]?(?:up to )?{it}|"
        r"\bof (?:the )?{next}(?:we|they|it|(?:the )?(?:team|researchers|organi[sz]ers|investigators|doctors)) "
        r"(?:had |have |originally |first |initially ){0,2}(?:wanted|hoped for|planned|needed|sought|aimed for)\b",
        (
            "aim",
            "goal",
            "target",
            "plan",
            "ambition",
            "number ",
            "places",
            "slots",
            "spots",
            "openings",
            "intended",
            "projected",
            "hoped for",
            "anticipated",
            "wanted",
            "sought",
            "needed",
            "required",
            "expected",
            "estimated",
            "designed for",
            "meant",
            "foreseen",
            "budgeted",
            "mentioned",
            "speaks of",
        ),
        (
            "It reached «352», the target.",
            "It has «15» places.",
            "It included 552 patients; «630» had been planned.",
            "«Fifty patients» aged 12 and up are wanted.",
            "Up to «52 participants» are expected at sites in Italy.",
        ),
        (
            "The 352 patients had planned treatment.",
            "It consisted of three targeted messages.",
            "Some 40 patients sought help.",
        ),
        PLANNED,
    ),
)
"""Plans, where the words around a count say so."""
