"""What a notebook declares: its parameters with their types, and whether it makes one page an article.

The cell tagged `parameters` holds plain assignments, `article: str = ""  # its id`. A value given for one is read as
its annotation, or else its default, says; what does not fit is refused before any kernel starts.
"""

import ast
import io
import json
import re
import tokenize
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Trouble, parsed

_SECRET = re.compile(r"passw|secret|token|credential|api_?key|private_?key|auth", re.IGNORECASE)
_TRUE, _FALSE = {"true", "yes", "1", "on"}, {"false", "no", "0", "off"}
MASK = "•••"
Reader = Callable[[Any], Any]  #: makes a value of a type, or raises ValueError or TypeError


@dataclass(frozen=True, slots=True)
class Parameter:
    """A declared parameter: name, type as annotated or as its default has it, default, and the comment beside it."""

    name: str
    type: str
    default: object
    help: str = ""

    def __str__(self) -> str:
        return f"{self.name}: {self.type} = {self.default!r}" + (f"  ({self.help})" if self.help else "")


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook on disk, as far as running it needs to be known."""

    path: Path
    data: bytes
    title: str
    parameters: tuple[Parameter, ...]
    about: dict[str, Any]  #: what its metadata says to us, under "allegedly"

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def declared(self) -> dict[str, Parameter]:
        return {parameter.name: parameter for parameter in self.parameters}

    @property
    def is_about_articles(self) -> bool:
        """Whether it reads the project's articles; `"corpus": false` in its metadata says that it does not."""
        return bool(self.about.get("corpus", True))

    @property
    def each(self) -> str | None:
        """`"article"` where it makes one page an article: its metadata say so, or its default names an article."""
        if "each" in self.about:
            return str(self.about["each"])
        return "article" if "article" in self.declared and self.declared["article"].default else None


def find_notebooks(folder: Path) -> list[Path]:
    """The notebooks in `folder` by name; those beginning with "_" or "." are drafts."""
    return sorted(path for path in folder.glob("*.ipynb") if path.name[0] not in "._")


def open_notebook(name: Path | str, folder: Path) -> Notebook:
    """The notebook `name`: a path, or the name of one in `folder`, of which a start is enough."""
    there = find_notebooks(folder)
    path = Path(name)
    if not (path.suffix == ".ipynb" and path.is_file()):
        wanted = path.name.removesuffix(".ipynb")
        named = [p for p in there if p.stem == wanted] or [p for p in there if p.stem.startswith(wanted)]
        if len(named) != 1:
            names = ", ".join(p.stem for p in named or there) or "none"
            raise Trouble(name, "could be several" if named else "is no notebook", f"there are: {names}")
        path = named[0]
    return read_notebook(path)


def read_notebook(path: Path) -> Notebook:
    """What the notebook at `path` declares; a Trouble where it is no notebook, such as one half written."""
    try:
        data = path.read_bytes()
        content = parsed(json.loads, data)
        cells = [
            (cell["cell_type"], "".join(cell["source"]), cell["metadata"].get("tags", ())) for cell in content["cells"]
        ]
        about = content["metadata"].get("allegedly", {})
    except OSError as error:
        raise Trouble(path, f"cannot be read: {error.strerror}", "check its permissions") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Trouble(
            path, "is no notebook, or only half of one", "open and save it in JupyterLab, or restore it"
        ) from None
    headings = [re.match(r"\s*# +(.+)", source) for kind, source, _ in cells if kind == "markdown"]
    title = next((found[1].strip() for found in headings if found), path.stem)
    declaring = [source for kind, source, tags in cells if kind == "code" and "parameters" in tags]
    parameters = tuple(parameter for source in declaring for parameter in _parameters(source, path))
    return Notebook(path.absolute(), data, title, parameters, about)


