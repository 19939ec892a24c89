"""Runs the command line as a process of its own: `python -m checker`, or the script `checker`."""

import gc
import os
import sys
from typing import NoReturn

from checker.cli import main


def run() -> NoReturn:
    """Run the command line, then leave at once.

    A run makes little cyclic garbage, so it is looked for rarely; and what the process holds is left to the system
    instead of being taken apart piece by piece. Both together cost more than reading an article.
    """
    gc.set_threshold(100_000)
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    # `python -m` looks for modules in the current folder first, and that may be somebody else's repository.
    if sys.path[:1] == [os.getcwd()]:
        del sys.path[0]
    run()
