"""Fuzzes articles: `python fuzz/reading.py [-max_total_time=SECONDS] [CORPUS]`."""

import sys

import atheris

with atheris.instrument_imports(include=["checker"]):
    import targets

    targets.reading(targets.LEDGER.encode())  # What is imported late is to be instrumented too.

if __name__ == "__main__":
    atheris.Setup(sys.argv, targets.reading)
    atheris.Fuzz()
