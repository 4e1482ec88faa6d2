"""Whose shares are pledged, held, bought or sold: each text with the subjects of its numbers in order."""

from datetime import date

import pytest

from dianshang import extract

HOLDERS = [
    ("河湾股份公告称，控股股东王小明解除质押100万股，占其所持股份的2%。", ["王小明", "王小明"]),
    ("河湾股份公布，公司接到股东王小明通知，获悉王小明所持有的100万股办理了解除质押。", ["王小明"]),
    # Told by the role alone, the holder is named further on.
    ("河湾股份控股股东解除质押100万股。\n公司接到股东东湖投资有限公司通知。", ["东湖投资有限公司"]),
    # Of two, the one named last before the number.
    ("股东王小明持有股份300万股，占总股本的6%；另一股东李大伟共持有股份100万股。", ["王小明", "王小明", "李大伟"]),
    # Whose shares are bought is the company; so is whose sales, profit or price is told beside a holder.
    ("河湾股份获股东增持50万股。", ["河湾股份"]),
    ("河湾股份控股股东王小明表示，河湾股份去年营业收入3亿元。", ["河湾股份"]),
]


@pytest.mark.parametrize(("text", "subjects"), HOLDERS)
def test_whose_shares_they_are(text: str, subjects: list[str | None]) -> None:
    assert [claim.subject for claim in extract(text, date(2019, 9, 26))] == subjects
