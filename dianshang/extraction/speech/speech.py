"""What is said: the stretches of a text that someone speaks, and the words that name the speaker."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dianshang.extraction.patterns import words
from dianshang.extraction.speech.quotations import Quotation, closed_at, is_quoted, opened_at, quotations
from dianshang.schema.codes import StatementMode
from dianshang.schema.cues import cues
from dianshang.schema.speech import speech_words

SHORTEST_SPEECH = 4
LONGEST_PHRASE = 80
LONGEST_HEADLINE_NAME = 8

_SENTENCE_END = "。！？!?…\n"
_BREAKS = "，。；！？!?：:\n“”"
_CLOSING = re.compile(rf"[{_SENTENCE_END}；;]|$")
_HEADLINE = re.compile(
    rf"^[《\s]*(?P<name>[^：:，。“”《》\s]{{2,{LONGEST_HEADLINE_NAME}}})[：:](?P<said>[^：:]{{6,}}?)[》\s]*$"
)
_SEEMS = re.compile(r"在(?P<who>[^，。；：“”\n]{1,24})看来，")
# After an announcement, what begins so is the writer's own.
_COMMENT = re.compile("，(?=这|此)")
_UNWILLING = ("不愿", "不愿意", "不便", "拒绝", "不肯", "未", "没有", "无法", "不予")
_INTRODUCING = re.compile(r"[到了]?(?:[^，。；：“”\n]{0,16}(?P<colon>[：:])|(?P<comma>[，,]))?\s*")
_WISH = re.compile("要?“")
_FINAL = "。！？!?…"
_TURN = re.compile(rf"[“”{_SENTENCE_END}]")


class Speech(NamedTuple):
    """Words that someone says, and the words before the verb that tell who; phrase may be empty (the same speaker)."""

    char_start: int
    char_end: int
    mode: StatementMode
    phrase: str
    verb: str
    verb_at: int


@cache
def _verbs() -> re.Pattern[str]:
    longer = words(word for word in speech_words().say if len(word) > 1)
    # After 的 or 了 a verb is a noun, and so it is before 者, 性 or 力; 说 and 称 are parts of many other words.
    return re.compile(
        rf"(?<![的了])(?P<verb>{longer})(?![者的性力会机师书员人家])(?:说|称|道)?(?!不讳)"
        r"|(?<![简号据解名堪职总自通俗统尊宣小学传虽听游])(?P<short>说(?![服明法话到起白唱])|称(?![号呼为之赞谓职得]))(?=.)"
    )


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted({word[0] for word in speech_words().say} | set('说称')))}]")


def _spoken_verbs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The verbs of saying in a stretch of text, none overlapping: only where a character opens one is it read."""
    done = start
    for opening in _openings().finditer(text, start, end):
        if opening.start() >= done and (verb := _verbs().match(text, opening.start(), end)):
            done = verb.end()
            yield verb


def _name(verb: re.Match[str]) -> str:
    return verb["verb"] or verb["short"]


@cache
def _objects() -> re.Pattern[str]:
    return re.compile(
        rf"(?:十分|非常|很|高度|不|强烈|热烈|衷心|极为|深感|深表|更|颇为)?(?:{words(speech_words().objects)})"
    )


def headline_speech(text: str, start: int, end: int) -> Speech | None:
    """Reads a headline of the form 姓名：话.

    Args:
        text: The whole text.
        start: Where the headline begins.
        end: Where it ends.

    Returns:
        The words after the colon, reported; None where the line has another form.

    >>> text = "周岚：明年还会更好"
    >>> said = headline_speech(text, 0, len(text))
    >>> text[said.char_start : said.char_end]
    '明年还会更好'
    """
    match = _HEADLINE.match(text[start:end])
    if match is None:
        return None
    said = start + match.start("said")
    return Speech(
        said, start + match.end("said"), StatementMode.INDIRECT, match["name"], "：", start + match.end("name")
    )


