"""The explorer's widgets: filters above a paged grid, the sentence of the chosen row, pictures, and corrections.

The grid is that of itables, a real table that a keyboard and a screen reader reach. ipydatagrid paints a canvas, which
they do not; quak needs a database and selects by SQL.
"""

from typing import Any

from ..errors import Trouble
from .choices import ANY, DRAWN, FILTERS, GRID

Explorer = Any  #: that of explorer.py, which loads this file where widgets run
_CORRECTED = ("thing", "speaker", "value", "unit", "stance", "kind", "when", "place", "verb", "holder")
_GRID: dict[str, Any] = {
    "maxBytes": 0,
    "maxRows": GRID,
    "maxColumns": 0,
    "showIndex": False,
    "select": True,
    "pageLength": 10,
    "classes": "compact",
}
_ROOM = {"description_width": "4.5rem"}


def panel(explorer: Explorer) -> Any:
    """The widgets of `explorer`, joined: whatever is chosen, the grid and the sentence below it follow."""
    return _Panel(explorer).shown


class _Panel:
    def __init__(self, explorer: Explorer):
        from ipywidgets import HTML, Output, VBox

        self.explorer = explorer
        self.filters = _filters(explorer)
        self.said = HTML()
        self.cited = HTML()
        self.picture = HTML()
        self.grid = self._grid()
        for box in self.filters.values():
            box.observe(self._follow, "value")
        self.log = Output()
        rows = [self._row([*self.filters.values()]), self.said, self.grid, self._actions(), self.picture]
        self.shown = VBox([*rows, self.cited, self._mending(), self.log])
        self._tell()

    def _row(self, boxes: list[Any]) -> Any:
        from ipywidgets import HBox, Layout

        return HBox(boxes, layout=Layout(flex_flow="row wrap"))

    def _grid(self) -> Any:
        from itables.widget import ITable

        grid = ITable(self._table(), **_GRID)
        grid.observe(self._pick, "selected_rows")
        return grid

    def _table(self) -> Any:
        return self.explorer.choices.shown(self.explorer.selected)

    def _follow(self, change: Any = None) -> None:
        """Asks the claims anew, and shows what is left."""
        self.explorer.left(**_asked(self.filters))
        self.grid.update(self._table(), selected_rows=[])
        self._tell()

    def _pick(self, change: Any) -> None:
        self.explorer.pick(change["new"])
        self._tell()

    def _tell(self) -> None:
        explorer = self.explorer
        picked = len(explorer.selected) if explorer._picked else 0
        said = f"{len(explorer._left):,} of {len(explorer.choices.claims):,} claims"
        said += f", {picked} selected" if picked else ""
        said += (
            f"; the first {GRID:,} stand in the grid, filters and files take all" if len(explorer._left) > GRID else ""
        )
        self.said.value = f"<p role='status'>{said}</p>"
        self.cited.value = explorer.cited()._repr_html_() if explorer.chosen else ""

    def _actions(self) -> Any:
        """Buttons that draw what is selected, and take it along."""
        buttons = [self._button(how, lambda how=how: self._draw(how)) for how in DRAWN]
        for name, write in (("CSV", self.explorer.to_csv), ("xlsx", self.explorer.to_xlsx)):
            buttons.append(self._button(name, lambda write=write: f"Written: {write()}"))
        return self._row(buttons)

    def _draw(self, how: str) -> str:
        self.picture.value = self.explorer.draw(how)._repr_html_()
        return ""

    def _mending(self) -> Any:
        """What is written to correct the chosen claim."""
        from ipywidgets import Dropdown, Text

        column = Dropdown(options=_CORRECTED, description="correct", style=_ROOM)
        now, why, by = (Text(description=name, style=_ROOM) for name in ("to", "because", "by"))

        def obeyed(name: str, value: str) -> str:
            if not (why.value.strip() and by.value.strip()):
                raise LookupError("say why, and who says so")
            said: str = self.explorer.correct(name, value, why.value, by.value)
            now.value = ""
            self._follow()
            return said

        def undone() -> str:
            said: str = self.explorer.undo()
            self._follow()
            return said

        buttons = [
            self._button("Correct", lambda: obeyed(column.value, now.value)),
            self._button("No claim", lambda: obeyed("kind", "none")),
            self._button("Undo", undone),
        ]
        return self._row([column, now, why, by, *buttons])

    def _button(self, name: str, act: Any) -> Any:
        """A button that says under the grid what it did, or why it could not."""
        from ipywidgets import Button

        button = Button(description=name)

        def clicked(_: Any) -> None:
            try:
                said = act()
            except (Trouble, LookupError) as trouble:
                said = f"Not done: {trouble}"
            if said:
                self.said.value = f"<p role='status'>{_escaped(said)}</p>"

        button.on_click(clicked)
        return button


def _escaped(text: str) -> str:
    from html import escape

    return escape(text.strip("'\""))


def _filters(explorer: Explorer) -> dict[str, Any]:
    """A box for each choice: words, what columns hold, findings, days and numbers."""
    from ipywidgets import Combobox, DatePicker, Dropdown, Text

    boxes: dict[str, Any] = {"search": Text(description="search", continuous_update=False, style=_ROOM)}
    for column in FILTERS:
        if len(values := explorer.choices.options(column)) > 1:
            name = "article" if column == "doc" else column
            kept = {"description": name, "placeholder": ANY, "continuous_update": False, "style": _ROOM}
            boxes[column] = Combobox(options=values, **kept)
    found = [str(verdict) for verdict in explorer.corpus.checks["verdict"].dropna().unique()]
    boxes["verdict"] = Dropdown(options=[ANY, *found], description="verdict", style=_ROOM)
    boxes |= {name: DatePicker(description=name, style=_ROOM) for name in ("since", "until")}
    for name in ("least", "most"):
        boxes[name] = Text(description=name, placeholder="a number", continuous_update=False, style=_ROOM)
    return boxes


def _asked(boxes: dict[str, Any]) -> dict[str, Any]:
    """What the boxes say, as `Choices.left` takes it; what is half typed is not asked yet."""
    asked = {}
    for name, box in boxes.items():
        options = getattr(box, "options", None)
        if name in ("least", "most"):
            asked[name] = _number(box.value)
        elif options is None or box.value in ("", ANY) or box.value in options:
            asked[name] = box.value
    return asked


def _number(text: str) -> float | None:
    """A number as people write it: 10,000.

    >>> _number("10,000"), _number("x")
    (10000.0, None)
    """
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None
