"""Tables of text, read line by line and with an end."""

from __future__ import annotations

import codecs
import csv
import io
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1024 * 1024
"""How many code points one cell, and how many bytes one line, may have."""


class TableProblem(Exception):
    """A table that is none, or has no end in sight."""


def rows(file: IO[bytes], delimiter: str, most: int, encoding: str = "utf-8-sig") -> Iterator[dict[str, str]]:
    """The rows of a table by the names of its first line, in lower case and stripped of all but letters and digits.

    Raises TableProblem for what cannot be read so, and once more than `most` bytes were read.
    """
    csv.field_size_limit(LONGEST)
    reader = csv.reader(_lines(file, most, encoding), delimiter=delimiter, strict=False)
    try:
        head = next(reader, None)
        if head is None:
            return
        names = ["".join(c for c in name.lower() if c.isalnum()) for name in head]
        for row in reader:
            if row:
                yield dict(zip(names, row, strict=False))
    except (csv.Error, UnicodeDecodeError) as error:
        raise TableProblem(str(error)) from None


def _lines(file: IO[bytes], most: int, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="strict")
    text = io.IncrementalNewlineDecoder(decoder, translate=False)
    size, left = 0, ""
    while True:
        chunk = file.read(256 * 1024)
        size += len(chunk)
        if size > most:
            raise TableProblem(f"it is larger than {most} bytes")
        left += text.decode(chunk, final=not chunk)
        *whole, left = left.split("\n")
        for line in whole:
            yield f"{line}\n"
        if len(left) > LONGEST:
            raise TableProblem("it has a line without an end")
        if not chunk:
            break
    if left:
        yield left
