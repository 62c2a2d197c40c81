"""Names of files that are made of words from data: an article's, a parameter's, a table's cell."""

import hashlib

LONGEST = 80  #: bytes; with what is put around it a name stays far below the 255 that file systems take


def file_name(words: str, longest: int = LONGEST) -> str:
    """`words` as the name of a file: no folder, nothing hidden, nothing that a shell or a reader of Parquet leaves out.

    Words that cannot stand as they are get a mark of what they were, so that other words have another name.

    >>> file_name("2022-12-22-flood"), file_name("../../etc/passwd"), file_name("")
    ('2022-12-22-flood', 'etc-passwd-3754d6cb', 'e3b0c442')
    """
    plain = "".join(sign if sign.isalnum() or sign in "-_." else "-" for sign in words).strip("-._")
    if plain and plain == words and len(words.encode()) <= longest:
        return plain
    mark = hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:8]
    cut = plain.encode()[:longest].decode(errors="ignore").rstrip("-._")
    return "-".join(filter(None, ["-".join(filter(None, cut.split("-"))), mark]))
