"""Every numeral of a text, each in one reading, and the quantities that they state."""

import re
from collections.abc import Sequence
from decimal import Decimal

from dianshang.extraction.amounts import MINUS, amount
from dianshang.extraction.implied import unit_beside
from dianshang.extraction.kinds import (
    AFTER,
    BEFORE,
    NAMED_NUMBERS,
    WEAK_UNITS,
    code_end,
    dialled_end,
    is_list_mark,
    kind_after,
    kind_before,
    latin_token,
)
from dianshang.extraction.marks import marks
from dianshang.extraction.modifiers import qualifier_after, qualifier_before, qualifier_of_power
from dianshang.extraction.numerals import FIRST_CHARS, SCANNER, Number, number
from dianshang.extraction.periods import periods
from dianshang.extraction.records import Quantity, Reading
from dianshang.extraction.units import UNIT_WORDS, UnitWord, unit_after
from dianshang.extraction.words import covering_word
from dianshang.schema.codes import NumeralKind, Qualifier

_NUMERALS = re.compile(f"[{FIRST_CHARS}](?:.*[{FIRST_CHARS}])?", re.S)
_ARABIC = frozenset("0123456789０１２３４５６７８９")
_POWER_CHARS = frozenset("百千万亿兆萬億佰仟")
_SEVERAL = frozenset("几幾数數")
_HAN = re.compile(r"[\u3400-\u9fff]")
_RATIO = re.compile(r" ?[:：∶比] ?[0-9]+(?:\.[0-9]+)?")
_CLOCK = re.compile(r"[:：][0-5][0-9](?::[0-5][0-9])?(?![0-9.])")
_SLASH = re.compile(r"/([0-9]+(?:\.[0-9]+)?)(?![0-9/])")
_SERIES = re.compile("(?:、[0-9]{1,2}){0,4}、([0-9]{1,2})(?![0-9])")
_PAIR = re.compile("([0-9]{1,3})[-－–—]([0-9]{1,3})(?![0-9.%％])")
_DAYS = re.compile(r"(?:1[0-2]|[1-9])\.[0-3]?[0-9][-－–—](?:1[0-2]|[1-9])\.[0-3]?[0-9](?![0-9.%％])")
_TIMES = re.compile(r"(?: ?[×xX*＊] ?[0-9]+(?:\.[0-9]+)?){1,4}")
_HALF = re.compile("多半|大半|小半|半")
_GROWTH = re.compile("[增涨跌降]")
_RANKED = re.compile("[列居排第前]")
# Signs behind a number that may go on as a telephone number or another code.
_CODE_SIGNS = frozenset("-)） ")
_CONTEXT_LASTS = frozenset(BEFORE.lasts) | {" "}
# Beside these characters a single Chinese numeral may be more than part of a word.
_LONE = frozenset("一二两三四五六七八九十百千万亿兆几数零")
_MEANT_AFTER = frozenset(UNIT_WORDS.firsts) | frozenset(AFTER.firsts) | frozenset(" \u3000分半大、.．)）") | {""}
_MEANT_BEFORE = frozenset(BEFORE.lasts) | frozenset(" \u3000\n-－−负負\t")
# A power of ten alone counts with these (万份, 百名); with others it is a word (万家, 百人) unless hedged.
_AFTER_POWER = frozenset("名户亩吨份辆台套件张")
# 千万 before these is an adverb: by all means.
_ADVERBIAL = ("不", "别", "要", "记", "注意", "小心", "得", "莫", "勿")
_TO_RANK = re.compile("[-—～~至到][0-9一二三四五六七八九十]+")
_PERCENT_PLACES = Decimal("0.0001")


def quantities(text: str) -> list[Quantity]:
    """Every quantity of a text.

    Args:
        text: Any Chinese text.

    Returns:
        The quantities in order, none overlapping, with `text[char_start:char_end] == text` of each; numerals of dates
        and numerals inside words and names are not among them.

    >>> [(q.text, str(q.value), q.unit) for q in quantities("贷款规模已超260亿，户均4.7万元")]
    [('260亿', '26000000000', 'CNY'), ('4.7万元', '47000', 'CNY')]
    """
    spans = [(period.char_start, period.char_end) for period in periods(text)]
    return [reading.quantity for reading in readings(text, spans) if reading.quantity is not None]


