"""The three tasks as items: what is asked, of which fold, and the gold answer."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dianshang.publishing.answers import CLAIM_FIELDS, VALUE_FIELDS
from dianshang.schema.check import Check
from dianshang.schema.claim import Metric
from dianshang.schema.codes import CheckKind, ParagraphKind, Verdict
from dianshang.schema.sentence import Sentence
from dianshang.tasks.material import Material

# Blocks that hold no sentence anybody wrote as one.
RESIDUE = frozenset({ParagraphKind.FIGURE, ParagraphKind.BYLINE, ParagraphKind.SOURCE})
# Characters of the article that a model is shown before and after its sentence: a headline leaves to its body what it
# does not say itself.
BEFORE, AFTER = 400, 200
AGREES = {Verdict.CONSISTENT: True, Verdict.ROUNDING: True, Verdict.INCONSISTENT: False, Verdict.SOURCES_DIFFER: False}


class Passage(NamedTuple):
    """A sentence with the places in it that are to be marked, each with its number."""

    text: str
    marks: tuple[tuple[int, int, int], ...]


class Item(NamedTuple):
    """One question.

    Attributes:
        item_id: The sentence or the check that it asks about.
        fold: The fold in which it is tested.
        article_id: The article of that fold.
        articles: The articles that its texts stand in.
        answer: The gold answer, which fits the JSON Schema of the task.
        title: Title of the article.
        published: Day of publication in ISO form, or None.
        before: The end of what stands before the sentence in its article.
        text: The sentence.
        after: The beginning of what stands after it.
        passages: For a check: the sentences of its numbers.
        relation: For a check: what ties the numbers.
    """

    item_id: str
    fold: int
    article_id: str
    articles: frozenset[str]
    answer: Mapping[str, Any]
    title: str = ""
    published: str | None = None
    before: str = ""
    text: str = ""
    after: str = ""
    passages: tuple[Passage, ...] = ()
    relation: CheckKind | None = None


def claim_items(rows: Material) -> Iterator[Item]:
    """Asks for the claims of every sentence, also of those that make none.

    >>> from dianshang.tasks.material import material_of
    >>> item = next(item for item in claim_items(material_of()) if item.answer["claims"])
    >>> all(claim["mention"] in item.text for claim in item.answer["claims"])
    True
    """
    return _sentence_items(rows, "claims", CLAIM_FIELDS)


def value_items(rows: Material) -> Iterator[Item]:
    """Asks for the quantities of every sentence: mention, value and unit.

    >>> from dianshang.tasks.material import material_of
    >>> item = next(item for item in value_items(material_of()) if item.answer["values"])
    >>> list(item.answer["values"][0])
    ['mention', 'value', 'value_max', 'unit']
    """
    return _sentence_items(rows, "values", VALUE_FIELDS)


def checking_items(rows: Material) -> Iterator[Item]:
    """Asks of every check whether its numbers agree.

    >>> from dianshang.tasks.material import material_of
    >>> item = next(checking_items(material_of()))
    >>> list(item.answer), len(item.passages) > 0
    (['agree'], True)
    """
    homes = {metric_id: sentence for sentence in rows.sentences for metric_id in sentence.metric_ids}
    for check in rows.checks:
        # A number whose sentence is not in the table can't be shown.
        if all(metric_id in homes for metric_id in check.metric_ids):
            yield _check_item(check, rows.metrics, homes)


ITEMS: Mapping[str, Callable[[Material], Iterator[Item]]] = {
    "claims": claim_items,
    "values": value_items,
    "checking": checking_items,
}


def _gold_record(metric: Metric, fields: Iterable[str]) -> dict[str, Any]:
    """A claim as a model should write it: in the types of JSON, whole numbers without a point."""
    plain = metric.model_dump(mode="json", include=set(fields))
    return {name: _number(getattr(metric, name)) if name.startswith("value") else plain[name] for name in fields}


def _sentence_items(rows: Material, key: str, fields: tuple[str, ...]) -> Iterator[Item]:
    for sentence in rows.sentences:
        if sentence.kind in RESIDUE:
            continue
        article = rows.articles[sentence.article_id]
        own = [rows.metrics[metric_id] for metric_id in sentence.metric_ids if metric_id in rows.metrics]
        yield Item(
            item_id=sentence.sentence_id,
            fold=sentence.fold,
            article_id=sentence.article_id,
            articles=frozenset({sentence.article_id}),
            answer={key: [_gold_record(metric, fields) for metric in own]},
            title=article.title,
            published=article.published.isoformat() if article.published else None,
            before=article.text[max(0, sentence.char_start - BEFORE) : sentence.char_start].strip(),
            text=sentence.text,
            after=article.text[sentence.char_end : sentence.char_end + AFTER].strip(),
        )


def _check_item(check: Check, metrics: Mapping[str, Metric], homes: Mapping[str, Sentence]) -> Item:
    marks: dict[str, list[tuple[int, int, int]]] = {}
    shown: dict[str, Sentence] = {}
    for number, metric_id in enumerate(check.metric_ids, 1):
        metric, home = metrics[metric_id], homes[metric_id]
        shown[home.sentence_id] = home
        place = (metric.char_start - home.char_start, metric.char_end - home.char_start, number)
        marks.setdefault(home.sentence_id, []).append(place)
    # The number that is tested stands last, and its article is the one in whose fold it is asked.
    tested = homes[check.metric_ids[-1]]
    return Item(
        item_id=check.check_id,
        fold=tested.fold,
        article_id=tested.article_id,
        articles=frozenset(sentence.article_id for sentence in shown.values()),
        answer={"agree": AGREES[check.verdict]},
        passages=tuple(Passage(shown[key].text, tuple(sorted(marks[key]))) for key in sorted(shown)),
        relation=check.kind,
    )


def _number(value: Any) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
