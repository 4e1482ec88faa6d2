"""An article as the page shows it: its parts, its claims marked in place, and the list that says each in one line."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from dianshang.markup.environment import environment
from dianshang.markup.marking import Mark, Part, marked
from dianshang.publishing.page.bilingual import Both, code, joined, label, labels, same
from dianshang.publishing.page.standing import UNCHECKED, Standing
from dianshang.publishing.page.wording import Names, period, saying, section_of
from dianshang.schema.article import Article, Paragraph
from dianshang.schema.claim import Metric
from dianshang.schema.codes import ObsStatus, ParagraphKind, SourceRelation, Verdict

TAGS: Mapping[ParagraphKind, tuple[str, str]] = {
    ParagraphKind.TITLE: ("h3", "headline"),
    ParagraphKind.HEADING: ("h4", "heading"),
    ParagraphKind.PARAGRAPH: ("p", "paragraph"),
    ParagraphKind.LIST_ITEM: ("p", "item"),
    ParagraphKind.BYLINE: ("p", "byline"),
    ParagraphKind.SOURCE: ("p", "source"),
    ParagraphKind.FIGURE: ("pre", "residue"),
}


class Passage(NamedTuple):
    """A paragraph: its element and class, where it starts in the article, and its text with the marks.

    Attributes:
        tag: The element.
        name: Its class.
        start: First code point in the article.
        heads: Whether it is the title that names the article.
        lost: Whether it is what text recognition left of a picture.
        parts: Texts and marks.
    """

    tag: str
    name: str
    start: int
    heads: bool
    lost: bool
    parts: tuple[Part, ...]


class Listed(NamedTuple):
    """A claim in the list below its article."""

    key: str
    mention: str
    said: Both


def story(
    article: Article,
    metrics: Sequence[Metric],
    standings: Mapping[str, Standing],
    names: Names = Names(),  # noqa: B008
) -> Markup:
    r"""Writes one article.

    Args:
        article: The article.
        metrics: Its metrics.
        standings: What the audit says of them.
        names: The English names of what the text names.

    Returns:
        An `<article>` element.

    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾市旅游\n旅游收入60亿元。").articles
    >>> "河湾市旅游</h" in story(article, [], {})
    True
    """
    marks = [Mark(metric.char_start, metric.char_end, metric.metric_id) for metric in metrics]
    titles = [part for part in article.paragraphs if part.kind is ParagraphKind.TITLE]
    html = (
        environment("dianshang.publishing.page")
        .get_template("story.html")
        .render(
            t=labels().page,
            article=article,
            kicker=_kicker(article),
            passages=[_passage(article, part, marks, part in titles[:1]) for part in article.paragraphs],
            untitled=not titles,
            imprint=_imprint(article, names),
            classes={
                metric.metric_id: _classes(metric, standings.get(metric.metric_id, UNCHECKED)) for metric in metrics
            },
            claims=[Listed(metric.metric_id, metric.mention, saying(metric)) for metric in metrics],
        )
    )
    return Markup(html)


def _classes(metric: Metric, standing: Standing) -> str:
    classes = [metric.measure.value]
    if metric.obs_status is not ObsStatus.ACTUAL:
        classes.append("unsettled")
    if standing.verdict is Verdict.INCONSISTENT:
        classes.append("flagged")
    return " ".join(classes)


def _passage(article: Article, part: Paragraph, marks: Sequence[Mark], heads: bool) -> Passage:
    tag, name = TAGS[part.kind]
    if "\t" in article.text[part.start : part.end]:
        name += " row"
    parts = marked(article.text, part.start, part.end, marks)
    lost = part.kind is ParagraphKind.FIGURE and not article.text.startswith("[figure:", part.start)
    return Passage(tag, name, part.start, heads, lost, parts)


def _kicker(article: Article) -> Both:
    when = period(article.published, article.published) if article.published else label("undated")
    return joined([section_of(article) or same(""), when], " · ", " · ")


def _imprint(article: Article, names: Names) -> Both:
    reprint = article.source_relation is SourceRelation.REPRINT
    parts = [
        joined([names.of(author.name), code("author", author.role.value)], ", ", "，") for author in article.authors
    ]
    if article.source_name:
        source = names.of(article.source_name)
        parts.append(joined([label("reprint"), source], " ", "") if reprint else source)
    if article.origin_name and article.origin_name != article.source_name:
        parts.append(joined([label("first_in"), names.of(article.origin_name)], " ", ""))
    return joined(parts, " · ", " · ")
