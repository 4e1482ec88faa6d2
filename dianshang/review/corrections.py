"""Corrections to articles: English titles, and what the reader of the source could not know."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dianshang.review.errors import ReviewError
from dianshang.review.lines import Line, Shape, read_lines
from dianshang.schema.article import Article
from dianshang.schema.problems import Problem

FILE = "articles.jsonl"

# The text and its place are the source's own: no correction reaches them.
FIXED = frozenset({"issue_id", "position", "text", "text_start", "sha256"})
SHAPE = Shape("article_id", frozenset({"article_id"}), frozenset(Article.model_fields) - FIXED)


def corrected_articles(path: Path, articles: Sequence[Article]) -> tuple[Article, ...]:
    r"""Applies a file of corrections.

    Args:
        path: A file with one record a line, sorted by `article_id`: that id and the fields to set, any but `FIXED`.
        articles: The articles as read.

    Returns:
        All the articles in their order, those named in the file with its fields.

    Raises:
        ReviewError: Lines are malformed, unsorted or doubled, name an unknown article, or break a rule of the model:
            all of them at once.

    >>> import json
    >>> import tempfile
    >>> from dianshang.reading.issue import parse_issue
    >>> path = Path(tempfile.mkdtemp(), "articles.jsonl")
    >>> _ = path.write_text(json.dumps({"article_id": "news-2014-03-01", "title_en": "Tourism in Hewan"}))
    >>> corrected_articles(path, parse_issue("news-2014-03", "河湾市旅游\n旅游收入60亿元。").articles)[0].title_en
    'Tourism in Hewan'
    """
    lines, problems = read_lines(path, SHAPE)
    known = {article.article_id: article for article in articles}
    for line in lines:
        name = line.fields["article_id"]
        if name not in known:
            what = f"no article {name!r} in this issue"
            problems.append(Problem(str(path), what, "Correct the id", line=line.number))
            continue
        corrected, faults = _corrected(known[name], line)
        problems.extend(Problem(str(path), what, "Correct the record", line=line.number) for what in faults)
        known[name] = corrected
    if problems:
        raise ReviewError(*sorted(problems, key=lambda problem: problem.line or 0))
    return tuple(known.values())


def _corrected(article: Article, line: Line) -> tuple[Article, list[str]]:
    # From JSON's own forms, as the file has them, so that dates and lists are read as they are written there.
    fields: Mapping[str, Any] = article.model_dump(mode="json") | line.fields
    try:
        return Article.model_validate(fields), []
    except ValidationError as error:
        faults = error.errors()
    return article, [f"{'.'.join(map(str, fault['loc'])) or 'record'}: {fault['msg']}" for fault in faults]
