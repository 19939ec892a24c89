"""Rules of the family `record`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.article import Article


def silent(article: Article) -> Iterable[str]:
    """Those on records of a kind that the article does not have."""
    trials = article.trials
    if not any(len(trial.phases or ()) > 1 for trial in trials):
        yield "impossible-phases"
    if not any(trial.study_type == "OBSERVATIONAL" for trial in trials):
        yield "phase-on-observational"
    if not any(trial.overall_status == "WITHDRAWN" for trial in trials):
        yield "withdrawn-with-participants"
    if not any(trial.enrollment.analyzed for trial in trials):
        yield "analyzed-exceeds-enrolled"
    designs = [trial.design for trial in trials]
    if not any(design.allocation == "RANDOMIZED" for design in designs):
        yield "randomized-single-arm"
    if not any(design.masking == "NONE" for design in designs):
        yield "masking-contradicts-design"
    if not any(design.ratio for design in designs):
        yield "ratio-contradicts-arms"
