"""Words that the patterns for people share, by the part they play."""

from __future__ import annotations

ANY_WORDS = ("",)
"""The trigger of a pattern that may begin with too many words to list."""

ADVERB = (
    r"(?:(?:ever|now|so far|already|then|later|also|eventually|finally|initially|ultimately|successfully|actually|"
    r"subsequently|first|all|both|each|only|either|thus|therefore|recently|currently|still|again|just|fully|"
    r"in the end|in all|in total|to date|at random|not|[a-z]{2,}ly) )?"
)
BE = (
    r"(?:(?:is|are|was|were|be|been|being|has been|have been|had been|having been|has now been|have now been|"
    r"get|got) "
    rf"{ADVERB})"
)
WILL = (
    r"\b(?:will|would|shall|should|can|could|may|might|must|ought to|"
    r"(?:plan|plans|planned|planning|aim|aims|aimed|aiming|hope|hopes|hoped|hoping|expect|expects|expected|expecting|"
    r"intend|intends|intended|intending|want|wants|wanted|wanting|seek|seeks|sought|seeking|set|due|going|scheduled|"
    r"designed|meant|supposed|projected|estimated|anticipated|anticipates|propose|proposes|proposed|proposing|needs|needed|is|"
    r"are|target|goal|"
    r"was to have|were to have|failed|unable|struggled|struggling|"
    r"ready|about|likely|yet|trying|looking|hoping|seeking|wanting|preparing|keen|poised|slated|targeted|on track|"
    r"underway|under way|in place|approved|cleared|authori[sz]ed|permission|approval|approached|asked|invited|"
    r"set out|"
    r"sets out|remain) to|is to|are to|was to|"
    r"were to) "
    rf"(?:have |help |begin to |start to )?{ADVERB}"
)
TAKE = (
    r"(?:enrol+|recruit|include|involve|randomi[sz]e|treat|take(?: in| on| part)?|accept|test|study|follow(?: up)?|"
    r"dose|register|accrue|divide|split|sign up|send|evaluate|assess|compare|examine|investigate|give|offer|have|"
    r"attract|reach|"
    r"gather|observe|monitor|bring in|allocate|assign|track|inject|infuse|vaccinate|immuni[sz]e|collect|cover|need|"
    r"run|perform|conduct|launch|begin|start|be run|be tested|be conducted|be carried out|be done|look|measure|see|"
    r"feature|comprise|invite|put|admit)"
)
TOOK = (
    r"(?:enrol+ed|recruited|included|involved|tested|studied|followed(?: up)?|registered|accrued|signed up|attracted|"
    r"gathered|observed|monitored|brought in|tracked|took in|took on|taken in|taken on|take in|takes in|followed|"
    r"consists of|"
    r"evaluated|examined|investigated|covered|collected|covers|featured|comprised|surveyed|"
    r"interviewed|drew|sent|ended with|started with|began with|says|reached|got|consisted of|drawn|"
    r"enrol+s|recruits|includes|involves|follows|accepted|admitted|enlisted|asked|looked at)"
)
"""What a trial did to those whom it took in; `got` and `had` only where the trial is what got them."""

