"""Prompts: the task in words, the labelling rules in brief, the fields of the answer, examples and the question."""

import json
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any, Literal, get_args

from dianshang.publishing.answers import answer_schemas
from dianshang.schema.record import Record
from dianshang.tasks.items import Item, Passage

FILE = "prompts.toml"
Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Words(Record):
    """The words of one language; `$name` is set in."""

    rules: str
    claims_rules: str
    claims: str
    values: str
    checking: str
    sentence: str
    statements: str
    head: str
    example: str
    question: str
    unknown: str
    none: str
    mark: str
    codes: str
    colon: str


class Prompts(Record):
    """The file `prompts.toml`."""

    source: str
    zh: Words
    en: Words


def prompt(task: str, item: Item, language: Language = "zh", shots: Iterable[Item] = ()) -> str:
    """Writes the prompt for one question.

    Args:
        task: `claims`, `values` or `checking`.
        item: The question.
        language: In which language the task is told; the text is Chinese in both.
        shots: Worked examples that stand before the question.

    Returns:
        Text that ends where the answer begins.

    >>> item = Item("d-01-s00000", 0, "d-01", frozenset({"d-01"}), {"values": []}, text="茶叶产量约300吨。")
    >>> "茶叶产量约300吨。" in prompt("values", item, "en")
    True
    """
    say = _words(language)
    parts = [instruction(task, language)]
    parts += [
        Template(say.example).substitute(question=_question(shot, say), answer=answer_text(shot.answer))
        for shot in shots
    ]
    parts.append(Template(say.question).substitute(question=_question(item, say)))
    return "\n\n".join(parts)


def instruction(task: str, language: Language = "zh") -> str:
    """What stands at the head of every prompt of a task.

    >>> instruction("checking", "en").split("(")[0]
    'Below stand one or several passages of Chinese business news in which numbers that are tied to one another are \
marked as 【number：mention】. Say whether they agree in the relation named: they do where the precision of the \
printed digits '
    """
    say = _words(language)
    told = getattr(say, task)
    if task == "checking":
        return str(told)
    rules = "\n".join([say.rules, say.claims_rules] if task == "claims" else [say.rules])
    return Template(say.head).substitute(task=told, rules=rules, fields="\n".join(_fields(task, language)))


def answer_text(answer: Mapping[str, Any]) -> str:
    """A gold answer as a model should write it.

    >>> answer_text({"agree": True})
    '{"agree": true}'
    """
    return json.dumps(answer, ensure_ascii=False)


@cache
def _prompts() -> Prompts:
    return Prompts.model_validate(tomllib.loads((files(__package__) / FILE).read_text("utf-8")))


def _words(language: Language) -> Words:
    return _prompts().zh if language == "zh" else _prompts().en


def _fields(task: str, language: Language) -> Iterable[str]:
    say = _words(language)
    told = "description_zh" if language == "zh" else "description"
    for name, field in answer_schemas()[task]["properties"][task]["items"]["properties"].items():
        codes = next((kind["enum"] for kind in (field, *field.get("anyOf", ())) if "enum" in kind), None)
        listed = say.codes.format(codes=" | ".join(codes)) if codes else ""
        yield f"- {name}{listed}{say.colon}{field[told]}"


def _question(item: Item, say: Words) -> str:
    if item.relation is not None:
        relation = item.relation.zh if say is _prompts().zh else item.relation.en
        passages = "\n".join(_marked(passage, say) for passage in item.passages)
        return Template(say.statements).substitute(text=passages, relation=relation)
    return Template(say.sentence).substitute(
        title=item.title,
        published=item.published or say.unknown,
        before=item.before or say.none,
        text=item.text,
        after=item.after or say.none,
    )


def _marked(passage: Passage, say: Words) -> str:
    parts, at = [], 0
    for start, end, number in passage.marks:
        marked = Template(say.mark).substitute(number=number, mention=passage.text[start:end])
        parts += [passage.text[at:start], marked]
        at = end
    return "".join([*parts, passage.text[at:]])
