"""Writes a corpus of news with known claims: `python bench/corpus_generator.py FILE.jsonl COUNT [--seed N]`.

Each document is drawn from patterns of sentences with numbers, places and firms filled in; `gold` holds the mention,
value and unit of every claim that was put into it. Never shipped.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PLACES = ("河湾市", "沿江新区", "北岭县", "东湖区", "南港市", "西山县", "临海市", "新桥区")
FIRMS = ("云帆商城", "金桥集团", "海岳控股", "百川网", "远山科技", "星河物流", "四方超市", "同源药业")
THINGS = ("销售额", "营业收入", "成交额", "固定资产投资", "出口额", "净利润", "财政收入", "研发投入")
FILLERS = (
    "有关负责人介绍，下一步将完善配套政策，改善营商环境。",
    "业内人士认为，市场竞争仍将加剧，中小企业需要找到自己的位置。",
    "记者走访发现，多数商户对前景表示乐观，也有人担心成本上升。",
    "项目建成之后，当地居民的出行和购物都会更加方便。",
)
LEVEL = "{subject}{year}年实现{thing}{amount}亿元，同比增长{growth}%。"
SHARE = "其中，{firm}占{share}%，居第一位。"
COUNT = "截至{year}年底，{subject}共有企业{count}家，从业人员{people}万人。"
SENTENCES = 12


def corpus(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Documents with their claims, the same for the same seed."""
    draw = random.Random(seed)
    for number in range(count):
        yield _document(draw, number)


def write(path: Path, count: int, seed: int = 1) -> Path:
    with path.open("w", encoding="utf-8") as file:
        for record in corpus(count, seed):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def _document(draw: random.Random, number: int) -> dict[str, Any]:
    subject, thing, year = draw.choice((*PLACES, *FIRMS)), draw.choice(THINGS), draw.randint(2005, 2023)
    gold: list[dict[str, Any]] = []
    text = [f"{subject}{thing}再上台阶"]
    for _ in range(draw.randint(SENTENCES // 2, SENTENCES * 2)):
        sentence, claims = _sentence(draw, subject, thing, year)
        text.append(sentence)
        gold += claims
    published = f"{year + 1}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
    return {"id": f"made-{number:07d}", "published": published, "text": "\n".join(text), "gold": gold}


def _sentence(draw: random.Random, subject: str, thing: str, year: int) -> tuple[str, list[dict[str, Any]]]:
    kind = draw.randrange(4)
    if kind == 0:
        return draw.choice(FILLERS), []
    if kind == 1:
        amount, growth = draw.randint(11, 9999) / 10, draw.randint(1, 499) / 10
        sentence = LEVEL.format(subject=subject, year=year, thing=thing, amount=amount, growth=growth)
        return sentence, [_claim(f"{amount}亿元", amount * 1e8, "CNY"), _claim(f"{growth}%", growth, "%")]
    if kind == 2:
        share = draw.randint(10, 900) / 10
        return SHARE.format(firm=draw.choice(FIRMS), share=share), [_claim(f"{share}%", share, "%")]
    count, people = draw.randint(12, 9000), draw.randint(11, 999) / 10
    sentence = COUNT.format(year=year, subject=subject, count=count, people=people)
    return sentence, [_claim(f"{count}家", count, "enterprise"), _claim(f"{people}万人", people * 1e4, "person")]


def _claim(mention: str, value: float, unit: str) -> dict[str, Any]:
    return {"mention": mention, "value": round(value, 6), "unit": unit}


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a corpus of made news with known claims.")
    parser.add_argument("file", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.file, options.count, options.seed)


if __name__ == "__main__":
    main()
