"""python -m allegedly.lexicon [--begin] [--heads] [LANGUAGE]: checks a language's tables, writes new ones or heads."""

import argparse
import sys
from pathlib import Path

from .beginning import begin
from .checking import check
from .heads import body, head
from .tables import LANGUAGE, NAMES, folder


def main() -> int:
    """2 where a table is wrong, with a line for each fault."""
    options = argparse.ArgumentParser(prog="python -m allegedly.lexicon", description=__doc__)
    options.add_argument(
        "language", nargs="?", default=LANGUAGE, help="a folder of lexicon/, or its path (%(default)s)"
    )
    options.add_argument("--begin", action="store_true", help="write the tables that the folder lacks, without words")
    options.add_argument("--heads", action="store_true", help="write the head of each table anew, from its schema")
    chosen = options.parse_args()
    if chosen.begin:
        print(f"{chosen.language}: written: {', '.join(begin(Path(str(folder(chosen.language))))) or 'nothing'}")
    if chosen.heads:
        for name in NAMES:
            place = Path(str(folder(chosen.language).joinpath(f"{name}.toml")))
            if place.is_file():
                place.write_text(head(name) + body(place.read_text(encoding="utf8")), encoding="utf8")
    troubles = check(chosen.language)
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return 2 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
