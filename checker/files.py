"""Paths and globs to article files, in a stable order, and their bytes."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from errno import ELOOP
from functools import cache
from typing import NamedTuple, Protocol

from checker.pattern import pattern
from checker.sight import survey

GLOB_CHARACTERS = pattern(r"[*?\[]")


TURNS = (os.sep * 2, f"{os.sep}.{os.sep}", f"{os.sep}..")
"""What makes two paths of one place differ."""


class Unreadable(NamedTuple):
    """Why a file could not be read: `reason` as the rule `unreadable-file` words it, and the system's own words."""

    reason: str
    detail: str = ""

    @property
    def words(self) -> str:
        """The same for files that are no articles."""
        why = "there is no such file" if self.reason == "gone" else self.reason
        return f"{why} ({self.detail})" if self.detail else why


def expand(pattern: str, folder: str, walked: list[str] | None = None) -> Iterator[str]:
    """The articles that a glob (relative to `folder`) matches; `**` stands for any folders.

    A folder that is met on the way and cannot be listed is yielded itself: what is in it went unseen. The folder that
    is searched for them is added to `walked`.
    """
    fixed = GLOB_CHARACTERS.split(pattern, maxsplit=1)[0]
    root = os.path.normpath(os.path.join(folder, fixed.rpartition("/")[0]))
    if walked is not None:
        walked.append(root)
    if not GLOB_CHARACTERS.search(pattern):
        path = os.path.normpath(os.path.join(folder, pattern))
        if os.path.lexists(path):
            yield path
        return
    for path, entry in survey(root) if os.path.isdir(root) else ():
        if entry is None or matches((pattern,), relative(path, folder)):  # None: who knows what is in that folder?
            yield path


def relative(path: str, folder: str) -> str:
    """A path as seen from a folder, with `/`. For what lies below the folder and is written plainly that is quick."""
    start = folder if folder.endswith(os.sep) else folder + os.sep
    if path.startswith(start) and not any(turn in path for turn in TURNS):
        path = path[len(start) :]
    else:
        path = os.path.relpath(path, folder)
    return path.replace(os.sep, "/")


def is_below(path: str, folder: str) -> bool:
    """Whether a path names something in a folder, or below it; links are not looked at."""
    return os.path.normpath(path).startswith(os.path.join(os.path.normpath(folder), ""))


def matches(patterns: Iterable[str], path: str) -> bool:
    """Whether a relative path, with `/` or the system's separator, matches one of the globs, or lies below one."""
    path = path.replace(os.sep, "/")
    return any(_compiled(pattern).fullmatch(path) for pattern in patterns)


FOLDERS, ANYTHING, NAME, LETTER = "**/", "**", "*", "?"
"""What stands in a glob for others: for whole folders, for any text, for any without `/`, for one character."""

FORMS = {FOLDERS: "(?:[^/]+/)*", ANYTHING: ".*", NAME: "[^/]*", LETTER: "[^/]"}

FEW = 2
"""Signs of any length up to which `re`, which tries all their lengths, has soon tried all."""


class Matching(Protocol):
    """What matches whole paths, or the folder that they lie in."""

    def fullmatch(self, path: str, /) -> object:
        """Something true where it does."""


@cache
def _compiled(pattern: str) -> Matching:
    signs = list(_signs(pattern.removeprefix("./").rstrip("/")))
    if sum(sign in (FOLDERS, ANYTHING, NAME) for sign in signs) > FEW:
        return _Steps(signs)
    return re.compile("".join(FORMS.get(sign) or re.escape(sign) for sign in signs) + "(?:/.*)?", re.DOTALL)


def _signs(pattern: str) -> Iterator[str]:
    """The signs and single characters of a glob; what says the same twice is said once."""
    before, at = "", 0
    while at < len(pattern):
        sign = next((sign for sign in (FOLDERS, ANYTHING) if pattern.startswith(sign, at)), pattern[at])
        at += len(sign)
        if sign != before or sign not in (FOLDERS, ANYTHING, NAME):
            yield sign
        before = sign


