"""An article as HTML: its parts, its claims marked in place, and the list that says each claim in one line."""

from collections.abc import Mapping, Sequence
from html import escape

from dianshang.publishing.page.bilingual import Both, code, joined, label, same, spans
from dianshang.publishing.page.marking import Mark, marked
from dianshang.publishing.page.standing import UNCHECKED, Standing
from dianshang.publishing.page.wording import period, saying
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


def story(article: Article, metrics: Sequence[Metric], standings: Mapping[str, Standing]) -> str:
    """Writes one article.

    Args:
        article: The article.
        metrics: Its metrics.
        standings: What the audit says of them.

    Returns:
        An `<article>` element, every text of the data escaped.
    """
    marks = [_mark(metric, standings.get(metric.metric_id, UNCHECKED)) for metric in metrics]
    parts = "\n".join(_part(article, paragraph, marks) for paragraph in article.paragraphs)
    english = f'<p class="english" lang="en">{escape(article.title_en)}</p>' if article.title_en else ""
    return (
        f'<article class="story" id="{escape(article.article_id)}" aria-labelledby="t-{escape(article.article_id)}">\n'
        f'<p class="kicker">{_kicker(article)}</p>\n{_missing_title(article)}{parts}\n'
        f'<footer class="imprint">{english}<p>{_imprint(article)}</p>\n{_claims(metrics)}</footer>\n</article>'
    )


def _missing_title(article: Article) -> str:
    if _first_title(article) is not None:
        return ""
    return f'<h3 class="headline" lang="{escape(article.language)}"{_title_id(article)}>{escape(article.title)}</h3>\n'


def _first_title(article: Article) -> Paragraph | None:
    return next((part for part in article.paragraphs if part.kind is ParagraphKind.TITLE), None)


def _title_id(article: Article) -> str:
    return f' id="t-{escape(article.article_id)}"'


def _mark(metric: Metric, standing: Standing) -> Mark:
    classes = [metric.measure.value]
    if metric.obs_status is not ObsStatus.ACTUAL:
        classes.append("unsettled")
    if standing.verdict is Verdict.INCONSISTENT:
        classes.append("flagged")
    return Mark(metric.char_start, metric.char_end, metric.metric_id, " ".join(classes))


def _part(article: Article, paragraph: Paragraph, marks: Sequence[Mark]) -> str:
    tag, name = TAGS[paragraph.kind]
    content = marked(article.text, paragraph.start, paragraph.end, marks)
    anchor = _title_id(article) if paragraph == _first_title(article) else ""
    element = f'<{tag} class="{name}" lang="{escape(article.language)}"{anchor}>{content}</{tag}>'
    if paragraph.kind is ParagraphKind.FIGURE:
        return f'<figure class="lost"><figcaption>{spans(label("residue"))}</figcaption>{element}</figure>'
    return element


def _kicker(article: Article) -> str:
    when = period(article.published, article.published) if article.published else label("undated")
    return spans(joined([same(article.section or ""), when], " · ", " · "))


def _imprint(article: Article) -> str:
    reprint = article.source_relation is SourceRelation.REPRINT
    parts = [joined([same(author.name), code("author", author.role.value)], ", ", "，") for author in article.authors]
    if article.source_name:
        source = same(article.source_name)
        parts.append(joined([label("reprint"), source], " ", "") if reprint else source)
    if article.origin_name and article.origin_name != article.source_name:
        parts.append(joined([label("first_in"), same(article.origin_name)], " ", ""))
    line = spans(joined(parts, " · ", " · "))
    if not article.source_url:
        return line
    link = (
        f'<a href="{escape(article.source_url)}" rel="external noopener noreferrer">{spans(label("original_link"))}</a>'
    )
    return f"{line} · {link}" if line else link


def _claims(metrics: Sequence[Metric]) -> str:
    if not metrics:
        return f'<p class="none">{spans(label("no_claims"))}</p>'
    rows = "\n".join(_claim(metric) for metric in metrics)
    head = f"{spans(label('claims_here'))} ({len(metrics)})"
    return f'<details class="claims" open><summary>{head}</summary>\n<ol>\n{rows}\n</ol></details>'


def _claim(metric: Metric) -> str:
    # Each language has its own element: a mark is described by the one that the reader's language asks for.
    said, key = saying(metric), escape(metric.metric_id)
    return f'<li id="c-{key}"><a href="#{key}" lang="zh">{escape(metric.mention)}</a> {_described(said, key)}</li>'


def _described(said: Both, key: str) -> str:
    return (
        f'<span class="en" lang="en" id="d-{key}-en">{escape(said.en)}</span>'
        f'<span class="zh" lang="zh" id="d-{key}-zh">{escape(said.zh)}</span>'
    )
