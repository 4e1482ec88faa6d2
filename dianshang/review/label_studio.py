"""The forms in Label Studio: its labelling configuration, its tasks, and what it exports."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

from dianshang.review.forms import Forms, Region, controls
from dianshang.schema.article import Article

LABEL, TEXT = "label", "text"
ANNOTATOR = "dianshang"


def configuration(forms: Forms) -> str:
    """Writes the labelling configuration of forms.

    Args:
        forms: What is filled in for each label.

    Returns:
        XML: a text with labels and, for each labelled stretch, a field of text or a choice of codes.

    >>> from dianshang.review.forms import METRICS
    >>> '<Label value="share" />' in configuration(METRICS)
    True
    """
    view = ElementTree.Element("View")
    ElementTree.SubElement(view, "Header", value="$title")
    labels = ElementTree.SubElement(view, "Labels", name=LABEL, toName=TEXT)
    for label in forms:
        ElementTree.SubElement(labels, "Label", value=label)
    ElementTree.SubElement(view, "Text", name=TEXT, value="$text", granularity="symbol")
    for control in controls(forms):
        group = ElementTree.SubElement(
            view, "View", visibleWhen="region-selected", whenTagName=LABEL, whenLabelValue=",".join(control.labels)
        )
        ElementTree.SubElement(group, "Header", value=f"{control.field}: {control.meaning}", size="6")
        place = {"name": control.name, "toName": TEXT, "perRegion": "true"}
        if control.codes:
            choices = ElementTree.SubElement(group, "Choices", place | {"choice": "single", "showInline": "true"})
            for code in control.codes:
                ElementTree.SubElement(choices, "Choice", value=code)
        else:
            ElementTree.SubElement(group, "TextArea", place | {"rows": "1", "editable": "true"})
    ElementTree.indent(view)
    return ElementTree.tostring(view, encoding="unicode") + "\n"


def tasks(articles: Sequence[Article], proposed: Mapping[str, Sequence[Region]], forms: Forms) -> str:
    r"""Writes articles as tasks, with what is proposed for each as a prediction.

    Args:
        articles: The articles.
        proposed: The proposed regions by article id.
        forms: The forms they follow.

    Returns:
        JSON text that Label Studio imports.

    >>> from dianshang.reading.issue import parse_issue
    >>> from dianshang.review.forms import METRICS
    >>> [task] = json.loads(tasks(parse_issue("news-2014-03", "河湾市旅游\n旅游收入60亿元。").articles, {}, METRICS))
    >>> task["data"]["title"], task["predictions"][0]["result"]
    ('河湾市旅游', [])
    """
    written = [
        {
            "data": {"article_id": one.article_id, "title": one.title, TEXT: one.text},
            "predictions": [
                {
                    "model_version": ANNOTATOR,
                    "result": [
                        result
                        for number, region in enumerate(proposed.get(one.article_id, ()))
                        for result in _results(f"{ANNOTATOR}-{number}", region, one.text, forms)
                    ],
                }
            ],
        }
        for one in articles
    ]
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def exported(text: str, forms: Forms) -> dict[str, list[Region]]:
    """Reads what Label Studio exports in its JSON format.

    Args:
        text: The exported file.
        forms: The forms of its configuration.

    Returns:
        The regions of the last annotation of each task that was not cancelled, by article id.

    Raises:
        ValueError: It is no such file, a task was not annotated, or words and place of a region do not agree.

    >>> from dianshang.review.forms import METRICS
    >>> task = {"data": {"article_id": "news-2014-03-01", "text": "旅游收入60亿元。"}, "annotations": [{"result": []}]}
    >>> exported(json.dumps([task]), METRICS)
    {'news-2014-03-01': []}
    """
    found: dict[str, list[Region]] = {}
    try:
        for task in json.loads(text):
            article_id = task["data"]["article_id"]
            done = [one for one in task["annotations"] if not one.get("was_cancelled")]
            if not done:
                raise ValueError(f"the task of {article_id} has no annotation")
            found[article_id] = _regions(done[-1]["result"], task["data"][TEXT], forms)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(f"is no export of Label Studio in its JSON format: {error!r}") from error
    return found


def _results(region_id: str, region: Region, text: str, forms: Forms) -> Iterator[dict[str, Any]]:
    place = {"start": region.start, "end": region.end}
    head = {"id": region_id, "to_name": TEXT}
    words = text[region.start : region.end]
    yield head | {"from_name": LABEL, "type": "labels", "value": place | {"text": words, "labels": [region.label]}}
    for control in controls(forms):
        written = list(region.fields.get(control.field, ()))
        if written and region.label in control.labels:
            kind, key = ("choices", "choices") if control.codes else ("textarea", "text")
            yield head | {"from_name": control.name, "type": kind, "value": place | {key: written}}


def _regions(results: Sequence[Mapping[str, Any]], text: str, forms: Forms) -> list[Region]:
    named = {control.name: control for control in controls(forms)}
    regions: dict[str, Region] = {}
    fields: dict[str, dict[str, tuple[str, ...]]] = {}
    for result in results:
        value, region_id = result["value"], result["id"]
        if result["from_name"] == LABEL:
            start, end = value["start"], value["end"]
            if text[start:end] != value["text"]:
                raise ValueError(f"expected {value['text']!r} at {start}–{end}, found {text[start:end]!r}")
            regions[region_id] = Region(value["labels"][0], start, end, fields.setdefault(region_id, {}))
        elif result["from_name"] in named:
            written = value.get("choices") or value.get("text") or ()
            texts = (written,) if isinstance(written, str) else tuple(written)
            fields.setdefault(region_id, {})[named[result["from_name"]].field] = texts
    return sorted(regions.values(), key=lambda one: (one.start, one.end))
