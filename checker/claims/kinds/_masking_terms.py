"""The terms for who does not know which treatment a participant got, and words that explain them."""

from __future__ import annotations

from checker.claims.grammar import VOCABULARY, Pattern

VOCABULARY["which"] = r"(?:which|what|who|whether|whose)"
VOCABULARY["party"] = r"(?:[a-z‐-]+ ){1,4}"


def _masking(value: str) -> dict[str, str]:
    return {"kind": "masking", "value": value}


TERMS = (
    Pattern(
        "quadruple",
        r"\bquadruple{hyphen}{blind}",
        ("quadruple",),
        ("A «quadruple-masked» trial.", "The study is «quadruple-blind»."),
        ("The quadruple bypass took hours.",),
        _masking("QUADRUPLE"),
    ),
    Pattern(
        "triple",
        r"\btriple{hyphen}{blind}",
        ("triple",),
        ("This «triple-blind» trial ran in Spain.",),
        ("Triple therapy helped.",),
        _masking("TRIPLE"),
    ),
    Pattern(
        "double",
        r"\b(?:doubled?|doubly){hyphen}{blind}|\b(?:patient|participant|subject)s?(?:[‐‑–-]{blind},?)?(?:[‐‑–-]?,? "
        r"and |, ?| ?/ ?)(?:outcome )?"
        r"(?:assessor|investigator|evaluator|observer|physician|rater|clinician)s?[‐‑–-]{blind}",
        ("double", "doubly", "and ", "blind", "mask"),
        (
            "This «double-blind», placebo-controlled trial ran for a year.",
            "It was «double‐masked».",
            "It was given in a «double blind» manner.",
            "The trial was «double blinded».",
            "The new, «doubled-blinded» study is small.",
            "A «patient- and assessor-blinded» study.",
            "It was «participant-blinded and assessor-blinded».",
        ),
        ("A double-dummy design was used.", "The dose was doubled."),
        _masking("DOUBLE"),
    ),
    Pattern(
        "single",
        r"\bsingle{hyphen}{blind}|\b(?:outcome[ -]?)?(?:assessor|evaluator|observer|rater|investigator|examiner|"
        r"patient|"
        r"participant|subject|analyst|statistician|researcher|physician|surgeon|reader|reviewer|clinician|parent)s?"
        r"[‐‑–-](?:blind(?:ed)?|masked)|"
        r"\b(?:outcome[ -]?)?(?:assessor|evaluator|observer|rater|examiner) blind\b|\bblinded[ ‐‑–-](?:end[ "
        r"‐‑–-]?point|outcome)s?\b",
        ("single", "blind", "mask"),
        (
            "This «single-blind» trial ran in Spain.",
            "An «assessor-blinded» trial.",
            "It is «evaluator-masked».",
            "The «observer-blind» study began.",
            "The trial was «assessor blind».",
            "It is a «blinded-endpoint» trial.",
        ),
        ("A single dose was given.", "The patient's blind dog came too."),
        _masking("SINGLE"),
    ),
    Pattern(
        "open label",
        r"\bopen{hyphen}label(?:led|ed)?\b|\bopen in (?:design|label)\b",
        ("open",),
        ("An «open-label» trial.", "The study is «open label».", "Both are «open-labelled» pilots."),
        ("Patients went on to the open-label extension.", "An open letter labelled it so."),
        _masking("NONE"),
    ),
    Pattern(
        "open, randomized",
        r"(?:^|[,;] |\ban? )(?P<quote>open)(?:,? and|,) (?:randomi[sz]ed|controlled|prospective|parallel|"
        r"multi{hyphen}cent|phase|pragmatic|superiority|non{hyphen}inferiority|pilot|feasibility|explorat|two{hyphen}|"
        r"three{hyphen}|adaptive|international|"
        r"uncontrolled|comparative|cross{hyphen}over|non{hyphen}randomi|single{hyphen}arm|blinded[ ‐‑–-]end)|"
        r"\b(?:is|was|being|been) an (?P<quote2>open) (?:[a-z]+ )?(?:trial|study)\b|"
        r"\ban (?P<quote3>open) (?:pilot|feasibility|pragmatic|comparative|randomi[sz]ed|controlled|phase|"
        r"single{hyphen}arm|uncontrolled|"
        r"multi{hyphen}cent(?:re|er)) (?:[a-z0-9#/‐-]+ ){0,4}(?:trial|study|rct)\b",
        ("open",),
        (
            "It was a prospective, «open», randomised trial.",
            "It was an «open» trial, so all knew.",
            "We did an «open» pilot RCT.",
        ),
        ("The clinic is open, and randomised people came.",),
        _masking("NONE"),
    ),
    Pattern(
        "unblinded",
        r"\b(?:un|non{hyphen})(?:blinded|masked)\b",
        ("unblind", "unmask", "non"),
        ("It is «unblinded», with only one group.", "An «unblinded» pilot.", "A «non-blinded» trial."),
        (
            "The data were unblinded in March.",
            "After the trial had been unblinded, patients learned the truth.",
            "The sponsor unblinded the study.",
        ),
        _masking("NONE"),
    ),
    Pattern(
        "no blinding",
        r"\b(?:no|without) (?:any )?(?:blinding|masking)\b|\b(?:blinding|masking) (?:was|is|were) (?:not|neither|im)[ "
        r"-]?(?:used|possible|feasible|"
        r"attempted|practical|practicable|done)",
        ("blinding", "masking"),
        ("There was «no blinding».", "A trial «without blinding».", "«Masking was not possible»."),
        ("No mask was worn.",),
        _masking("NONE"),
    ),
    Pattern(
        "both groups blinded",
        r"\bboth (?:treatment |study )?(?:groups|arms|sides|parties) "
        r"(?:are|were|will be|stayed|remained) (?:blinded|masked)\b",
        ("both",),
        ("So «both groups are blinded».", "«Both arms were masked»."),
        ("Both groups were blind to the costs.", "Both raters were blinded."),
        _masking("DOUBLE"),
    ),
    Pattern(
        "not blinded",
        r"(?:(?:\b(?:it|this|trials?|stud(?:y|ies)|pilots?|which|design|one)(?: \([^()]{1,40}\))?|#+) "
        r"(?:is|was|are|were|could|can|has|had)(?: of course)?(?: not| never|n[’']t) (?:be |been )?|"
        r"[a-z0-9‐-]+ \((?:nct|isrctn|eudract)[^()]{0,30}\) (?:is|was|could) not (?:be )?|"
        r"(?:[,;] |\band |\bbut )not |\bneither randomi[sz]ed nor |\bneither (?:group|arm|side|party|study|"
        r"trial) (?:is|was|were) )"
        r"(?P<end>blinded|masked|double-blind(?:ed)?|single-blind(?:ed)?|blind)\b|"
        r"\bnot an? (?:blinded|masked) (?:[a-z]+ )?(?:trial|study|experiment)\b",
        ("blind", "mask"),
        (
            "«It was not blinded», since one can tell a robot from a call.",
            "The «trial was not masked».",
            "The «study (DRKS00023917) was not blinded».",
            "«Neither group was blinded».",
            "It was «not a blinded study».",
            "Eight trials could not be blinded.",
        )[:4],
        ("Patients were not blinded.", "They were not masked when they met."),
        _masking("NONE"),
    ),
)

