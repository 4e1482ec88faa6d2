"""The tasks in the frameworks themselves, offline: gold answers score 1, silence 0.

The frameworks are imported where they run, by one of the processes of the tests: that takes seconds.
"""

import doctest

import pytest

from dianshang.tasks.grading import MEASURES
from dianshang.tasks.places import HARNESS, METRIC
from dianshang.tasks.questions import questions

TASKS = tuple(MEASURES)
LANGUAGES = ("zh", "en")
pytestmark = pytest.mark.xdist_group("frameworks")


@pytest.fixture
def data(folder):
    return str(folder)


def harness(model, names, **options):
    from lm_eval import simple_evaluate
    from lm_eval.tasks import TaskManager

    manager = TaskManager(include_path=str(HARNESS), include_defaults=False, metadata=options)
    found = simple_evaluate(model=model, tasks=list(names), task_manager=manager)["results"]
    return {
        name: {measure: found[name][f"{measure},none"] for measure in MEASURES[name.split("_")[1]]} for name in names
    }


def test_the_harness_scores_gold_one_and_silence_zero(data):
    from dianshang.tasks.harness import models

    names = [f"dianshang_{task}_{language}" for task in TASKS for language in LANGUAGES]
    for model, rate in ((models.AnswerKey(), 1.0), (models.Silence(), 0.0)):
        found = harness(model, names, data=data, fold=0, shots=2)
        assert {told for rates in found.values() for told in rates.values()} == {rate}


def test_the_harness_runs_with_its_own_dummy(data):
    found = harness("dummy", ["dianshang_values_zh"], data=data)
    assert found["dianshang_values_zh"]["value_unit"] == 0.0


def inspected(task, solver, tmp_path, **options):
    from inspect_ai import eval as inspect_eval
    from inspect_ai.model import ModelOutput, ModelUsage, get_model

    from dianshang.tasks import inspection

    def words(*asked):
        # With the use of tokens told, lest the mock load a tokenizer to count them.
        said = ModelOutput.from_content("mockllm/model", "I see 2 numbers.")
        return said.model_copy(update={"usage": ModelUsage()})

    [log] = inspect_eval(
        getattr(inspection, task)(**options),
        model=get_model("mockllm/model", custom_outputs=words),
        solver=getattr(inspection, solver)() if solver else None,
        log_dir=str(tmp_path / "logs"),
        display="none",
    )
    assert log.status == "success", log.error
    return {name: found.value for name, found in log.results.scores[0].metrics.items()}


@pytest.mark.parametrize("task", TASKS)
def test_inspect_scores_gold_one_and_silence_zero(task, data, tmp_path):
    options = {"language": "en", "fold": 0, "shots": 1, "data": data, "structured": True}
    for solver, rate in (("answer_key", 1.0), ("silence", 0.0)):
        assert inspected(task, solver, tmp_path, **options) == dict.fromkeys(MEASURES[task], rate)


def test_inspect_runs_with_its_own_mock(data, tmp_path):
    assert inspected("values", None, tmp_path, fold=0, data=data)["readable"] == 0.0


def test_the_examples_of_the_tasks_for_inspect_run():
    from dianshang.tasks import inspection

    found = doctest.testmod(inspection)
    assert (found.failed, found.attempted > 0) == (0, True)


@pytest.mark.parametrize("task", TASKS)
def test_evaluate_scores_gold_one_and_silence_zero(task, data):
    import evaluate

    metric = evaluate.load(str(METRIC))
    asked = questions(task, data=data)
    ids = [one.item_id for one in asked]
    for answers, rate in (([one.answer for one in asked], 1.0), ([""] * len(ids), 0.0)):
        found = metric.compute(predictions=answers, references=ids, task=task, data=data)
        assert found == dict.fromkeys(MEASURES[task], rate)