def paragraph_speech(text: str, start: int, end: int) -> list[Speech]:
    """Finds what is said in a paragraph of running text.

    Args:
        text: The whole text.
        start: Where the paragraph begins.
        end: Where it ends.

    Returns:
        The stretches in order, every one that a verb of saying may introduce: some overlap, some have no speaker.

    >>> text = "市长周岚说：“明年还会更好。”"
    >>> [text[said.char_start : said.char_end] for said in paragraph_speech(text, 0, len(text))]
    ['明年还会更好。']
    """
    quoted = quotations(text, start, end)
    if len(quoted) == 1 and text[start : quoted[0][0]].strip() == "“" and not text[quoted[0][1] + 1 : end].strip():
        return [Speech(*quoted[0], StatementMode.DIRECT, "", "", start)]
    found: list[Speech] = []
    for match in _spoken_verbs(text, start, end):
        if not is_quoted(match.start(), quoted):
            found.extend(_around(text, start, end, match, quoted))
    for match in _SEEMS.finditer(text, start, end):
        stop = _sentence_end(text, match.end(), end)
        if stop - match.end() >= SHORTEST_SPEECH and not is_quoted(match.start(), quoted):
            found.append(Speech(match.end(), stop, StatementMode.INDIRECT, match["who"], "认为", match.start()))
    return sorted(found)


def _around(text: str, start: int, end: int, verb: re.Match[str], quoted: list[Quotation]) -> list[Speech]:
    """What a verb of saying introduces, and the quotation that it closes."""
    left = _phrase_start(text, start, verb.start())
    phrase = text[left : verb.start()]
    name = _name(verb)
    nested = next(_spoken_verbs(text, left, verb.start()), None)
    hidden = nested and text.endswith(_UNWILLING, left, nested.start())
    if phrase.endswith((*speech_words().shows, *_UNWILLING)) or (nested and nested.end() < verb.start() and not hidden):
        return []
    found: list[Speech] = []
    before = closed_at(left - 1 - text.startswith("，", left - 1), quoted)
    if before and _is_whole(text, before, start):
        found.append(Speech(before[0], before[1], StatementMode.DIRECT, phrase, name, verb.start()))
    found.extend(_after(text, end, verb, phrase, quoted))
    if not found and text[verb.end() : verb.end() + 1] in tuple(_SENTENCE_END) and text[left - 1 : left] == "，":
        opening = max(text.rfind(mark, start, left - 1) for mark in _SENTENCE_END) + 1
        said = max(opening, start)
        found.extend(_spoken(text, said, left - 1, StatementMode.INDIRECT, phrase, verb))
    return found


def _after(text: str, end: int, verb: re.Match[str], phrase: str, quoted: list[Quotation]) -> list[Speech]:
    at, name = verb.end(), _name(verb)
    mark = _INTRODUCING.match(text, at, end)
    assert mark is not None  # every part of it is optional
    said = mark.end()
    colon = mark["colon"] is not None
    if said >= end or (text[at : at + 1] in tuple(_SENTENCE_END + "；")):
        return []
    if not colon and mark["comma"] is None:
        return _at_once(text, end, verb, phrase, quoted)
    quote = opened_at(said + 1, quoted)
    if quote and _ends_speech(text, quote, end):
        return [Speech(quote[0], quote[1], StatementMode.DIRECT, phrase, name, verb.start())]
    if colon:
        stop = _speech_end(text, said, end, phrase, quoted)
        return _spoken(text, said, stop, StatementMode.DIRECT, phrase, verb)
    return _reported(text, said, end, phrase, verb, quoted)


def _at_once(text: str, end: int, verb: re.Match[str], phrase: str, quoted: list[Quotation]) -> list[Speech]:
    at, name = verb.end(), _name(verb)
    wish = _WISH.match(text, at, end)
    quote = opened_at(wish.end(), quoted) if wish else None
    if quote and _ends_speech(text, quote, end):
        return [Speech(quote[0], quote[1], StatementMode.DIRECT, phrase, name, verb.start())]
    if wish is None and len(name) > 1 and (name not in speech_words().direct_object or _objects().match(text, at, end)):
        return []
    if name in speech_words().announces and (comment := _COMMENT.search(text, at, end)):
        end = comment.start()
    return _reported(text, at, end, phrase, verb, quoted)


