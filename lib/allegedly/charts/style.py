"""The house style of charts: its file, its colours, its width."""

from pathlib import Path

STYLE = Path(__file__).parents[1] / "allegedly.mplstyle"
INK, SOFT, LINE, CARD = "#1d1d1b", "#595752", "#d8d3c7", "#ffffff"
EDGES = {"count": "#0072b2", "money": "#00775a", "share": "#ad5400", "measure": "#9a4a80", "none": SOFT}
VERDICTS = {"agrees": "#00694d", "rounded": "#765700", "conflicts": "#a4262c", "contested": "#a4262d", "cannot": SOFT}
WIDTH = 5.0  #: of a chart in inches: 360 units of SVG, so that letters keep their size on a phone
