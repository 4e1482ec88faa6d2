"""The gazetteer and the registry hold what their models promise, and the models refuse what breaks it."""

import re

import pytest
from pydantic import ValidationError

from dianshang.schema.areas import AreaGazetteer, gazetteer, places, within
from dianshang.schema.codes import AreaLevel
from dianshang.schema.entities import EntityRegistry, RegisteredEntity, entity_names, registry
from dianshang.schema.names import Guard, repeated


def test_every_country_and_province_is_there_once() -> None:
    assert len(gazetteer().country) == 249  # ISO 3166-1
    assert len(gazetteer().province) == 31  # ISO 3166-2:CN without Hong Kong, Macao and Taiwan
    prefectures = sum(len(province.prefectures) for province in gazetteer().province)
    assert 330 <= prefectures <= 345


@pytest.mark.parametrize(
    ("form", "name", "code", "level"),
    [
        ("吉林", "吉林省", "CN-JL", AreaLevel.PROVINCE),  # the province, not its city
        ("吉林市", "吉林市", "CN-JL", AreaLevel.CITY),
        ("喀什", "喀什地区", "CN-XJ", AreaLevel.CITY),
        ("内蒙古", "内蒙古自治区", "CN-NM", AreaLevel.PROVINCE),
        ("台湾", "台湾", "TW", AreaLevel.COUNTRY),
        ("硅谷", "硅谷", "US", AreaLevel.CITY),
        ("东南亚", "东南亚", "035", AreaLevel.REGION),
    ],
)
def test_forms_lead_to_their_place(form: str, name: str, code: str, level: AreaLevel) -> None:
    assert places()[form] == (name, code, level)


@pytest.mark.parametrize(
    ("code", "other", "expected"),
    [
        ("CN-GD", "CN", True),
        ("MO", "CN", True),
        ("US", "001", True),
        ("CN", "CN", False),
        ("US", "CN", False),
        (None, "CN", False),
        ("CN", None, False),
    ],
)
def test_areas_nest(code: str | None, other: str | None, expected: bool) -> None:
    assert within(code, other) is expected


def test_short_forms_of_one_character_are_left_out() -> None:
    assert not [form for form in places() if len(form) < 2]


def changed(**fields: object) -> dict[str, object]:
    plain = {
        "source": "x", "tails": [], "tail_exceptions": [], "outside": [], "joiners": [], "full_only": [], "common": [],
        "guard": [], "region": [], "uncoded": [], "province": [],
        "country": [{"code": "US", "name_en": "United States", "names": ["美国"]}],
    }  # fmt: skip
    return plain | fields


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"uncoded": [{"name_en": "x", "names": ["美国"]}]}, "two places"),
        ({"uncoded": [{"name_en": "x", "names": ["美"]}]}, "one character"),
        ({"common": ["月球"]}, "no place's name"),
        ({"guard": [{"name": "月球", "followed": ["车"]}]}, "no place's name"),
        ({"full_only": ["月球"]}, "barred"),
        ({"country": [{"code": "usa", "name_en": "x", "names": ["美国"]}]}, "pattern"),
        ({"country": [{"code": "US", "name_en": "x", "names": [n]} for n in ("美国", "全美")]}, "codes given twice"),
    ],
)
def test_a_broken_gazetteer_is_refused(fields: dict[str, object], fault: str) -> None:
    AreaGazetteer.model_validate(changed())
    with pytest.raises(ValidationError, match=fault):
        AreaGazetteer.model_validate(changed(**fields))


def test_registry_ids_are_codes_and_people_are_marked() -> None:
    assert len(registry().entity) >= 300
    for entry in registry().entity:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", entry.entity_id)
        assert entry.entity_id.startswith("person_") == (entry.type == "person")
    assert entity_names()["cnnic"].name_zh == "中国互联网络信息中心"


ENTRY = {"entity_id": "acme", "type": "organisation", "name_zh": "艾克米", "name_en": "Acme"}


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"entity": [ENTRY, ENTRY]}, "ids given twice"),
        ({"entity": [ENTRY, ENTRY | {"entity_id": "other"}]}, "two entities"),
        ({"entity": [ENTRY | {"aliases": ["艾"]}]}, "one character"),
        ({"entity": [ENTRY | {"common": ["别名"]}]}, "not names of acme"),
        ({"guard": [{"name": "别名", "followed": ["x"]}]}, "no entity bears"),
    ],
)
def test_a_broken_registry_is_refused(fields: dict[str, object], fault: str) -> None:
    plain: dict[str, object] = {
        "source": "x", "endings": [], "context": [], "joiners": [], "tails": [], "guard": [], "entity": [ENTRY],
    }  # fmt: skip
    EntityRegistry.model_validate(plain)
    with pytest.raises(ValidationError, match=fault):
        EntityRegistry.model_validate(plain | fields)


def test_a_guard_names_a_bound() -> None:
    with pytest.raises(ValidationError, match="no word before or after"):
        Guard(name="国美")


def test_repeated_names_fold_latin_letters() -> None:
    assert repeated(["QQ", "qq", "微信"]) == ["qq"]


def test_an_entity_gives_its_canonical_name_first() -> None:
    assert RegisteredEntity.model_validate(ENTRY | {"aliases": ["ACME公司"]}).names == ("艾克米", "ACME公司")
