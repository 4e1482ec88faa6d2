"""Models to Arrow and back: types, nullability, order, exact decimals."""

import io
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

import pandas
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianshang.publishing.arrow import (
    ArrowError,
    arrow_fields,
    arrow_records,
    arrow_schema,
    arrow_table,
    exact_decimal,
    exact_float,
)
from dianshang.publishing.parquet import parquet_bytes
from dianshang.schema import Article, Claim, Metric
from dianshang.schema.record import Offset, Record, says
from dianshang.schema.tables import TABLES


class Colour(StrEnum):
    RED = "red"


class Inner(Record):
    size: int


class Sample(Record):
    flag: bool
    count: Annotated[Offset, says("How many.", "数量。")]
    price: Decimal | None
    day: date
    colour: Colour
    name: str | None = None
    parts: tuple[Inner, ...] = ()
    words: tuple[str, ...] = ()
    one: Inner | None = None


class Longer(Sample):
    sample_id: str


# A wider model says every type once: its Arrow type and whether it may be null.
@pytest.mark.parametrize(
    ("field", "kind", "nullable"),
    [
        ("flag", pa.bool_(), False),
        ("count", pa.int64(), False),
        ("price", pa.float64(), True),
        ("day", pa.date32(), False),
        ("colour", pa.string(), False),
        ("name", pa.string(), True),
        ("words", pa.list_(pa.field("item", pa.string(), nullable=False)), False),
        (
            "parts",
            pa.list_(pa.field("item", pa.struct([pa.field("size", pa.int64(), nullable=False)]), nullable=False)),
            False,
        ),
        ("one", pa.struct([pa.field("size", pa.int64(), nullable=False)]), True),
    ],
)
def test_type(field, kind, nullable):
    found = arrow_schema(Sample).field(field)
    assert (found.type, found.nullable) == (kind, nullable)


def test_description_in_both_languages_travels_as_metadata():
    metadata = arrow_schema(Sample).field("count").metadata
    assert metadata == {b"description": b"How many.", b"description_zh": "数量。".encode(), b"unit": b"code point"}


def test_days_are_days_in_pandas():
    days = [date(2014, 5, 1), date(2012, 2, 29)]
    rows = [Sample(flag=True, count=3, price=None, day=day, colour="red") for day in days]
    file = io.BytesIO(parquet_bytes(arrow_table(Sample, rows)))
    for frame in (pq.read_table(file).to_pandas(), pandas.read_parquet(file)):
        assert frame["day"].dt.year.tolist() == [2014, 2012]
        assert frame["day"].tolist() == days
        assert list(frame.columns) == list(Sample.model_fields)
        assert frame["count"].dtype == "int64"


def test_an_open_day_is_missing_in_pandas(level):
    timeless = {"period_start": None, "period_end": None, "period_text": None, "period_basis": None}
    rows = [level, Metric(**dict(level) | timeless)]
    ends = arrow_table(Metric, rows).to_pandas()["period_end"]
    assert ends.isna().tolist() == [False, True]
    assert ends.dt.day.tolist()[0] == level.period_end.day


def test_own_fields_stand_before_inherited_ones():
    assert list(arrow_fields(Longer)) == ["sample_id", *Sample.model_fields]
    assert list(arrow_fields(Metric)) == [
        "metric_id",
        "article_id",
        "issue_id",
        "fact_id",
        "reviewed",
        *Claim.model_fields,
    ]


@pytest.mark.parametrize("spec", TABLES.values(), ids=lambda spec: spec.name)
def test_every_field_of_every_table_is_described_in_both_languages(spec):
    for field in arrow_schema(spec.model):
        assert set(field.metadata) >= {b"description", b"description_zh"}, field.name


def test_a_type_without_a_column_is_named():
    class Odd(Record):
        numbers: dict[str, int]

    with pytest.raises(ArrowError, match=r"Odd\.numbers"):
        arrow_schema(Odd)


def test_records_come_back_equal(article, level, growth, numeral):
    for row in (article, level, growth, numeral):
        assert list(arrow_records(type(row), arrow_table(type(row), [row]))) == [row]


def test_nested_records_come_back_equal():
    row = Sample(
        flag=True, count=3, price=None, day=date(2014, 5, 1), colour="red", parts=(Inner(size=2),), words=("a",)
    )
    assert list(arrow_records(Sample, arrow_table(Sample, [row]))) == [row]


def test_an_empty_required_field_is_refused(article):
    hollow = Article.model_construct(**(article.model_dump() | {"title": None}))
    with pytest.raises(ArrowError, match=r"Article\.title: 1 rows have no value"):
        arrow_table(Article, [hollow])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.35", 0.35),
        ("33.3333", 33.3333),
        ("4780000000000", 4780000000000.0),
        ("10000000000000000", 1e16),
        ("-3.5", -3.5),
        ("0", 0.0),
    ],
)
def test_decimal_has_an_exact_float(text, number):
    assert exact_float(Decimal(text)) == number
    assert exact_decimal(number) == Decimal(text)


def test_a_whole_number_comes_back_without_a_fraction():
    assert str(exact_decimal(850000000.0)) == "850000000"


@pytest.mark.parametrize("text", ["1.2345678901234567890123", "9007199254740993", "1E+400"])
def test_a_decimal_beyond_float64_is_refused(text):
    with pytest.raises(ArrowError, match="without loss"):
        exact_float(Decimal(text))


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 15))
def test_up_to_fifteen_digits_every_decimal_round_trips(digits, places):
    value = Decimal(digits).scaleb(-places)
    assert exact_decimal(exact_float(value)) == value
