"""A sheet that goes through Label Studio: as tasks and configuration, and back as its JSON export."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dianshang.build import built_issue
from dianshang.extraction.tables import extract_issue
from dianshang.reading.issue import read_issue
from dianshang.review.curation import curate
from dianshang.review.errors import ReviewError
from dianshang.review.forms import METRICS, PEOPLE, controls
from dianshang.review.label_studio import configuration
from dianshang.review.records import record
from dianshang.review.sheet import write_sheet

SECOND = next((Path(__file__).parent.parent / "fixtures").glob("*news-2013-03"))


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(SECOND, tmp_path / "seeds" / SECOND.name))


@pytest.fixture
def studio(folder, tmp_path):
    return write_sheet(folder, tmp_path / "sheet").studio


def annotated(tasks):
    """The tasks as they come out again when a reader accepts everything that is proposed."""
    accepted = [{"id": 1, "result": task["predictions"][0]["result"]} for task in tasks]
    return [{"data": task["data"], "annotations": [done]} for task, done in zip(tasks, accepted, strict=True)]


def put(folder, name, exported):
    (folder / "reviewed").mkdir(exist_ok=True)
    (folder / "reviewed" / name).write_text(json.dumps(exported, ensure_ascii=False), "utf-8")


def test_what_is_accepted_as_it_stands_comes_back_as_it_was_proposed(folder, studio):
    put(folder, "metrics.json", annotated(json.loads((studio / "metrics.json").read_text("utf-8"))))
    issue = read_issue(folder)
    proposed = extract_issue(issue).metrics
    found = curate(folder, issue, proposed).metrics
    assert [record(metric) for metric in found] == [record(metric) for metric in proposed]
    assert all(metric.reviewed for metric in found)


def test_people_come_back_as_they_were_proposed(folder, studio):
    before = built_issue(folder).tables
    put(folder, "people.json", annotated(json.loads((studio / "people.json").read_text("utf-8"))))
    after = built_issue(folder).tables
    for name in ("statements", "events", "projects"):
        assert [row.model_copy(update={"reviewed": False}) for row in after[name]] == before[name]
        assert all(row.reviewed for row in after[name])
    assert [(row.entity_id, row.mentions) for row in after["entities"]] == [
        (row.entity_id, row.mentions) for row in before["entities"]
    ]


def test_an_event_whose_name_no_article_prints_keeps_its_link(folder, studio):
    exported = annotated(json.loads((studio / "people.json").read_text("utf-8")))
    made = "云舟春茶节（第一届）"
    for task in exported:
        result = task["annotations"][0]["result"]
        place = {"start": 0, "end": 2}
        label = {"id": "new", "to_name": "text"}
        words = task["data"]["text"][:2]
        result.append(
            label | {"from_name": "label", "type": "labels", "value": place | {"text": words, "labels": ["events"]}}
        )
        result.append(label | {"from_name": "events_name", "type": "textarea", "value": place | {"text": [made]}})
    put(folder, "people.json", exported)
    tables = built_issue(folder).tables
    [entity] = [row for row in tables["entities"] if row.name_zh == made]
    assert (entity.type, entity.mentions) == ("event", ())
    assert {row.named_id for row in tables["events"] if row.name == made} == {entity.entity_id}


def test_a_code_of_digits_comes_back_as_a_code(folder, studio):
    exported = annotated(json.loads((studio / "metrics.json").read_text("utf-8")))
    result = exported[0]["annotations"][0]["result"]
    place = {key: result[0]["value"][key] for key in ("start", "end")}
    field = {"id": result[0]["id"], "from_name": "ref_area", "to_name": "text", "type": "textarea"}
    result.append(field | {"value": place | {"text": ["001"]}})
    put(folder, "metrics.json", exported)
    assert "001" in [metric.ref_area for metric in curate(folder, read_issue(folder), []).metrics]


def test_what_a_reader_changes_is_published(folder, studio):
    exported = annotated(json.loads((studio / "metrics.json").read_text("utf-8")))
    result = exported[0]["annotations"][0]["result"]
    region = result[0]["id"]
    result[:] = [one for one in result if (one["id"], one["from_name"]) != (region, "subject")]
    place = {key: result[0]["value"][key] for key in ("start", "end")}
    written = {"text": ["云舟市"]}, {"choices": ["mean"]}
    for name, kind, value in zip(("subject", "statistic"), ("textarea", "choices"), written, strict=True):
        result.append({"id": region, "from_name": name, "to_name": "text", "type": kind, "value": place | value})
    put(folder, "metrics.json", exported)
    issue = read_issue(folder)
    first = min(
        (one for one in curate(folder, issue, []).metrics if one.article_id == issue.articles[0].article_id),
        key=lambda one: one.char_start,
    )
    assert (first.subject, first.statistic) == ("云舟市", "mean")


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (lambda tasks: tasks[0].pop("annotations"), "is no export of Label Studio in its JSON format"),
        (lambda tasks: tasks[0]["annotations"].clear(), "has no annotation"),
        (lambda tasks: tasks[0]["annotations"][0]["result"][0]["value"].update(start=0), "expected"),
    ],
)
def test_a_file_that_is_no_export_is_told(folder, studio, spoil, what):
    exported = annotated(json.loads((studio / "metrics.json").read_text("utf-8")))
    spoil(exported)
    put(folder, "metrics.json", exported)
    with pytest.raises(ReviewError, match=what):
        curate(folder, read_issue(folder), [])


def test_a_reader_who_means_another_value_says_so_in_the_form(folder, studio):
    exported = annotated(json.loads((studio / "metrics.json").read_text("utf-8")))
    result = exported[0]["annotations"][0]["result"]
    value = next(one for one in result if one["from_name"] == "value")
    value["value"]["text"] = ["77"]
    put(folder, "metrics.json", exported)
    issue = read_issue(folder)
    with pytest.raises(ReviewError, match="value is 77, but"):
        curate(folder, issue, [])
    place = {key: value["value"][key] for key in ("start", "end")}
    note = {"id": value["id"], "from_name": "value_note", "to_name": "text", "type": "textarea"}
    result.append(note | {"value": place | {"text": ["corrected at the foot of the page"]}})
    put(folder, "metrics.json", exported)
    assert 77 in [metric.value for metric in curate(folder, issue, []).metrics]


def test_one_table_has_one_source(folder, studio):
    put(folder, "metrics.json", annotated(json.loads((studio / "metrics.json").read_text("utf-8"))))
    shutil.copy(studio.parent / "metrics.jsonl", folder / "reviewed")
    with pytest.raises(ReviewError, match=r"stands beside metrics\.jsonl, which holds the same table"):
        curate(folder, read_issue(folder), [])


@pytest.mark.parametrize("forms", [METRICS, PEOPLE], ids=["metrics", "people"])
def test_the_configuration_names_every_label_field_and_code(forms):
    view = ElementTree.fromstring(configuration(forms))
    assert [label.get("value") for label in view.iter("Label")] == list(forms)
    named = {part.get("name"): part for part in view.iter() if part.get("perRegion")}
    assert list(named) == [control.name for control in controls(forms)]
    for control in controls(forms):
        assert [choice.get("value") for choice in named[control.name].iter("Choice")] == list(control.codes)
