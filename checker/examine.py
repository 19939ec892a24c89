"""What is done to one article, in whichever process: read it, check it, fix it if that is asked."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.cache import Packed, Record, packed
from checker.consulted import SnapshotProblem
from checker.diagnostic import Verdict
from checker.files import Unreadable, is_below, read_file, write_file
from checker.repository import committed_text
from checker.seal import digest
from checker.selection import Request, Site, engine
from checker.sight import settled, state_of
from checker.snapshot import open_snapshot

if TYPE_CHECKING:
    from types import FrameType

    from checker.registered import Registry

UNREMEMBERED = frozenset({"internal-error"})
"""Rules whose findings say that an article has not been checked: nothing holds for it until it has been."""


class Task(NamedTuple):
    """An article to examine: its path, the name that it is reported by, and the number of its site.

    `aside` is true of an article that is only read for what others are compared with.
    """

    path: str
    name: str
    site: int
    aside: bool = False


class Examined(NamedTuple):
    """What came of an article. `verdict` is None where a problem kept it from being checked.

    `read` is false where the file could not be read. `record` is what may be remembered, or None. `change` is the
    text before and after fixing where somebody wants to see it; `applied` are the fixes made.
    """

    verdict: Packed | None
    read: bool = True
    record: Record | None = None
    problems: tuple[str, ...] = ()
    applied: int = 0
    change: tuple[str, str] | None = None


class TimeUp(BaseException):
    """An article has had its time. No rule can take it for a failure of its own."""


class Examiner:
    """Examines articles. It may be sent to another process; what it opens, it opens there."""

    def __init__(self, request: Request, sites: tuple[Site, ...], before: str | None, begun: int) -> None:
        self.request = request
        self.sites = tuple(site._replace(cache=None) for site in sites)
        self.before = before
        self.begun = begun
        self._registries: dict[tuple[int, int], Registry | None] = {}

    def __call__(self, task: Task) -> Examined:
        try:
            return self._examined(task)
        except engine().SchemaProblem as problem:
            return Examined(None, problems=(str(problem),))

    def lost(self, task: Task, what: str) -> Examined:
        """What becomes of an article whose process never gave an answer."""
        return Examined(packed(engine().check_failed(task.name, f"The process that checked this article {what}.")))

    def registry(self, number: int) -> "Registry | None":
        """The snapshot of a site, opened once in each process; None where there is none. Raises SnapshotProblem."""
        place = os.getpid(), number
        if place not in self._registries:
            site = self.sites[number]
            self._registries[place] = open_snapshot(site.settings.snapshot, site.folder)
        return self._registries[place]

    def committed(self, path: str) -> str | None:
        """The text of an article that its changes are held against, if this run asks for changes."""
        return committed_text(path, self.before) if self.before else None

    def _examined(self, task: Task) -> Examined:
        settings = self.sites[task.site].settings
        data: bytes | Unreadable
        try:
            state = state_of(os.stat(task.path))
        except (OSError, ValueError):
            state = None
        data = self.request.stdin[1] if self.request.stdin else read_file(task.path, settings.limits.article_size)
        if isinstance(data, Unreadable):
            text = engine().unreadable(data.reason, detail=data.detail, limit=settings.limits.article_size)
        else:
            text = engine().decode(data, settings)
        if not isinstance(text, str) or isinstance(data, Unreadable):
            return Examined(packed(engine().check_unreadable(task.name, text, settings)), read=False)
        before = None if task.aside else self.committed(task.path)
        answered = self._answered(task, text, before)
        verdict, fixed, problems, applied = answered
        record = None
        if not problems and not any(each.rule in UNREMEMBERED for each in verdict.diagnostics):
            record = self._record(packed(verdict), data, before, state, task.site)
        if fixed is None or fixed.text == text:
            return Examined(packed(verdict), record=record, problems=problems)
        if not self.request.diff and self.request.stdin is None:
            problem = self._write(task, fixed.text.encode(), data)
            if problem is not None:
                return Examined(packed(verdict), problems=(*problems, problem))
        shown = self.request.diff or self.request.stdin is not None
        return Examined(
            packed(verdict if self.request.diff else fixed.verdict),
            problems=problems,
            applied=applied,
            change=(text, fixed.text) if shown else None,
        )

    def _answered(self, task: Task, text: str, before: str | None) -> tuple[Verdict, Any, tuple[str, ...], int]:
        """The verdict on a text, what fixing made of it, the problems met, and how many fixes there were.

        An article that fails to be checked, or takes too long, has a verdict that says so. A snapshot that cannot be
        read is a problem, and then stands aside.
        """
        seconds = self.sites[task.site].settings.limits.seconds
        problems: tuple[str, ...] = ()
        try:
            with at_most(seconds):
                try:
                    verdict, fixed = self._checked(task, text, before, self.registry(task.site))
                except SnapshotProblem as problem:
                    problems = (str(problem),)
                    verdict, fixed = self._checked(task, text, before, None)
        except engine().SchemaProblem:
            raise
        except TimeUp:
            return (
                self._failed(task, f"Checking this article took longer than {seconds:g} seconds of the processor."),
                None,
                problems,
                0,
            )
        except Exception as error:
            what = f"Checking this article failed ({type(error).__name__}: {error})."
            return self._failed(task, what), None, problems, 0
        return verdict, fixed, problems, fixed.applied if fixed else 0

    def _checked(self, task: Task, text: str, before: str | None, registry: "Registry | None") -> tuple[Verdict, Any]:
        settings = self.sites[task.site].settings
        verdict = engine().check_article(task.name, text, settings, committed=before, registry=registry)
        if task.aside or not (self.request.fix or self.request.diff):
            return verdict, None
        unsafe = self.request.unsafe
        return verdict, engine().fix_text(task.name, text, settings, verdict, unsafe=unsafe, registry=registry)

    def _failed(self, task: Task, message: str) -> Verdict:
        verdict: Verdict = engine().check_failed(task.name, message)
        return verdict

    def _write(self, task: Task, new: bytes, old: bytes) -> str | None:
        """Put a fixed text in place; gives what kept it from that, or None."""
        folder = self.sites[task.site].folder
        if is_below(task.path, folder) and not is_below(os.path.realpath(task.path), os.path.realpath(folder)):
            return f"{task.name} is a link out of {folder}, and was not written."
        try:
            write_file(task.path, new, expected=old)
        except OSError as error:
            return f"{task.name} could not be written: {error.strerror or error}."
        return None

    def _record(self, pack: Packed, data: bytes, before: str | None, state: Any, site: int) -> Record:
        return Record(
            state if state is not None and settled(state, self.begun) else None,
            digest(data),
            digest_of(before),
            self.request.today,
            pack.valid_until,
            None if self.registry(site) is None else pack.looked_up,
            pack.said,
            pack.entries,
        )


def digest_of(text: str | None) -> bytes:
    """What stands for the committed text of an article; nothing for none."""
    return b"" if text is None else digest(text.encode("utf-8", "surrogatepass"))


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TimeUp in what takes longer, in time of the processor, which a busy machine does not stretch.

    On systems that cannot, and beside the first thread, do nothing.
    """
    import signal

    def stop(number: int, frame: "FrameType | None") -> None:
        raise TimeUp

    try:
        before = signal.signal(signal.SIGPROF, stop)
    except (AttributeError, ValueError):
        yield
        return
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
