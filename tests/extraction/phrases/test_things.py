"""Which words name a thing."""

import pytest

from dianshang.extraction.phrases.things import is_thing


@pytest.mark.parametrize(
    ("phrase", "thing"), [("水泥", True), ("陆续雇佣", False), ("每吨", False), ("五年间", False), ("", False)]
)
def test_thing(phrase, thing):
    assert is_thing(phrase) is thing
