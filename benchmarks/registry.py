"""What a snapshot of many thousand trials costs: to build, to look into, and on the disk.

    python benchmarks/registry.py [--records 100000] [--lookups 5000] [--form folder --form sqlite]

The records are made from the extracts of real ones in `registry/` and `tests/data/registry/`, each under many invented
numbers and with its own counts. Times are seconds of one process on a file system that has just seen the files.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from checker.registered import RegistryRecord, Version  # noqa: E402
from checker.registries.ctgov import read_study  # noqa: E402
from checker.registries.keeping import keep  # noqa: E402
from checker.snapshot import open_snapshot  # noqa: E402
from checker.snapshot.form import read_text  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES = {"folder": "registry", "sqlite": "snapshot.sqlite"}


def originals(folder: Path | None) -> list[Version]:
    """Versions of real records: of this project's snapshot and test data, or of a folder of the API's JSON."""
    found = []
    for path in sorted((folder or ROOT / "tests/data/registry").glob("NCT*.json")):
        study = read_study(json.loads(path.read_text(encoding="utf-8")))
        found.append(study.version("2026-06-01"))
    for path in sorted((ROOT / "registry").glob("NCT*.json")) if folder is None else ():
        record = read_text(path.read_bytes(), path.name)
        if isinstance(record, RegistryRecord):
            found += record.versions
    return found


def records(versions: list[Version], count: int) -> Iterator[RegistryRecord]:
    """As many records as are asked for, every seventh with a second version, every hundredth with an alias."""
    for number in range(count):
        version = versions[number % len(versions)]
        study = version.study._replace(enrollment_count=number)
        kept = [version._replace(study=study)]
        if number % 7 == 0:
            kept.append(Version("2026-06-02", "2026-05-30", version.source, study._replace(overall_status="UNKNOWN")))
        aliases = (f"NCT{90_000_000 + number:08}",) if number % 100 == 0 else ()
        yield RegistryRecord(f"NCT{number:08}", aliases, tuple(kept))


def measure(form: str, versions: list[Version], count: int, lookups: int) -> dict[str, float]:
    """Build a snapshot, look into it, change one record in it; seconds and bytes."""
    place = PLACES[form]
    ids = [f"NCT{number:08}" for number in random.Random(17).sample(range(count), min(lookups, count))]
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / place)
        found: dict[str, float] = {}

        begun = time.perf_counter()
        keep(where, records(versions, count), {"fetched": "2026-06-01"}, {})
        found["build, s"] = time.perf_counter() - begun

        path = Path(where)
        files = list(path.iterdir()) if path.is_dir() else [path]
        found["files"] = len(files)
        found["size, MB"] = sum(each.stat().st_size for each in files) / 1e6
        found["size on disk, MB"] = sum(each.stat().st_blocks * 512 for each in files) / 1e6

        begun = time.perf_counter()
        snapshot = open_snapshot(place, folder)
        assert snapshot is not None
        found["open, ms"] = (time.perf_counter() - begun) * 1000
        begun = time.perf_counter()
        assert all(snapshot.digest(id) for id in ids)
        found[f"{len(ids)} digests, s"] = time.perf_counter() - begun
        snapshot = open_snapshot(place, folder)
        assert snapshot is not None
        begun = time.perf_counter()
        assert all(snapshot.find(id) for id in ids)
        found[f"{len(ids)} look-ups, s"] = time.perf_counter() - begun

        (record,) = records(versions, 1)
        begun = time.perf_counter()
        keep(where, [record._replace(missing="2026-06-02")], {"fetched": "2026-06-02"}, {})
        found["change one, s"] = time.perf_counter() - begun
    found["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--lookups", type=int, default=5_000)
    parser.add_argument("--form", action="append", choices=sorted(PLACES))
    parser.add_argument("--originals", type=Path, help="a folder of the API's JSON to make the records of")
    chosen = parser.parse_args()
    versions = originals(chosen.originals)
    print(f"{chosen.records} records, made of {len(versions)} real ones")
    for form in chosen.form or ["sqlite", "folder"]:
        print(form)
        for name, value in measure(form, versions, chosen.records, chosen.lookups).items():
            print(f"  {name:18} {value:10.2f}" if value < 1000 else f"  {name:18} {value:10.0f}")


if __name__ == "__main__":
    main()