class _Steps:
    """Matches a path character by character, all ways at once: in time like its length, whatever the signs are.

    A bit of a number says whether a place in the glob has been reached; `**/` has a second place, inside of a folder.
    """

    def __init__(self, signs: Iterable[str]) -> None:
        places = [place for sign in signs for place in ((FOLDERS, "inside") if sign == FOLDERS else (sign,))]
        self.at = {sign: sum(1 << n for n, place in enumerate(places) if place == sign) for sign in {*places}}
        self.end = 1 << len(places)

    def fullmatch(self, path: str) -> bool:
        at = self.at.get
        folders, inside, anything, name = at(FOLDERS, 0), at("inside", 0), at(ANYTHING, 0), at(NAME, 0)
        here = self._passed(1)
        for letter in path:
            if letter == "/":
                if here & self.end:
                    return True
                moved = here & anything | (here & inside) >> 1
            else:
                moved = here & (anything | name | inside) | (here & (folders | at(LETTER, 0))) << 1
            if letter not in (NAME, LETTER):
                moved |= (here & at(letter, 0)) << 1
            here = self._passed(moved)
        return bool(here & self.end)

    def _passed(self, here: int) -> int:
        """The places, and those that are reached beyond signs that may stand for nothing."""
        folders, empty = self.at.get(FOLDERS, 0), self.at.get(ANYTHING, 0) | self.at.get(NAME, 0)
        while (more := here | (here & empty) << 1 | (here & folders) << 2) != here:
            here = more
        return here


def read_file(path: str, limit: int) -> bytes | Unreadable:
    """The bytes of a regular file of at most `limit` bytes. Never blocks: pipes and devices are not opened to read."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        return _why(path, error)
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        return _odd(path, status.st_mode)
    with os.fdopen(handle, "rb") as file:
        if status.st_size > limit:
            return Unreadable("too large", str(status.st_size))
        try:
            return file.read(limit + 1)
        except OSError as error:
            return Unreadable("system", error.strerror or "")


def _why(path: str, error: OSError) -> Unreadable:
    if isinstance(error, PermissionError):
        return Unreadable("no permission")
    if isinstance(error, FileNotFoundError):
        return Unreadable("dangling link" if os.path.islink(path) else "gone")
    try:
        mode = os.stat(path).st_mode
    except OSError:
        reason = "link loop" if error.errno == ELOOP else "dangling link" if os.path.islink(path) else "system"
        return Unreadable(reason, error.strerror or "")
    if not stat.S_ISREG(mode):
        return _odd(path, mode)
    return Unreadable("system", error.strerror or "")


def _odd(path: str, mode: int) -> Unreadable:
    """Why what is no regular file is not read; a folder behind a link is none that was walked."""
    if stat.S_ISDIR(mode) and os.path.islink(path):
        return Unreadable("link to a folder")
    return Unreadable("not a file", _kind(mode))


def _kind(mode: int) -> str:
    for test, name in (
        (stat.S_ISDIR, "folder"),
        (stat.S_ISFIFO, "pipe"),
        (stat.S_ISSOCK, "socket"),
        (stat.S_ISCHR, "device"),
        (stat.S_ISBLK, "device"),
    ):
        if test(mode):
            return name
    return "special file"


def write_file(path: str, data: bytes, *, expected: bytes | None = None) -> None:
    """Replace a file's bytes at once: whoever reads it, at any instant, sees the old ones or the new ones.

    A link stays a link and its target is replaced; the mode stays, and the owner where the system lets it. With
    `expected`, the file is left alone unless it still holds these bytes; without, what is no file, such as a pipe or a
    device, is written to and never replaced.
    Raises OSError, and leaves the old file, where anything goes wrong.
    """
    from contextlib import suppress

    target = os.path.realpath(path)
    temporary = os.path.join(os.path.dirname(target), f".{os.path.basename(target)[:100]}.{os.getpid()}.tmp")
    try:
        before: os.stat_result | None = os.stat(path)
    except FileNotFoundError:
        before = None
    if before is not None and not stat.S_ISREG(before.st_mode):
        if expected is not None:
            raise OSError(f"{path} is a {_kind(before.st_mode)} by now")
        with open(path, "wb") as file:
            file.write(data)
        return
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if before is not None:
            with suppress(AttributeError, OSError):  # Who may not give files away owns the new one.
                os.chown(temporary, before.st_uid, before.st_gid)
            os.chmod(temporary, stat.S_IMODE(before.st_mode))
        if expected is not None:
            with open(target, "rb") as file:
                if file.read() != expected:
                    raise OSError(f"{path} changed while it was being fixed")
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise
