"""Claims of a sentence by their mention, for tables of sentence → expected."""

from collections.abc import Callable
from datetime import date

import pytest

from dianshang.extraction.claims.claims import extract
from dianshang.schema.claim import Claim

NEWS_DAY = date(2014, 5, 20)
Find = Callable[..., Claim]


@pytest.fixture
def news_day() -> date:
    return NEWS_DAY


@pytest.fixture
def claim() -> Find:
    """Gives the one claim of a text that has the mention."""

    def find(text: str, mention: str, published: date | None = NEWS_DAY) -> Claim:
        found = [one for one in extract(text, published) if one.mention == mention]
        assert len(found) == 1, f"{mention} found {len(found)} times in {text}"
        return found[0]

    return find
