"""A coverage-guided fuzz of reading and extraction: `python bench/fuzz.py [--seconds N] [--seed N]`.

Needs `pip install atheris`. It feeds bytes that coverage steers through decode, parse and extract, as a document of its
own, as a line of an archive and as a file of lines, and stops at an exception that is no refusal, at an offset that is
off, at a line that is lost, or at a text that takes longer than its share.
"""

import argparse
import sys
from pathlib import Path

import atheris
from fsspec.implementations.memory import MemoryFileSystem

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

with atheris.instrument_imports(include=["dianshang"]):
    from dianshang.engines.documents import RawDocument, documents
    from dianshang.engines.planning import plan
    from dianshang.engines.records import Input, InputKind, Reject, RejectKind
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


# What lines of an archive are made of, whole and broken.
SCRAPS = (
    *(
        b'{"text": "',
        b'"}',
        b"\n",
        b'", "id": "',
        b'", "published": "2014-03-05',
        b'"published": ',
        b"}",
        b"{",
        b"[",
        b",",
    ),
    *(
        b'"text": ',
        b'"id": ',
        b"null",
        b"1",
        b"true",
        b"NaN",
        b"1e999",
        b"\\n",
        b"\\ud800",
        b"\\u0000",
        b"\xef\xbb\xbf",
    ),
    *(
        "去年增长5%，".encode(),
        "销售额达3亿元。".encode(),
        "甲网".encode("gb18030"),
        b"\xff",
        b"\0",
        b"\r\n",
        b"..",
        b"/",
    ),
)
LIMIT = 400


def one(data: bytes) -> None:
    """Feeds one input; its first byte says as what."""
    kind = data[0] >> 6 if data else 0
    if kind == 3:
        a_file_of_lines(b"".join(SCRAPS[byte % len(SCRAPS)] for byte in data[1:]))
    elif kind == 2:
        try:
            text = decode(data[1:], "fuzz")
        except ReadingError:
            return
        a_document(RawDocument(1, "fuzz", None, "fuzz", text, None))
    else:
        text = "".join(WORDS[byte % len(WORDS)] for byte in data[1:])
        a_document(RawDocument(1, "fuzz", kind or None, "fuzz", text, None))


def a_document(document: RawDocument) -> None:
    """Rows with true offsets, or the news that there is no article."""
    text = document.text
    for claim in extract(text, document.published):
        assert text[claim.char_start : claim.char_end] == claim.mention, (text, claim)
    result = tabulated(document, Limits(seconds=SECONDS_FOR_ONE))
    assert not isinstance(result, Reject) or result.kind is RejectKind.NO_ARTICLE, (text, result)


def a_file_of_lines(data: bytes) -> None:
    """A document or a reason for each line."""
    system = MemoryFileSystem()
    system.pipe_file("/fuzz.jsonl", data)
    planned = plan([Input("/fuzz.jsonl", "fuzz.jsonl", InputKind.LINES, len(data), "")], system, LIMIT)
    found = [one for task in planned.tasks for piece in task for one in documents(piece, system, LIMIT)]
    lines = sum(document.documents if isinstance(document, Reject) else 1 for document in found)
    assert lines == planned.documents == data.count(b"\n") + (data[-1:] not in (b"", b"\n")), (data, found)
    for document in found:
        if isinstance(document, RawDocument):
            a_document(document)


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
