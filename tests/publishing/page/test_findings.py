"""What the page tells beside claims, each with the way to its place."""

from dianshang.publishing.page.findings import Found, findings
from dianshang.publishing.page.wording import Names
from dianshang.schema.entity import Entity
from dianshang.schema.event import Event
from dianshang.schema.project import Project
from dianshang.schema.statement import Statement

NOTHING = Found([], [], [], [], [])


def told(found, article, level):
    groups = findings(found, [article], [level], Names({"王小明": "Wang Xiaoming"}))
    return {group.key: [row for _, rows in group.parts for row in rows] for group in groups}


def test_a_statement_tells_who_says_it_and_where(article, level):
    words = "沿江新区去年引资"
    row = Statement(
        statement_id="news-2014-05-01-s00014",
        article_id="news-2014-05-01",
        issue_id="news-2014-05",
        speaker="王小明",
        role="主任",
        role_en="head of office",
        mode="direct",
        text=words,
        char_start=14,
        char_end=22,
        paragraph=1,
    )
    (made,) = told(NOTHING._replace(statements=[row]), article, level)["statements"]
    assert made.head == ("Wang Xiaoming", "王小明")
    assert made.words == words
    assert made.notes == ("head of office · direct speech", "主任 · 直接引语")
    assert [link.to for link in made.links] == ["news-2014-05-01:14-22"]


def test_an_event_and_a_project_lead_to_their_places(article, level):
    event = Event(
        event_id="news-2014-05-01-e00014",
        article_id="news-2014-05-01",
        issue_id="news-2014-05",
        name="沿江新区",
        mention="沿江新区",
        char_start=14,
        char_end=18,
        venue="会展中心",
        organisers="甲会；乙会",
    )
    project = Project(
        project_id="news-2014-05-01-p00014",
        article_id="news-2014-05-01",
        issue_id="news-2014-05",
        name="沿江新区",
        char_start=14,
        char_end=18,
        stage="construction",
        phase=2,
        investment_metric=level.metric_id,
        capacity_metrics=(),
    )
    made = told(NOTHING._replace(events=[event], projects=[project]), article, level)
    assert made["events"][0].notes == ("会展中心 · held by 甲会, 乙会", "会展中心 · 主办：甲会、乙会")
    assert made["projects"][0].notes.en == "under construction · phase 2"
    place, size = made["projects"][0].links
    assert (place.to, size.to, size.text.en) == ("news-2014-05-01:14-18", level.metric_id, "investment 8.5亿元")


def test_a_name_leads_to_its_first_mention_in_each_article(article, level):
    mentions = [
        {"article_id": "news-2014-05-01", "char_start": start, "char_end": start + 4, "text": "沿江新区"}
        for start in (0, 14)
    ]
    row = Entity(entity_id="x_1", type="place", name_zh="沿江新区", name_en="Yanjiang", n_mentions=2, mentions=mentions)
    (group,) = findings(NOTHING._replace(entities=[row]), [article], [level], Names())
    ((kind, (made,)),) = group.parts
    assert (kind.en, made.head.en) == ("Places", "Yanjiang")
    assert [link.to for link in made.links] == ["news-2014-05-01:0-4"]


def test_what_stands_in_no_article_of_the_page_is_left_out(article, level):
    away = Entity(entity_id="x_1", type="place", name_zh="外地", n_mentions=0)
    assert findings(NOTHING._replace(entities=[away]), [article], [level], Names()) == []
