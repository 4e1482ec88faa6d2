"""Answers of yes and no: how many are right, of each kind and of all, and what chance leaves of it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from dianshang.tasks.bootstrap import Interval, middle, resampled


class Verdict(NamedTuple):
    """An answer: the article it is about, what is true, and whether the answer says so."""

    article: str
    gold: bool
    right: bool


class Accuracies(NamedTuple):
    """Rates by name, `balanced_accuracy` and `accuracy`, and their 95 % intervals over articles."""

    rates: dict[str, float]
    intervals: dict[str, Interval]


def accuracies(verdicts: Sequence[Verdict]) -> Accuracies:
    """Counts verdicts.

    Args:
        verdicts: The verdicts.

    Returns:
        The rate of right ones among all, and the mean of the rates among those that are true and those that are not,
        of as many kinds as there are; 0 where there is no verdict. Intervals are None where there are fewer than two
        articles.

    >>> right = [Verdict("a", True, True), Verdict("a", True, True), Verdict("a", True, True)]
    >>> accuracies([*right, Verdict("b", False, False)]).rates
    {'balanced_accuracy': 0.5, 'accuracy': 0.75}
    """
    articles = sorted({one.article for one in verdicts})
    at = {article: row for row, article in enumerate(articles)}
    counts = np.zeros((len(articles), 4))
    for one in verdicts:
        counts[at[one.article], [2 * one.gold, 2 * one.gold + 1]] += [one.right, 1]
    told = {name: float(np.nan_to_num(rates)[0]) for name, rates in _rates(counts.sum(axis=0, keepdims=True)).items()}
    if len(articles) < 2:
        return Accuracies(told, dict.fromkeys(told))
    return Accuracies(told, {name: middle(rates) for name, rates in _rates(resampled(counts)).items()})


def _rates(sums: "np.ndarray") -> "dict[str, np.ndarray]":
    """The rates of rows of counts: right and all of what is not true, right and all of what is."""
    right, every = sums[:, ::2], sums[:, 1::2]
    with np.errstate(invalid="ignore", divide="ignore"):
        each = right / every
        whole = right.sum(axis=1) / every.sum(axis=1)
    # A draw without one of the kinds is judged by the other.
    kinds = (every > 0).sum(axis=1)
    balanced = np.divide(np.nan_to_num(each).sum(axis=1), kinds, out=np.full(len(sums), np.nan), where=kinds > 0)
    return {"balanced_accuracy": balanced, "accuracy": whole}
