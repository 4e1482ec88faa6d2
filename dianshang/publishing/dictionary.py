"""The data dictionary as a table: one line a field, in English and in Chinese."""

import csv
import io
from collections.abc import Iterator, Sequence

from dianshang.publishing.fields import described, listed
from dianshang.publishing.shards import Published

FILE = "dictionary.csv"
HEAD = ("table", "field", "type", "nullable", "unit", "description_en", "description_zh", "codes_en", "codes_zh")


def dictionary(published: Sequence[Published]) -> str:
    """Writes the dictionary of all tables.

    Args:
        published: The tables.

    Returns:
        CSV text (RFC 4180 but for its line ends, which are plain) with a head, one line a field.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> "units,unit," in dictionary(units)
    True
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows(lines(published))
    return page.getvalue()


def lines(published: Sequence[Published]) -> Iterator[tuple[str, ...]]:
    """Tells of every field of all tables.

    Args:
        published: The tables.

    Returns:
        One line a field, its cells in the order of `HEAD`.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> next(lines(units))[:2]
    ('units', 'unit')
    """
    for shard in published:
        for field in described(shard.schema):
            nullable = str(field.nullable).lower()
            unit = field.unit.strip("`")
            codes = (listed(field.codes, "en"), listed(field.codes, "zh"))
            yield shard.spec.name, field.path, field.type, nullable, unit, field.en, field.zh, *codes