def _parameters(source: str, path: Path) -> list[Parameter]:
    """The assignments of a cell of parameters."""
    try:
        statements = parsed(ast.parse, source).body
        comments = {
            token.start[0]: token.string.lstrip("# ").strip()
            for token in tokenize.generate_tokens(io.StringIO(source).readline)
            if token.type == tokenize.COMMENT
        }
    except (ValueError, SyntaxError, tokenize.TokenError) as error:
        line = getattr(error, "lineno", None)
        where = f"line {line}" if line else error
        raise Trouble(path, f"its parameters cell is no Python ({where})", "mend the cell") from None
    found = []
    for statement in statements:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            name, kind = statement.target.id, ast.unparse(statement.annotation)
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name, kind = statement.targets[0].id, ""
        else:
            continue
        try:
            default = parsed(_literal, statement.value)
        except (ValueError, TypeError):
            default = None
        found.append(
            Parameter(name, kind or type(default).__name__, default, comments.get(statement.end_lineno or 0, ""))
        )
    return found


def _literal(node: ast.expr | None) -> object:
    return None if node is None else ast.literal_eval(node)


def typed(notebook: Notebook, given: dict[str, Any]) -> dict[str, Any]:
    """`given` with each value as its parameter's type; a Trouble names what is unknown or does not fit."""
    there = "; ".join(map(str, notebook.parameters)) or "none"
    for name in given:
        if name not in notebook.declared:
            raise Trouble(notebook.path, f"has no parameter {name!r}", f"it has: {there}")
    return {name: _convert(value, notebook.declared[name], notebook.path) for name, value in given.items()}


def _convert(value: Any, parameter: Parameter, path: Path) -> Any:
    """`value`, text from the command line or a Python value, as the type of `parameter`."""
    kinds = [kind.strip() for kind in parameter.type.split("|")]
    for kind in kinds:
        try:
            return _READ.get(kind.partition("[")[0], _as_is)(value)
        except (ValueError, TypeError):
            continue
    raise Trouble(
        path, f"parameter {parameter.name} is {parameter.type}, not {value!r}", f"it is declared as {parameter}"
    )


def _bool(value: Any) -> bool:
    word = str(value).lower()
    if word not in _TRUE | _FALSE:
        raise ValueError
    return word in _TRUE


def _int(value: Any) -> int:
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise ValueError
    return int(value)


def _float(value: Any) -> float:
    if isinstance(value, bool):
        raise ValueError
    return float(value)


def _str(value: Any) -> str:
    if not isinstance(value, (str, Path)):
        raise ValueError
    return str(value)


def _none(value: Any) -> None:
    if value not in (None, "", "None"):
        raise ValueError


def _of(kind: type) -> Reader:
    def convert(value: Any) -> Any:
        value = parsed(json.loads, value) if isinstance(value, str) else value
        if not isinstance(value, kind):
            raise ValueError
        return value

    return convert


def _as_is(value: Any) -> Any:
    return value


_READ: dict[str, Reader] = {"bool": _bool, "int": _int, "float": _float, "str": _str, "None": _none, "NoneType": _as_is}
_READ |= {"list": _of(list), "dict": _of(dict), "tuple": _of(list)}


def masked(parameters: dict[str, Any]) -> dict[str, Any]:
    """`parameters` with a mask instead of the value of those that look like secrets.

    >>> masked({"article": "a", "api_key": "x1"})
    {'article': 'a', 'api_key': '•••'}
    """
    return {name: MASK if _SECRET.search(name) else value for name, value in parameters.items()}


def without_secrets(notebook: Any, parameters: dict[str, Any]) -> Any:
    """The executed `notebook` with the values of secret-looking parameters masked in its metadata and its cells."""
    secret = [name for name in parameters if _SECRET.search(name)]
    if secret and "papermill" in notebook.metadata:
        notebook.metadata.papermill.parameters = masked(notebook.metadata.papermill.get("parameters", {}))
    for cell in notebook.cells if secret else ():
        for name in secret:
            cell.source = cell.source.replace(repr(parameters[name]), repr(MASK)).replace(str(parameters[name]), MASK)
    return notebook
