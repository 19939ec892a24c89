"""To which trial each claim of an article belongs.

`cast` knows the trials of the article and the words that tell each from the others. `reader` reads where a sentence
speaks of studies, with `named_studies`, `study_phrases` (whose nouns `noun_phrases` reads) and `study_openings`;
`mentioned` does so for a whole article.
`focus` walks through it and makes a scene of each sentence: what it mentions, and which trials are in focus as it
begins; `known` tells it which studies are the article's own though their phase differs. `chosen` picks among them the
trial of a claim.
"""

from checker.claims.binding.chosen import bind
from checker.claims.binding.focus import read_scenes

__all__ = ["bind", "read_scenes"]
