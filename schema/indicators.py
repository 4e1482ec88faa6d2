"""The codebook of indicators: what can be measured, and by which words the news names it."""

from collections.abc import Iterable
from functools import cache
from typing import Annotated

from pydantic import Field

from dianshang.schema.codes import Nature, UnitFamily
from dianshang.schema.record import Code, Record, says
from dianshang.schema.vocabulary import load


class CodebookEntry(Record):
    """One indicator as the dataset publishes it."""

    code: Annotated[Code, says("Code of the indicator.", "指标代码。")]
    label_zh: Annotated[str, says("Name in Chinese.", "中文名称。")]
    label_en: Annotated[str, says("Name in English.", "英文名称。")]
    definition: Annotated[str, says("What is measured, in one English sentence.", "指标含义（英文一句话）。")]
    nature: Annotated[Nature, says("Stock (holds at an instant) or flow (holds over a span).", "存量或流量。")]
    unit_family: Annotated[UnitFamily, says("Family of the units it is stated in.", "单位类别。")]
    implied_unit: Annotated[
        str | None, says("Unit of a bare number in its company, such as CNY.", "数字未写单位时的默认单位，如 CNY。")
    ] = None


class Indicator(CodebookEntry):
    """One indicator with the words by which the news names it."""

    default_for: Annotated[
        tuple[str, ...],
        says("Units whose counts state it where no word names it.", "无线索词时以此类单位计数即为该指标。"),
    ] = ()
    cues: Annotated[
        tuple[str, ...],
        Field(min_length=1),
        says("Chinese words that name it, the most telling first.", "指标的中文线索词。"),
    ]


class IndicatorCodebook(Record):
    """The file `indicators.toml`."""

    source: str
    indicator: tuple[Indicator, ...]


@cache
def indicators() -> dict[str, Indicator]:
    """The codebook by code, in the file's order."""
    return {entry.code: entry for entry in load("indicators", IndicatorCodebook).indicator}


@cache
def default_indicators() -> dict[str, str]:
    """The indicator that a count states by its unit alone, by unit code."""
    return {unit: entry.code for entry in indicators().values() for unit in entry.default_for}


def codebook(codes: Iterable[str] = ()) -> list[CodebookEntry]:
    """The published codebook, in order of its codes: all of it, whichever of them are in use.

    >>> entries = codebook()
    >>> [entry.code for entry in entries] == sorted(indicators())
    True
    """
    names = CodebookEntry.model_fields
    return [
        CodebookEntry(**{name: getattr(entry, name) for name in names})
        for entry in sorted(indicators().values(), key=lambda entry: entry.code)
    ]
