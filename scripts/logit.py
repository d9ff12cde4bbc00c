"""Logistic regressions, and the file their weights are kept in.

A conditional logit: the options of one text compete, and those that are right share what is right.

The day and the place of an act are chosen so (`train_days.py`, `train_places.py`): each text has options of its own,
and the model weighs what is to be seen of each. D. McFadden, Conditional logit analysis of qualitative choice behavior
(1974).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """The options of one text: what is seen of each, whether it is right, and what the text counts."""

    options: Sequence[tuple[Sequence[str], bool]]
    counts: float


def fitted(contests: Sequence[Contest], *, punished: float, least_texts: int, least_weight: float) -> dict[str, float]:
    """The weights that make the right options likeliest; contests without a right option teach nothing.

    `punished` is the strength of the L2 penalty, a feature of fewer than `least_texts` contests is left out, and so are
    weights below `least_weight`. The same contests give the same weights.
    """
    known = [c for c in contests if any(right for _, right in c.options)]
    seen = Counter(name for c in known for name in {name for names, _ in c.options for name in names})
    names = sorted(name for name, count in seen.items() if count >= least_texts)
    place = {name: n for n, name in enumerate(names)}
    rows: list[int] = []
    columns: list[int] = []
    right: list[bool] = []
    owner: list[int] = []
    for n, contest in enumerate(known):
        for features, wanted in contest.options:
            found = [place[name] for name in features if name in place]
            rows += [len(right)] * len(found)
            columns += found
            right.append(wanted)
            owner.append(n)
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(right), len(names)))
    turned = table.T.tocsr()
    owners, good = np.array(owner), np.array(right, dtype=float)
    starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
    count = np.array([c.counts for c in known])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = table @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[owners])
        whole = np.add.reduceat(raised, starts)
        hit = np.maximum(np.add.reduceat(raised * good, starts), 1e-300)
        slope = turned @ ((count / whole)[owners] * raised - (count / hit)[owners] * raised * good)
        return (
            float(-(count * np.log(hit / whole)).sum() + punished / 2 * weights @ weights),
            slope + punished * weights,
        )

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return {name: round(float(w), 2) for name, w in zip(names, best.x, strict=True) if abs(w) >= least_weight}


def regression(seen: Sequence[Mapping[str, float]], wanted: Sequence[bool], *, strength: float) -> dict[str, float]:
    """The weights by which what is wanted is told from the rest; '' is what everything gets. `strength` is the inverse
    of how strongly large weights are punished. The same rows give the same weights."""
    vectors = DictVectorizer()
    table = vectors.fit_transform(seen)
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(table, wanted)
    weights = {name: round(float(model.coef_[0][column]), 3) for name, column in vectors.vocabulary_.items()}
    return {"": round(float(model.intercept_[0]), 3), **weights}


def encoded(weights: dict[str, float]) -> bytes:
    """The file of these weights, one a line by name."""
    return (json.dumps(weights, sort_keys=True, ensure_ascii=False, indent=0) + "\n").encode()
