"""Whether figures are told of one thing: one measure of one event. Keys only; reading makes them, tables keep them.

`told` is a figure as keys, `rules` say whether two are of one thing, `joining` puts many together.
"""

from .joining import groups
from .told import StoryKeys, Told, packed, story_of, unpacked

__all__ = ["StoryKeys", "Told", "groups", "packed", "story_of", "unpacked"]
