"""A folder of brat's as bratly reads it, and as it writes it again: `python brat.py FOLDER`, into FOLDER/annotated/."""

import json
import shutil
import sys
from pathlib import Path

from bratly import EntityAnnotation
from bratly.io import read_and_load_ann_file, write_ann_file

folder = Path(sys.argv[1])
again = folder / "annotated"
again.mkdir()
read = {}
for path in sorted(folder.glob("*.ann")):
    found = read_and_load_ann_file(str(path), no_duplicates=False, sorting=False, renumerotize=False)
    marked = [one for one in found.annotations if isinstance(one, EntityAnnotation)]
    read[path.stem] = [[[[p.start, p.end] for p in one.fragments], one.label, one.content] for one in marked]
    write_ann_file(found, str(again / path.name))
    shutil.copy(path.with_suffix(".txt"), again)
print(json.dumps(read))
