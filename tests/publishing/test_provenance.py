"""Where every text comes from."""

import json

from dianshang.publishing.provenance import provenance
from dianshang.publishing.shards import shards


def test_every_issue_and_article_says_where_it_comes_from(tables, origins):
    [issue] = json.loads(provenance(shards(tables), origins))["issues"]
    assert (issue["issue_id"], issue["title"], issue["file"]) == ("news-2014-05", "城市周报", "weekly.txt")
    assert issue["rights"] == "Texts belong to it."
    [article] = issue["articles"]
    assert article["source_name"] == "沿江日报"
    assert article["source_url"] == "http://news.example.org/2014/0512/1.html"
    assert (article["published"], article["published_basis"]) == ("2014-05-12", "url")


def test_an_issue_of_which_nothing_is_known_has_its_articles(tables):
    [issue] = json.loads(provenance(shards(tables), {}))["issues"]
    assert set(issue) == {"issue_id", "articles"}
