"""Which prediction answers which gold claim."""

from hypothesis import given
from hypothesis import strategies as st

from dianshang.review.matching import Place, match


def pairs(predicted, gold):
    found = match([Place(*place) for place in predicted], [Place(*place) for place in gold])
    return [(pair.predicted, pair.gold, pair.exact) for pair in found]


def test_equal_spans_go_before_larger_overlaps():
    # The first prediction covers the gold claim wholly, but the second is it.
    assert pairs([("a", 0, 9), ("a", 3, 6)], [("a", 3, 6)]) == [(1, 0, True)]


def test_the_larger_overlap_goes_first():
    assert pairs([("a", 0, 4), ("a", 4, 9)], [("a", 3, 8)]) == [(1, 0, False)]


def test_at_a_tie_the_first_in_the_gold_then_in_the_predictions():
    assert pairs([("a", 2, 6)], [("a", 0, 4), ("a", 4, 8)]) == [(0, 0, False)]
    assert pairs([("a", 0, 4), ("a", 4, 8)], [("a", 2, 6)]) == [(0, 0, False)]


def test_a_prediction_answers_one_claim_only():
    assert pairs([("a", 0, 10)], [("a", 0, 4), ("a", 5, 10)]) == [(0, 1, False)]


def test_a_claim_is_answered_once_by_repeated_predictions():
    assert pairs([("a", 0, 4), ("a", 0, 4)], [("a", 0, 4)]) == [(0, 0, True)]


def test_touching_is_not_overlapping():
    assert pairs([("a", 0, 4)], [("a", 4, 8)]) == []


def test_documents_are_apart():
    assert pairs([("a", 0, 4)], [("b", 0, 4)]) == []


def test_a_long_prediction_stays_in_view_of_later_claims():
    assert pairs([("a", 0, 30), ("a", 1, 2)], [("a", 1, 2), ("a", 20, 24)]) == [(1, 0, True), (0, 1, False)]


places = st.builds(
    lambda doc, start, size: Place(doc, start, start + size),
    st.sampled_from("ab"),
    st.integers(0, 30),
    st.integers(1, 8),
)


@given(st.lists(places, max_size=25), st.lists(places, max_size=25))
def test_pairs_are_one_to_one_overlap_and_leave_nothing_that_could_be_paired(predicted, gold):
    found = match(predicted, gold)
    ours, theirs = {pair.predicted for pair in found}, {pair.gold for pair in found}
    assert len(ours) == len(theirs) == len(found)

    def overlap(one, other):
        return one.doc == other.doc and one.start < other.end and other.start < one.end

    for pair in found:
        assert overlap(predicted[pair.predicted], gold[pair.gold])
        assert pair.exact == (predicted[pair.predicted] == gold[pair.gold])
    for index, one in enumerate(predicted):
        for other_index, other in enumerate(gold):
            assert index in ours or other_index in theirs or not overlap(one, other)


@given(st.lists(places, max_size=25, unique=True))
def test_everything_matches_itself(given):
    assert all(pair.exact and pair.predicted == pair.gold for pair in match(given, given))
    assert len(match(given, given)) == len(given)
