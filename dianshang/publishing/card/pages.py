"""The pages of the card, put together."""

from collections.abc import Iterable, Sequence
from string import Template

from dianshang.publishing.about import about, citation
from dianshang.publishing.card import content, quality
from dianshang.publishing.card.front_matter import front_matter
from dianshang.publishing.card.words import Language, template, words
from dianshang.publishing.edition import Edition
from dianshang.publishing.shards import Shard

FILE = "README.md"
CHINESE = "README_zh.md"
LICENCE = "LICENSE.md"
# The rules by which every record was labelled.
LABELLING = "LABELLING.md"
LABELLING_CHINESE = "LABELLING_zh.md"


def pages(published: Sequence[Shard], edition: Edition, with_page: bool = False) -> dict[str, str]:
    """Writes the data card in English and in Chinese, the licence it names and the labelling rules.

    Args:
        published: The tables, at least one.
        edition: What is said beside the rows.
        with_page: Whether `index.html` is published too, so that the cards may point to it.

    Returns:
        Markdown text by file name; the English card has the YAML front matter that `load_dataset` reads.

    >>> from dianshang.publishing.shards import shards
    >>> from dianshang.schema.units import unit_codebook
    >>> units = shards({"units": unit_codebook(["CNY"])})
    >>> from dianshang.publishing.edition import Edition
    >>> edition = Edition("1.2.0", {}, ())
    >>> "README_zh.md" in pages(units, edition)
    True
    """
    licence = about().annotations
    return {
        FILE: f"---\n{front_matter(published, edition)}\n---\n\n{_page(published, edition, 'en', with_page)}",
        CHINESE: _page(published, edition, "zh", with_page),
        LICENCE: Template(template("licence.md")).substitute(
            annotations_title=licence.title, annotations_url=licence.url
        ),
        LABELLING: template("labelling.md"),
        LABELLING_CHINESE: template("labelling_zh.md"),
    }


def _page(published: Sequence[Shard], edition: Edition, language: Language, with_page: bool) -> str:
    known = about()
    said = known.responsible
    say = words(language)
    english = language == "en"
    return Template(template(f"{language}.md")).substitute(
        title=known.title_en if english else known.title_zh,
        summary=known.summary_en if english else known.summary_zh,
        page_link=f" · {say['page']}" if with_page else "",
        picture=f"\n\n[![{say['picture']}](page.png)](index.html)" if with_page else "",
        overview=content.overview(published, language),
        reviewed=content.reviewed(published, language),
        audit=content.audit(published, language),
        rows=content.examples(published, language),
        fields=content.dictionary(published, language),
        codes=content.codes(published, language),
        sources=content.sources(published, edition.origins, language),
        benchmark=content.benchmark(published, language),
        agreement=quality.agreement(published, edition, language),
        baselines=quality.baselines(edition, published, language),
        limits=_bullets((*said.limits_en, *said.biases_en) if english else (*said.limits_zh, *said.biases_zh)),
        personal=said.personal_en if english else said.personal_zh,
        use=said.use_en if english else said.use_zh,
        annotations_title=known.annotations.title,
        annotations_url=known.annotations.url,
        citation=citation(edition.version),
        version=edition.version,
        releases=_releases(edition, language),
    )


def _bullets(said: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in said)


def _releases(edition: Edition, language: Language) -> str:
    told = (f"### {release.version}\n\n{release.data}" for release in edition.releases if release.data)
    return "\n\n".join(told) or words(language)["no_release"]
