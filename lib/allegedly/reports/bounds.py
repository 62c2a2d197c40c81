"""What a cell may put on a page: its beginning and its end where it prints without end, and no picture of any size."""

from typing import Any

TEXT, OTHER = 100_000, 5_000_000  #: signs of a cell's printed text, and of anything else that it shows
ERROR = 500  #: signs of what an error says


def bounded(notebook: Any) -> None:
    """Cuts the outputs of `notebook` that are too long for a page, and says so in their place."""
    for cell in notebook.cells:
        room = {"text": TEXT, "other": OTHER}
        for output in cell.get("outputs", ()):
            if "text" in output:
                output["text"] = _cut(_whole(output["text"]), room)
            if "traceback" in output:
                output["evalue"] = short(output["evalue"], ERROR)
                output["traceback"] = [_cut(line, room) for line in output["traceback"]]
            _bound(output.get("data", {}), room)
        if "outputs" in cell:
            cell["outputs"] = [output for output in cell["outputs"] if output.get("text") != ""]


def _bound(data: Any, room: dict[str, int]) -> None:
    """Cuts what one output shows, a form of it after the other."""
    for kind in list(data):
        if kind == "text/plain":
            data[kind] = _cut(_whole(data[kind]), room)
        elif isinstance(data[kind], str | list):
            size = len(_whole(data[kind]))
            room["other"] -= size
            if room["other"] < 0:
                del data[kind]
                data.setdefault("text/plain", "")
                data["text/plain"] += f"\n… {size:,} signs of {kind} are left out here; run the notebook to see them"


def _cut(text: str, room: dict[str, int]) -> str:
    """`text` as far as there is room; what is printed in many pieces is cut once, and the rest of it left out."""
    left, room["text"] = room["text"], room["text"] - len(text)
    return short(text, left) if left > 0 else ""


def short(text: str, longest: int) -> str:
    """`text`, or its beginning and its end with how much is left out between them.

    >>> short("a" * 20, 10).splitlines()
    ['aaaaa', '… 10 signs are left out here; run the notebook to see them …', 'aaaaa']
    """
    if len(text) <= longest:
        return text
    half = longest // 2
    gap = f"… {len(text) - 2 * half:,} signs are left out here; run the notebook to see them …"
    return f"{text[:half]}\n{gap}\n{text[-half:]}"


def _whole(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)
