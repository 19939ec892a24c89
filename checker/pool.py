"""Maps a function over tasks, in this process or in several, in order. A process that dies or hangs costs one task."""

from __future__ import annotations

import os
from collections import deque
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 8
"""How many tasks a process is given at a time."""

AHEAD = 16
"""How many chunks, for each process, may be done before the first of their results is taken."""

PAYS = 0.25
"""Seconds of work left from which processes are worth starting; two take some 0.05 to start."""

EACH = 0.1
"""Seconds of work for which one process more is worth starting."""

LEAST = 2
"""How many processes are started at least: one alone does nothing that the first could not do."""

PER_CORE = 2
"""How many processes a core may have at most: the work is the processor's, and more of them only stand in line."""

SAMPLE = 4
"""How many tasks are done, besides the first, before the work that is left is estimated."""

GLANCE = 0.2
"""Seconds after which whoever waits for processes looks up whether Ctrl-C was pressed."""

PATIENCE, GRACE = 10, 2.0
"""A task is waited for its limit so many times over, and so many seconds more, before it is ended with its process:
limits are of the processor's time, and a busy machine may be slow to give it."""


def usable_cores() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def processes(asked: int | None) -> int:
    """How many processes may work where so many are asked for: one for each usable core by default, two at most."""
    return min(asked, PER_CORE * usable_cores()) if asked else usable_cores()


class Interruption:
    """Ctrl-C while work goes on in this context: it is noted, and met where nothing is half done.

    Python raises KeyboardInterrupt wherever it happens to be: between two steps that belong together, or while it frees
    something, where it drops it. A second Ctrl-C ends the process at once.
    """

    def __init__(self) -> None:
        self.asked = False
        self._breaks = False
        self._before: Any = None

    def __enter__(self) -> Interruption:
        import signal

        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # Who had other wishes keeps them.
            with suppress(ValueError):  # Only the first thread may wish.
                self._before = signal.signal(signal.SIGINT, self._press)
        return self

    def __exit__(self, *raised: object) -> None:
        """Give Ctrl-C back. Raises KeyboardInterrupt if it was pressed and nobody has met it."""
        if self._before is not None:
            import signal

            signal.signal(signal.SIGINT, self._before)
        if raised[0] is None:
            self.meet()

    def meet(self) -> None:
        """Raise KeyboardInterrupt if Ctrl-C was pressed."""
        if self.asked:
            raise KeyboardInterrupt

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Work that may be broken off anywhere, since nothing of it counts before it is done."""
        self._breaks = True
        try:
            self.meet()
            yield
        finally:
            self._breaks = False
        self.meet()

    def _press(self, number: int, frame: FrameType | None) -> None:
        if self.asked:
            os._exit(128 + number)
        self.asked = True
        if self._breaks:
            raise KeyboardInterrupt


def mapped(
    function: Callable[[T], R],
    tasks: Sequence[T],
    *,
    jobs: int,
    seconds: float,
    lost: Callable[[T, str], R],
    interruption: Interruption,
) -> Iterator[R]:
    """The function's results, in the order of the tasks.

    The first tasks are done here; the rest in as many processes, up to `jobs`, as the time that those took says that it
    pays. A task whose process dies, or is at it for many times `seconds`, gets what `lost` makes of it and of what
    happened: it is not tried again, since whatever ended one process would often end the next. Raises
    KeyboardInterrupt, between two results, if the interruption is asked for.
    """
    begun = monotonic()
    for number, task in enumerate(tasks):
        if number == 1:
            begun = monotonic()  # The first one also pays for what is loaded once.
        left = len(tasks) - number
        work = (monotonic() - begun) / (number - 1) * left if jobs > 1 and number > SAMPLE else 0.0
        if work * (1 - 1 / jobs) > PAYS:
            crew = min(jobs, left, max(LEAST, round(work / EACH)))
            yield from spread(
                function, tasks[number:], jobs=crew, seconds=seconds, lost=lost, interruption=interruption
            )
            return
        with interruption.at_once():
            result = function(task)
        yield result


def spread(
    function: Callable[[T], R],
    tasks: Sequence[T],
    *,
    jobs: int,
    seconds: float,
    lost: Callable[[T, str], R],
    interruption: Interruption,
) -> Iterator[R]:
    """The same in processes only. They are ended when the last result is taken, or the iterator is closed."""
    crew = _Crew(function, jobs)
    try:
        yield from _Spread(crew, tasks, seconds, lost, interruption).results()
    finally:
        crew.end()


class _Worker(NamedTuple):
    """A process, the pipes to and from it, and the numbers of the tasks that it has been given, the current first."""

    process: Any
    to: Any
    pipe: Any
    given: deque[int]


class _Crew:
    """Processes that wait for tasks."""

    def __init__(self, function: Callable[[Any], Any], jobs: int) -> None:
        import sys
        from multiprocessing import get_context

        # A fork has all that is loaded; where threads of the system make it unsafe, processes start from nothing.
        self.context: Any = get_context("fork" if sys.platform.startswith("linux") else "spawn")
        self.function = function
        self.jobs = jobs
        self.workers: list[_Worker] = []

    def fill(self) -> None:
        """Start as many processes as there are jobs. Raises OSError where not even one can be started."""
        while len(self.workers) < self.jobs:
            try:
                self.workers.append(self._started())
            except OSError:
                if not self.workers:
                    raise
                return

    def remove(self, worker: _Worker) -> int | None:
        """End a process; gives its exit code, below 0 for a signal."""
        self.workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.to.close()
        worker.pipe.close()
        code: int | None = worker.process.exitcode
        return code

    def wake(self, worker: _Worker) -> None:
        """Let a process go on that somebody has stopped: it alone, for Ctrl-Z stops the first process too."""
        import signal

        with suppress(AttributeError, OSError):  # Not all systems tell.
            if os.waitid(os.P_PID, worker.process.pid, os.WSTOPPED | os.WNOHANG):
                os.kill(worker.process.pid, signal.SIGCONT)

    def end(self) -> None:
        for worker in list(self.workers):
            self.remove(worker)

    def _started(self) -> _Worker:
        # Two pipes of one way each: one of both ways would be a socket, and no check opens one.
        (theirs, to), (pipe, answers) = self.context.Pipe(duplex=False), self.context.Pipe(duplex=False)
        # A fork inherits the ends of the others' pipes; while it keeps one open, those would never see ours closed.
        others = [to, pipe, *(end for worker in self.workers for end in (worker.to, worker.pipe))]
        others = others if self.context.get_start_method() == "fork" else []
        process = self.context.Process(target=_work, args=(self.function, theirs, answers, others), daemon=True)
        try:
            with _uninterrupted():
                process.start()
        except BaseException:
            to.close()
            pipe.close()
            raise
        finally:
            theirs.close()
            answers.close()
        return _Worker(process, to, pipe, deque())


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off, so that no process meets it before it can say that it leaves it to the first one."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(function: Callable[[Any], Any], pipe: Any, answers: Any, others: list[Any]) -> None:
    """What a process does until the pipe to it is closed."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process decides what becomes of it.
    for other in others:
        other.close()
    try:
        while True:
            for number, task in pipe.recv():
                answers.send((number, function(task)))
    except (EOFError, OSError):
        return


