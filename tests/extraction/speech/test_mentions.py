"""Entities: one row each, whatever they are called, with every mention."""

from dianshang.extraction.speech.linking import register
from dianshang.extraction.speech.mentions import entity_id_of, entity_rows, merged
from dianshang.extraction.speech.statements import statements
from dianshang.schema.codes import EntityType
from dianshang.schema.entity import Entity
from tests.extraction.pages import page


def rows_of(*paragraphs: str) -> dict[str, Entity]:
    article = page(*paragraphs)
    return {row.entity_id: row for row in entity_rows([article], statements(article))}


def test_names_of_one_entity_make_one_row() -> None:
    row = rows_of("京东降价。", "京东商城随后回应。")["jd"]
    assert (row.name_zh, row.type, row.aliases, row.n_mentions) == ("京东商城", EntityType.ORGANISATION, ("京东",), 2)
    assert [(one.char_start, one.text) for one in row.mentions] == [(5, "京东"), (11, "京东商城")]


def test_places_have_the_code_of_the_gazetteer() -> None:
    rows = rows_of("中国和日本的客商来到佛山。")
    assert rows["area_cn"].name_en == "China"
    assert rows["area_jp"].type is EntityType.PLACE
    assert [row.name_zh for row in rows.values() if row.entity_id.startswith("area_cn_gd_")] == ["佛山市"]


def test_part_of_a_place_is_not_the_place() -> None:
    rows = rows_of("粤东经济增长，全球市场回暖。")
    assert [(row.entity_id, row.name_zh) for row in rows.values()] == [("area_cn_gd_yuedong", "粤东")]


def test_an_address_names_nobody() -> None:
    assert rows_of("详见http://www.jd.com/京东").keys() == {"jd"}
    assert rows_of("详见http://www.suning.com/a") == {}


def test_speakers_and_their_bodies_are_entities() -> None:
    rows = rows_of("甲乙研究院研究员韩大卫表示，油价偏低。", "韩大卫离开会场。")
    person = next(row for row in rows.values() if row.name_zh == "韩大卫")
    body = next(row for row in rows.values() if row.name_zh == "甲乙研究院")
    assert (person.type, person.n_mentions) == (EntityType.PERSON, 2)
    assert body.type is EntityType.ORGANISATION


def test_rows_of_several_issues_are_joined() -> None:
    first, second = (
        page("苏宁降价。"),
        page("苏宁电器开店。").model_copy(update={"article_id": "u-01", "issue_id": "u"}),
    )
    (row,) = merged(entity_rows([second]) + entity_rows([first]))
    assert [(one.article_id, one.text) for one in row.mentions] == [("t-01", "苏宁"), ("u-01", "苏宁电器")]
    assert (row.n_mentions, row.aliases) == (2, ("苏宁电器",))
    assert entity_id_of("苏宁电器", register([row]).ids) == row.entity_id


def test_a_name_nobody_knows_has_no_id() -> None:
    assert entity_id_of("无名商行", {}) is None
