"""Articles in, verdicts out. Pure: no disk, clock, environment or global state.

What stands above the engine comes through here, late: importing this package imports the YAML reader, the Markdown
parser, the schema validator and pydantic.
"""

from checker.engine.article import check_article, check_unreadable
from checker.engine.corpus import check_corpus
from checker.engine.fixes import fix_text
from checker.engine.settings import settings_problems
from checker.reading import decode, unreadable
from checker.reading.schema import SchemaProblem

__all__ = [
    "SchemaProblem",
    "check_article",
    "check_corpus",
    "check_unreadable",
    "decode",
    "fix_text",
    "settings_problems",
    "unreadable",
]
