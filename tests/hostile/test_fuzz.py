"""Random bytes and random texts of the stuff that news is made of, within a bounded number of examples."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dianshang.engines.documents import RawDocument
from dianshang.engines.identity import issue_id
from dianshang.engines.records import Reject, RejectKind
from dianshang.engines.tabulation import Limits, tabulated
from dianshang.extraction.claims.claims import extract
from dianshang.reading.decoding import decode
from dianshang.reading.errors import ReadingError

SCRAPS = (
    *"0123456789.,%％、，。；：（）()“”【】\n \t-~至到约超多余几半个十百千万亿年月日元",
    *(
        "百分之",
        "个百分点",
        "同比增长",
        "环比",
        "去年",
        "今年上半年",
        "截至2012年底",
        "占",
        "其中",
        "预计",
        "将",
        "亿美元",
    ),
    *("阿里巴巴", "某市", "记者周岚", "http://a.example/2012/0305/1.html", "[image: a.jpg]", "三分之一", "翻番", "倍"),
    *("“", "”，他说", "表示", "\u200b", "\u202e", "\ufeff", "\r\n", "１２", "Q4", "一、", "（某某网）"),
)
news = st.lists(st.sampled_from(SCRAPS), max_size=60).map("".join)
anything = st.one_of(news, st.text(max_size=200), st.tuples(news, st.text(max_size=40), news).map("".join))
LIMITS = Limits(seconds=20)


@given(anything)
@settings(deadline=None)
def test_every_text_gives_true_offsets(text):
    for claim in extract(text):
        assert text[claim.char_start : claim.char_end] == claim.mention


@given(anything, st.sampled_from([None, 1]))
@settings(deadline=None)
def test_every_text_gives_rows_or_a_reason(text, line):
    result = tabulated(RawDocument(1, "fuzz", line, "fuzz", text, None), LIMITS)
    if isinstance(result, Reject):
        assert result.kind is RejectKind.NO_ARTICLE, result


@given(st.one_of(st.binary(max_size=300), anything.map(lambda text: text.encode("gb18030", "ignore"))))
@settings(deadline=None)
def test_all_bytes_are_text_or_refused(data):
    try:
        text = decode(data, "fuzz")
    except ReadingError:
        return
    assert "\r" not in text


@given(st.text(min_size=1), st.text(min_size=1))
def test_ids_of_different_names_differ(one, other):
    if one.replace("/", ".") != other.replace("/", "."):
        assert issue_id(one) != issue_id(other)
