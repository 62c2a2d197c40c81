"""ZIP archives → the files in them, each to be read by the reader of its kind."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from ...errors import Trouble
from ..source import Source

LARGEST, IN_ALL = 200_000_000, 1_000_000_000  #: bytes of a file in an archive, and of all that are read
DEEPEST = 2  #: archives in archives


def members(source: Source, passed_over: Callable[[str], bool]) -> Iterator[tuple[Source, str] | Trouble]:
    """Its files, each with what tells it from the others; a Trouble for each that cannot be unpacked."""
    if source.depth >= DEEPEST:
        raise Trouble(source.place, "is an archive in an archive in an archive", "unpack it")
    try:
        with source.open() as file, zipfile.ZipFile(file) as packed:
            room = IN_ALL
            for member in packed.infolist():
                if member.is_dir() or passed_over(member.filename):
                    continue
                if (room := room - member.file_size) < 0:
                    what = f"unpacks to more than {IN_ALL // 1_000_000_000} GB: it is read no further"
                    yield Trouble(source.place, what, "unpack it, and name the folder")
                    return
                yield _member(packed, member, source)
    except (zipfile.BadZipFile, EOFError) as error:
        raise Trouble(source.place, f"is no ZIP archive that can be read: {error}", "pack it anew") from None


def _member(packed: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source) -> tuple[Source, str] | Trouble:
    path = PurePosixPath(member.filename)
    place = f"{source.place}, {member.filename}"
    try:
        data = _unpacked(packed, member, place)
    except Trouble as trouble:
        return trouble
    held = Source(path.name, place, held=data, columns=source.columns, depth=source.depth + 1)
    return held, "-".join([*path.parent.parts, path.stem])


def _unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo, place: str) -> bytes:
    """The bytes of a file in an archive; a Trouble where they are too many, locked or broken."""
    if member.flag_bits & 1:
        raise Trouble(place, "is encrypted", "unpack it with its password")
    if member.file_size > LARGEST:
        raise Trouble(place, f"unpacks to {member.file_size // 1_000_000:,} MB, which is no article", "leave it out")
    try:
        with packed.open(member) as file:
            data = io.BytesIO(file.read(LARGEST + 1)).getvalue()
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise Trouble(place, f"cannot be unpacked: {error}", "pack it anew") from None
    if len(data) > LARGEST:
        raise Trouble(place, f"unpacks to more than {LARGEST // 1_000_000} MB, which is no article", "leave it out")
    return data