def readings(text: str, time_spans: Sequence[tuple[int, int]] = ()) -> list[Reading]:
    """What every numeral of a text is.

    Args:
        text: Any Chinese text.
        time_spans: The spans of its time expressions; their numerals are dates.

    Returns:
        Readings in order, none overlapping; every digit and every Chinese numeral character lies in exactly one.

    >>> [(r.text, r.kind.value) for r in readings("第3家1号店有25款游戏")]
    [('3', 'ordinal'), ('1', 'name'), ('25', 'count')]
    """
    out: list[Reading] = []
    at = 0
    for mark in _settled(text, time_spans):
        if mark.char_start < at:
            continue
        at = _fill(text, at, mark.char_start, out)
        if mark.char_start >= at:
            out.append(mark)
            at = mark.char_end
    _fill(text, at, len(text), out)
    return out


def _settled(text: str, time_spans: Sequence[tuple[int, int]]) -> list[Reading]:
    """The readings that stand before any single number is looked at: times, web addresses, idioms."""
    found = marks(text)
    times = []
    for start, end in time_spans:
        numerals = _NUMERALS.search(text, start, end)
        if numerals is not None:
            times.append(Reading(*numerals.span(), numerals.group(), NumeralKind.DATE, None))
    return sorted(found + times, key=lambda reading: reading.char_start) if found else times


def _fill(text: str, start: int, end: int, out: list[Reading]) -> int:
    """Reads every numeral from `start` to `end`; returns where the last reading ended or `end`."""
    search = SCANNER.search
    match = search(text, start, end)
    while match is not None:
        begin, stop = match.span()
        if (
            stop - begin == 1
            and text[begin] in _LONE
            and text[stop : stop + 1] not in _MEANT_AFTER
            and begin
            and text[begin - 1] not in _MEANT_BEFORE
        ):
            # Most single Chinese numerals are part of a word; nothing beside this one says otherwise.
            out.append(Reading(begin, stop, text[begin], NumeralKind.WORD, None))
            match = search(text, stop, end)
            continue
        start = _arabic(text, begin, stop, out) if text[begin] in _ARABIC else _han(text, begin, stop, out)
        if start >= end:
            return start
        match = search(text, start, end)
    return start if start > end else end


def _read_to(out: list[Reading]) -> int:
    """Where the last reading ends, its unit included."""
    if not out:
        return 0
    last = out[-1]
    return last.char_end if last.quantity is None else max(last.char_end, last.quantity.char_end)


def _plain(text: str, start: int, end: int, kind: NumeralKind, out: list[Reading]) -> int:
    out.append(Reading(start, end, text[start:end], kind, None))
    return end


def _stated(text: str, start: int, stop: int, read: Number, unit: tuple[UnitWord, int] | None, out: list[Reading]) -> int:
    """Appends the quantity that starts with the number `start:stop`; returns where reading goes on."""
    found = amount(text, start, stop, read, unit, _read_to(out))
    quantity, numeral_end = found.quantity, found.numeral_end
    out.append(Reading(start, numeral_end, text[start:numeral_end], quantity.kind, quantity))
    return numeral_end if numeral_end > quantity.char_end else max(numeral_end, found.next)