def _reported(
    text: str, said: int, end: int, phrase: str, verb: re.Match[str], quoted: list[Quotation]
) -> list[Speech]:
    """Reported speech to the end of its sentence, a whole quotation at its end apart."""
    stop = _sentence_end(text, said, end)
    found = []
    within = quoted[bisect_left(quoted, (said + 2,)) : bisect_left(quoted, (stop + 1,))]
    last = next((q for q in within if text[q[0] - 2] in "，：" and _is_whole(text, q, said)), None)
    if last and stop <= last[1] + 1:
        stop = last[0] - 2
        found.append(Speech(last[0], last[1], StatementMode.DIRECT, phrase, _name(verb), verb.start()))
    return _spoken(text, said, stop, StatementMode.INDIRECT, phrase, verb) + found


def _spoken(text: str, said: int, stop: int, mode: StatementMode, phrase: str, verb: re.Match[str]) -> list[Speech]:
    while stop > said and text[stop - 1] in _FINAL + " \u3000；;，":
        stop -= 1
    if stop - said < SHORTEST_SPEECH or text[said] == "”":
        return []
    return [Speech(said, stop, mode, phrase, _name(verb), verb.start())]


def _phrase_start(text: str, start: int, at: int) -> int:
    """Where the words that name the speaker begin: 、 and appositions belong to them."""
    start = max(start, at - LONGEST_PHRASE)
    left = at
    while left > start and text[left - 1] not in _BREAKS:
        left -= 1
    # 某某网创始人，投资人王小明: a title before the comma belongs to the name after it.
    if left > start and text[left - 1] == "，" and left < at:
        further = left - 1
        while further > start and text[further - 1] not in _BREAKS:
            further -= 1
        if _office_end().search(text, further, left - 1) and text[further : left - 1]:
            return further
    return left


@cache
def _office_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{words(cues().office | speech_words().offices)})$")


# Far beyond any speech: what goes on without an end must not be read again for each of its colons.
LONGEST_SENTENCE = 2000


def _sentence_end(text: str, at: int, end: int) -> int:
    """The end of the sentence, full stops inside quotations passed over."""
    depth = 0
    end = min(end, at + LONGEST_SENTENCE)
    for match in _TURN.finditer(text, at, end):
        mark, index = match.group(), match.start()
        if mark == "“":
            depth += text.find("”", index, end) >= 0
        elif mark == "”":
            depth = max(0, depth - 1)
            if depth == 0 and text[index - 1] in _FINAL:
                return index + 1
        elif depth == 0:
            return index
    return end


def _speech_end(text: str, said: int, end: int, phrase: str, quoted: list[Quotation]) -> int:
    """Where speech after a colon ends: before a sentence that speaks of the speaker, or that has a verb of saying."""
    following, stop = said, _sentence_end(text, said, end)
    # A sentence that has no end ends the speech: nothing after it begins anew.
    while stop < end and text[stop] != "…" and stop - following < LONGEST_SENTENCE:
        following = stop + 1
        close = _sentence_end(text, following, end)
        sentence = text[following:close]
        if not sentence.strip() or _SEEMS.search(sentence):
            break
        opening = sentence[:6].lstrip()
        if len(phrase) >= 2 and any(opening.startswith(phrase[at:]) for at in range(len(phrase) - 1)):
            break
        if opening.startswith(tuple(speech_words().pronouns - {"自己", "其"})):
            break
        stop = close
    return stop


def _is_whole(text: str, quote: Quotation, floor: int) -> bool:
    """Whether a quotation is speech and not a word in quotation marks."""
    if text[quote[1] - 1] in _FINAL:
        return True
    opens = quote[0] - 2 < floor or text[quote[0] - 2] in _BREAKS
    return opens and quote[1] - quote[0] >= SHORTEST_SPEECH * 2


def _ends_speech(text: str, quote: Quotation, end: int) -> bool:
    """Whether nothing of the sentence follows the quotation."""
    follower = text[quote[1] + 1 : quote[1] + 2] if quote[1] + 1 < end else ""
    return (
        text[quote[1] - 1] in _FINAL
        or follower in ("", "。", "！", "？", "；", "\n", " ")
        or (follower == "，" and quote[1] - quote[0] > 4 * SHORTEST_SPEECH)
    )
