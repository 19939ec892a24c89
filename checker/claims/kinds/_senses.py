"""What a pattern makes of a count of people: the enrollment in one of its roles, an arm, or some of the people."""

from __future__ import annotations

PLANNED = {"kind": "enrollment", "role": "planned"}
ENROLLED = {"kind": "enrollment", "role": "enrolled"}
OPEN = {"kind": "enrollment", "role": "open"}
"""A count whose words leave open whether it is a plan: the record of the trial decides."""
RANDOMIZED = {"kind": "enrollment", "role": "randomized"}
ASSIGNED = {"kind": "enrollment", "role": "assigned"}
"""People said to be assigned by chance: `randomized` only where a record tells these from the enrolled."""
TREATED = {"kind": "enrollment", "role": "treated"}
DOSED = {"kind": "enrollment", "role": "dosed"}
"""People said to have got something: `treated` only where a record tells these from the enrolled."""
COMPLETED = {"kind": "enrollment", "role": "completed"}
ANALYZED = {"kind": "enrollment", "role": "analyzed"}
SCREENED = {"kind": "enrollment", "role": "screened"}

IN_ARM = {"kind": "arm_size"}
SOME = {"kind": "subgroup_size"}
PART = {"kind": "part"}
"""One part of a whole: of an arm, or of those who finished, as the words before it say."""