class _Spread:
    """Tasks on their way through a crew."""

    def __init__(
        self,
        crew: _Crew,
        tasks: Sequence[Any],
        seconds: float,
        lost: Callable[[Any, str], Any],
        interruption: Interruption,
    ) -> None:
        self.crew = crew
        self.interruption = interruption
        self.tasks = tasks
        self.seconds = seconds
        self.lost = lost
        self.open = deque(range(len(tasks)))
        self.done: dict[int, Any] = {}
        self.waited: dict[int, float] = {}

    def results(self) -> Iterator[Any]:
        for number in range(len(self.tasks)):
            while number not in self.done:
                self.interruption.meet()
                try:
                    self.crew.fill()
                except OSError:
                    self._do_here(number)
                    break
                self._give(number)
                self._wait()
            self.interruption.meet()
            yield self.done.pop(number)

    def _do_here(self, number: int) -> None:
        """Where the system lets no process start, the work is done all the same."""
        if number in self.open:
            self.open.remove(number)
        with self.interruption.at_once():
            self.done[number] = self.crew.function(self.tasks[number])

    def _give(self, number: int) -> None:
        for worker in list(self.crew.workers):
            if not worker.given and self.open and self.open[0] < number + self.crew.jobs * CHUNK * AHEAD:
                size = max(1, min(CHUNK, len(self.open) // (2 * self.crew.jobs)))
                chunk = [self.open.popleft() for _ in range(min(size, len(self.open)))]
                worker.given.extend(chunk)
                self.waited[id(worker.given)] = 0.0
                try:
                    worker.to.send([(each, self.tasks[each]) for each in chunk])
                except OSError:
                    self._bury(worker)

    def _wait(self) -> None:
        from multiprocessing.connection import wait

        busy = {worker.pipe: worker for worker in self.crew.workers if worker.given}
        begun = monotonic()
        ready = wait(list(busy), GLANCE if busy else 0.0)
        # No more than that has been waited: what goes beyond, this process was stopped itself, or the machine slept.
        passed = min(monotonic() - begun, 2 * GLANCE)
        for pipe in ready:
            self._take(busy.pop(pipe))
        for worker in busy.values():
            self.waited[id(worker.given)] += passed
            if self.waited[id(worker.given)] > PATIENCE * self.seconds + GRACE:
                self._bury(worker, f"gave no answer within {PATIENCE * self.seconds:g} seconds")
            elif not ready:
                self.crew.wake(worker)

    def _take(self, worker: _Worker) -> None:
        try:
            number, result = worker.pipe.recv()
        except Exception:  # The end of the pipe, or what a process left in it half written.
            self._bury(worker)
            return
        worker.given.remove(number)
        self.done[number] = result
        self.waited[id(worker.given)] = 0.0

    def _bury(self, worker: _Worker, what: str = "") -> None:
        """Take a process for lost: its current task is, too; the others that it was given are open again."""
        code = self.crew.remove(worker)
        if worker.given:
            number = worker.given.popleft()
            self.done[number] = self.lost(self.tasks[number], what or _ended(code))
        self.open.extendleft(reversed(worker.given))
        worker.given.clear()


def _ended(code: int | None) -> str:
    return f"was ended by signal {-code}" if code is not None and code < 0 else f"ended with code {code}"
