"""Prose to claims: what an article says of each trial, and what its record says to that.

`sentences` and `tokens` cut prose up. `numbers`, `when`, `phases`, `countries` and `estimates` read values in it, and
`said` holds what one sentence has of them. `kinds` finds claims by the patterns of `grammar`, `binding` gives each its
trial, and `judging` holds it against the record. What contradicts is looked at again: `doubts`, `others`, `agreement`,
`discord` and `populations` know where it is none, `crossed` where two trials have each other's numbers, `slips` and
`portions` where a number is one that nothing else would tell of, `sponsors` where a company stands in another's place.
`leftover` knows the facts that the prose tells nowhere, `untold` and `beside` what may be meant for them; that becomes
a note, as do the contradictions that `certainty` finds to leave room for another reading. `ledger` does all
this for an article, in that order.
"""
