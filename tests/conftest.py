from __future__ import annotations

import os
import signal
import tempfile
from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

# A machine under load is no failure, and a green run can be repeated. HYPOTHESIS_PROFILE=wide looks at ten times as
# many examples, others in each run, and --hypothesis-seed=7 at others that can be repeated.
settings.register_profile("gate", deadline=None, derandomize=True)
settings.register_profile("seeded", deadline=None)
settings.register_profile("wide", deadline=None, max_examples=1000)


# What the tool remembers of the tests is none of the user's business, and the other way round.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="checker-tests-")

# A shell makes what it runs in the background deaf to Ctrl-C, and so would be all that tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_configure(config: pytest.Config) -> None:
    seeded = config.getoption("--hypothesis-seed", None) is not None
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "seeded" if seeded else "gate"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the expected blocks of the rule pages")
    parser.addoption("--times", type=int, default=15, help="how often to kill what must survive that")
