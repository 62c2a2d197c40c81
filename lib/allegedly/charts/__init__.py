"""The table as pictures: one function a chart, each giving a matplotlib Axes that shows itself with alt text.

They know only tables. An Axes of one's own can be given; its `alt` then holds the words.
"""

from .parts import composition, finding
from .scores import scores
from .spans import figures
from .times import over_time
from .verdicts import verdicts

__all__ = ["composition", "figures", "finding", "over_time", "scores", "verdicts"]
