"""The questions of a task, ready to be asked, and the gold answers to them."""

from typing import NamedTuple

from dianshang.schema.problems import DianshangError, Problem
from dianshang.tasks.examples import examples
from dianshang.tasks.items import ITEMS, Item
from dianshang.tasks.material import material_of
from dianshang.tasks.prompts import LANGUAGES, Language, answer_text, prompt

FOLDS = range(5)


class TaskError(DianshangError):
    """There is no such task, language or fold."""


class Question(NamedTuple):
    """One question of a task.

    Attributes:
        item_id: The sentence or the check that it asks about.
        fold: The fold in which it is tested.
        prompt: All that a model is shown.
        answer: The gold answer as JSON text.
    """

    item_id: str
    fold: int
    prompt: str
    answer: str


def questions(
    task: str, language: Language = "zh", fold: int | None = None, shots: int = 0, data: str | None = None
) -> list[Question]:
    """Writes the questions of a task.

    Args:
        task: `claims`, `values` or `checking`.
        language: `zh` or `en`: in which language the task is told.
        fold: Which fold to test, 0 to 4. If None, all five, each by itself.
        shots: How many worked examples stand before each question; they come from other folds than the tested one.
        data: A dataset folder. If None, the published dataset.

    Returns:
        The questions in the order of the articles.

    Raises:
        TaskError: There is no such task, language or fold.
        MaterialError: The dataset has no settled claims or no sentences.

    >>> questions("checking", "en", fold=0)[0].prompt.split("(")[0][:40]
    'Below stand one or several passages of C'
    """
    held = items(task, data)
    if language not in LANGUAGES:
        raise TaskError(
            Problem(f"language {language!r}", "is none of the prompts", f"Choose one of {', '.join(LANGUAGES)}")
        )
    if fold is not None and fold not in FOLDS:
        raise TaskError(Problem(f"fold {fold!r}", "is no fold", "Choose one of 0, 1, 2, 3, 4"))
    before = {one: examples(tested, held, shots) for one in FOLDS if (tested := _first(held, one))}
    return [
        Question(item.item_id, item.fold, prompt(task, item, language, before[item.fold]), answer_text(item.answer))
        for item in held
        if fold in (None, item.fold)
    ]


def items(task: str, data: str | None = None) -> list[Item]:
    """The items of a task.

    Args:
        task: `claims`, `values` or `checking`.
        data: A dataset folder. If None, the published dataset.

    Raises:
        TaskError: There is no such task.
        MaterialError: The dataset has no settled claims or no sentences.

    >>> items("counting")
    Traceback (most recent call last):
    dianshang.tasks.questions.TaskError: task 'counting': is not known. Choose one of claims, values, checking.
    """
    if task not in ITEMS:
        raise TaskError(Problem(f"task {task!r}", "is not known", f"Choose one of {', '.join(ITEMS)}"))
    return list(ITEMS[task](material_of(data)))


def _first(held: list[Item], fold: int) -> Item | None:
    return next((item for item in held if item.fold == fold), None)
