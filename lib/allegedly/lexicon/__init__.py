"""The English that the library knows: rows in the tables of a language's folder, their schema, and their loader.

python -m allegedly.lexicon            holds every table against its schema
python -m allegedly.lexicon --heads    writes the head of each table anew, from its schema
"""

from .schema import NOWHERE
from .speaking import looks_foreign, name_of, speak, speaking
from .tables import load, require
from .wordclasses import classes, words_of_class

__all__ = ["NOWHERE", "classes", "load", "looks_foreign", "name_of", "require", "speak", "speaking", "words_of_class"]
