"""Where a text names investment projects: in lists, and beside the money they cost."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.schema.works import works_words

LONGEST_NAME = 40
LONGEST_LISTED = 30

_LIST_HEAD = re.compile(r"(?:项目|工程)[^，。：；\n]{0,8}?(?:包括|有|为|是|如下|分别是|分别为|名单)[：:]")
_COSTING = re.compile(
    r"(?:计划|预计|概算|估算)?总?投资(?:额|规模|概算)?(?:约|达|为|近|超过?|逾)*"
    r"[0-9.,]+[多余]?[万亿]*[美欧港日]?元(?:人民币)?(?:以上|左右)?的"
)
_BATCH = re.compile(
    r"等(?:一大?批|多个|若干|[0-9一二三四五六七八九十]+[个项大])?"
    r"[^，。；、\n]{0,20}?(?:项目|工程|设施|平台|园区|场馆)(?:建设)?(?=[，。；、\n]|$)"
)
SHORTEST_ITEMS, LONGEST_ITEMS = 2, 200
_AS = re.compile(r"以(?P<item>[^，。；、\n]{3,30}?)为(?:代表|龙头|重点|核心)的")
_BACK = re.compile("这些|上述|以上|其中")
_MEASURED = re.compile(r"(?:[0-9.,]+[多余]?[\u4e00-\u9fff]{1,5}的)?")
_PHRASE = re.compile(r"[的了着是在和与及把被让为\s（）()]|一批|各项|重大|重点|相关|一个|基础设施")
REACH = 300  # characters before its paragraph in which a list that points back finds its head


class Work(NamedTuple):
    """A project by its name, the stretch that tells of it, and the head of the list it stands in."""

    char_start: int
    char_end: int
    scope_start: int
    scope_end: int
    head_start: int
    head_end: int


@cache
def _end() -> re.Pattern[str]:
    book = works_words()
    return re.compile(rf"(?:{words(book.kinds)})(?:{words(book.after)})?$")


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"^(?:.*(?:{words(works_words().verbs)}))(?=.{{2}})")


def works(text: str, start: int, end: int) -> list[Work]:
    """Finds the projects that a paragraph names.

    Args:
        text: The whole text.
        start: Where the paragraph begins.
        end: Where it ends.

    Returns:
        The projects in order, each once.

    >>> text = "全市有两项重点建设工程。这些项目分别是：长江二桥；城北水厂二期。"
    >>> [text[work.char_start : work.char_end] for work in works(text, 0, len(text))]
    ['长江二桥', '城北水厂二期']
    """
    found = _listed(text, start, end) + _costed(text, start, end) + _batched(text, start, end)
    found += _built(text, start, end)
    kept: list[Work] = []
    for work in sorted(found):
        if not kept or work.char_start >= kept[-1].char_end:
            kept.append(work)
    return kept


def _listed(text: str, start: int, end: int) -> list[Work]:
    """The items of 项目包括：甲；乙；丙。."""
    found = []
    for head in _LIST_HEAD.finditer(text, start, end):
        stop = _until(text, head.end(), end, "。\n")
        opening = max(0, start - REACH) if _BACK.search(text, start, head.start() + 1) else start
        mark = "；" if "；" in text[head.end() : stop] else "、"
        at = head.end()
        for item in text[head.end() : stop].split(mark):
            name = re.split("[，（(]", item)[0].strip()
            name = re.sub(r"等(?:项目|工程)?$", "", name)
            name_start = at + item.find(name)
            if 2 < len(name) <= LONGEST_NAME and not _COSTING.search(item):
                found.append(Work(name_start, name_start + len(name), at, at + len(item), opening, head.start()))
            at += len(item) + 1
    return found


def _costed(text: str, start: int, end: int) -> list[Work]:
    """总投资28亿元的某某项目, up to the next such cost."""
    if text.find("投资", start, end) < 0:
        return []
    heads = list(_COSTING.finditer(text, start, end))
    found = []
    for index, head in enumerate(heads):
        limit = heads[index + 1].start() if index + 1 < len(heads) else end
        stop = _until(text, head.end(), limit, "。；\n")
        name = re.split("[，。；、（(\n]", text[head.end() : stop])[0]
        name = re.sub(r"等(?:多个)?(?:项目|工程)$", "", name)
        kind = re.match(rf"(?:.*?(?:{words(works_words().kinds)}))+(?:{words(works_words().after)})?", name)
        if kind and 3 < len(kind.group()) <= LONGEST_NAME:
            # A list is headed by its sentence, up to its first cost.
            opening = max(text.rfind("。", start, head.start()) + 1, start)
            first = next(other.start() for other in heads if other.start() >= opening)
            found.append(Work(head.end(), head.end() + len(kind.group()), head.start(), stop, opening, first))
    return found


def _batched(text: str, start: int, end: int) -> list[Work]:
    """推进甲、乙、丙等一批某某项目: a verb of building or the name of one of them tells that works are meant."""
    found: list[Work] = []
    for at, stop in _batches(text, start, end):
        items = text[at:stop].split("、")
        verb = _verbs().match(items[0])
        opening = max(start, *(text.rfind(mark, start, at) + 1 for mark in "，。；\n"))
        head = (opening, at + verb.end() if verb else at)
        # One batch of works makes the next of its sentence another.
        follows = bool(found) and "。" not in text[found[-1].char_end : at]
        if verb is None and not follows and not any(_end().search(item.strip("“”")) for item in items):
            continue
        for index, item in enumerate(items):
            name = (item[verb.end() :] if verb and index == 0 else item).removeprefix("以及").strip("“”")
            begin = text.index(name, at)
            if 2 < len(name) <= LONGEST_LISTED and not _PHRASE.search(name):
                found.append(Work(begin, begin + len(name), begin, begin + len(name), *head))
            at += len(item) + 1
    return found


def _batches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lists of names that 等…项目 closes: from the mark before them, not further than `LONGEST_ITEMS`."""
    at = done = start
    while batch := _BATCH.search(text, at, end):
        stop = batch.start()
        floor = max(done, stop - LONGEST_ITEMS)
        begin = max(floor, *(text.rfind(mark, floor, stop) + 1 for mark in "，。；：\n"))
        if stop - begin >= SHORTEST_ITEMS:
            yield begin, stop
            at = done = batch.end()
        else:
            at = stop + 1


