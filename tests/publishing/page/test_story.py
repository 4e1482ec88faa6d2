import hashlib

from dianshang.publishing.page.story import story
from dianshang.schema import Article
from dianshang.schema.codes import SourceRelation


def test_an_article_says_where_it_comes_from(article):
    html = story(article, [], {})
    assert "周岚" in html
    assert 'href="http://news.example.org/2014/0512/1.html"' in html
    assert "This article states no quantity." in html


def test_a_reprint_names_both_outlets(article):
    reprint = article.model_copy(update={"source_relation": SourceRelation.REPRINT, "origin_name": "海湾晚报"})
    html = story(reprint, [], {})
    assert "reprinted by 沿江日报" in html
    assert "first in 海湾晚报" in html


def test_a_section_goes_by_its_english_name(article):
    assert "City" in story(article.model_copy(update={"section_en": "City"}), [], {})
    assert "City" not in story(article, [], {})


def test_each_part_has_its_element(article):
    text = "一、背景\n1、略\n[image: a.jpg] 3O%"
    kinds = [("heading", 0, 4), ("list_item", 5, 8), ("figure", 9, len(text))]
    made = Article.model_validate(
        article.model_dump()
        | {
            "text": text,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "paragraphs": [{"kind": kind, "start": start, "end": end} for kind, start, end in kinds],
            "source_url": None,
        }
    )
    html = story(made, [], {})
    assert '<h4 class="heading" lang="zh" data-start="0">一、背景</h4>' in html
    assert '<p class="item" lang="zh" data-start="5">1、略</p>' in html
    assert '<pre class="residue" lang="zh" data-start="9">[image: a.jpg] 3O%</pre>' in html
    # The text has no title line: the field stands in for it.
    assert f'<h3 class="headline" lang="zh" id="t-news-2014-05-01">{article.title}</h3>' in html
