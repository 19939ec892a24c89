"""The prose calls a result significant, or not significant, and the p-value or the interval beside it denies that."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from checker.article import Article
from checker.claims.estimates import Analysis, PValue, prose_analyses, prose_p_values, stands_for
from checker.claims.sentences import Sentence, prose_sentences
from checker.pattern import pattern
from checker.rule import Elsewhere, Finding

severity = "error"
fixable = None


class Verdict(NamedTuple):
    """The word "significant" in a sentence: half-open offsets of what is said, and whether it is denied."""

    start: int
    end: int
    denied: bool


class Evidence(NamedTuple):
    """What tells whether a result is significant: offsets of a p-value or an interval, and what it says if it is sure.

    `null` is the value that an interval leaves out or holds; of a p-value it is None.
    """

    start: int
    end: int
    significant: bool | None
    null: int | None = None


def check(article: Article) -> Iterator[Finding]:
    spoken = [sentence for sentence in article.once(prose_sentences) if "ignifican" in sentence.text]
    if not spoken or _has_other_limit(article):
        return
    printed = {
        (id(sentence.block), sentence.start): tuple(map(_of_p, found))
        for sentence, found in article.once(prose_p_values)
    }
    for sentence, analyses in article.once(prose_analyses):
        if len(analyses) == 1:  # else the word may be on what lies between two of them
            printed.setdefault((id(sentence.block), sentence.start), _of_interval(analyses[0]))
    if not printed:
        return
    before = _previous(article.once(prose_sentences))
    blocks = {id(sentence.block): sentence.block for sentence in spoken}
    otherwise = {at for at, block in blocks.items() if _other_design().search(block.prose)}
    for sentence in spoken:
        if id(sentence.block) in otherwise:
            continue
        told = printed.get((id(sentence.block), sentence.start), ())
        verdicts = _verdicts(sentence.text)
        for verdict in verdicts:
            source, one = sentence, _bound(sentence.text, verdict, told)
            earlier = before.get((id(sentence.block), sentence.start))
            if not told and earlier and len(verdicts) == 1 and _points_back(sentence.text, verdict):
                source, told_before = earlier, printed.get((id(earlier.block), earlier.start), ())
                one = told_before[0] if len(told_before) == 1 and "ignifican" not in earlier.text else None
            if one and one.significant == verdict.denied:
                yield _finding(sentence, verdict, source, one)
    told_of = [one for found in printed.values() for one in found]
    if told_of and all(one.significant is False for one in told_of):
        yield from _of_none([one for one in spoken if not printed.get((id(one.block), one.start))])


def _of_none(spoken: Sequence[Sentence]) -> Iterator[Finding]:
    """Results that are called significant where no p-value and no interval of an article is: perhaps a lost "not"."""
    for sentence in spoken:
        for verdict in _verdicts(sentence.text):
            if not verdict.denied and _compares().match(sentence.text, verdict.end):
                yield Finding(
                    sentence.locate(verdict.start, verdict.end),
                    "The prose calls this significant, and no p-value or interval that it tells is.",
                    help="See whether it is; if not, change what is said of it.",
                    severity="note",
                )


@cache
def _compares() -> re.Pattern[str]:
    """What follows "significant" where a result of a comparison is called that."""
    return pattern(
        r"\s(?:higher|lower|fewer|better|worse|longer|shorter|rarer|slower|faster|larger|smaller|improved?|reduced?|"
        r"increased?|decreased?|associated|differen\w*|reductions?|increases?|decreases?|improvements?|effects?|benefits?)"
        r"\b"
    )


def _finding(sentence: Sentence, verdict: Verdict, source: Sentence, one: Evidence) -> Finding:
    value = source.text[one.start : one.end]
    call = "not significant" if verdict.denied else "significant"
    said = f"The prose calls this {call}, but its"
    if one.null is None:
        side = "below" if verdict.denied else "not below"
        return Finding(
            sentence.locate(verdict.start, verdict.end),
            f"{said} p-value ({value}) is {side} the usual limit of 0.05.",
            help="Check the p-value, or change what is said of it; if another limit was set beforehand, name it.",
            related=(Elsewhere(source.locate(one.start, one.end), "The p-value stands here."),),
        )
    side = "leaves out" if verdict.denied else "holds"
    return Finding(
        sentence.locate(verdict.start, verdict.end),
        f"{said} interval ({value}) {side} {one.null}, which stands for no difference.",
        help="Check the interval, or change what is said of it.",
        related=(Elsewhere(source.locate(one.start, one.end), "The interval stands here."),),
        severity="warning",
    )


def _of_p(p: PValue) -> Evidence:
    """On which side of 0.05 a p-value lies, whatever it was rounded from.

    "Not significant (p < 0.05)" may only name the limit, so that is left alone.
    """
    if p.most < 0.05 and (p.sign == "=" or p.most <= 0.001):
        return Evidence(p.start, p.end, significant=True)
    above = p.least > 0.05 or (p.sign in ">≥" and p.least >= 0.05)
    return Evidence(p.start, p.end, significant=False if above else None)


def _of_interval(analysis: Analysis) -> tuple[Evidence, ...]:
    """On which side of no difference the interval of a named estimate lies, if it is one of 95%."""
    interval, estimate, null = analysis.interval, analysis.estimate, analysis.null
    if estimate is None or not estimate.named or null is None or interval.level not in (None, 95.0):
        return ()
    (least, low), (high, most) = stands_for(interval.low), stands_for(interval.high)
    significant = True if least > null or most < null else False if low < null < high else None
    return (Evidence(interval.label_start, interval.end, significant, null),)


# --- what is said -----------------------------------------------------------------------------------------------------


@cache
def _word() -> re.Pattern[str]:
    return pattern(
        r"(?<![\w-])(?P<non>non\s?[-‐‑–]?\s?|in)?(?:statistically[\s-])?signifi(?:cant(?:ly)?|cance)\b", re.IGNORECASE
    )


@cache
def _kept_from() -> re.Pattern[str]:
    """Words before "significant" that make something else of it: another sense, a rule of the game, a hedge."""
    return pattern(
        r"\b(?:clinical(?:ly)?|medical(?:ly)?|biological(?:ly)?|practical(?:ly)?|economic(?:ally)?|nominal(?:ly)?|"
        r"formal(?:ly)?|border(?:line)?|marginal(?:ly)?|near(?:ly)?|almost|approach(?:ed|es|ing)?|trend(?:ed|s|ing)?|"
        r"close|just|barely|hint|tend(?:ed|s|ency|encies)?|towards?|would|could|might|may|if|whether|until|unless|only|consider(?:ed)?|regard(?:ed)?|deem(?:ed)?|"
        r"count(?:ed|s)?|defin(?:e|ed|es)|threshold|limit|levels? of|test(?:ed|s|ing)?|and|or|"
        r"neither)\s(?:\w+\s){0,2}$",
        re.IGNORECASE,
    )


@cache
def _kept_behind() -> re.Pattern[str]:
    return pattern(
        r"\s(?:other|others|number|numbers|proportion|minority|majority|part|share|amount|level|threshold|limit|test|"
        r"testing|figures?|digits?|unmet|burden|at\sthe|only)\b",
        re.IGNORECASE,
    )


@cache
def _denial() -> re.Pattern[str]:
    """Words right before "significant" that deny it."""
    return pattern(
        r"(?:(?:\b(?:not|never|cannot)|n['’]t)\s(?:(?!highly|very|that|so)\w+\s)?(?:to\sbe\s|be\s|a\s|any\s|level\sof\s)?"
        r"|\b(?:no|without(?:\sa)?|lack(?:ed|s|ing)?|miss(?:ed|es|ing)?|short\sof)\s"
        r"|\bfail(?:ed|s|ing)?\sto\s\w+\s(?:a\s|any\s)?)(?:statistical(?:ly)?\s)?$",
        re.IGNORECASE,
    )


@cache
def _negative() -> re.Pattern[str]:
    return pattern(
        r"\b(?:not?|never|without|nor|nothing|none|cannot|lack\w*|fail\w*|miss\w*|short|far|hardly|neither|unable|los[et]\w*)\b"
        r"|n['’]t\b",
        re.IGNORECASE,
    )


@cache
def _reached() -> re.Pattern[str]:
    """What makes a verdict of the noun: "reached significance", not "the significance rose"."""
    return pattern(r"\b(?:reach|achiev|attain|retain|gain|met|meet|hit)\w*\s(?:\w+\s)?$", re.IGNORECASE)


def _verdicts(text: str) -> list[Verdict]:
    """What a sentence says of significance; what a negative word further off may or may not deny is left out."""
    found = []
    for match in _word().finditer(text):
        before = text[max(0, match.start() - 70) : match.start()]
        if _kept_from().search(before) or _kept_behind().match(text, match.end()):
            continue
        denial = _denial().search(before)
        noun = match.group().casefold().endswith("significance")
        if denial:
            found.append(Verdict(match.start() - len(before) + denial.start(), match.end(), denied=True))
        elif not _negative().search(before.rpartition(";")[2]) and not (noun and not _reached().search(before)):
            found.append(Verdict(match.start(), match.end(), denied=bool(match.group("non"))))
    return found


# --- of which p-value -------------------------------------------------------------------------------------------------


@cache
def _break() -> re.Pattern[str]:
    """What begins another clause, so that a p-value behind it may be of something else."""
    return pattern(
        r"[;:]|,\s|\b(?:and|but|while|whereas|although|though|however|yet|except|unlike|nor|which|who|p)\b",
        re.IGNORECASE,
    )


@cache
def _in_its_brackets() -> re.Pattern[str]:
    """What stands between a verdict and the p-value that ends the brackets behind it: "(difference 0.2; 95% CI …; "."""
    return pattern(r"[^.;:,()\[\]]{0,60} [(\[](?!both)[^()]{0,80}[;,] ", re.IGNORECASE)


@cache
def _link() -> re.Pattern[str]:
    """What may stand between a p-value and the verdict on it that follows: "P = 0.11, not significant"."""
    return pattern(
        r"(?:[\s,:(–—-]{1,4}|[\s,)–—-]{1,4}(?:which|this|that)\s)(?:(?:is|was|means|i\.e\.|so|thus|and|a)[\s,]{1,2}){0,2}",
        re.IGNORECASE,
    )


def _bound(text: str, verdict: Verdict, ps: Sequence[Evidence]) -> Evidence | None:
    """The evidence that a verdict is on: right before it, else next in its clause; None where that is not certain."""
    for p in ps:
        if p.end <= verdict.start and (
            _link().fullmatch(text, p.end, verdict.start)
            or (_summing_up().fullmatch(text, p.end, verdict.start) and _it().match(text, verdict.end))
        ):
            return p
    following = next((p for p in ps if p.start >= verdict.end), None)
    if following is None or following.start - verdict.end > 120 or _is_rule(text, following):
        return None
    if _word().search(text, verdict.end, following.start) or _another_p(text, following, ps):
        return None
    between = re.sub(r"\bbetween\s[^;:,()]{1,60}?\sand\b", "between", text[verdict.end : following.start])
    between = _series().sub("", between)
    if following.null is not None and _between_effects().search(text, verdict.start, following.start):
        return None
    if re.fullmatch(r"[\s,;:()–—-]{1,4}", between):
        return following
    if _break().search(between) and not (following is ps[0] and len(ps) == 1 and _in_its_brackets().fullmatch(between)):
        return None
    if verdict.denied:
        alone = len(ps) == 1 and between.endswith(" (")
        return None if "compared" in between and not alone else following
    around = between + text[following.end : following.end + 40].partition(".")[0]
    return None if _negative().search(around) or "independent of" in between else following


@cache
def _series() -> re.Pattern[str]:
    """Numbers told one after another, which are no clauses: "of 16%, 22% and 30%, respectively,"."""
    number = r"\d[\d.·]{0,6}\s?%?"
    return pattern(rf"(?<=\s){number}(?:, {number}){{0,5}},? and {number}, respectively,?")


@cache
def _between_effects() -> re.Pattern[str]:
    """What makes a verdict one on how effects differ, of which the interval of one effect tells nothing."""
    return pattern(
        r"\b(?:interact|heterogen|modif|var(?:y|ied|ies|iation)|depend|"
        r"differ\w*\s(?:\w+ly\s)?(?:by|across|according|with))",
        re.IGNORECASE,
    )


@cache
def _summing_up() -> re.Pattern[str]:
    """What stands between the brackets of a result and a verdict that sums it up: "; P = 0.60), a significant"."""
    return pattern(r"[)\]],\s(?:an?\s)?")


@cache
def _it() -> re.Pattern[str]:
    return pattern(
        r"\s(?:difference|finding|result|effect|change|reduction|increase|improvement|benefit)s?(?=[.,;)]|$)"
    )


def _another_p(text: str, p: Evidence, ps: Sequence[Evidence]) -> bool:
    """Whether more p-values follow in the same brackets: "(p=0.061, p=0.0003, respectively)"."""
    return any(p.end <= other.start <= p.end + 60 and ")" not in text[p.end : other.start] for other in ps)


@cache
def _ruled() -> re.Pattern[str]:
    return pattern(
        r"[\s,]{0,2}(?:(?:was|were|is|being|as)\s){0,2}(?:considered|regarded|deemed|taken|set|defined|used|counted|needed|required|the)\b"
        r"|\s(?:vs?\.?|versus|compared|against|for)\b"
    )


def _is_rule(text: str, p: Evidence) -> bool:
    """Whether the p-value sets the limit ("p < 0.05 was considered significant") or is of another comparison."""
    return _ruled().match(text, p.end) is not None


def _points_back(text: str, verdict: Verdict) -> bool:
    """Whether a verdict is on what the sentence before it said: "that is not statistically significant"."""
    return _back().fullmatch(text, 0, verdict.start) is not None and text[verdict.end :][:1] in ("", ".", ",", ";", ":")


@cache
def _back() -> re.Pattern[str]:
    return pattern(
        r"(?:(?:However|Still|Yet|Even so|Statistically),?\s|(?:By|On|Under)\s[^,;:()]{0,60}[\s,]{1,2})?"
        r"(?:this|that|it)(?:\s(?:difference|gap|result|effect))?\s(?:is|was)\s",
        re.IGNORECASE,
    )


def _previous(sentences: Sequence[Sentence]) -> dict[tuple[int, int], Sentence]:
    """The sentence before each one in its own block."""
    found: dict[tuple[int, int], Sentence] = {}
    for index, sentence in enumerate(sentences[1:]):
        if sentences[index].block is sentence.block:
            found[id(sentence.block), sentence.start] = sentences[index]
    return found


# --- limits other than 0.05 -------------------------------------------------------------------------------------------


@cache
def _other_design() -> re.Pattern[str]:
    return pattern(
        r"Bonferroni|multiplicity|multiple (?:testing|comparisons)|interim|hierarchical|O['’]Brien|alpha[- ]spending|"
        r"non-?inferiority|genome-wide|false discovery|nominal",
        re.IGNORECASE,
    )


@cache
def _one_sided() -> re.Pattern[str]:
    return pattern(r"\b(?:one|1)[ -](?:sided|tailed)", re.IGNORECASE)


@cache
def _limit() -> re.Pattern[str]:
    return pattern(
        r"(?:\b(?:alpha|thresholds?|boundary|cut-?off|yardstick|limit|bar|level)\b|α)[^\d.;]{0,30}"
        r"(?:(?P<share>0?[.·]\d{1,5})|(?P<percent>\d{1,2}(?:[.·]\d)?)\s?(?:%|per\s?cent))",
        re.IGNORECASE,
    )


def _has_other_limit(article: Article) -> bool:
    """Whether the article speaks of a limit other than 0.05."""
    return any(
        _one_sided().search(block.prose) or any(_is_other(match) for match in _limit().finditer(block.prose))
        for block in article.prose
    )


def _is_other(limit: re.Match[str]) -> bool:
    if limit.group("share"):
        return limit.group("share").replace("·", ".").strip("0") != ".05"
    return limit.group("percent") in ("0.1", "1", "2.5", "10", "15", "20")
