"""Articles in, verdicts out. Pure: no disk, clock, environment or global state.

What stands above the engine comes through here, late. Asking for what checks or fixes an article imports the YAML
reader, the Markdown parser and the schema validator; asking for `check_corpus` imports none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checker.engine.article import check_article, check_failed, check_unreadable
    from checker.engine.corpus import check_corpus
    from checker.engine.fixes import fix_text
    from checker.engine.settings import settings_problems
    from checker.reading import decode, unreadable
    from checker.reading.schema import SchemaProblem

__all__ = [
    "SchemaProblem",
    "check_article",
    "check_corpus",
    "check_failed",
    "check_unreadable",
    "decode",
    "fix_text",
    "settings_problems",
    "unreadable",
]

WHERE = {
    "SchemaProblem": "checker.reading.schema",
    "check_article": "checker.engine.article",
    "check_corpus": "checker.engine.corpus",
    "check_failed": "checker.engine.article",
    "check_unreadable": "checker.engine.article",
    "decode": "checker.reading",
    "fix_text": "checker.engine.fixes",
    "settings_problems": "checker.engine.settings",
    "unreadable": "checker.reading",
}


def __getattr__(name: str) -> Any:
    if name not in WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(WHERE[name]), name)
    globals()[name] = value
    return value
