"""A trial is called randomized and has a single group or arm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.rule import Elsewhere, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.article import Article

severity = "error"
fixable = None

ONE_ARM_IS_ENOUGH = frozenset({"CROSSOVER", "SEQUENTIAL"})
"""Designs in which the order of treatments is randomized, so that one arm may hold everybody."""


def check(article: Article) -> Iterator[Finding]:
    for trial in article.trials:
        if trial.design.allocation != "RANDOMIZED":
            continue
        written = article.front and article.front.find((*trial.at, "arms"))
        arms = len(written.children) if written else 0
        allocation = (*trial.at, "design", "allocation")
        model = (*trial.at, "design", "intervention_model")
        if trial.design.intervention_model == "SINGLE_GROUP":
            # Registries hold such records with several arms: then it is the model that was filed wrongly.
            pointer, other = (model, allocation) if arms > 1 else (allocation, model)
            yield Finding(
                article.value_at(*pointer),
                f"{trial.label} is called randomized, but its design has a single group"
                f"{f' while the record lists {arms} arms' if arms > 1 else ''}.",
                "Correct the allocation or the design: people can only be randomized between groups.",
                related=(Elsewhere(article.value_at(*other), "The other part of the design stands here."),),
                trial=trial.label,
                pointer=pointer,
                severity="warning" if arms > 1 else None,
            )
        elif arms == 1 and trial.design.intervention_model not in ONE_ARM_IS_ENOUGH:
            yield Finding(
                article.key_at(*trial.at, "arms"),
                f"{trial.label} is called randomized, but the record lists one arm only.",
                "Add the arms that are missing, or correct the allocation.",
                related=(Elsewhere(article.value_at(*allocation), "The allocation stands here."),),
                trial=trial.label,
                pointer=(*trial.at, "arms"),
                # The list may be incomplete, in the article as in the registry.
                severity="warning",
            )
