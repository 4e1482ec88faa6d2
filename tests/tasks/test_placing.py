"""A mention put in its place: at the claim that it quotes, not where the same digits stand by chance."""

from dianshang.tasks.placing import placed


def test_a_bare_number_is_put_at_its_claim_and_not_into_a_year(sentences, metrics):
    # 2013年北湖市旅游收入60亿元，比2012年的50亿元增长20%。 The title and a line end, 8 characters, stand before it.
    sentence = next(one for one in sentences if len(one.metric_ids) == 3)
    odd = metrics[2].model_copy(update={"mention": "20", "char_end": metrics[2].char_end - 1})
    [row] = placed(sentence, [{"mention": "20"}], ["mention"], [*metrics[:2], odd])
    assert row["char_start"] == odd.char_start
    # Without a claim to go by, the words stand first in 2013.
    [row] = placed(sentence, [{"mention": "20"}], ["mention"])
    assert row["char_start"] == 8


def test_equal_mentions_are_put_one_after_the_other(sentences):
    sentence = next(one for one in sentences if len(one.metric_ids) == 3)
    rows = list(placed(sentence, [{"mention": "年"}] * 3, ["mention"]))
    assert [row.get("char_start") for row in rows] == [8 + 4, 8 + 22, None]
