"""Answers of a model to the questions of a task, scored all together against the settled claims."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dianshang.columns import aligned
from dianshang.publishing.answers import CLAIM_FIELDS, VALUE_FIELDS
from dianshang.tasks.answers import answers
from dianshang.tasks.benchmarks import BENCHMARKS
from dianshang.tasks.bootstrap import Interval
from dianshang.tasks.items import Item
from dianshang.tasks.material import Material, material_of
from dianshang.tasks.questions import items
from dianshang.tasks.remarks import Remarks
from dianshang.tasks.replies import Reply, records, verdict
from dianshang.tasks.score import Score, percents
from dianshang.tasks.scoring import score_against
from dianshang.tasks.sources import Row
from dianshang.tasks.truth import Span, Truth
from dianshang.tasks.verdicts import Verdict, accuracies

# What each task is measured by; the first is what a table of results should show.
MEASURES = {
    "claims": ("core_claim", "whole_claim", "value_unit", "span", "readable"),
    "values": ("value_unit", "span", "readable"),
    "checking": ("balanced_accuracy", "accuracy", "readable"),
}
FIELDS = {"claims": CLAIM_FIELDS, "values": VALUE_FIELDS}
_SCORED = {task: {*fields, "char_start", "char_end"} for task, fields in FIELDS.items()}
UNKNOWN = "no question of the task"


class Grade(NamedTuple):
    """What the answers to a task are worth.

    Attributes:
        task: The task.
        rates: Each measure by its name, 0 to 1: F1 for `span`, `value_unit` and the claims, over all answers
            together; `readable` is the part of the answers in which the JSON could be read.
        intervals: The 95 % interval of each, over articles; None where fewer than two were asked about.
        asked: How many questions were answered, by words or by silence.
        faults: Which answers could not be read, and how often.
        score: For claims and values: the whole score, with intervals, fields and what it could not use.
    """

    task: str
    rates: Mapping[str, float]
    intervals: Mapping[str, Interval]
    asked: int
    faults: Mapping[str, int]
    score: Score | None = None

    def __str__(self) -> str:
        lines = [f"{self.task}: {self.asked} questions"]
        told = [(name, f"{rate:.1%}", percents(self.intervals[name])) for name, rate in self.rates.items()]
        lines += aligned([("", "", "95 %"), *told], right={1, 2})
        lines += [f"{count} × answer: {fault}" for fault, count in sorted(self.faults.items())]
        return "\n".join([*lines, *(["", str(self.score)] if self.score else [])])


def grade(task: str, given: Mapping[str, str | None], data: str | None = None) -> Grade:
    """Scores answers against the gold of the questions that they are to.

    Args:
        task: `claims`, `values` or `checking`.
        given: All that the model wrote, by the `item_id` of the question; None or an empty text where it wrote
            nothing. Questions that are not named here were not asked and do not count.
        data: The dataset folder that was asked about. If None, the published dataset.

    Returns:
        The measures, and what could not be used.

    Raises:
        TaskError: There is no such task.
        MaterialError: The dataset has no settled claims or no sentences.

    >>> from dianshang.tasks.questions import questions
    >>> gold = {question.item_id: question.answer for question in questions("checking")}
    >>> grade("checking", gold).rates["accuracy"]
    1.0
    """
    known = {item.item_id: item for item in items(task, data)}
    asked = [item for item_id, item in known.items() if item_id in given]
    replies = [_reply(task, given[item.item_id]) for item in asked]
    found = None
    if task == "checking":
        marked = [Verdict(item.article_id, *_judged(item, reply)) for item, reply in zip(asked, replies, strict=True)]
        rates, intervals = accuracies(marked)
    else:
        found = _claimed(task, asked, replies, material_of(data))
        rates = {name: rate.f1 for name, rate in found.levels.items()}
        intervals = {name: found.intervals[name]["f1"] for name in rates}
    read = accuracies(
        [Verdict(item.article_id, True, not reply.fault) for item, reply in zip(asked, replies, strict=True)]
    )
    rates["readable"], intervals["readable"] = read.rates["accuracy"], read.intervals["accuracy"]
    faults = Counter(reply.fault for reply in replies if reply.fault)
    if strange := len(given.keys() - known.keys()):
        faults[UNKNOWN] = strange
    told = MEASURES[task]
    return Grade(
        task,
        {name: rates[name] for name in told},
        {name: intervals[name] for name in told},
        len(asked),
        dict(faults),
        found,
    )


def _reply(task: str, answer: str | None) -> Reply:
    return verdict(answer, "agree") if task == "checking" else records(answer, task)


def _judged(item: Item, reply: Reply) -> tuple[bool, bool]:
    gold = item.answer["agree"]
    # An answer that cannot be read is wrong, whatever the gold.
    return gold, bool(reply.found) and reply.found[0]["agree"] is gold


def _claimed(task: str, asked: Sequence[Item], replies: Sequence[Reply], rows: Material) -> Score:
    homes = {sentence.sentence_id: sentence for sentence in rows.sentences}
    predicted: list[dict[str, Any]] = []
    gold: list[Row] = []
    for item, reply in zip(asked, replies, strict=True):
        sentence = homes[item.item_id]
        where = {"article_id": sentence.article_id, "sentence_id": sentence.sentence_id}
        predicted += ({name: record.get(name) for name in FIELDS[task]} | where for record in reply.found)
        kept = (rows.metrics[name] for name in sentence.metric_ids if name in rows.metrics)
        gold += (Row(metric.metric_id, where | metric.model_dump(include=_SCORED[task])) for metric in kept)
    benchmark = BENCHMARKS["metrics"]
    held = Truth(
        list(answers(gold, benchmark, Remarks(), settled=True)),
        {article: found.text for article, found in rows.articles.items()},
        {name: Span(one.article_id, one.char_start, one.char_end) for name, one in homes.items()},
    )
    return score_against(predicted, held, benchmark)
