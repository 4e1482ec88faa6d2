"""Readable ids of names."""

import pytest

from dianshang.extraction.names.slugs import own_slug, slug
from dianshang.extraction.speech.mentions import area_id, unregistered_id
from dianshang.schema.areas import places
from dianshang.schema.codes import AreaLevel


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Warby Parker", "warby_parker"), ("Kiehl’s", "kiehls"), ("重庆市", "chong_qing_shi"), ("《蓝天》", "lan_tian")],
)
def test_a_slug_can_be_read(name, expected):
    assert slug(name) == expected


def test_names_that_sound_alike_have_ids_of_their_own():
    assert own_slug("李琪") != own_slug("李奇")
    assert own_slug("李琪").startswith("li_qi_")


def test_an_id_begins_with_a_letter_and_is_no_id_of_the_registry():
    assert unregistered_id("58同城").startswith("x_58_tong_cheng_")
    assert unregistered_id("JD!") != "jd"


def test_every_place_of_the_gazetteer_has_an_id_of_its_own():
    cities = {(place.name, place.code) for place in places().values() if place.level is AreaLevel.CITY}
    ids = [area_id(name, code, AreaLevel.CITY) for name, code in cities]
    assert len(set(ids)) == len(ids)