def _built(text: str, start: int, end: int) -> list[Work]:
    """规划建设某某试验区, 加快建设甲、乙等, 以甲为代表: a name that says by its last word what it is."""
    found: list[Work] = []
    for verb in _builds().finditer(text, start, end):
        begin = _MEASURED.match(text, verb.end(), end).end()  # type: ignore[union-attr]  # it matches the empty string
        name = re.split("[，。；、（(\n“”]|等", text[begin : begin + LONGEST_NAME])[0]
        if 3 < len(name) <= LONGEST_LISTED and _end().search(name) and not _PHRASE.search(name):
            opening = max(start, *(text.rfind(mark, start, begin) + 1 for mark in "。；，、\n"))
            found.append(Work(begin, begin + len(name), opening, begin + len(name), opening, begin))
    for lead in _AS.finditer(text, start, end):
        if _end().search(lead["item"]) and not _PHRASE.search(lead["item"]):
            opening = max(start, *(text.rfind(mark, start, lead.start()) + 1 for mark in "。；，\n"))
            found.append(Work(lead.start("item"), lead.end("item"), opening, lead.end("item"), opening, lead.start()))
    return found


@cache
def _builds() -> re.Pattern[str]:
    return re.compile(rf"(?:{words(verb for verb in works_words().verbs if len(verb) > 1)})")


def _until(text: str, at: int, end: int, marks: str) -> int:
    return min((place for mark in marks if (place := text.find(mark, at, end)) >= 0), default=end)
