"""What chance leaves of a rate: the same draws of articles each time, and the middle of what they give."""

from typing import TypeAlias

import numpy as np

SAMPLES, SEED, BOUNDS = 1000, 20130207, (2.5, 97.5)

Interval: TypeAlias = tuple[float, float] | None


def resampled(counts: "np.ndarray") -> "np.ndarray":
    """Draws articles, as many as there are, over and over.

    Args:
        counts: A row for each article, a column for each thing that is counted in it.

    Returns:
        A row for each of 1,000 draws, always the same: the counts of the articles drawn, added up.

    >>> resampled(np.ones((3, 1)))[:2]
    array([[3.],
           [3.]])
    """
    articles = len(counts)
    draws = np.random.default_rng(SEED).multinomial(articles, [1 / articles] * articles, SAMPLES)
    sums: np.ndarray = draws @ counts
    return sums


def middle(rates: "np.ndarray") -> Interval:
    """Where the middle 95 % of the rates of all draws lie.

    Args:
        rates: The rate of each draw; NaN where a draw has none.

    Returns:
        Its two ends, to four digits; None where no draw has a rate.

    >>> middle(np.array([0.5, 0.5, np.nan]))
    (0.5, 0.5)
    """
    if np.isnan(rates).all():
        return None
    low, high = np.nanpercentile(rates, BOUNDS)
    return round(float(low), 4), round(float(high), 4)
