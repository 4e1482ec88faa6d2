"""The measures of the tasks for `evaluate`: loaded from this folder, without a network."""

from typing import Any

import evaluate
from datasets import Features, Value

from dianshang.publishing.about import about, citation
from dianshang.tasks.grading import grade

INPUTS = """
Args:
    predictions: What the model answered, as text.
    references: What each answer is to: the `item_id` of the question (a `sentence_id` or a `check_id`).
    task: `claims`, `values` or `checking`.
    data: A dataset folder. If None, the published dataset.
Returns:
    Each measure of the task over all answers together, by its name.
"""


class Dianshang(evaluate.Metric):
    """`evaluate.load(METRIC).compute(predictions=[…], references=[…], task="values")`."""

    def _info(self) -> evaluate.MetricInfo:
        return evaluate.MetricInfo(
            description=about().summary_en,
            citation=citation(""),
            inputs_description=INPUTS,
            features=Features({"predictions": Value("string"), "references": Value("string")}),
        )

    def _compute(
        self, predictions: list[str], references: list[str], task: str = "claims", data: str | None = None
    ) -> dict[str, Any]:
        return dict(grade(task, dict(zip(references, predictions, strict=True)), data).rates)
