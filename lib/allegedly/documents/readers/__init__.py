"""A kind of file → its articles: one file a kind, with the library that reads it (the extra `ingest`)."""
