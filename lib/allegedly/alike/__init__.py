"""Whether figures are told of one thing: one measure of one event. Keys only; reading makes them, tables keep them.

`told` is a figure as keys, `rules` say whether two are of one thing, `joining` puts many together;
`voices` says whether two speakers are one.
"""

from .joining import REACH, blocks, groups
from .rules import ground
from .told import StoryKeys, Told, packed, story_of, unpacked
from .voices import one_voice

__all__ = ["REACH", "StoryKeys", "Told", "blocks", "ground", "groups", "one_voice", "packed", "story_of", "unpacked"]
