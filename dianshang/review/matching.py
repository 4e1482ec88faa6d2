"""Which prediction answers which gold claim: one to one, exact spans first, then by the largest overlap."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where a claim stands: its document, and its span in code points."""

    doc: str
    start: int
    end: int


class Pair(NamedTuple):
    """A prediction and the gold claim it answers, by their indexes, and whether their spans are the same."""

    predicted: int
    gold: int
    exact: bool


def match(predicted: Sequence[Place], gold: Sequence[Place]) -> list[Pair]:
    """Pairs predictions with gold claims of the same document.

    Every prediction and every gold claim is in one pair at most. Equal spans are paired first; of the rest, those that
    share most code points; at a tie, the one that stands first in the gold, then in the predictions.

    Args:
        predicted: The places of the predictions, in any order.
        gold: The places of the gold claims, in any order.

    Returns:
        The pairs in the order of the gold.

    >>> match([Place("a", 0, 4), Place("a", 9, 12)], [Place("a", 1, 4), Place("a", 9, 12)])
    [Pair(predicted=0, gold=0, exact=False), Pair(predicted=1, gold=1, exact=True)]
    """
    taken: set[int] = set()
    pairs: dict[int, Pair] = {}
    for overlap, theirs, ours in sorted(_candidates(predicted, gold)):
        if ours not in taken and theirs not in pairs:
            taken.add(ours)
            pairs[theirs] = Pair(ours, theirs, exact=overlap == _EXACT)
    return [pairs[index] for index in sorted(pairs)]


# Before every overlap, which count below zero.
_EXACT = float("-inf")


def _candidates(predicted: Sequence[Place], gold: Sequence[Place]) -> Iterator[tuple[float, int, int]]:
    by_doc = _by_doc(predicted)
    for doc, theirs in _by_doc(gold).items():
        ours = by_doc.get(doc, [])
        # Both in order of their start: a prediction that ends before this claim starts is behind every later one too,
        # unless a longer one stands before it, which stays in the window.
        window: list[int] = []
        position = 0
        for index in theirs:
            place = gold[index]
            while position < len(ours) and predicted[ours[position]].start < place.end:
                window.append(ours[position])
                position += 1
            window = [other for other in window if predicted[other].end > place.start]
            for other in window:
                shared = min(place.end, predicted[other].end) - max(place.start, predicted[other].start)
                if shared > 0:
                    yield (_EXACT if predicted[other] == place else -shared), index, other


def _by_doc(places: Iterable[Place]) -> dict[str, list[int]]:
    found: dict[str, list[tuple[Place, int]]] = defaultdict(list)
    for index, place in enumerate(places):
        found[place.doc].append((place, index))
    return {doc: [index for _, index in sorted(entries)] for doc, entries in found.items()}
