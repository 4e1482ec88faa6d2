"""Agreement of readers."""

import pytest

from dianshang.review.agreement import Agreement, extractor_score, kappa, of_metrics, reader_agreement
from dianshang.review.report import agreement_report
from dianshang.schema.codes import Qualifier

A, B = "level", "share"


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: raw 0.7, by chance 0.5, so 0.4 (the textbook case).
        ([(A, A)] * 20 + [(A, B)] * 5 + [(B, A)] * 10 + [(B, B)] * 15, 0.4),
        ([(A, A), (B, B)], 1),
        ([(A, B), (B, A)], -1),
        ([(None, None), (A, A)], 1),  # null is a label
        ([(A, A), (A, A)], None),  # chance alone would agree
        ([], None),
    ],
)
def test_kappa(labels, expected):
    assert kappa(labels) == (expected if expected is None else pytest.approx(expected))


def test_readers_are_compared_on_the_claims_both_found(level, growth):
    other = level.model_copy(update={"qualifier": Qualifier.OVER})
    found = reader_agreement(of_metrics([level, growth]), of_metrics([other]))
    assert (found.span.hits, found.span.f1) == (1, pytest.approx(2 / 3))
    assert found.fields["qualifier"].accuracy == 0
    assert found.fields["unit"].accuracy == 1
    assert found.kappa["qualifier"] == 0


def test_the_report_is_markdown_with_every_figure(level, growth):
    readers = reader_agreement(of_metrics([level, growth]), of_metrics([level, growth]))
    page = agreement_report(Agreement("news-2014-05", extractor_score([level], [level, growth]), readers))
    lines = page.splitlines()
    assert "| span | 1.000 | 0.500 | 0.667 | 1 | 1 | 2 |" in lines
    assert "| growth: span | 0.000 | 0.000 | 0.000 | 0 | 0 | 1 |" in lines
    assert "| `unit` | 1.000 | 1.000 | – | 1.000 | – |" in lines
    assert "Two readers: 2 and 2 claims, 2 at the same offsets (F1 1.000)." in lines
    assert "| `measure` | 1.000 | 1.000 | – | 1.000 |" in lines
