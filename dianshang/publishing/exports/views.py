"""The views of the database: claims with every code in words of both languages, and facts without restatements."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple


class Join(NamedTuple):
    """A table that gives words to a code of `metrics`.

    Attributes:
        table: Its name.
        short: What the view calls it, since one table may be joined twice.
        field: The field of `metrics` that holds its key.
        key: Its key.
        words: Names of its columns, by what the view calls them.
    """

    table: str
    short: str
    field: str
    key: str
    words: Mapping[str, str]


JOINS = (
    Join("indicators", "i", "indicator", "code", {"indicator_label_en": "label_en", "indicator_label_zh": "label_zh"}),
    Join("units", "u", "unit", "unit", {"unit_label_en": "label_en", "unit_label_zh": "label_zh"}),
    Join("areas", "p", "ref_area", "ref_area", {"area_label_en": "label_en", "area_label_zh": "label_zh"}),
    Join("entities", "s", "subject_id", "entity_id", {"subject_name_en": "name_en", "subject_type": "type"}),
    Join("entities", "c", "claimant_id", "entity_id", {"claimant_name_en": "name_en", "claimant_type": "type"}),
    Join(
        "articles",
        "a",
        "article_id",
        "article_id",
        {
            "article_title": "title",
            "article_title_en": "title_en",
            "article_section": "section",
            "article_section_en": "section_en",
            "article_published": "published",
            "article_source": "source_name",
        },
    ),
)


def views(tables: Collection[str]) -> Iterator[str]:
    """Writes the views.

    Args:
        tables: The names of the tables of the database.

    Returns:
        Statements; none without claims, and no words from a table that is not there.

    >>> for statement in views({"metrics"}):
    ...     print(statement)
    CREATE VIEW "claims" AS SELECT m.* FROM "metrics" m
    CREATE VIEW "facts" AS SELECT * FROM "claims" WHERE "fact_id" = "metric_id"
    """
    if "metrics" not in tables:
        return
    shown, sources = ["m.*"], ['"metrics" m']
    for join in JOINS:
        if join.table in tables:
            shown += [f'{join.short}."{column}" AS "{called}"' for called, column in join.words.items()]
            sources.append(f'LEFT JOIN "{join.table}" {join.short} ON {join.short}."{join.key}" = m."{join.field}"')
    yield f'CREATE VIEW "claims" AS SELECT {", ".join(shown)} FROM {" ".join(sources)}'
    yield 'CREATE VIEW "facts" AS SELECT * FROM "claims" WHERE "fact_id" = "metric_id"'
