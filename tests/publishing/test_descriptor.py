"""The data package as Frictionless reads it: the descriptor, every row, every key."""

import json
from pathlib import Path

import frictionless
import pytest

PUBLISHED = Path(__file__).parents[2] / "dist"


def messages(report):
    return [error.message for task in report.tasks for error in task.errors] + [
        error.message for error in report.errors
    ]


def test_the_package_is_valid(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert messages(report) == []
    assert report.valid


def test_the_published_package_is_valid():
    report = frictionless.validate(str(PUBLISHED / "datapackage.json"))
    assert messages(report) == []


def test_a_key_that_leads_nowhere_is_found(folder):
    path = folder / "datapackage.json"
    told = json.loads(path.read_text("utf-8"))
    keys = next(resource for resource in told["resources"] if resource["name"] == "metrics")["schema"]["foreignKeys"]
    # The keys are followed, not just written down: pointed at another field, none of them leads anywhere.
    keys[0]["reference"]["fields"] = ["title"]
    path.write_text(json.dumps(told), "utf-8")
    assert any("article_id" in message for message in messages(frictionless.validate(str(path))))


@pytest.mark.parametrize("key", ["title", "description", "title_zh", "description_zh", "licenses", "contributors"])
def test_it_says_what_it_is(folder, key):
    assert json.loads((folder / "datapackage.json").read_text("utf-8"))[key]
