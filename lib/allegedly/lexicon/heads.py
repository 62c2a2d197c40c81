"""The head of a table's file, made from its schema: what it is for, its sections, and what each key means."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from .schema import Key, Lookup, Record, Rows, Shape
from .tables import schema

_WIDTH = 120
_SAYS = 14  # columns of a key's name before what it means


def head(name: str) -> str:
    """The head of the table `name`, each line a comment.

    >>> print(head("sections").splitlines()[0])
    # The parts of an article, told by how a line looks.
    """
    table = schema(name)
    lines = [line for part in table.says.split("\n") for line in _wrapped(part, "", "")]
    lines += ["", *_described(table.holds, (), {})]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def body(text: str) -> str:
    """A table's text without its head: the comment at its top, up to the first line that is none."""
    lines = text.splitlines(keepends=True)
    first = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(lines[first:])


def _described(
    keys: Mapping[str, Shape], path: tuple[str, ...], said: dict[str, Shape], depth: int = 1
) -> Iterator[str]:
    """A line or more for each key that says something, those under it indented; what was said above is only named."""
    again = [key for key, shape in keys.items() if path and shape == said.get(key)]
    for key, shape in keys.items():
        if key in again:
            continue
        said |= {key: shape} if path else {}
        if shape.says:
            yield from _entry(_shown(key, shape, path), shape, depth)
        inner = shape.value if isinstance(shape, Lookup) else shape
        if isinstance(inner, Rows | Record):
            yield from _described(inner.keys, (*path, key), said, depth + 1)
    if again:
        yield from _wrapped(f"and, as above: {', '.join(again)}", "  " * depth, "  " * depth)


def _shown(key: str, shape: Shape, path: tuple[str, ...]) -> str:
    if isinstance(shape, Rows):
        return f"[[{key}]]"
    return f"[{'.'.join((*path, key))}]" if isinstance(shape, Record | Lookup) else key


def _entry(name: str, shape: Shape, depth: int) -> Iterator[str]:
    """`name   what it means`; further lines of what it means are indented under it."""
    indent = "  " * depth
    first, *more = shape.says.split("\n")
    if isinstance(shape, Key) and shape.among and not more:
        first += f" ({', '.join(map(_toml, shape.among))})"
    yield from _wrapped(first, f"{indent}{name}  ".ljust(_SAYS + 2), " " * (_SAYS + 2))
    for line in more:
        yield from _wrapped(line, indent + "    ", indent + "      ")


def _toml(choice: object) -> str:
    return "true" if choice is True else str(choice)


def _wrapped(text: str, start: str, then: str) -> list[str]:
    return wrap(text, _WIDTH - 2, initial_indent=start, subsequent_indent=then, break_on_hyphens=False)
