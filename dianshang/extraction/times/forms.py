"""The forms that time is written in: one pattern for each, and the characters by which it is told where to try it."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from dianshang.extraction.times.patterns import (
    CENTURY,
    COUNT,
    DASH,
    DAY,
    DIGIT,
    HAN_YEAR,
    LUNAR_DAY,
    MONTH,
    NOT_CENTURY,
    NOT_DAYS,
    NOT_MONTHS,
    NOT_YEARS,
    NUMERAL,
    ONES,
    QUARTER,
    QUOTE,
    QUOTES,
    SPACE,
    UNQUOTE,
    WEEKDAY,
    YEAR,
    one_of,
)
from dianshang.schema.calendar import holidays, public_calendar


class Form(NamedTuple):
    """A kind of atom and the pattern it is written in; named groups hold what its reader needs.

    A form that begins with one of `firsts` has the pattern of the rest, which begins with one of `seconds`. One that
    begins with a numeral has `units` instead: one of them comes right after its numbers; none where any may.
    """

    kind: str
    pattern: str
    firsts: str = ""
    seconds: str = ""
    units: str = ""


_ONES = "一二三四五六七八九"
_DIGITS = "123456789１２３４５６７８９"
_COUNTS = f"{_ONES}{_DIGITS}十两几数"
_QUARTERS = "一二三四1234１２３４"
_WEEKS = "周週星礼禮"


@cache
def holiday_names() -> tuple[str, ...]:
    """Every name of a holiday."""
    return tuple(name for holiday in holidays().holiday for name in (*holiday.names, *holiday.bare))


def _firsts(words: Iterable[str]) -> str:
    return "".join(sorted({word[0] for word in words}))


@cache
def digit_forms() -> tuple[Form, ...]:
    """Forms that begin with an Arabic digit only."""
    month, day = "(?:1[0-2]|0?[1-9])", "(?:3[01]|[12][0-9]|0?[1-9])"
    after_bare_year = (
        f"{SPACE}(?:[上下前后]半年|全年|第?{QUARTER}季|前[三3]季|、{SPACE}{YEAR}{SPACE}年|至今"
        f"|{QUOTE}?{one_of(holiday_names())})"
    )
    return (
        Form(
            "iso",
            f"(?<![0-9A-Za-z./_])(?:19|20)[0-9]{{2}}(?:-{month}-{day}|/{month}/{day}|\\.{month}\\.{day})"
            "(?![0-9]|[./][0-9]|-[0-9]{1,3}(?![0-9]))",
        ),
        Form(
            "code",
            "(?<![A-Za-z])(?P<year>(?:19|20)?[0-9]{2}) ?(?P<unit>[QqＱHh])(?P<number>[1-4])(?![0-9A-Za-z.])",
            units="QqＱHh",
        ),
        Form(
            "code",
            "(?<![A-Za-z])(?P<number>[1-4])(?P<unit>[QqＱHh])(?P<year>(?:20)?[0-9]{2})?(?![0-9A-Za-z])",
            units="QqＱHh",
        ),
        Form(
            "years",
            f"(?<!第)(?<![0-9][/／])(?P<low>{YEAR})(?:(?:{DASH}|[/／])(?P<high>{YEAR}|{DIGIT}{{2}}))?{SPACE}"
            f"(?P<unit>财政年度|学年|财年|年度|年{NOT_YEARS}|届(?![年会展运]))",
            units="财学年届",
        ),
        Form(
            "coded_years",
            f"(?<![0-9A-Za-z./])(?P<low>{YEAR})[EAF]?(?:(?:{DASH}|[/／])(?P<high>{YEAR}|{DIGIT}{{2}}))?[EAF](?![0-9A-Za-z])",
            units="EAF",
        ),
        Form("bare_year", f"{YEAR}(?={after_bare_year})"),
    )


@cache
def numeral_forms() -> tuple[Form, ...]:
    """Forms that begin with a digit or a Chinese numeral."""
    length = f"(?P<count>{COUNT}|半)(?P<unit>年|个月|个?星期|周|天)"
    return (
        Form("han_year", f"(?P<digits>{HAN_YEAR}){SPACE}年度?(?![代级])", units="年"),
        Form("decade", f"(?:(?P<century>{CENTURY})世纪)?(?P<low>{YEAR}|[1-9]0|{ONES}[十〇零])年代", units="世年"),
        Form("century", f"(?P<century>{CENTURY})世纪{NOT_CENTURY}", units="世"),
        Form(
            "ago",
            f"{length}[之以]?(?P<side>前|后)(?!后|期|[一二三四五六七八九十几数0-9]{{1,2}}[个季月年周天日名位强大])",
            units="年个星周天",
        ),
        Form("within", f"(?P<count>{COUNT})年[之以]?内(?![部外容生])", units="年"),
        Form("rolling", f"{length}以?来(?![自说看到的回临访])(?P<side>)(?P<high>)", units="年个星周天"),
        Form(
            "short_year",
            f"(?P<low>[0０零〇]{DIGIT}|[零〇]{ONES}|[1-9１-９]{DIGIT}|九{ONES})"
            f"(?:(?:{DASH}|[/／])(?P<high>{DIGIT}{{2}}))?{SPACE}(?P<unit>学年|财年|年度|年{NOT_YEARS})",
            units="学财年",
        ),
        Form(
            "months",
            f"(?P<low>{MONTH})(?:(?P<dash>{DASH}|、(?:{MONTH}、)*+|)(?P<high>{MONTH}))?{SPACE}月份?{NOT_MONTHS}",
            units="月",
        ),
        Form(
            "days",
            f"(?P<low>{DAY})(?:(?P<dash>{DASH}|、)(?P<high>{DAY}))?{SPACE}(?P<unit>[日号號]){NOT_DAYS}",
            units="日号號",
        ),
        Form("quarters", f"(?P<low>{QUARTER})(?:(?:{DASH}|、)第?(?P<high>{QUARTER}))?{SPACE}季[度报]", units="季"),
    )


@cache
def day_forms() -> tuple[Form, ...]:
    """Days of a month without their 日 (八月十五)."""
    return (Form("han_day", f"(?<=月)(?P<low>三十一?|二?十{ONES}?|廿{ONES}?)(?![\\w点%％.])"),)


@cache
def counted_forms() -> tuple[Form, ...]:
    """Forms that count inside a year or month: 前三季度, 第三季度, 前8个月, 第九个月, 9月第二周."""
    of_company = "(?![节赛播]|收[视官]|综艺|开播|热播)(?=[\u4e00-\u9fffA-Z])|(?<=年第.季)|(?<=年的第.季)"
    return (
        Form("first_quarters", "(?<![目之以日].)(?P<count>[一二两三1-3])个?季度?", "前头首", "一二两三123"),
        Form("opening_quarter", "季度?(?![节风])", "首", "季"),
        Form("opening_month", "(?<=[年的].)月", "首", "月"),
        Form("year_week", f"(?<=年.)(?P<count>{COUNT})周", "第", _COUNTS),
        Form("within", f"(?P<count>{COUNT})年(?:左右)?(?:的?时间)(?![前后])", "用", _COUNTS),
        Form("first_months", f"(?<![目之以日].)(?P<count>{COUNT})个?月", "前头首", _COUNTS),
        Form("first_weeks", "(?<=[月份].)(?P<count>[一二两三四1-4])周", "前头", "一二两三四1234"),
        Form(
            "quarters",
            f"(?P<low>{QUARTER})(?:(?:{DASH}|、)第?(?P<high>{QUARTER}))?个?季(?:度|{of_company})",
            "第",
            _QUARTERS,
        ),
        Form("nth_month", f"(?<=[年的].)(?P<count>{COUNT})个月", "第", _COUNTS),
        Form("nth_week", "(?<=[月份的].)(?P<count>[一二三四五1-5])个?周", "第", "一二三四五12345"),
        Form("season", "(?<=[年的].)(?:[季天]|(?<=暑.)假)", "春夏秋冬暑", "季天假"),
        Form("mid_report", "(?<=年.)期?报", "中", "期报"),
        Form("last_months", f"(?<=[年的].)(?P<count>{COUNT})个月", "后後", _COUNTS),
    )


@cache
def holiday_forms() -> tuple[Form, ...]:
    """Names of holidays, the words that follow them, and five-year plans."""
    calendar = holidays()
    after = one_of((*calendar.break_words, *calendar.day_words))
    follows = f"(?P<after>{after})?(?!路|广场|联欢|联合|月|[个家年])"
    full_name = "(?:(?:国际)?(?:劳动|儿童|妇女|国庆|购物狂欢|购物)?节)?"
    plans = [plan.number for plan in public_calendar().plan]
    by_first: dict[str, list[str]] = {}
    for name in holiday_names():
        by_first.setdefault(name[0], []).append(name[1:])
    return (
        Form("plan", f"(?P<number>{one_of(plans)}){UNQUOTE}(?:规划)?(?:时期|期间)?", QUOTES, _firsts(plans)),
        Form(
            "plan",
            f"(?<![{NUMERAL}].)(?P<rest>[一二三四五]?五)(?:时期|期间|(?=规划|末|计划))",
            "十六七八九",
            "一二三四五",
        ),
        Form(
            "quoted_holiday",
            f"(?P<name>{one_of(holiday_names())}){UNQUOTE}{full_name}{follows}",
            QUOTES,
            _firsts(holiday_names()),
        ),
        *(
            Form("holiday", f"(?P<rest>{one_of(rests)}){follows}", first, _firsts(rests))
            for first, rests in sorted(by_first.items())
        ),
    )


@cache
def lunar_forms() -> tuple[Form, ...]:
    """Days and months of the lunar calendar: 大年初一, 正月十五, 农历八月初八; 初七 after another of them."""
    return (
        Form("lunar", "年初(?P<day>十|[一二三四五六七八九])", "大", "年"),
        Form("lunar", f"历(?P<month>[正腊冬]|十[一二]?|{ONES})月(?:份|(?P<day>{LUNAR_DAY}))?", "农阴", "历"),
        Form("lunar", f"(?<![修校更反真改].)月(?:(?P<day>{LUNAR_DAY})|(?![度均]))", "正腊", "月"),
        Form("lunar_day", "(?P<day>十|[一二三四五六七八九])(?![个家年级次期])", "初", f"十{_ONES}"),
    )


@cache
def relative_forms() -> tuple[Form, ...]:
    """Words with counts: 上周四, 过去一年, 上世纪90年代, 上年同期."""
    not_a_day = "(?!致|直|样|般|带|片|些|共|度|定|边|围|均|刊|报|年|次|届|以来)"
    sides = {
        "过": "去",
        "最": "近",
        "近": "(?<![将附接临靠最]近)",
        "未": "来",
        "今": "后",
        "此": "前",
        "前": "(?<=[，。；：、在比较与和的”“ ]前)(?!一)(?=[^年月周天日]{1,4}年)",
        "上": "(?<![以向路网线]上)(?!一)",
        "下": "(?<![以旗线名]下)(?!一)",
    }
    length = (
        f"的?(?P<count>{COUNT}|半)(?:{DASH}(?P<high>{COUNT}))?(?P<unit>年|个半?月|月|个?星期|周|个?季度|天|日|个交易日)"
        "(?:以?来|里|间|内|之内)?(?![的之]?历史|[的之]?时间|期|级|龄|度|均|线|薪|租|[前后])"
    )
    return (
        Form("worded_decade", "个?世纪(?P<low>[1-9]0|[一二三四五六七八九][十〇零])年代", "上本", "个世"),
        Form("worded_century", f"个?世纪{NOT_CENTURY}", "上本", "个世"),
        Form(
            "weekday",
            f"(?P<more>上?)个?{WEEKDAY}(?P<day>[一二三四五六日天]){not_a_day}",
            "上本这下",
            f"上个{_WEEKS}",
        ),
        Form(
            "weekday",
            "(?:(?<=[周週])(?P<day>[一二三四五六日])|(?:(?<=星)期|(?<=[礼禮])拜)[一二三四五六日天])"
            f"(?<![每一两二三四五六七八九十几数0-9半][周週].)(?<![个每][星礼禮]..){not_a_day}",
            _WEEKS,
            "一二三四五六日期拜",
        ),
        *(
            Form("rolling", f"(?P<side>{rest}){length}", first, rest if len(rest) == 1 else f"的半{_COUNTS}")
            for first, rest in sides.items()
        ),
        Form(
            "same",
            "(?:(?<!历史.)(?<!往年.)(?<!历年.)(?<![合不相].)期(?![货限刊望])|(?<=年.)[月季日]|(?<=[去上前]年.)一?时[期间段])",
            "同",
            "期月季日一时",
        ),
        Form("same", "(?<=[去上前]年.)(?:个?时候?|时)", "此这", "个时"),
        Form("code", "(?<![0-9A-Za-z.奥迪宝].)(?P<number>[1-4])(?![0-9A-Za-z.])(?P<unit>)(?P<year>)", "QqＱ", "1234"),
        Form("half_code", "(?<![0-9A-Za-z.].)(?P<number>[12])(?![0-9A-Za-z.])(?P<unit>)(?P<year>)", "H", "12"),
        Form(
            "fiscal_code",
            f"(?<![0-9A-Za-z.].)Y ?(?P<low>{YEAR}|{DIGIT}{{2}})(?:Q(?P<number>[1-4]))?(?![0-9])",
            "F",
            "Y",
        ),
    )


@cache
def forms_of_time() -> tuple[Form, ...]:
    """Every form but the plain words, in the order they are to be tried."""
    return (
        *digit_forms(),
        *numeral_forms(),
        *day_forms(),
        *counted_forms(),
        *lunar_forms(),
        *holiday_forms(),
        *relative_forms(),
    )
