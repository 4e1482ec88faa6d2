"""The closed code lists: every code means something, in both languages."""

import pytest

from dianshang.schema import codes
from dianshang.schema.areas import area_codebook
from dianshang.schema.codes import CodeList
from dianshang.schema.tables import CODEBOOKS, TABLES, Scope
from dianshang.schema.units import is_money, unit_codebook, units

LISTS = [found for found in vars(codes).values() if isinstance(found, type) and issubclass(found, CodeList)]


@pytest.mark.parametrize("codes", [found for found in LISTS if found is not CodeList], ids=lambda found: found.__name__)
def test_every_code_has_a_meaning_of_its_own_in_both_languages(codes):
    for language in ("en", "zh"):
        meanings = [getattr(code, language) for code in codes]
        assert all(meanings)
        assert len(set(meanings)) == len(meanings)


def test_money_is_told_by_its_kind_not_by_three_capitals():
    assert is_money("CNY") and is_money("XDR")
    assert not any(map(is_money, ("TEU", "MWh", "%", "person", None)))


def test_a_codebook_holds_the_codes_asked_for_in_both_languages():
    (country,) = area_codebook(["CN"])
    assert (country.level, country.label_en, country.label_zh) == ("country", "China", "中国")
    enterprise, person = unit_codebook(["person", "enterprise", "person"])
    assert (enterprise.plural_en, person.plural_en, person.label_zh) == ("enterprises", "people", "人")


@pytest.mark.parametrize(
    ("code", "plural"),
    [("city", "cities"), ("branch", "branches"), ("aircraft", "aircraft"), ("CNY", "Chinese yuan"), ("day", "days")],
)
def test_english_plurals_are_data(code, plural):
    assert units()[code].plural == plural


def test_what_is_made_of_the_whole_corpus_says_so():
    assert {spec.name for spec in TABLES.values() if spec.scope is Scope.CORPUS} == {"entities", *CODEBOOKS}
