"""Names that a text itself gives its bodies."""

import pytest

from dianshang.extraction.phrases.recurring import announcing


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # Who announces is a body, here and wherever its name stands.
        ("恒岭智造8月2日晚间发布公告称，恒岭智造拟扩产。", [0, 16]),
        # What it is stands before its name.
        ("网贷平台河湾财富的成交额下降，河湾财富未回应。", [4, 15]),
        # A firm in general, a pointer and a group are no names.
        ("公司公告，多家公司发布公告，控股股东公告。", []),
        # Nor are people at work there, nor what is named only once.
        ("平台工作人员的收入下降，工作人员减少。", []),
        ("网站蓝屿读书的用户增加。", []),
    ],
)
def test_announcing(text, places):
    assert [one.char_start for one in announcing(text, [])] == places
