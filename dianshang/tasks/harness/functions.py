"""What the task files name: the questions of each task, and each measure over all answers."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from datasets import Dataset, Features, Value

from dianshang.tasks.grading import MEASURES, grade
from dianshang.tasks.questions import questions

FEATURES = Features({name: Value("string") for name in ("task", "data", "item_id", "prompt", "answer")})

Answered = tuple[str, str, str, str]
Split = Mapping[str, Dataset]


def claims(**options: Any) -> Split:
    """The questions of the task `claims` as the split `test`.

    Args:
        options: `language`, `fold`, `shots` and `data`, as `questions` takes them; the rest is passed over.
    """
    return _split("claims", options)


def values(**options: Any) -> Split:
    """The questions of the task `values`, as `claims` gives its own."""
    return _split("values", options)


def checking(**options: Any) -> Split:
    """The questions of the task `checking`, as `claims` gives its own."""
    return _split("checking", options)


def answered(doc: Mapping[str, str], results: Sequence[str]) -> dict[str, Answered]:
    """Hands an answer to every measure: it is scored together with all others.

    >>> doc = {"task": "checking", "data": "", "item_id": "t-01-00012-growth"}
    >>> answered(doc, ['{"agree": true}'])["accuracy"]
    ('checking', '', 't-01-00012-growth', '{"agree": true}')
    """
    given = (doc["task"], doc["data"], doc["item_id"], results[0])
    return dict.fromkeys(MEASURES[doc["task"]], given)


def _split(task: str, options: Mapping[str, Any]) -> Split:
    known = {name: options[name] for name in ("language", "fold", "shots", "data") if options.get(name) is not None}
    rows = [
        {
            "task": task,
            "data": known.get("data", ""),
            "item_id": one.item_id,
            "prompt": one.prompt,
            "answer": one.answer,
        }
        for one in questions(task, **known)
    ]
    return {"test": Dataset.from_list(rows, features=FEATURES)}


@cache
def _rates(given: tuple[Answered, ...]) -> Mapping[str, float]:
    task, data, _, _ = given[0]
    return grade(task, {item_id: answer for _, _, item_id, answer in given}, data or None).rates


def _measure(name: str) -> Callable[[Sequence[Answered]], float]:
    def measured(given: Sequence[Answered]) -> float:
        return _rates(tuple((task, data, item_id, answer) for task, data, item_id, answer in given))[name]

    measured.__name__ = name
    return measured


span = _measure("span")
value_unit = _measure("value_unit")
core_claim = _measure("core_claim")
whole_claim = _measure("whole_claim")
accuracy = _measure("accuracy")
balanced_accuracy = _measure("balanced_accuracy")
readable = _measure("readable")
