"""The table against gold annotation: precision, recall and F1 a field, and the errors, worst first.

>>> import pandas as pd
>>> from allegedly import evaluate
>>> figure = {"doc": "a", "start": 0, "end": 2, "value": 39}
>>> gold = pd.DataFrame([figure | {"surface": "39", "bound": "=", "is_claim": True}])
>>> ours = pd.DataFrame([figure | {"text": "39", "hedge": "exact", "kind": "count"}])
>>> evaluate.score(ours, gold).loc["figures", "right"]
np.int64(1)
"""

from .gold import gold_documents, read_gold, read_relations
from .imported import gold_of
from .relations import relation_errors, score_relations
from .scores import errors, misses, score

__all__ = [
    "errors",
    "gold_documents",
    "gold_of",
    "misses",
    "read_gold",
    "read_relations",
    "relation_errors",
    "score",
    "score_relations",
]
