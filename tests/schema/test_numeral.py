"""What a row of the ledger must hold."""

import pytest
from pydantic import ValidationError

from dianshang.schema import Numeral


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"char_end": 30}, "span exactly `text`"),
        ({"text": "", "char_end": 22}, "at least 1 character"),
        ({"metric_id": None}, "set for the role `metric`"),
        ({"role": "period"}, "set for the role `metric`"),
        ({"kind": "colour"}, "'money', 'percent'"),
        ({"numeral_id": "news-2014-05-27"}, "pattern"),
    ],
)
def test_a_broken_rule_is_named(numeral, fields, rule):
    with pytest.raises(ValidationError, match=rule):
        Numeral.model_validate(numeral.model_dump() | fields)


def test_a_numeral_outside_every_article_is_sound(numeral):
    fields = {"article_id": None, "kind": "date", "role": "none", "metric_id": None}
    assert Numeral.model_validate(numeral.model_dump() | fields).article_id is None