TRAPS = (
    Pattern(
        "a challenge",
        r"\b(?:double|single){hyphen}blind(?:ed)?,? (?:and )?(?:placebo{hyphen}controlled,? )?"
        r"(?:oral |food |peanut |milk |egg )+challenges?\b",
        ("challenge",),
        (),
        ("They had a double-blind, placebo-controlled food challenge.",),
    ),
    Pattern(
        "a part without labels",
        r"\bopen{hyphen}label(?:led|ed)?(?: ?\([^()]{1,40}\))? (?:[a-z0-9‐-]+ ){0,2}?(?:extensions?|period|part|"
        r"portion|follow{hyphen}up|"
        r"continuation|roll{hyphen}over|rollover|run{hyphen}in|lead{hyphen}in|stage|maintenance|treatment|cohort|arm|"
        r"sub{hyphen}stud(?:y|ies)|induction|titration|data|results|"
        r"placebos?|drug|dosing|therapy|safety|access|ole)(?:[^a-z‐‑–-]|$)|"
        r"\bopen{hyphen}label[’'”\"]? phase(?:[.,;:)]|$| (?:of|was|were|is|are|that|which|who|began|lasted|and|in|the|"
        r"for|after|"
        r"where|has|have|had|with|receiv[a-z]*|will|would|to|from|at|on|during|all|can|may|also|patients|participants|"
        r"got|took|"
        r"study|extension)\b)",
        ("open",),
        (),
        (
            "All went on to an open-label extension.",
            "The open-label data come in July.",
            "An open-label (unblinded) extension will follow.",
            "In the open-label phase of the study, doses rose.",
        ),
    ),
    Pattern(
        "blind before the trial proper",
        r"\bsingle{hyphen}blind(?:ed)?,? (?:[a-z0-9‐-]+,? )?(?:baseline (?:phase|period)|run{hyphen}in|lead{hyphen}in|"
        r"wash{hyphen}?out)\b",
        ("single",),
        (),
        ("It had a single-blind, placebo baseline phase.", "A single-blind run-in of two weeks came first."),
    ),
    Pattern(
        "unblinding",
        r"\b(?:were|been|being|be|got|get|becomes?|became|to|had|has|have|will|would|is being|after|was then|"
        r"were then|when|"
        r"until|once|sponsor|company|team|they|we|she|he|investigators|researchers|committee|"
        r"board) (?:[a-z]+ )?(?:unblinded|unmasked)\b|"
        r"\b(?:after|when|once|until|before) the (?:trial|study|code) (?:was|is|has been|had been) (?:unblinded|"
        r"unmasked)\b|"
        r"\b(?:pharmac(?:ists?|y)|nurses?|staff|personnel|surgeons?|statisticians?|monitors?|coordinators?|vaccinators?|"
        r"operators?|therapists?|physicians?|doctors?|clinicians?|team)\b[^.;]{0,60} (?:was|were|is|are|remained) "
        r"(?:[a-z]+ )?(?:un|non-)(?:blinded|masked)\b|"
        r"\b(?:goes|go|went|going|continues?|continued|continuing|carries|carried|proceeds?|proceeded) (?:on )?"
        r"(?:un|non-)(?:blinded|masked)\b|"
        r"\b(?:unblinded|unmasked) (?:with|and|or|versus|from) (?:the )?(?:blinded|masked)\b|"
        r"\b(?:unblinded|unmasked) (?:pharmac|nurse|staff|personnel|monitor|team|investigator|surgeon|data|results|"
        r"the|its|their|information|to|in|on|after|when|at|by|before|early|"
        r"safety|"
        r"analys[ei]s|interim|review|look|statistician|committee|board|patients|participants|people)\b|"
        r"\b(?:told|notified|informed|thanked)\b[^.;]{0,30}, (?:unblinded|unmasked)\b|"
        r"\b(?:unblinded|unmasked),? and (?:told|notified|informed|offered|invited|switched|crossed|followed|given)\b",
        ("unblind", "unmask"),
        (),
        (
            "Participants will be told of the results, unblinded and offered the vaccine.",
            "The data were unblinded in March.",
            "The company unblinded the study.",
            "An unblinded committee looked on.",
            "The pharmacist who drew up the doses was unblinded.",
            "It compares unblinded with blinded groups.",
            "Since then the trial has gone on, and goes on unblinded.",
        ),
    ),
    Pattern(
        "not a masking",
        r"\b(?:non|not|un)[ ‐‑–-]?blinded[ ‐‑–-](?:end|outcome)|\bblind(?:ed)? (?:independent|central|review|date|"
        r"spot|man|woman|people|person|patients|in one|mice)\b|"
        r"\bindependent (?:blinded|blind)\b|\b(?:nobody|no one) can be blinded\b|\bmasked (?:and tested|by|men|ball|"
        r"facies)|"
        r"\bdouble{hyphen}blind(?:ed)?,? (?:and )?(?:placebo{hyphen}controlled,? )?(?:oral )?(?:food )?challenges?\b|"
        r"\b(?:wore|wearing|face|surgical) mask|\bmasked hypertension|\bblinded (?:by|in both|in one)|"
        r"colou?r{hyphen}blind",
        ("blind", "mask"),
        (),
        (
            "Allergy was confirmed by a double-blind, placebo-controlled food challenge.",
            "Progression was judged by blinded independent central review.",
            "Nobody can be blinded to having been cut open.",
            "Teachers were let in, masked and tested.",
        ),
    ),
)

EXPLAINED = (
    Pattern(
        "nobody blinded",
        r"\b(?:nobody|no one|no-one|none(?: of (?:them|us|the [a-z]+))?) (?:is|was|were|are|had been|has been|"
        r"could be) "
        r"(?:kept )?(?:blinded|masked|blind|in the dark)\b|"
        r"\bneither {party}nor {party}(?:(?:is|are|was|were|could be|can be|will be) )(?:blinded|masked|blind|kept in "
        r"the dark)\b|"
        r"\bneither (?:blinded|masked) nor\b",
        ("blind", "mask", "in the dark", "neither"),
        (
            "«Nobody was blinded».",
            "«No one is masked», as honey looks like honey.",
            "«Neither patients nor doctors were blinded».",
            "The pilot was «neither blinded nor» randomised.",
        ),
        ("Nobody can be blinded to a cut.", "Nobody was in the hall."),
        _masking("NONE"),
    ),
    Pattern(
        "everybody knows",
        r"\b(?:everyone|everybody|all (?:involved|concerned|participants|patients)|both {party}and {party}) ?"
        r"(?:involved |concerned |(?:in|on) the (?:trial|study) )?(?:knows?|knew|is aware of|was aware of|"
        r"were aware of|"
        r"will know|could see|is told|was told) (?:of )?(?:(?:which|whose|whether|what (?:treatment|drug|group|they|"
        r"he|she|each|was being|is being)|"
        r"who (?:got|gets|had|has|was|is|received|receives|will|took))\b|(?:that )?they (?:are|were|will be) "
        r"(?:getting|"
        r"taking|given|"
        r"receiving)\b)",
        ("every", "all ", "both "),
        (
            "«Everyone knew which» group they were in.",
            "«Everybody knows what they» take.",
            "«Everyone in the trial knows they are getting» the drug.",
            "«Both patients and doctors knew which» drug was given.",
        ),
        ("Everyone knew the nurse.", "Everybody knew that it would end.", "Everybody knows what the results mean."),
        _masking("NONE"),
    ),
    Pattern(
        "everybody blinded",
        r"\b(?:everyone|everybody|all (?:involved|concerned))(?: (?:involved|concerned|in the (?:trial|study)))? "
        r"(?:is|was|were|are|will be|had been|has been) (?:kept |held |left )?(?:blinded|masked|blind|in the dark)\b",
        ("every", "all "),
        ("«Everybody was kept in the dark».", "«All involved were blinded»."),
        ("Everyone was in the hall.", "Not everyone knew that he was blind."),
        _masking("DOUBLE"),
    ),
    Pattern(
        "blinded assessor",
        r"\bblind(?:ed)? (?:outcome |endpoint |end{hyphen}point |study )?(?:assessors?|raters?|evaluators?|examiners?|"
        r"observers?|readers?|radiologists?|pathologists?|interviewers?|assessment|evaluation|adjudication)\b|"
        r"\b(?:assessment|evaluation|adjudication|scoring)s? (?:of (?:[a-z]+ ){1,3})?(?:is|was|were|"
        r"will be) (?:done |carried out )?"
        r"(?:blinded|masked|blind)\b",
        ("blind", "mask"),
        ("Pain was scored by «blinded assessors».", "Outcome «assessment was blinded»."),
        ("Progression was judged by blinded independent central review.",),
        _masking("SINGLE"),
    ),
)
