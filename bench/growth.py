"""How time grows with a text: each of a hundred scraps over and over, as a text, an issue and a table, n and 4n long.

Run it as `python bench/growth.py [--size 8000] [--workers 2] [--json]`, some minutes. It prints what takes more than
five times as long for four times the text; linear is four. What looks so is measured again, and the best of the
rounds counts; processor time is what is measured, in turn, so that other work on the machine matters little.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from dianshang.engines.documents import RawDocument
from dianshang.engines.tabulation import Limits, tabulated
from tests.hostile.texts import hostile

LONGER, STEEPEST, ROUNDS = 4, 5.0, 4
# Below this many processor seconds a ratio tells nothing.
LEAST = 0.02
LEAST_SIZE = 800
SCRAPS = (
    *(
        "兼任书记",
        "9%、",
        "5元",
        "3倍",
        "5元、",
        "3倍，",
        "1/2",
        "1:2",
        "3比2",
        "-5%",
        "(5)",
        "〔5〕",
        "No.1",
        "Q4",
        "A5",
    ),
    *(
        "二〇一三年",
        "十三五",
        "廿三日",
        "卅年",
        "5月",
        "5日",
        "1点半",
        "下午3时",
        "第5届",
        "前5月",
        "上半年",
        "今年",
        "同期",
    ),
    *(
        "据统计",
        "据甲",
        "统计",
        "显示，",
        "表示：",
        "他说",
        "“",
        "”",
        "（",
        "）",
        "《甲》",
        "记者",
        "甲乙",
        "稍微",
        "丁说，",
    ),
    *(
        "其中，",
        "分别为",
        "以及",
        "和",
        "、",
        "，",
        "；",
        "：",
        "。",
        "！？",
        "……",
        "——",
        "的",
        "了",
        "是",
        "达",
        "超过",
        "约",
    ),
    *(
        "亿美元",
        "万亿元",
        "个百分点",
        "平方米",
        "吨标准煤",
        "人次",
        "KWh",
        "GB",
        "℃",
        "百分之五",
        "三成",
        "一半",
        "翻番",
    ),
    *(
        "增长",
        "下降5%，",
        "较上年",
        "比去年同期",
        "占5%",
        "预计",
        "拟投资",
        "某公司",
        "某市",
        "浙江省",
        "阿里巴巴",
        "网易",
    ),
    *(
        "京东总裁李明介绍，京东增长5%。李明称，",
        "手机售价5元，销量3台，",
        "一期5亿元，二期3亿元，",
        "2012年5%，2013年6%，",
        "甲5%乙6%",
        "1、甲；2、乙；",
        "一、",
    ),
)


def text(unit: str, size: int) -> RawDocument:
    return RawDocument(1, "a.jsonl", 1, "a", unit * (size // len(unit)), None)


def issue(unit: str, size: int) -> RawDocument:
    body = unit * (size // len(unit))
    whole = f"【城市】\n某市去年增长三成\n{body}\n（某报2014年5月12日http://news.example.org/2014/0512/1.html）\n"
    return RawDocument(1, "a.txt", None, "a", whole, None)


def table(unit: str, size: int) -> RawDocument:
    cell = unit.replace("\n", " ").replace("\t", " ")
    row = f"甲\t{cell}\t{cell}\n"
    return RawDocument(1, "a.jsonl", 1, "a", "名称\t数量\t增长\n" + row * (size // len(row) or 1), None)


FORMS: dict[str, Callable[[str, int], RawDocument]] = {"text": text, "issue": issue, "table": table}


def scraps() -> dict[str, str]:
    """The scraps by their names: those of the tests, and more."""
    return {**{name: shortest(made) for name, made in hostile(200).items()}, **{scrap: scrap for scrap in SCRAPS}}


def shortest(made: str) -> str:
    """What a text is made of, over and over."""
    return next(made[:size] for size in range(1, len(made) + 1) if made == (made[:size] * len(made))[: len(made)])


def seconds(document: RawDocument) -> float:
    """Processor seconds of one reading."""
    start = time.process_time()
    tabulated(document, Limits(size=1 << 30, seconds=600))
    return time.process_time() - start


def warm() -> None:
    """Reads one text of each form, so that what is read once counts for none."""
    for form in FORMS.values():
        seconds(form("某市去年增长5%，", LEAST_SIZE))


def growth(size: int, form: str, unit: str) -> float:
    """The time of four times the text as a multiple of that of the text."""
    short, long = FORMS[form](unit, size), FORMS[form](unit, LONGER * size)
    least = float("inf")
    for _ in range(ROUNDS):
        # As much work on either side, so that whatever else the machine does falls on both alike.
        before = sum(seconds(short) for _ in range(LONGER // 2))
        whole = seconds(long)
        after = sum(seconds(short) for _ in range(LONGER // 2))
        least = min(least, LONGER * whole / max(before + after, LONGER * LEAST))
        if least <= STEEPEST:
            break
    return round(least, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how time grows with a text.")
    parser.add_argument("--size", type=int, default=8000, help="characters of the shorter text (8000)")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="processes at once (as many as cores)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    made = scraps()
    tasks = [(form, name) for name in made for form in FORMS]
    steep, steepest = {}, 0.0
    with ProcessPoolExecutor(options.workers, initializer=warm) as pool:
        units = (made[name] for _, name in tasks)
        found = pool.map(partial(growth, options.size), (form for form, _ in tasks), units)
        for (form, name), times in zip(tasks, found, strict=True):
            steepest = max(steepest, times)
            if times > STEEPEST:
                steep[f"{name!r} as {form}"] = times
                if not options.json:
                    print(f"{name!r:<24} {form:<6} {times:>6} times", flush=True)
    if options.json:
        print(json.dumps({"scraps": len(made), "steepest": steepest, "steep": steep}, ensure_ascii=False, indent=1))
    else:
        print(f"{len(made)} scraps in {len(FORMS)} forms, {len(steep)} of them above {STEEPEST:g} times")


if __name__ == "__main__":
    main()
