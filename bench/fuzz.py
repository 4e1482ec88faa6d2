"""A coverage-guided fuzz of reading and extraction: `python bench/fuzz.py [--seconds N] [--seed N]`.

Needs `pip install atheris`. It feeds bytes that coverage steers through decode, parse and extract, and stops at an
exception that is no refusal, at an offset that is off, or at a text that takes longer than its share.
"""

import argparse
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

with atheris.instrument_imports(include=["dianshang"]):
    from dianshang.engines.documents import RawDocument
    from dianshang.engines.records import Reject, RejectKind
    from dianshang.engines.tabulation import Limits, tabulated
    from dianshang.extraction.claims.claims import extract
    from dianshang.reading.decoding import decode
    from dianshang.reading.errors import ReadingError

SECONDS_FOR_ONE = 20
LONGEST = 600
# Indexes into news words rather than bytes: most bytes are no Chinese text, and would end at the first refusal.
WORDS = (
    *"0123456789.,%％、，。；：（）()“”【】\n \t-~至到约超多余几半个十百千万亿年月日元倍成",
    *("百分之", "个百分点", "同比增长", "下降", "环比", "去年", "今年上半年", "截至2012年底", "占", "其中"),
    *("预计", "亿美元", "三分之一", "翻番", "表示", "记者周岚", "（某某网http://a.example/2012/0305/1.html）"),
    *("[image: a.jpg]", "\u200b", "\u202e", "\ufeff", "\r\n", "１２", "Q4", "一、"),
)


def one(data: bytes) -> None:
    """Feeds one input."""
    if data[:1] > b"\x80":
        try:
            text = decode(data[1:], "fuzz")
        except ReadingError:
            return
    else:
        text = "".join(WORDS[byte % len(WORDS)] for byte in data[1:])
    for claim in extract(text):
        assert text[claim.char_start : claim.char_end] == claim.mention, (text, claim)
    line = 1 if data[:1] > b"\x40" else None
    result = tabulated(RawDocument(1, "fuzz", line, "fuzz", text, None), Limits(seconds=SECONDS_FOR_ONE))
    assert not isinstance(result, Reject) or result.kind is RejectKind.NO_ARTICLE, (text, result)


def main() -> None:
    parser = argparse.ArgumentParser(description="Fuzz reading and extraction, steered by coverage.")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"seed {options.seed}")
    flags = [f"-max_total_time={options.seconds}", f"-seed={options.seed}", f"-max_len={LONGEST}", "-timeout=30"]
    atheris.Setup([sys.argv[0], *flags], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