JOINED = (
    r"(?:enrol+ed|recruited|included|joined|participated|participating|signed up|volunteered|entered|"
    r"registered|agreed|consented|took part|taken part|take part|takes part|taking part|said yes|accrued|enlisted|"
    r"rolled over|inducted|in it|(?:in|into|on|entered) the "
    r"(?:trial|study|research|registry|program|programme|experiment|cohort)|contributed|came forward|"
    r"enter|entering|join|joining|tried it|tried the)"
)
RANDOMIZED = (
    r"(?:randomi[sz]ed|randomly (?:assigned|allocated|sorted|divided|split|selected)|"
    r"(?:assigned|allocated) (?:randomly|at random|by chance|by lot))"
)
COMPLETED = (
    r"(?:completed|complete (?:the|their|all|both|this|treatment)|completing|finished|finish|"
    r"saw it through|seen it through|saw the study through|"
    r"(?:made|make) it (?:to|through)|made it|stuck with it|"
    r"stayed (?:with (?:us|it|them) )?(?:to|until|till|the course|in (?:the|it))|"
    r"were still (?:there|in|answering|taking part)|"
    r"still there|(?:were )?(?:followed|stayed|observed|remained) (?:to|until|till) (?:the |study )?end|did all that "
    r"was asked|"
    r"reached the end|attended the (?:last|final)|remained in the|who completed|seen to the end|"
    r"carried on to the end)"
)
ANALYZED = (
    r"(?:analy[sz]ed|analy[sz]able|counted|evaluable|evaluated for (?:efficacy|response)|"
    r"(?:included|counted|considered) in (?:the |this |our )?(?:[a-z-]+ ){0,3}(?:analys[ei]s|analysis set|"
    r"population)|"
    r"be analy[sz]ed|available for (?:analysis|evaluation)|(?:remained |"
    r"remain )?in the (?:[a-z-]+ ){0,2}analysis|assessable)"
)
SCREENED = (
    r"(?:screened|assessed for (?:eligibility|inclusion)|assessed|looked at|approached|evaluated for eligibility|"
    r"checked for eligibility|considered for (?:the|inclusion)|contacted|"
    r"applied (?:to (?:join|take part|participate)|for (?:a )?places?)|"
    r"invited(?: to (?:join|take part|participate))?|asked to (?:join|take part|participate)|"
    r"(?:first )?offered (?:rct|randomi[sz]ation|participation|enrol+ment|a place|(?:the )?(?:trial|study)))"
)
TREATED = (
    r"(?:treated|dosed|injected|infused|vaccinated|immuni[sz]ed|inoculated|transplanted|swallowed|underwent|"
    r"given|implanted|operated on|exposed|used (?:a|the|their|it)|received|took|"
    r"(?:received|took|got|had) (?:at least (?:one|1|X|T|C) |>=?|≥|the |a |an |one |their |study )?"
    r"(?:or more )?(?:doses?|study drug|study medication|treatment|drug|injection|infusion|medication|shots?|jabs?))"
)
TRIAL = (
    r"(?:trial|study|stud(?:y|ies)|research|experiment|test|survey|pilot|programme|program|project|registry|cohort|"
    r"investigation|analysis|arm|trials)"
)
ARM = (
    r"(?:placebo|sham|dummy|controls?|comparator|comparison|active|(?:the )?drug|usual care|standard care|"
    r"standard of care|standard treatment|standard therapy|waiting list|wait-?list|intervention|treatment|"
    r"experimental|both drugs|neither|combination|monotherapy|vehicle|saline|chemotherapy|surgery|therapy|"
    r"(?:the |an? )?(?:real |new |old |other )?(?:app|vaccine|booster|pill|jab)|low[- ]dose|high[- ]dose|"
    r"lower dose|higher dose|[TX] ?(?:mg|mcg|µg|g|ml|iu))"
)
ARM_NOUN = r"(?:groups?|arms?|cohorts?|branch|half)"
OUTCOMES = (
    "responses remissions relapses reactions seizures strokes attacks events infections recurrences fractures bleeds "
    "deaths miscarriages fevers complications"
)
EVENT = (
    rf"(?:had (?:an? )?(?:[a-z-]+ ){{0,5}}(?:{'|'.join(word + '?' for word in OUTCOMES.split())})\b|"
    r"died|passed away|refused|declined|(?:was|were) left out|"
    r"dropped out|drop out|withdrew|(?:was|were) (?:disenrol+ed|withdrawn)|discontinued|relapsed|responded|improved|"
    r"recovered|worsened|"
    r"gave up|quit (?:the|early|before|because)|left (?:early|the|before)|stopped (?:early|taking|treatment|"
    r"because|before|the)|"
    r"opted (?:out|for)|pulled out|moved|changed|transferred|emigrated|chose not|were unable|was unable|"
    r"excluded|withdrawn|lost to|achieved|adhered|progressed|survived|got (?:better|worse)|felt (?:better|worse)|"
    r"(?:did not|didn't|failed to|could not) (?:finish|complete|respond|return|come|improve|start|reach|stay|"
    r"receive|get|take)|did not$|did not[.;,]|"
    r"(?:was|were|are|is|remain|remained) (?:still )?(?:lost|alive|free|in remission|dead|cancer-free|"
    r"seizure-free|hospitali[sz]ed|women|men|female|male|"
    r"white|black|asian|hispanic|a woman|a man|X or|T or|C or|older|younger|over X|under X|still (?:alive|"
    r"taking|on|in)|excluded|withdrawn|positive|negative)|"
    r"(?:are|were|was|is) still (?:alive|taking|on|in|free|well)|"
    r"tested positive|went into remission|relapse|had (?:a |an |side effects|adverse|"
    r"at least |no |their |serious |severe |some |"
    r"mild |grade )|"
    r"(?:have|has|having) (?:[a-z-]+ ){0,3}(?:disease|cancer|diabetes|ild|mutations?|hypertension|asthma)|"
    r"experienced|suffered|reported|developed|showed [a-su-z]|showed t[^h]|"
    r"needed (?:a|an|oxygen|surgery)|required|became|gained|managed (?:to|a|at|it|the)\b|"
    r"benefited|went on to (?:have|need|receive|undergo|get|develop)|scored|switched|crossed over|tolerated|cleared|"
    r"healed (?:completely|within|in|by|after|faster|fully)|healed[.,;)]|were cured|"
    r"(?:remained|remain|stayed|"
    r"stay) (?:on|in|off)|went without|lived|could see|fell)"
)
"""What befell some of those who took part."""

