"""What a noun phrase names: whose, what, and the indicator."""

import pytest

from dianshang import extract
from dianshang.extraction.phrases.nouns import clean, head_of


@pytest.mark.parametrize(
    ("sentence", "subject", "code"),
    [
        # A market is whose number it is, and its size is what the number says.
        ("2012年中国童装市场规模达600亿元。", "中国童装市场", "market_size"),
        ("去年国内多晶硅市场规模约为320亿元。", "国内多晶硅市场", "market_size"),
        # Sales in a market are sales.
        ("2012年中国汽车市场销量为1930万辆。", "中国汽车市场", "sales_volume"),
    ],
)
def test_market_and_what_is_measured_of_it(sentence, subject, code):
    (claim,) = extract(sentence)
    assert (claim.subject, claim.indicator) == (subject, code)


def test_opening_words_and_closing_particles_are_no_part_of_a_name():
    assert clean("其中出口额将") == "出口额"


@pytest.mark.parametrize(("phrase", "head"), [("水泥总产能", "产能"), ("挖掘机", ""), ("", "")])
def test_head_of_a_phrase(phrase, head):
    assert head_of(phrase)[0] == head
