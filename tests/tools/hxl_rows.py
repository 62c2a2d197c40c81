"""What libhxl reads in a CSV with HXL tags, and what its validator says of it: `python hxl_rows.py FILE`."""

import json
import sys

import hxl

local = hxl.InputOptions(allow_local=True)
with hxl.data(hxl.make_input(sys.argv[1], local)) as rows:
    tags = [column.display_tag for column in rows.columns]
    figures = [row.get("#indicator+value+num") for row in rows]
said = hxl.validate(hxl.data(hxl.make_input(sys.argv[1], local)))
print(json.dumps({"tags": tags, "figures": figures, "issues": said["issues"]}))
