"""Who may import whom: a lower room never imports from a higher one, and nothing imports in a circle."""

import ast
import graphlib
import subprocess
import sys
from pathlib import Path

import pytest

LIBRARY = Path(__file__).parents[1] / "lib" / "allegedly"

# From the ground up; a room may import from the rooms named beside it, and from its own files.
ROOMS = {
    "__init__": set(),
    "model": set(),
    "errors": set(),
    "names": set(),
    "alike": set(),
    "kinds": set(),
    "lexicon": {"errors"},
    "documents": {"model", "lexicon", "errors", "names"},
    "text": {"model", "lexicon"},
    "reading": {"kinds", "model", "alike", "lexicon", "text"},
    "table": {"kinds", "model", "alike", "errors"},
    "checks": {"alike", "kinds", "table", "lexicon", "errors"},
    "corpus": {"model", "names", "alike", "lexicon", "documents", "text", "reading", "table", "checks", "errors"},
    "evaluate": {"model", "names", "documents", "table", "lexicon", "errors"},
    "charts": {"table", "lexicon"},
    "marks": {"model", "table", "lexicon"},
    "explanation": {"model", "lexicon", "text", "reading", "marks"},
    "exports": {"model", "names", "errors", "table", "corpus"},
    "explore": {"errors", "table", "marks", "charts", "exports", "model", "corpus"},
    "reports": {"model", "documents", "names", "table", "corpus", "checks", "charts", "marks", "errors"},
    "cli": {
        "model",
        "names",
        "exports",
        "lexicon",
        "documents",
        "table",
        "corpus",
        "checks",
        "evaluate",
        "reports",
        "errors",
        "explanation",
    },
    "__main__": {"cli"},
}
# Heavy libraries, each with the rooms that may import it, and then only inside a function.
HEAVY = {
    "pandas": {"table", "corpus", "checks", "evaluate", "charts", "marks", "explore", "reports", "cli"},
    "pyarrow": {"documents", "table", "corpus", "cli"},
    "matplotlib": {"charts", "reports"},
    "scipy": {"checks"},
    "papermill": {"reports"},
    "nbconvert": {"reports"},
    "nbformat": {"reports"},
    "ipywidgets": {"explore"},
    "itables": {"explore"},
    "openpyxl": {"exports"},
    "sqlite_utils": {"exports"},
    "lemminflect": {"text", "reading", "evaluate"},
    "nupunkt": {"text"},
    "babel": {"reading", "marks", "charts", "lexicon"},
    "pint": {"kinds", "reading"},
    "dask": {"corpus"},
    "distributed": {"corpus"},
    "duckdb": {"corpus"},
}
# The folders of reading, each a question: none imports another; only the files beside them join their answers.
QUESTIONS = {"how_much", "of_what", "when", "who", "together"}
FILES = sorted(LIBRARY.rglob("*.py"))


def room(path):
    """The room a file belongs to: `checks` for checks/rules.py, `model` for model.py."""
    return path.relative_to(LIBRARY).parts[0].removesuffix(".py")


def imports(path):
    """(module, is it at the top of the file) for each import of the file."""
    tree = ast.parse(path.read_text(encoding="utf8"))
    package = ["allegedly", *path.relative_to(LIBRARY).parent.parts]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node in tree.body) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *filter(None, [node.module])])
            inner = [f"{module}.{alias.name}" for alias in node.names]
            names = [name if is_ours(name) else module for name in inner]
            yield from ((name, node in tree.body) for name in names)


def is_ours(name):
    """Whether a dotted name is a file or folder of the library."""
    place = LIBRARY.parent.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def dotted(path):
    """The name of a file as a module: allegedly.checks.rules."""
    parts = path.relative_to(LIBRARY.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_a_room_imports_only_from_rooms_below_it(path):
    ours = {name.split(".")[1] for name, _ in imports(path) if name.startswith("allegedly.")}
    assert ours - {room(path), "__version__"} <= ROOMS[room(path)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_heavy_libraries_are_imported_where_they_are_used(path):
    heavy = [(name.split(".")[0], at_top) for name, at_top in imports(path) if name.split(".")[0] in HEAVY]
    assert not [name for name, at_top in heavy if at_top or room(path) not in HEAVY[name]]


@pytest.mark.parametrize(
    "path", [*(LIBRARY / "reading").glob("*/*.py")], ids=lambda path: str(path.relative_to(LIBRARY))
)
def test_no_question_imports_another(path):
    asked = {name.split(".")[2] for name, _ in imports(path) if name.startswith("allegedly.reading.")}
    assert asked <= {path.parent.name}


def test_the_folders_of_reading_are_its_questions():
    assert {path.parent.name for path in (LIBRARY / "reading").glob("*/*.py")} <= QUESTIONS


def test_no_file_imports_in_a_circle():
    """Imports inside functions count too: a circle that is broken by one is a circle."""
    graph = {
        dotted(path): {name for name, _ in imports(path) if is_ours(name) and name != "allegedly"} - {dotted(path)}
        for path in FILES
    }
    assert [*graphlib.TopologicalSorter(graph).static_order()]


def test_the_rooms_form_no_circle():
    order = tuple(graphlib.TopologicalSorter(ROOMS).static_order())
    assert {*order} == {*ROOMS}


def test_importing_the_library_loads_no_heavy_library():
    code = "import sys, allegedly; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {*loaded} & HEAVY.keys()
