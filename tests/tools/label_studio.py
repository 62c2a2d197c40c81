"""Label Studio's own code on an export of ours, and its export of it: `python label_studio.py FOLDER`.

Its interface checks the labels, the tasks and the predictions; each prediction is then accepted as the annotation of a
person, and its converter writes the export that the program offers as JSON, in FOLDER/annotated/.
"""

import json
import sys
from pathlib import Path

from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

folder = Path(sys.argv[1])
labels = (folder / "label-studio.xml").read_text(encoding="utf8")
tasks = json.loads((folder / "claims.label-studio.json").read_text(encoding="utf8"))

interface = LabelInterface(labels)
interface.validate()
wrong = []
for number, task in enumerate(tasks, 1):
    assert interface.validate_task({"data": task["data"]})
    for prediction in task["predictions"]:
        wrong += interface.validate_prediction(prediction, return_errors=True)
    done = {"id": number, "completed_by": {"id": 1}, "was_cancelled": False}
    task |= {"id": number, "annotations": [done | {"result": task["predictions"][0]["result"]}]}
    assert interface.validate_annotation(task["annotations"][0])
(folder / "accepted.json").write_text(json.dumps(tasks))

converter = Converter(labels, str(folder))
converter.convert_to_json(str(folder / "accepted.json"), str(folder / "annotated"), is_dir=False)
converter.convert_to_conll2003(str(folder / "accepted.json"), str(folder / "tagged"), is_dir=False)
print(json.dumps({"wrong": wrong, "tagged": (folder / "tagged" / "result.conll").read_text(encoding="utf8")}))
