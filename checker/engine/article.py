"""Checking one article: a pure function of its text and the settings."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from checker.consulted import Consulted, SnapshotProblem
from checker.dates import previous_day
from checker.diagnostic import Diagnostic, Entry, PlacedEdit, PlacedFix, Related, Suppressed, Verdict, weight
from checker.engine.levels import running, weaker
from checker.engine.naming import DOCS, digest
from checker.engine.suppressions import IGNORE, IGNORE_FILE, Coverage, Suppression, suppressions_of
from checker.reading import read, read_unreadable
from checker.rule import Finding, Use
from checker.rules import ENGINE_RULES, Rule, load, names
from checker.text import Place, Range, Span, json_pointer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article, Fault
    from checker.diagnostic import Severity
    from checker.registered import Registry
    from checker.rule import Collected, Fix
    from checker.settings import Settings
    from checker.text import Lines

HYGIENE = "suppression"
"""The family whose findings no suppression covers."""


def check_article(
    path: str,
    text: str,
    settings: Settings,
    *,
    committed: str | None = None,
    registry: Registry | None = None,
    rules: Iterable[Rule] | None = None,
) -> Verdict:
    """Check an article's text. `path` is relative to the settings file's folder, with `/`.

    `committed` is the text of its last committed version, where a change is what is being checked. `registry` is the
    snapshot of registry records. `rules` stands in for the rules that are there.

    Raises SnapshotProblem for a record of the snapshot that cannot be read.
    """
    article = read(path, text, settings)
    article.registry = Consulted(registry) if registry is not None else None
    if committed is not None:
        article.committed = read(path, committed, settings)
    return _Check(article, rules).verdict()


def check_unreadable(path: str, fault: Fault, settings: Settings) -> Verdict:
    """The verdict on a file that could not be read."""
    return _Check(read_unreadable(path, fault, settings), [load(fault.rule)]).verdict()


def check_failed(path: str, message: str) -> Verdict:
    """The verdict on an article whose check came to no end: one sentence says what became of it."""
    rule = load("internal-error")
    diagnostic = Diagnostic(
        path=path,
        range=Range(Place(1, 1), Place(1, 1)),
        rule=rule.name,
        family=rule.family,
        severity="error",
        message=" ".join(message.split())[:300],
        help="Report this; the article was not checked.",
        url=f"{DOCS}{rule.name}",
        fingerprint=digest(rule.name, path),
    )
    return Verdict(path, (diagnostic,))


class _Check:
    """The loop over the rules, and what becomes of their findings."""

    def __init__(self, article: Article, rules: Iterable[Rule] | None) -> None:
        self.article = article
        self.running = running(article, rules)
        self.suppressions = suppressions_of(article)
        self.coverage = Coverage(self.suppressions)
        self.used: set[tuple[int, str]] = set()
        self.changing: set[str] = set()
        self.diagnostics: list[Diagnostic] = []
        self.suppressed: list[Suppressed] = []
        self.entries: list[Entry] = []

    def verdict(self) -> Verdict:
        turning_points: set[str] = self.article.turning_points
        for rule, level in self.running:
            self.article.turning_points = set()
            try:
                self._run(rule, level)
            except SnapshotProblem:
                raise
            except Exception as error:
                self._failed(rule, error)
            if any(day > self.article.settings.today for day in self.article.turning_points):
                self.changing.add(rule.name)
            turning_points |= self.article.turning_points
        self.article.turning_points = turning_points
        for rule, level in self.running:
            if rule.review is not None:
                for finding in rule.review(self._uses(), *self._options(rule)):
                    self.diagnostics.append(self._place(finding, rule, level))
        self._bound()
        self.diagnostics.sort(key=lambda diagnostic: (diagnostic.range, diagnostic.rule, diagnostic.message))
        return Verdict(
            self.article.path,
            tuple(self.diagnostics),
            tuple(self.suppressed),
            tuple(self.entries),
            _valid_until(self.article),
            self.article.registry.looked_up if self.article.registry else (),
        )

    def _run(self, rule: Rule, level: Severity) -> None:
        options = self._options(rule)
        if rule.check is not None:
            # A rule that fails midway has said nothing: its findings are taken all or none.
            most = self.article.settings.limits.findings
            found = list(islice(rule.check(self.article, *options), most + 1))
            for finding in found[:most]:
                self._take(self._place(finding, rule, level), finding.span)
            if len(found) > most:
                message = (
                    f"The article has more than {most} findings of {rule.name}; those after this place are not listed."
                )
                more = Finding(found[most].span, message, "Mend those that are listed first.")
                self._take(self._place(more, rule, level), more.span)
        if rule.collect is not None:
            self.entries += [self._entry(item, rule, level) for item in list(rule.collect(self.article, *options))]

    def _bound(self) -> None:
        """Keep as many findings as the settings allow, the gravest first, and say how many are left out."""
        most = self.article.settings.limits.diagnostics
        if len(self.diagnostics) <= most:
            return
        self.diagnostics.sort(
            key=lambda one: (one.rule not in ENGINE_RULES, -weight(one.severity), one.range, one.rule)
        )
        left = self.diagnostics[most:]
        del self.diagnostics[most:]
        message = (
            f"The article has {most + len(left):,} findings; {len(left):,} of them, none graver than those that are "
            "listed, are left out from this place on."
        )
        said = Finding(Span(0, 0), message, "Mend those that are listed first, or raise the limit in the settings.")
        place = min(one.range for one in left)
        more = self._place(said, load("too-many-findings"), left[0].severity)
        self.diagnostics.append(more._replace(range=Range(place.start, place.start)))

    def _options(self, rule: Rule) -> tuple[dict[str, object], ...]:
        if not rule.options:
            return ()
        return ({**rule.options, **self.article.settings.rules.get(rule.name, {})},)

    def _take(self, diagnostic: Diagnostic, span: Span) -> None:
        covers = self.coverage.of(diagnostic.rule, span)
        for suppression in covers:
            self.used.add((suppression.comment.span.start, diagnostic.rule))
        if covers and diagnostic.family != HYGIENE:
            self.suppressed.append(Suppressed(diagnostic, covers[0].reason))
        else:
            self.diagnostics.append(diagnostic)

    def _failed(self, rule: Rule, error: Exception) -> None:
        internal = load("internal-error")
        message = f"The rule {rule.name} failed on this article ({type(error).__name__}: {error})."
        finding = Finding(
            Span(0, 0), " ".join(message.split())[:300], "Report this; what the rule looks for was not checked."
        )
        self.diagnostics.append(self._place(finding, internal, "error"))

    def _place(self, finding: Finding, rule: Rule, level: Severity) -> Diagnostic:
        lines = self.article.lines
        return Diagnostic(
            path=self.article.path,
            range=lines.range(finding.span),
            rule=rule.name,
            family=rule.family,
            severity=weaker(level, finding.severity),
            message=finding.message,
            help=finding.help,
            trial=finding.trial,
            pointer=None if finding.pointer is None else json_pointer(finding.pointer),
            related=tuple(
                Related(self.article.path, lines.range(place.span), place.message) for place in finding.related
            ),
            fix=finding.fix and _placed(finding.fix, lines),
            url=f"{DOCS}{rule.name}",
            fingerprint=_fingerprint(finding, rule, self.article),
            alternatives=tuple(_placed(fix, lines) for fix in finding.alternatives),
        )

    def _entry(self, item: Collected, rule: Rule, level: Severity) -> Entry:
        covers = self.coverage.of(rule.name, item.span)
        silenced = covers[0].reason if covers else None
        return Entry(
            rule.name, item.key, self.article.path, self.article.lines.range(item.span), item.value, level, silenced
        )

    def _uses(self) -> tuple[Use, ...]:
        known = names()
        # A rule that will say something else on a later day may need its suppression then.
        ran = {rule.name for rule, _ in self.running if rule.check is not None} - self.changing
        return tuple(
            Use(
                suppression.comment.span,
                name,
                span,
                name in known,
                _was_used(suppression, name, self.used, ran),
                suppression.reason,
                suppression.until,
                suppression.expired,
                suppression.order in (IGNORE, IGNORE_FILE),
                tuple(known),
            )
            for suppression in self.suppressions
            for name, span in suppression.rules or (("", suppression.comment.span),)
        )


def _placed(fix: Fix, lines: Lines) -> PlacedFix:
    return PlacedFix(fix.title, fix.safe, tuple(PlacedEdit(lines.range(edit.span), edit.text) for edit in fix.edits))


def _was_used(suppression: Suppression, name: str, used: set[tuple[int, str]], ran: set[str]) -> bool | None:
    """Whether a suppression silenced anything; None where the rule cannot tell or the suppression has expired."""
    if (suppression.comment.span.start, name) in used:
        return True
    return None if suppression.expired or name not in ran else False


def _fingerprint(finding: Finding, rule: Rule, article: Article) -> str:
    """Names a finding by its rule, its trial, its key and the text that it is about, wherever that stands."""
    start, end = finding.span
    if start == end:
        start, end = article.lines.line_span(article.lines.place(start).line)
    keys = [step for step in finding.pointer or () if isinstance(step, str)]
    parts = (rule.name, finding.trial or "", "/".join(keys), " ".join(article.text[start:end][:400].split()))
    return digest(*parts)


def _valid_until(article: Article) -> str | None:
    """The last day on which no answer about the run's date changes."""
    to_come = [day for day in article.turning_points if day > article.settings.today]
    return previous_day(min(to_come)) if to_come else None
