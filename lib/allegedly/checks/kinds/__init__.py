"""A kind of check is one object: which equation it judges, how much it matters, and what its sentence says.

The arithmetic stands in kinds/arithmetic.py, the words in lexicon/en/kinds.toml. To add a kind: a function there, an
object here, a table of words.
"""

from .base import Kind
from .changes import CHANGES
from .counts import COUNTS
from .wholes import WHOLES

KINDS: dict[str, Kind] = {kind.name: kind for kind in (*CHANGES, *WHOLES, *COUNTS)}
