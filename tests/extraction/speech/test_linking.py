"""Rows joined to the entities they name; every text written for these tests."""

from decimal import Decimal

from dianshang.extraction.speech.linking import (
    Register,
    linked_metrics,
    linked_names,
    linked_statements,
    register,
    things,
)
from dianshang.extraction.speech.mentions import unregistered_id
from dianshang.schema.claim import Metric
from dianshang.schema.codes import EntityType
from dianshang.schema.entity import Entity
from dianshang.schema.event import Event
from dianshang.schema.statement import Statement
from tests.extraction.pages import page


def entity(entity_id: str, name: str, *aliases: str, english: str | None = None) -> Entity:
    return Entity(
        entity_id=entity_id, type="organisation", name_zh=name, name_en=english, aliases=aliases, n_mentions=0
    )


def claim(subject: str | None, claimant: str | None = None, **fields: str) -> Metric:
    return Metric(
        metric_id="t-01-00003",
        article_id="t-01",
        issue_id="t",
        mention="5家",
        char_start=3,
        char_end=5,
        sentence="共有5家。",
        measure="level",
        value=Decimal(5),
        unit="shop",
        indicator_text="门店数",
        subject=subject,
        claimant=claimant,
        **fields,
    )


KNOWN = register(
    [entity("lantian", "蓝天商贸", "蓝天", english="Lantian"), entity("lantian_b2b", "蓝天批发", "蓝天商贸")]
)


def test_subject_and_claimant_get_the_ids_and_english_names_of_their_entities() -> None:
    (found,) = linked_metrics([claim("蓝天", "蓝天批发")], KNOWN)
    assert (found.subject_id, found.subject_en) == ("lantian", "Lantian")
    assert (found.claimant_id, found.claimant_en) == ("lantian_b2b", None)
    assert found.gloss_en == "门店数, Lantian: 5 shops (蓝天批发)"


def test_a_canonical_name_goes_before_an_alias() -> None:
    assert KNOWN.ids["蓝天商贸"] == "lantian"


def test_an_english_name_that_a_reader_gave_stays() -> None:
    (found,) = linked_metrics([claim("蓝天", subject_en="Blue Sky")], KNOWN)
    assert (found.subject_id, found.subject_en) == ("lantian", "Blue Sky")


def test_a_claim_of_nobody_known_stays_as_it_is() -> None:
    one = claim("红霞百货")
    assert linked_metrics([one], KNOWN) == [one]


def test_markets_and_events_become_entities_with_their_mentions() -> None:
    article = page("临江花市展销会昨日开幕。", "盆景市场升温，盆景市场有5家新店。")
    event = Event(
        event_id="t-01-e00000",
        article_id="t-01",
        issue_id="t",
        name="临江花市展销会",
        mention="展销会",
        char_start=0,
        char_end=3,
    )
    rows = things([], [article], [claim("盆景市场"), claim("张三")], [event], [])
    kinds = {row.name_zh: (row.type, row.n_mentions) for row in rows}
    assert kinds == {"临江花市展销会": (EntityType.EVENT, 1), "盆景市场": (EntityType.MARKET, 2)}
    assert linked_names([event], register(rows))[0].named_id == unregistered_id("临江花市展销会")


def test_whoever_speaks_has_the_id_of_the_entity() -> None:
    said = Statement(
        statement_id="t-01-s00005",
        article_id="t-01",
        issue_id="t",
        speaker="红霞",
        mode="indirect",
        text="今年不错",
        char_start=5,
        char_end=9,
    )
    known = Register({"红霞": "hong_xia"}, {})
    unknown = said.model_copy(update={"speaker": None})
    assert [one.speaker_id for one in linked_statements([said, unknown], known)] == ["hong_xia", None]
