"""A text that somebody types or pastes, read at once."""

from typing import Any

from .. import marks
from ..model import Document
from .alive import alive


def read_text(text: str) -> marks.Fragment:
    """Any text with what its checks say, its figures marked, and a card with the interval of each.

    >>> shown = read_text("Police saw about 1,000 people.").html
    >>> "900 to 1,100" in shown, "Its one figure could not be checked" in shown
    (True, True)
    """
    from ..corpus import of_document

    news = of_document(Document(id="text", text=text))
    article = marks.article(news.document, news.figures, news.checks, news.sentences)
    shown = [marks.brief(news).html, article.html]
    shown += [marks.findings(news.checks, news.figures).html] if len(news.checks) else []
    return marks.Fragment("".join(shown), article.text)


def paste(text: str = "") -> "Paste":
    """A box for a text, and under it what is read of it as it is pasted: state, marks, cards and findings."""
    return Paste(text)


class Paste:
    """A box where widgets run; the text as read elsewhere."""

    def __init__(self, text: str = ""):
        self.text = text

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return alive(self.widget, read_text(self.text))

    def widget(self) -> Any:
        """The box, and what is read of it whenever it changes."""
        from ipywidgets import HTML, Layout, Textarea, VBox

        label = "Any text: paste it here, then leave the box (Tab)"
        box = Textarea(
            self.text, placeholder=label, layout=Layout(width="100%", height="8rem"), continuous_update=False
        )
        box.tooltip = label
        view = HTML(read_text(self.text)._repr_html_() if self.text else "")

        def follow(change: Any) -> None:
            self.text = change["new"]
            view.value = read_text(self.text)._repr_html_() if self.text.strip() else ""

        box.observe(follow, "value")
        return VBox([box, view])
