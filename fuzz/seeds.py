"""Writes seeds for the three targets: `python fuzz/seeds.py FOLDER` makes `reading/`, `claims/`, `settings/` in it.

The seeds are the annotated articles, their paragraphs, and every table of settings that a page of the project shows; in
`settings.dict` is a dictionary of the keys of settings.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
TABLE = re.compile(r"^```(?:settings|toml)\n(.*?)^```", re.DOTALL | re.MULTILINE)
PREFIX = re.compile(r"^(\[+)tool\.checker\.", re.MULTILINE)


def main() -> None:
    """Write all seeds below the folder that is named."""
    folder = Path(sys.argv[1])
    articles = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "benchmarks" / "claims").rglob("*.md"))]
    write(folder / "reading", articles)
    write(folder / "claims", (part for text in articles for part in text.rpartition("\n---\n")[2].split("\n\n")))
    pages = [*ROOT.glob("checker/rules/*/*.md"), *ROOT.glob("docs/*.md"), ROOT / "README.md"]
    tables = [table for page in sorted(pages) for table in TABLE.findall(page.read_text(encoding="utf-8"))]
    tables += [path.read_text(encoding="utf-8") for path in sorted(ROOT.rglob("checker.toml"))]
    write(folder / "settings", (PREFIX.sub(r"\1", table) for table in tables))
    schema = json.loads((ROOT / "schemas" / "settings.schema.json").read_text(encoding="utf-8"))
    keys = "".join(f"{json.dumps(key)}\n" for key in sorted(set(keys_of(schema))))
    (folder / "settings.dict").write_text(keys, encoding="ascii")


def write(folder: Path, texts: Iterator[str] | list[str]) -> None:
    """Write each text to a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"seed-{number}").write_text(text, encoding="utf-8")


def keys_of(schema: Any) -> Iterator[str]:
    """The keys and the words that a schema tells of, wherever in it they stand."""
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from keys_of(part)
    if isinstance(schema, dict):
        for keyword in ("properties", "enum"):
            yield from (str(key) for key in schema.get(keyword, ()) if isinstance(key, str))


if __name__ == "__main__":
    main()
