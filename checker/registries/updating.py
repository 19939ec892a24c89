"""Asks the registry for trials, and keeps what has been answered so far, so that an interrupted update goes on."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.consulted import SnapshotProblem
from checker.registered import Version
from checker.registries.client import Answer, Client, State
from checker.registries.ctgov import SOURCE, Fetched, StudyProblem, read_study
from checker.registries.merging import News
from checker.registries.replacing import ANSWERS, clear_staging, open_staging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Fetch(NamedTuple):
    """What the registry said of all numbers that it was asked for, and of which state of its data that is."""

    state: State
    answers: tuple[Answer, ...]


async def fetch(client: Client, ids: Sequence[str], place: str, watch: Callable[[int, int], None]) -> Fetch:
    """Ask for trials. What an interrupted update of the snapshot at `place` was told already is not asked again.

    `watch` is told how many numbers are done, of how many. Nothing but the staging folder is written. Raises
    RegistryProblem where the registry cannot be asked, and SnapshotProblem where the folder cannot be written.
    """
    async with client:
        state = await client.state()
        kept = _Kept(os.path.join(open_staging(place), ANSWERS), client.base_url, state)
        with kept:
            todo = [id for id in ids if id not in kept.answers]
            done = len(ids) - len(todo)
            watch(done, len(ids))
            async for answers in client.studies(todo):
                kept.add(answers)
                done += len(answers)
                watch(done, len(ids))
    return Fetch(state, tuple(kept.answers[id] for id in ids))


def news(answers: Sequence[Answer], today: str, *, whole: bool) -> Iterator[News]:
    """What answers tell, as of the day on which they were given; `whole` tells that all records were asked for."""
    asked = None if whole else today
    for answer in answers:
        if answer.refused:
            continue
        if answer.found is None:
            yield News(answer.asked, missing=today, asked=asked)
        else:
            found = answer.found
            yield News(found.id, Version(today, found.updated, SOURCE, found.study), found.aliases, asked=asked)


@contextmanager
def alone(place: str) -> Iterator[None]:
    """Keep other updates of a snapshot out for the time of one. Raises SnapshotProblem where one is at work."""
    try:
        file = open(os.path.join(open_staging(place), "lock"), "w")  # noqa: SIM115
    except OSError as error:
        raise SnapshotProblem(f"The snapshot {place} cannot be written: {error.strerror or error}.") from None
    with file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:
            pass  # Where there are no such locks, two updates at once end with the snapshot of the later.
        except OSError:
            raise SnapshotProblem(f"Another update of the snapshot {place} is at work.") from None
        try:
            yield
        finally:
            clear_staging(place)


class _Kept:
    """The answers so far, a line each in a file; those of another state of the registry are not used."""

    def __init__(self, path: str, base_url: str, state: State) -> None:
        self.path = path
        self.head = {"base_url": base_url, **state._asdict(), "fields": 1}
        self.answers: dict[str, Answer] = {}

    def __enter__(self) -> None:
        whole = self._read()
        try:
            if whole:
                os.truncate(self.path, whole)
            self.file = open(self.path, "ab" if whole else "wb")
            if not whole:
                self._write(self.head)
        except OSError as error:
            raise SnapshotProblem(f"{self.path} cannot be written: {error.strerror or error}.") from None

    def __exit__(self, *reason: object) -> None:
        self.file.close()
        if not self.answers:
            os.unlink(self.path)

    def add(self, answers: Sequence[Answer]) -> None:
        for answer in answers:
            self.answers[answer.asked] = answer
            if not answer.refused:  # What is refused is asked for again by the next update.
                self._write({"asked": answer.asked, "study": answer.raw})
        self.file.flush()

    def _write(self, line: dict[str, Any]) -> None:
        self.file.write(json.dumps(line).encode() + b"\n")

    def _read(self) -> int:
        """Take up what a file of the same head holds, and say how many bytes of it are whole lines that make sense."""
        whole = 0
        try:
            with open(self.path, "rb") as file:
                for number, line in enumerate(file):
                    said: Any = json.loads(line) if line.endswith(b"\n") else None
                    if number == 0:
                        if said != self.head:
                            return 0
                    else:
                        self._take(said["asked"], said["study"])
                    whole += len(line)
        except (OSError, ValueError, TypeError, KeyError, RecursionError, StudyProblem):
            pass
        return whole

    def _take(self, asked: str, raw: Any) -> None:
        found: Fetched | None = None
        if raw is not None:
            found = read_study(raw)
            if asked not in (found.id, *found.aliases):
                found = found._replace(aliases=(*found.aliases, asked))
        self.answers[asked] = Answer(asked, found, raw)
