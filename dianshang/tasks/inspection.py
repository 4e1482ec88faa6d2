"""The tasks for inspect-ai: `inspect eval dianshang/claims --model …`, found by an entry point of the package."""

from collections.abc import Callable
from typing import Any

from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import GenerateConfig, ModelOutput, ResponseSchema
from inspect_ai.scorer import Metric, SampleScore, Score, Scorer, Target, metric, scorer
from inspect_ai.solver import Generate, Solver, TaskState, generate, solver
from inspect_ai.util import JSONSchema

from dianshang.publishing.answers import answer_schemas
from dianshang.tasks.grading import grade
from dianshang.tasks.prompts import Language
from dianshang.tasks.questions import questions

# Longest answer that is asked for, in tokens of the model.
LONGEST = 4096


@task
def claims(
    language: Language = "zh",
    fold: int | None = None,
    shots: int = 0,
    data: str | None = None,
    structured: bool = False,
) -> Task:
    """The claims of a sentence as JSON.

    Args:
        language: `zh` or `en`: in which language the task is told.
        fold: Which fold to test. If None, all.
        shots: How many worked examples stand before each question.
        data: A dataset folder. If None, the published dataset.
        structured: Whether to hold the model to the JSON Schema of the answer, where it can be.

    >>> claims(fold=0).dataset.name
    'dianshang-claims'
    """
    return _task("claims", language, fold, shots, data, structured)


@task
def values(
    language: Language = "zh",
    fold: int | None = None,
    shots: int = 0,
    data: str | None = None,
    structured: bool = False,
) -> Task:
    """The quantities of a sentence: mention, value and unit. Its arguments are those of `claims`.

    >>> values("en", fold=0).config.temperature
    0.0
    """
    return _task("values", language, fold, shots, data, structured)


@task
def checking(
    language: Language = "zh",
    fold: int | None = None,
    shots: int = 0,
    data: str | None = None,
    structured: bool = False,
) -> Task:
    """Whether numbers of the text agree. Its arguments are those of `claims`.

    >>> checking(structured=True).config.response_schema.name
    'checking'
    """
    return _task("checking", language, fold, shots, data, structured)


@solver
def answer_key() -> Solver:
    """Answers every question with its gold answer and asks no model: a run with it must score 1."""
    return _answering(lambda state: str(state.target.text))


@solver
def silence() -> Solver:
    """Answers nothing and asks no model: a run with it must score 0."""
    return _answering(lambda state: "")


@metric
def corpus(task: str, data: str | None = None) -> Metric:
    """Each measure of a task over all answers together.

    Args:
        task: `claims`, `values` or `checking`.
        data: The dataset folder that was asked about.

    >>> corpus("checking")([])["accuracy"]
    0.0
    """

    def measured(scores: list[SampleScore]) -> dict[str, float]:
        answers = {str(one.sample_id): one.score.answer for one in scores}
        return dict(grade(task, answers, data).rates)

    return measured


def _task(task: str, language: Language, fold: int | None, shots: int, data: str | None, structured: bool) -> Task:
    asked = questions(task, language, fold, shots, data)
    samples = [
        Sample(input=one.prompt, target=one.answer, id=one.item_id, metadata={"fold": one.fold}) for one in asked
    ]
    schema = ResponseSchema(name=task, json_schema=JSONSchema.model_validate(answer_schemas()[task]))
    return Task(
        dataset=MemoryDataset(samples, name=f"dianshang-{task}"),
        solver=generate(),
        scorer=_scorer(task, data),
        config=GenerateConfig(temperature=0.0, max_tokens=LONGEST, response_schema=schema if structured else None),
    )


def _scorer(task: str, data: str | None) -> Scorer:
    @scorer(name=task, metrics=[corpus(task, data)])
    def kept() -> Scorer:
        async def score(state: TaskState, target: Target) -> Score:
            # An answer has no score of its own: precision and recall are those of all answers together.
            answer = state.output.completion
            return Score(value=float(answer == target.text), answer=answer)

        return score

    return kept()


def _answering(answer: Callable[[TaskState], str]) -> Solver:
    async def solve(state: TaskState, generate: Generate, **options: Any) -> TaskState:
        state.output = ModelOutput.from_content("none", answer(state))
        return state

    return solve
