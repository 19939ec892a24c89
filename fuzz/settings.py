"""Fuzzes settings: `python fuzz/settings.py [-max_total_time=SECONDS] [CORPUS]`."""

import sys

import atheris

with atheris.instrument_imports(include=["checker"]):
    import targets

    targets.settings(b"publisher = 1")  # What is imported late is to be instrumented too.
    targets.settings(b"")

if __name__ == "__main__":
    atheris.Setup(sys.argv, targets.settings)
    atheris.Fuzz()
