"""Worked examples for a prompt, from articles that the tested one has nothing to do with."""

import hashlib
from collections.abc import Iterable, Sequence

from dianshang.tasks.items import Item


def examples(item: Item, pool: Iterable[Item], count: int) -> list[Item]:
    """Chooses examples for a question.

    Args:
        item: The question.
        pool: All items of the task.
        count: How many to choose; fewer where there are fewer.

    Returns:
        Items of other folds than the tested one that share no article with any of its items, the same for every
        question of a fold: every other one with a list that is empty or a verdict that is false, so that a model
        sees both kinds.

    >>> asked, other, same = (
    ...     Item(name, fold, name, frozenset({name}), {"agree": True}) for name, fold in (("a", 0), ("b", 1), ("c", 0))
    ... )
    >>> [item.item_id for item in examples(asked, [asked, other, same], 3)]
    ['b']
    """
    if count < 1:
        return []
    held = list(pool)
    tested = frozenset(name for one in held if one.fold == item.fold for name in one.articles)
    free = sorted((one for one in held if one.fold != item.fold and not one.articles & tested), key=_drawn)
    full, bare = ([one for one in free if bool(next(iter(one.answer.values()))) is kind] for kind in (True, False))
    return _mixed(full, bare, count)


def _mixed(full: Sequence[Item], bare: Sequence[Item], count: int) -> list[Item]:
    chosen = [one for pair in zip(full, bare, strict=False) for one in pair]
    longer = full[len(bare) :] or bare[len(full) :]
    return [*chosen, *longer][:count]


def _drawn(item: Item) -> str:
    # Neither the order of the articles nor that of the ids: a draw that is the same in every run.
    return hashlib.sha256(item.item_id.encode()).hexdigest()
