"""A sentence with its figure in [brackets] as the readers of this folder get it: for examples and tests."""

from datetime import date

from allegedly.model import Attribution, Claim, Document, Quantity, Sentence, Thing, Time

from .spots import Spot, spots
from .story import story


def spot(text: str) -> Spot:
    """The figure in [brackets] where it stands, with what is counted read as the words behind it."""
    start, end = text.index("[") if "[" in text else text.index("$"), text.index("]") - 1 if "]" in text else 0
    plain = text.replace("[", "").replace("]", "")
    end = end or start + len("$12 million")
    document = Document("a", plain, published=date(2024, 5, 8))
    sentence = Sentence(document, 0, 0, len(plain))
    kind = "money" if plain[start] == "$" else "count"
    quantity = Quantity(start, end, plain[start:end], kind=kind)
    claim = Claim("a@0", "a", "body", 0, quantity, Thing(), Time(), Attribution(), plain, 0)
    return spots([claim], {0: story(document, [sentence]).passages[0]})[0]
