"""Units beside a number, and the vocabularies that hold them."""

from dianshang.extraction.numbers.units import NOUNS, PREFIXES, currency_before, measure_word_book, unit_after
from dianshang.schema.units import unit_codes, units


def test_longest_unit_word_wins() -> None:
    found = unit_after("平方公里", 0)
    assert found is not None
    assert (found[0].code, found[1]) == ("km2", 4)


def test_words_that_merely_start_like_a_unit_are_none() -> None:
    assert unit_after("天价", 0) is None
    assert unit_after("个体户", 0) is None


def test_latin_units_end_with_the_letters() -> None:
    assert unit_after("km,", 0) is not None
    assert unit_after("mobile", 0) is None


def test_currency_before_a_number() -> None:
    assert currency_before("US$5", 3) == ("USD", 0)
    assert currency_before("FORM5", 4) is None


def test_every_code_a_vocabulary_names_is_in_the_codebook() -> None:
    book = measure_word_book()
    named = {group.unit for group in book.measure_word} | set(book.bare)
    named |= {code for group in book.measure_word for code in (*group.only, *group.never)}
    assert named - unit_codes() == set()


def test_no_word_names_two_units() -> None:
    words = [word for unit in units().values() for word in (*unit.words, *unit.ages, *unit.multiples)]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []
    assert NOUNS.firsts and PREFIXES.lasts
