"""The figures in news text: what each allows, who says so, of what and when, and whether they agree.

>>> from allegedly import quantities
>>> [figure] = quantities("about 1,000 were killed")
>>> figure.text, figure.low, figure.high
('about 1,000', 900.0, 1100.0)
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Document": "model",
    "Quantity": "model",
    "Claim": "model",
    "read": "documents",
    "quantities": "reading.how_much.quantities",
    "claims": "reading.claims",
    "explain": "explanation",
    "tidy": "table",
    "check": "checks",
    "render": "reports",
}

__all__ = [*_HOMES]


def __getattr__(name: str) -> Any:
    """The public name, imported when it is first asked for, so that `import allegedly` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'allegedly' has no attribute {name!r}")
    value = getattr(import_module(f"allegedly.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
