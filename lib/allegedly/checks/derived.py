"""Figures a reader would want that no line prints: they follow from those that are printed."""


def derived(table, findings):
    """A DataFrame with a row a derived figure."""
    import pandas as pd

    return pd.DataFrame(columns=["id", "doc", "text", "value", "low", "high", "unit", "per", "claims", "why"])
