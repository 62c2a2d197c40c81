"""Corpora that no table in memory holds: inputs → shards → a partitioned Parquet dataset, asked with SQL.

`intake` cuts inputs into shards of text, `shard` reads and checks one, `engines` do many at once, here or on other
machines, `links` finds figures of several articles that are one, `linked` makes series and findings of them,
`running` does it all and only what changed, `dataset` asks it.
"""

from .dataset import Dataset, open_dataset
from .running import Ran, read_large

__all__ = ["Dataset", "Ran", "open_dataset", "read_large"]
