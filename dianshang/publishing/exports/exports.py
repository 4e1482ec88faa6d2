"""The files of the exports, by path."""

from collections.abc import Sequence

from dianshang.publishing.exports import database, separated, workbook
from dianshang.publishing.shards import Shard


def exports(published: Sequence[Shard], version: str) -> dict[str, bytes]:
    """Makes every export.

    Args:
        published: The tables.
        version: Version of the dataset.

    Returns:
        Content by path inside the dataset; the same for the same tables, whenever and wherever it is made.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> sorted(exports(units, "1.2.0"))
    ['csv/units.csv', 'dianshang.sqlite', 'dianshang.xlsx']
    """
    return {
        database.FILE: database.database(published),
        workbook.FILE: workbook.workbook(published, version),
        **{f"{separated.FOLDER}/{shard.spec.name}.csv": separated.separated(shard) for shard in published},
    }
