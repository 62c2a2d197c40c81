"""Rates that, over a time told nearby, make a total told elsewhere."""

from itertools import islice

from .articles import Article
from .layouts import Relation
from .units import ready

FAR = 40  #: sentences in which the total of a rate is sought
NEAR = 2  #: sentences in which its time is


def paced(article: Article, known):
    """A rate, a time and a total of nearby sentences where the three fit: nothing but the fit links them."""
    taken = {one.at for relation in known if relation.check == "rate" for one in relation.figures}
    for number, passage in enumerate(article.passages):
        rates = [
            one for one in passage.figures if one.kind == "money" and one.per and one.value and one.at not in taken
        ]
        near = article.around(number, NEAR) if rates else []
        times = [one for one in near if one.kind == "duration" and one.value]
        totals = [one for one in article.around(number, FAR) if one.kind == "money" and not one.per] if times else []
        for rate in rates:
            made = (product(rate, time, total) for time in times for total in totals)
            yield from islice(filter(None, made), 1)


def product(rate, time, total) -> Relation | None:
    """The relation of a rate, a time and a total that is their product as printed."""
    asked = next(ready(Relation("rate", {"rate": (rate,), "duration": (time,), "total": (total,)})), None)
    fits = asked and total.value and rounds_to(asked.row["scale"] * rate.value * time.value, total, rate)
    return asked if fits else None


def rounds_to(made: float, total, rate) -> bool:
    """Whether a product, rounded as a total is printed, is that total."""
    return total.unit == rate.unit and abs(made - total.value) <= (total.grain or 0) / 2 and made != rate.value
