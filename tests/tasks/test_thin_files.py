"""The thin files of the frameworks as far as they can be held without them."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from dianshang.tasks.grading import MEASURES
from dianshang.tasks.places import HARNESS, METRIC
from dianshang.tasks.questions import questions


class Loader(yaml.SafeLoader):
    """A loader to whom `!function a.b` is the function itself."""


def function(loader, node):
    module, _, name = loader.construct_scalar(node).rpartition(".")
    return getattr(import_module(module), name)


Loader.add_constructor("!function", function)


def task_of(path):
    told = yaml.load(path.read_text("utf-8"), Loader)
    return yaml.load((path.parent / told.pop("include")).read_text("utf-8"), Loader) | told


@pytest.mark.parametrize("path", sorted(HARNESS.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_task_file_names_functions_that_score_gold_one_and_silence_zero(path, folder):
    told = task_of(path)
    _, task, language = path.stem.split("_")
    assert told["task"] == path.stem
    docs = list(told["custom_dataset"](data=str(folder), version=1.0, **told["dataset_kwargs"])["test"])
    assert [doc["prompt"] for doc in docs] == [one.prompt for one in questions(task, language, data=str(folder))]
    measures = {one["metric"]: one["aggregation"] for one in told["metric_list"]}
    assert set(measures) == set(MEASURES[task])
    for answers, rate in (([doc["answer"] for doc in docs], 1.0), ([""] * len(docs), 0.0)):
        given = [told["process_results"](doc, [answer]) for doc, answer in zip(docs, answers, strict=True)]
        assert {name: over([one[name] for one in given]) for name, over in measures.items()} == dict.fromkeys(
            measures, rate
        )


def test_there_is_a_task_file_for_every_task_in_every_language():
    found = {path.stem for path in HARNESS.glob("*.yaml")}
    assert found == {f"dianshang_{task}_{language}" for task in MEASURES for language in ("zh", "en")}


def test_a_generation_stops_before_another_example_and_not_within_an_answer():
    for task in MEASURES:
        marks = yaml.load((HARNESS / f"_{task}_yaml").read_text("utf-8"), Loader)["generation_kwargs"]["until"]
        assert marks == ["\n\n标题：", "\n\n原文：", "\n\nTitle:", "\n\nPassages:"]


@pytest.mark.parametrize(("name", "place"), [("harness", HARNESS), ("metric", METRIC)])
def test_a_command_tells_where_the_files_are(name, place):
    done = subprocess.run([sys.executable, "-m", "dianshang.tasks", name], capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == place


def test_inspect_has_every_task_and_evaluate_finds_its_module():
    tree = ast.parse((HARNESS.parent / "inspection.py").read_text("utf-8"))
    marked = [part.name for part in tree.body if isinstance(part, ast.FunctionDef) and _marked(part, "task")]
    assert marked == list(MEASURES)
    assert (METRIC / f"{METRIC.name}.py").is_file()


def _marked(part, name):
    return any(isinstance(mark, ast.Name) and mark.id == name for mark in part.decorator_list)
