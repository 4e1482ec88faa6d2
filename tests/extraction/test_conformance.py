"""The hits on published Chinese cases do not fall below what was reached."""

import pytest

from bench.conformance import outcomes, read_cases

QUANTITY_KINDS = [
    "number",
    "number_approx",
    "fraction",
    "percent",
    "pp",
    "discount",
    "currency",
    "dimension",
    "age",
    "range",
    "bound_over",
    "bound_under",
    "none",
    "identifier",
]


@pytest.mark.parametrize("kind", QUANTITY_KINDS)
def test_every_case_of_the_kind_is_read(kind: str) -> None:
    cases = [case for case in read_cases() if case["kind"] == kind]
    assert cases
    assert [outcome.case["input"] for outcome in outcomes(cases) if not outcome.hit] == []
