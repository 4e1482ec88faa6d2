"""The tasks in the frameworks themselves, offline: gold answers score 1, silence 0 (`make benchmark-test`)."""

import evaluate
import pytest
from inspect_ai import eval as inspect_eval
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from lm_eval import simple_evaluate
from lm_eval.tasks import TaskManager

from dianshang.tasks import inspection
from dianshang.tasks.grading import MEASURES
from dianshang.tasks.harness import models
from dianshang.tasks.places import HARNESS, METRIC
from dianshang.tasks.questions import questions

TASKS = tuple(MEASURES)
LANGUAGES = ("zh", "en")


@pytest.fixture
def data(folder):
    return str(folder)


def harness(model, **options):
    names = [f"dianshang_{task}_{language}" for task in TASKS for language in LANGUAGES]
    manager = TaskManager(include_path=str(HARNESS), include_defaults=False, metadata=options)
    found = simple_evaluate(model=model, tasks=names, task_manager=manager)["results"]
    return {
        name: {measure: found[name][f"{measure},none"] for measure in MEASURES[name.split("_")[1]]} for name in names
    }


@pytest.mark.parametrize("options", [{}, {"fold": 0, "shots": 2}])
def test_the_harness_scores_gold_one_and_silence_zero(data, options):
    gold = harness(models.AnswerKey(), data=data, **options)
    assert {rate for rates in gold.values() for rate in rates.values()} == {1.0}
    silent = harness(models.Silence(), data=data, **options)
    assert {rate for rates in silent.values() for rate in rates.values()} == {0.0}


def test_the_harness_runs_with_its_own_dummy(data):
    manager = TaskManager(include_path=str(HARNESS), include_defaults=False, metadata={"data": data})
    found = simple_evaluate(model="dummy", tasks=["dianshang_values_zh"], task_manager=manager)
    assert found["results"]["dianshang_values_zh"]["value_unit,none"] == 0.0


def words(*asked):
    """What inspect's mock says. With its use of tokens told, lest it load a tokenizer to count them."""
    said = ModelOutput.from_content("mockllm/model", "I see 2 numbers.")
    return said.model_copy(update={"usage": ModelUsage()})


def inspected(task, solver, tmp_path, **options):
    asked = getattr(inspection, task)(**options)
    [log] = inspect_eval(
        asked,
        model=get_model("mockllm/model", custom_outputs=words),
        solver=solver,
        log_dir=str(tmp_path / "logs"),
        display="none",
    )
    assert log.status == "success", log.error
    return {name: found.value for name, found in log.results.scores[0].metrics.items()}


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("structured", [False, True])
def test_inspect_scores_gold_one_and_silence_zero(task, structured, data, tmp_path):
    options = {"language": "en", "shots": 1, "data": data, "structured": structured}
    gold = inspected(task, inspection.answer_key(), tmp_path, **options)
    assert gold == dict.fromkeys(MEASURES[task], 1.0)
    assert inspected(task, inspection.silence(), tmp_path, **options) == dict.fromkeys(MEASURES[task], 0.0)


def test_inspect_runs_with_its_own_mock(data, tmp_path):
    assert inspected("values", None, tmp_path, data=data)["readable"] == 0.0


@pytest.mark.parametrize("task", TASKS)
def test_evaluate_scores_gold_one_and_silence_zero(task, data):
    metric = evaluate.load(str(METRIC))
    asked = questions(task, data=data)
    ids = [one.item_id for one in asked]
    gold = metric.compute(predictions=[one.answer for one in asked], references=ids, task=task, data=data)
    assert gold == dict.fromkeys(MEASURES[task], 1.0)
    silent = metric.compute(predictions=[""] * len(ids), references=ids, task=task, data=data)
    assert silent == dict.fromkeys(MEASURES[task], 0.0)
