"""Files that only their writer can have written: what is kept between runs, believed only if it is whole and our own.

A sealed file is a header, the length of its content, a keyed checksum and the content. The key stands in the user's own
cache folder, so that neither a damaged file nor one that came along with somebody's branch is taken for ours.
"""

from __future__ import annotations

import os

try:
    from _blake2 import blake2b as blake2b  # What hashlib hands out, without OpenSSL, which takes long to load.
except ImportError:
    from hashlib import blake2b as blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

HEADER = b"checker kept 1\n"
KEY_SIZE = 32
SUM_SIZE = 32
MOST = 1 << 30
"""Bytes from which on a file cannot be one of ours."""

IGNORED = "# Made by checker; it may be deleted at any time.\n*\n"
BINARY = getattr(os, "O_BINARY", 0)


def digest(*parts: bytes) -> bytes:
    """What stands for a row of bytes: rows that differ in anything have different digests."""
    summed = blake2b(digest_size=16)
    for part in parts:
        summed.update(b"%d " % len(part))
        summed.update(part)
    return summed.digest()


def own_folder() -> str:
    """The folder, of this user and no repository, in which the key stands."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    # A relative one would be a folder of whatever is checked.
    return os.path.join(named if os.path.isabs(named) else os.path.expanduser("~/.cache"), "checker")


def key() -> bytes | None:
    """The user's key, made at the first call ever; None where it can be neither read nor kept, or others know it."""
    folder = own_folder()
    path = os.path.join(folder, "key")
    for _ in range(2 if os.path.isabs(folder) else 0):
        found = read_bytes(path, private=True)
        if found is not None:
            return found if len(found) == KEY_SIZE else None
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            temporary = f"{path}.{os.urandom(4).hex()}"
            _write(temporary, os.urandom(KEY_SIZE), mode=0o600)
            try:
                os.link(temporary, path)  # Of two runs that make a key, both get that of the first.
            except FileExistsError:
                pass
            finally:
                os.unlink(temporary)
        except OSError:
            return None
    return None


def read_sealed(path: str, key: bytes) -> bytes | None:
    """The content of a sealed file; None where there is none, or it is anything but whole and written with the key."""
    data = read_bytes(path)
    start = len(HEADER) + SUM_SIZE
    if data is None or len(data) < start or not data.startswith(HEADER):
        return None
    content = data[start:]
    summed = blake2b(HEADER, key=key, digest_size=SUM_SIZE)
    summed.update(content)
    summed.update(b"%d" % len(content))
    return content if summed.digest() == data[len(HEADER) : start] else None


def write_sealed(path: str, content: Iterable[bytes], key: bytes) -> None:
    """Put a sealed file in place at once; its content may come in parts.

    A folder that has to be made gets a file that tells git to leave it alone. Where the file cannot be written, raises
    OSError and leaves what was there.
    """
    folder = os.path.dirname(path)
    if os.path.islink(folder):
        raise OSError(f"{folder} is a link, which nothing is written through")
    if not os.path.isdir(folder):
        os.makedirs(folder, exist_ok=True)
        _write(os.path.join(folder, ".gitignore"), IGNORED.encode())
    temporary = f"{path}.{os.urandom(4).hex()}.tmp"
    summed = blake2b(HEADER, key=key, digest_size=SUM_SIZE)
    size = 0
    try:
        with open(temporary, "xb") as file:
            file.write(HEADER + bytes(SUM_SIZE))
            for part in content:
                file.write(part)
                summed.update(part)
                size += len(part)
            summed.update(b"%d" % size)
            file.seek(len(HEADER))
            file.write(summed.digest())
        os.replace(temporary, path)
    except BaseException:
        if os.path.lexists(temporary):
            os.unlink(temporary)
        raise


def forget(folder: str, prefix: str, most: int) -> None:
    """Remove the files of that prefix that have not been written for the longest. Raises OSError."""
    entries = [entry for entry in os.scandir(folder) if entry.name.startswith(prefix)]
    if len(entries) > most:
        for entry in sorted(entries, key=lambda entry: entry.stat(follow_symlinks=False).st_mtime_ns)[:-most]:
            os.unlink(entry.path)


def read_bytes(path: str, *, private: bool = False) -> bytes | None:
    """The bytes of a regular file; None where there is none that can be read, or that is not `private` to this user."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | BINARY)
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(handle)
        left = status.st_size
        if left > MOST or (private and not _is_private(status)):
            return None
        parts = []
        while left > 0 and (part := os.read(handle, left)):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)
    except OSError:
        return None
    finally:
        os.close(handle)


def _is_private(status: os.stat_result) -> bool:
    """Whether a file is this user's, and nobody else may read it; where users have no numbers, their folders say so."""
    return not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & 0o077)


def _write(path: str, data: bytes, mode: int = 0o666) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, mode)
    with open(handle, "wb") as file:
        file.write(data)