THING = (
    r"(?:the|an?|their|his|her|its|both|all|either|neither|only|one|two|placebo|sham|treatment|surgery|"
    r"chemotherapy|A|[XT]|it|oral|daily|weekly)"
)
GOT = (
    rf"(?:(?:was|were|been|being|having been) {ADVERB}(?:assigned|allocated|randomi[sz]ed|randomly assigned|"
    rf"randomly allocated|sent|told|asked|given|handed|put|offered|treated|dosed|injected|"
    r"infused|vaccinated|immuni[sz]ed|inoculated|transplanted|implanted|operated|exposed|followed|fitted|shown|"
    r"taught|fed|prescribed|started|switched)|"
    r"got|received|swallowed|underwent [^r]|underwent r[^a]|played|drank|drunk|wore|ate|"
    rf"(?:took|used|began|started|tried) (?:with |on |off )?{THING}\b|"
    r"had (?:the|both|either|neither|placebo|sham|treatment|surgery|chemotherapy|A|[XT]|it|oral|daily|weekly)\b)"
)
"""What people were given, or did."""

GETS = (
    rf"(?:(?:is|are) {ADVERB}(?:assigned|allocated|randomi[sz]ed|randomly assigned|randomly allocated|sent|"
    rf"told|asked|given|handed|put|offered|treated|injected|"
    rf"infused|vaccinated)|gets?|receives?|(?:take|takes|have|has|use|uses) {THING}\b|will (?:have|get|receive))"
)
"""The same as it is or will be."""

POST = r"(?:[ ,(][^.;:!?,QCBNP]*?(?:,[^.;:!?,QCBNP]*?){0,2})??[ ,)(]"
"""What may stand between people and their verb: no other count, no stop."""

NEXT = r"[PBN](?:[ (][^.;:!?,QCBNP]{0,40}?)??[ ,)(]"
"""People and what may stand between them and words right behind: no other clause."""

NEAR = r"(?:[ ,(][^.;:!?,QCBNP]{0,30}?(?:,[^.;:!?,QCBNP]{0,20}?)?)??[ ,)(]"
"""The same for a count that stands for people: less, for what is far may belong to others."""

INTENDED = r"(?:planned|intended|targeted|projected|hoped for|target|anticipated)"
WISHED = r"(?:wanted|sought|needed|required|expected|estimated)"
AHEAD = r"(?:originally |initially |first |being )?"

GETTING = r"(?:receiving|taking|getting|given|assigned|allocated|randomi[sz]ed|treated)"
COUNTED = (
    r"(?:events|episodes|falls|exacerbations|attacks|seizures|bleeds|diaries|questionnaires|samples|specimens|scans|"
    r"visits|lesions|eyes|teeth|implants|cycles|injections|procedures|admissions|hospitali[sz]ations)"
)
"""What a trial counts beside its people, who may have several each."""

SIDE = r"(?:A|\b(?:intervention|placebo|controls?|sham|usual care|standard care|standard of care))"

DID = (
    r"(?:had|died|withdrew|did not|reached|experienced|achieved|responded|improved|reported|discontinued|completed|"
    r"dropped|developed|relapsed|showed|met|required|needed|suffered|were (?:lost|excluded|still|alive|free|in)|left|"
    r"survived|progressed)"
)
"""What those of several groups did."""

WORDS = {
    "did": DID,
    "it": "[PBN]",
    "whom": f"(?:P{POST}|[BN]\\)?{NEAR})",
    "post": POST,
    "next": NEXT,
    "be": BE,
    "adverb": ADVERB,
    "will": WILL,
    "take": TAKE,
    "took": TOOK,
    "joined": JOINED,
    "randomized": RANDOMIZED,
    "completed": COMPLETED,
    "analyzed": ANALYZED,
    "screened": SCREENED,
    "treated": TREATED,
    "trial": TRIAL,
    "arm": ARM,
    "group": ARM_NOUN,
    "event": EVENT,
    "got": GOT,
    "gets": GETS,
    "getting": GETTING,
    "gave": r"(?:gave|given|giving|administered|assigned|allocated|offered)",
    "side": SIDE,
    "counted": COUNTED,
    "ahead": AHEAD,
    "wished": WISHED,
    "intended": INTENDED,
}
"""What stands for each name in braces in the patterns of people."""
