"""The English that the library knows: rows in the tables of a language's folder, their schema, and their loader.

python -m allegedly.lexicon            holds every table against its schema
python -m allegedly.lexicon --heads    writes the head of each table anew, from its schema
"""

from .tables import check, load, require

__all__ = ["check", "load", "require"]