def _arabic(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads a number that starts with a digit."""
    floor = out[-1].char_end if out else 0
    before = text[start - 1] if start > floor else ""
    after = text[stop : stop + 1]
    code = None
    if after in _CODE_SIGNS or text[start] == "0" or stop - start > 6:
        code = code_end(text, start, stop)
    unit = unit_after(text, stop)
    if code is not None and (unit is None or code > stop):
        return _plain(text, start, code, NumeralKind.IDENTIFIER, out)
    context = kind_before(text, start) if before in _CONTEXT_LASTS else None
    if context is not None and not (after == "/" and _SLASH.match(text, stop)):
        if context is NumeralKind.IDENTIFIER:
            if unit is None:
                return _plain(text, start, dialled_end(text, start), context, out)
        elif context is not NumeralKind.ENUMERATOR and context is not NumeralKind.DATE or unit is None:
            return _ordinal(text, start, stop, context, out)
    if is_list_mark(text, start, stop) and unit is None:
        return _plain(text, start, stop, NumeralKind.ENUMERATOR, out)
    read = number(text[start:stop])
    if read is None:
        return _plain(text, start, stop, NumeralKind.IDENTIFIER, out)
    if before == "+":
        return _plain(text, start, dialled_end(text, start), NumeralKind.IDENTIFIER, out)
    if unit is not None and not _joined(before):
        return _measured(text, start, stop, read, unit, out)
    if unit is not None and unit[0].kind in _STRONG:
        return _stated(text, start, stop, read, unit, out)
    return _bare(text, start, stop, read, out)


_STRONG = frozenset({NumeralKind.PERCENT, NumeralKind.MONEY, NumeralKind.PERCENTAGE_POINT, NumeralKind.MULTIPLE})


def _joined(before: str) -> bool:
    """Whether a Latin letter stands right before the digits and makes them part of a name."""
    return before != "" and before.isascii() and (before.isalpha() or before == "_")


def _measured(
    text: str, start: int, stop: int, read: Number, unit: tuple[UnitWord, int], out: list[Reading]
) -> int:
    """Reads a number with a unit behind it: what the unit makes a date, an age or a rank is no plain quantity."""
    word, end = unit
    kind = word.kind
    if word.word in ("块", "塊") and read.value < 10 and _HAN.match(text, end):
        # 三块 is money, 三块蛋糕 is not.
        return _stated(text, start, stop, read, (word._replace(code="item", kind=NumeralKind.COUNT), end), out)
    if word.word == "成" and not 0 < read.value <= 10:
        # 零成本 is a word and 7万成 has no tenths.
        return _stated(text, start, stop, read, None, out) if read.value else _plain(text, start, stop, NumeralKind.WORD, out)
    if kind is NumeralKind.DURATION:
        if word.word == "年" and 1000 <= read.value <= 2200 and stop - start == 4:
            return _plain(text, start, stop, NumeralKind.DATE, out)
        return _duration(text, start, stop, read, unit, out)
    if word.word == "位" and _RANKED.search(text, max(0, start - 1), start):
        return _plain(text, start, stop, NumeralKind.ORDINAL, out)
    if word.word == "届" and text[start - 1 : start] not in ("续", "共", "了", "办", "过", "有", "经"):
        return _plain(text, start, stop, NumeralKind.ORDINAL, out)
    if word.word == "次" and text.startswith(("会议", "全会", "全体", "代表大会"), end):
        return _plain(text, start, stop, NumeralKind.ORDINAL, out)
    if word.word == "点" and (text.startswith(("钟", "整", "半"), end) or 0 < start and text[start - 1] in "午晚晨早"):
        return _plain(text, start, stop, NumeralKind.DATE, out)
    return _stated(text, start, stop, read, unit, out)


def _duration(
    text: str, start: int, stop: int, read: Number, unit: tuple[UnitWord, int], out: list[Reading]
) -> int:
    """Reads a span of time; 岁 and 个月大 make it an age."""
    at = _stated(text, start, stop, read, unit, out)
    reading = out[-1]
    quantity = reading.quantity
    if quantity is not None and text.startswith("大", quantity.char_end):
        end = quantity.char_end + 1
        aged = quantity._replace(char_end=end, text=text[quantity.char_start : end], kind=NumeralKind.AGE)
        out[-1] = reading._replace(kind=NumeralKind.AGE, quantity=aged)
        return max(at, end)
    return at


def _bare(text: str, start: int, stop: int, read: Number, out: list[Reading]) -> int:
    """Reads digits without a unit."""
    floor = out[-1].char_end if out else 0
    before = text[start - 1] if start > floor else ""
    after = text[stop : stop + 1]
    latin_after = after.isascii() and after.isalpha() and not _TIMES.match(text, stop)
    if _joined(before) or latin_after or before in ("-", ".") and start - 1 > floor and _joined(text[start - 2]):
        begin, end, kind = latin_token(text, start, stop, floor)
        if re.fullmatch(r"(?i)(?:top|no\.?)\d+", text[begin:end]):
            kind = NumeralKind.ORDINAL
        return _plain(text, begin, end, kind, out)
    if after in ("分",) and text.startswith("分之", stop):
        return _fraction(text, start, stop, read, out)
    if after == "/":
        slash = _SLASH.match(text, stop)
        if slash is not None:
            return _slashed(text, start, slash, read, out)
    if after == "、":
        series = _SERIES.match(text, stop)
        if series is not None:
            return _series(text, start, series, read, out)
    if before == "/" and start - 1 > floor and _joined(text[start - 2]):
        begin, end, kind = latin_token(text, start, stop, floor)
        return _plain(text, begin, end, kind, out)
    if after and after in "-－–—":
        pair = _PAIR.match(text, start)
        if pair is not None and _is_label(text, pair):
            return _plain(text, start, pair.end(), NumeralKind.NAME, out)
        days = _DAYS.match(text, start)
        if days is not None:
            return _plain(text, start, days.end(), NumeralKind.DATE, out)
    if after and after in ":：∶比":
        clock = _CLOCK.match(text, stop)
        if clock is not None and read.value < 25:
            return _plain(text, start, clock.end(), NumeralKind.DATE, out)
        ratio = _RATIO.match(text, stop)
        if ratio is not None:
            return _plain(text, start, ratio.end(), NumeralKind.COUNT, out)
    if after and after in "×xX*＊ ":
        chain = _TIMES.match(text, stop)
        unit = unit_after(text, chain.end()) if chain is not None else None
        if unit is not None:
            word = unit[0]
            value = read.value * word.factor if word.factor is not None else read.value
            token = text[start:stop]
            quantity = Quantity(start, stop, token, value, None, word.code, read.power, Qualifier.EXACT, word.kind)
            out.append(Reading(start, stop, token, word.kind, quantity))
            return stop
    if text[start:stop] in NAMED_NUMBERS:
        return _plain(text, start, stop, NumeralKind.NAME, out)
    if text.startswith("位数", stop):
        return _digits(text, start, stop, read, out)
    plain = stop - start <= 4 and read.power == 0
    if plain:
        context = kind_after(text, stop)
        if context is not None:
            return _plain(text, start, stop, context, out)
        if before == " " and start - 1 > floor and _joined(text[start - 2]):
            return _plain(text, start, stop, NumeralKind.NAME, out)
        if text.startswith(".0", stop - 2) and _HAN.match(before) and not qualifier_before(text, start):
            return _plain(text, start, stop, NumeralKind.NAME, out)
        if (
            stop - start == 4
            and 1900 <= read.value <= 2100
            and (before or after)
            and not qualifier_before(text, start)
            and not unit_beside(text, start)
        ):
            return _plain(text, start, stop, NumeralKind.DATE, out)
    return _stated(text, start, stop, read, None, out)


def _is_label(text: str, pair: re.Match[str]) -> bool:
    """Whether two numbers with a hyphen name a plot, a room or a building and are no range."""
    return int(pair[1]) >= int(pair[2]) or text.startswith(("地块", "号", "室", "栋", "幢", "单元"), pair.end())


def _series(text: str, start: int, series: re.Match[str], read: Number, out: list[Reading]) -> int:
    """Reads 3、4号 as one name and 3、4个月 as one range."""
    end = series.end()
    context = kind_after(text, end)
    unit = unit_after(text, end)
    if context is not None and unit is None:
        return _plain(text, start, end, context, out)
    last = number(series[1])
    if unit is None or last is None or last.value != read.value + 1:
        return _stated(text, start, series.start(), read, None, out)
    span = Number(read.value, last.value, 0, Qualifier.EXACT)
    return _stated(text, start, end, span, unit, out)


def _slashed(text: str, start: int, slash: re.Match[str], read: Number, out: list[Reading]) -> int:
    """Reads 1/3 as a fraction, or as a measure where a unit follows (1/6英寸)."""
    below = Decimal(slash[1])
    end = slash.end()
    if not below or read.value >= below:
        return _plain(text, start, end, NumeralKind.IDENTIFIER, out)
    value = read.value / below
    unit = unit_after(text, end)
    if unit is not None and unit[0].kind is NumeralKind.MEASURE:
        word, finish = unit
        quantity = Quantity(start, finish, text[start:finish], value.quantize(_PERCENT_PLACES), None, word.code, 0,
                            Qualifier.EXACT, word.kind)
        out.append(Reading(start, end, text[start:end], word.kind, quantity))
        return finish
    if below > 12:
        return _plain(text, start, end, NumeralKind.IDENTIFIER, out)
    return _percent(text, start, end, value * 100, Qualifier.EXACT, out)


def _fraction(text: str, start: int, stop: int, below: Number, out: list[Reading]) -> int:
    """Reads 三分之一 and 百分之五 as a percentage."""
    at = stop + 2
    negative = text[at : at + 1] in MINUS and at < len(text)
    token = SCANNER.match(text, at + negative)
    above = number(token.group()) if token is not None else None
    if token is None or above is None or not below.value:
        return _plain(text, start, stop, NumeralKind.WORD, out)
    value = above.value * 100 / below.value
    return _percent(text, start, token.end(), -value if negative else value, above.qualifier, out)


def _percent(text: str, start: int, end: int, value: Decimal, own: Qualifier, out: list[Reading]) -> int:
    floor = _read_to(out)
    if value and value == value.quantize(Decimal("1E-9")):
        value = value.normalize() if value % 1 else Decimal(int(value))
    elif value >= 1:
        value = value.quantize(_PERCENT_PLACES)
    begin = start - 1 if start > floor and text[start - 1] in "负負-" else start
    if begin < start:
        value = -value
    after = qualifier_after(text, end)
    before = qualifier_before(text, begin)
    if before is not None and before[1] >= floor:
        own = before[0]
    elif after is not None:
        own = after[0]
    quantity = Quantity(begin, end, text[begin:end], value, None, "%", 0, own, NumeralKind.PERCENT)
    out.append(Reading(start, end, text[start:end], NumeralKind.PERCENT, quantity))
    return end


def _ordinal(text: str, start: int, stop: int, kind: NumeralKind, out: list[Reading]) -> int:
    """Appends a numeral told by the word before it, with the other end of a range (第4-10位)."""
    joint = _TO_RANK.match(text, stop)
    return _plain(text, start, stop if joint is None else joint.end(), kind, out)


def _han(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads a number that starts with a Chinese numeral."""
    floor = out[-1].char_end if out else 0
    token = text[start:stop]
    first = token[0]
    context = kind_before(text, start) if start > floor and text[start - 1] in _CONTEXT_LASTS else None
    if context is not None and context not in (NumeralKind.IDENTIFIER, NumeralKind.DATE):
        return _ordinal(text, start, stop, context, out)
    if text.startswith("分之", stop):
        below = number(token)
        if below is not None:
            return _fraction(text, start, stop, below, out)
    if first == "半":
        return _half(text, start, out)
    if token == "一":
        half = _HALF.match(text, stop)
        if half is not None and unit_after(text, half.end()) is None:
            over = Qualifier.OVER if half.group() in ("多半", "大半") else Qualifier.EXACT
            return _percent(text, start, half.end(), Decimal(50), over, out)
    unit = unit_after(text, stop)
    if unit is None and token[-1] in "两兩" and len(token) > 1:
        return _han_unit(text, start, stop - 1, out)
    if context is NumeralKind.DATE and unit is None:
        return _plain(text, start, stop, NumeralKind.DATE, out)
    if unit is None and (len(token) == 1 or is_list_mark(text, start, stop)):
        return _han_alone(text, start, stop, out)
    word_end = covering_word(text, start, stop, floor)
    if word_end:
        return _plain(text, start, min(word_end, stop), NumeralKind.WORD, out)
    read = number(token)
    if read is None:
        return _plain(text, start, stop, NumeralKind.WORD, out)
    if unit is not None:
        word = unit[0]
        if token == "一" and word.word in ("个", "個"):
            # 一个 is an article far more often than a count of one.
            return _plain(text, start, stop, NumeralKind.WORD, out)
        if len(token) == 1 and word.word in WEAK_UNITS or first in _POWER_CHARS and not _power_counts(text, start, stop, unit):
            return _han_alone(text, start, stop, out)
        if context is NumeralKind.DATE:
            return _plain(text, start, stop, NumeralKind.DATE, out)
        return _measured(text, start, stop, _hedged(text, start, read), unit, out)
    if token == "千万" and text.startswith(_ADVERBIAL, stop):
        return _plain(text, start, stop, NumeralKind.WORD, out)
    if first in _POWER_CHARS and qualifier_of_power(text, start) is None and (stop - start == 1 or read.power < 4):
        return _plain(text, start, stop, NumeralKind.WORD, out)
    context = kind_after(text, stop)
    if context is not None:
        return _plain(text, start, stop, context, out)
    if len(token) == 2 and read.upper is not None:
        return _plain(text, start, stop, NumeralKind.WORD, out)
    return _stated(text, start, stop, _hedged(text, start, read), None, out)


def _hedged(text: str, start: int, read: Number) -> Number:
    """上百 is over a hundred: the word that makes a bare power a number also hedges it."""
    if text[start] in _POWER_CHARS and read.qualifier is Qualifier.EXACT:
        qualifier = qualifier_of_power(text, start)
        if qualifier is not None and text[start - 1] in "上成":
            return read._replace(qualifier=Qualifier.OVER)
    return read


def _power_counts(text: str, start: int, stop: int, unit: tuple[UnitWord, int]) -> bool:
    """Whether 百家, 千万元 or 万人 is a number and not part of a word."""
    return stop - start > 1 or qualifier_of_power(text, start) is not None or unit[0].word in _AFTER_POWER


def _han_unit(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads 二两: the last 两 is the unit."""
    read = number(text[start:stop])
    unit = unit_after(text, stop)
    if read is None or unit is None:
        return _plain(text, start, stop + 1, NumeralKind.WORD, out)
    return _stated(text, start, stop, read, unit, out)


def _digits(text: str, start: int, stop: int, read: Number, out: list[Reading]) -> int:
    """Reads 两位数: a growth of two digits is ten per cent or more, any other number of digits is a word."""
    clause = text[max(0, start - 10) : start] + text[stop : stop + 8]
    if read.value > 4 or not _GROWTH.search(clause):
        return _plain(text, start, stop, NumeralKind.WORD, out)
    end = stop + 2
    value = Decimal(10 ** (int(read.value) - 1))
    quantity = Quantity(start, end, text[start:end], value, None, "%", 0, Qualifier.OVER, NumeralKind.PERCENT)
    out.append(Reading(start, stop, text[start:stop], NumeralKind.PERCENT, quantity))
    return end


def _han_alone(text: str, start: int, stop: int, out: list[Reading]) -> int:
    """Reads a Chinese numeral that no unit follows: a list mark, a name, a whole text of its own, else a word."""
    if is_list_mark(text, start, stop):
        return _plain(text, start, stop, NumeralKind.ENUMERATOR, out)
    if text.startswith("位数", stop):
        read = number(text[start:stop])
        if read is not None:
            return _digits(text, start, stop, read, out)
    if text[start] not in _SEVERAL and not (stop - start == 1 and text[start] == "一" and text[stop : stop + 1] not in "号期线环级等楼届"):
        context = kind_after(text, stop)
        if context is not None and not covering_word(text, start, stop, 0):
            return _plain(text, start, stop, context, out)
        before = text[start - 1 : start] if start else ""
        after = text[stop : stop + 1]
        read = number(text[start:stop])
        sign = before in MINUS and start - 1 == 0
        if (not before.strip() or sign) and not after.strip() and read is not None:
            return _stated(text, start, stop, read, None, out)
    return _plain(text, start, stop, NumeralKind.WORD, out)


def _half(text: str, start: int, out: list[Reading]) -> int:
    """Reads 半: half a year, half of something, or part of a word."""
    floor = out[-1].char_end if out else 0
    before = text[start - 1 : start] if start > floor else ""
    if before == "过" or text.startswith("半数", start):
        end = start + (2 if text.startswith("半数", start) else 1)
        own = Qualifier.OVER if before == "过" else Qualifier.EXACT
        return _percent(text, start, end, Decimal(50), own, out)
    unit = unit_after(text, start + 1)
    if unit is None or before and before in "上下前后对" or unit[0].word in WEAK_UNITS or covering_word(text, start, start + 1, floor):
        return _plain(text, start, start + 1, NumeralKind.WORD, out)
    return _stated(text, start, start + 1, Number(Decimal("0.5"), None, 0, Qualifier.EXACT), unit, out)
