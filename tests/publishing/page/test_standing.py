import pytest

from dianshang.publishing.page.standing import standings

FIRST, SECOND, THIRD = "news-2014-05-01-00022", "news-2014-05-01-00030", "news-2014-05-01-00040"


def test_only_the_tested_number_bears_the_verdict(check):
    found = standings([check])
    assert (found[FIRST].verdict, found[FIRST].checks) == (None, (0,))
    assert (found[SECOND].verdict, found[SECOND].checks) == ("inconsistent", (0,))
    assert THIRD not in found


@pytest.mark.parametrize("kind", ["repeat", "sum"])
def test_numbers_that_test_one_another_all_bear_it(check, kind):
    assert standings([check.model_copy(update={"kind": kind})])[FIRST].verdict == "inconsistent"


def test_the_gravest_verdict_counts(check):
    fine = check.model_copy(update={"verdict": "consistent"})
    assert standings([fine, check, fine])[SECOND] == ("inconsistent", (0, 1, 2))
