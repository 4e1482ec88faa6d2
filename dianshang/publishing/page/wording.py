"""The fields of a record in words a reader expects, in English and in Chinese."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

from dianshang.publishing.page.bilingual import Both, code, same
from dianshang.schema.areas import Country, Province, Region, gazetteer
from dianshang.schema.article import Article
from dianshang.schema.claim import Claim
from dianshang.schema.codes import Measure, ObsStatus, Qualifier, UnitFamily
from dianshang.schema.entities import entity_names
from dianshang.schema.entity import Entity
from dianshang.schema.indicators import indicators
from dianshang.schema.units import is_money, units
from dianshang.wording.gloss import gloss, value
from dianshang.wording.hedges import several_chinese
from dianshang.wording.numbers import chinese_number, chinese_unit, english_unit
from dianshang.wording.periods import chinese_period, english_period

RATIOS = frozenset({"%", "pp", "x"})
SIGNED = frozenset({Measure.GROWTH, Measure.CHANGE})
MANY = Decimal(2)


def section_of(article: Article) -> Both | None:
    r"""The section an article stands under: its English name where readers gave one; None where it is in no section.

    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "【城市】\n河湾市旅游\n\n旅游收入60亿元。\n（河湾日报 http://news.example.org/1.html）").articles
    >>> section_of(article)
    Both(en='城市', zh='城市')
    """
    return Both(article.section_en or article.section, article.section) if article.section else None


@dataclass(frozen=True, slots=True)
class Names:
    """The English names of what the Chinese text names.

    Attributes:
        english: English name by Chinese name, as the table of entities gives them; the registry and the gazetteer
            know the rest.
    """

    english: Mapping[str, str] = field(default_factory=dict)

    def of(self, chinese: str | None, english: str | None = None) -> Both:
        """A Chinese name beside the English one; unchanged where there is none.

        >>> Names({"滨江区": "Binjiang"}).of("滨江区"), Names().of("美国").en
        (Both(en='Binjiang', zh='滨江区'), 'United States')
        """
        if chinese is None:
            return same("")
        known = entity_names().get(chinese.lower())
        found = english or self.english.get(chinese) or (known.name_en if known else _place_names().get(chinese))
        return Both(found or chinese, chinese)

    def subject(self, claim: Claim) -> Both:
        """Whose property a claim states."""
        return self.of(claim.subject, claim.subject_en)

    def claimant(self, claim: Claim) -> Both:
        """To whom a claim is attributed."""
        return self.of(claim.claimant, claim.claimant_en)


def names(entities: Iterable[Entity]) -> Names:
    """The names that the table of entities gives.

    Args:
        entities: Its rows.

    Returns:
        Every name of each with its English one.

    >>> harbour = Entity(
    ...     entity_id="dongdu", type="place", name_zh="东渡港", name_en="Dongdu Port", aliases=("东渡",), n_mentions=0,
    ...     mentions=(),
    ... )
    >>> names([harbour]).of("东渡")
    Both(en='Dongdu Port', zh='东渡')
    """
    return Names({name: one.name_en for one in entities if one.name_en for name in (*one.aliases, one.name_zh)})


def unit_name(unit: str | None) -> Both:
    """The name of a unit behind a number in a chart: codes for money and measures, words for counted things.

    >>> unit_name("person"), unit_name("CNY")
    (Both(en='people', zh='人'), Both(en='CNY', zh='元'))
    """
    if unit is None:
        return same("")
    if unit in RATIOS:
        return {"%": same("%"), "pp": Both("pp", "个百分点"), "x": Both("×", "倍")}[unit]
    return Both(unit if is_money(unit) else english_unit(unit, MANY), chinese_unit(unit))


def amount(claim: Claim) -> Both:
    """The value of a claim with its unit and its hedge.

    Args:
        claim: Any claim.

    Returns:
        Such as `over CNY 26 billion` and `超260亿元`; growth and change carry a sign.

    >>> from dianshang import extract
    >>> amount(*extract("零售额超过260亿元"))
    Both(en='over CNY 26 billion', zh='超260亿元')
    """
    if claim.qualifier is Qualifier.SEVERAL:
        fall = "−" if claim.value < 0 else ""
        return Both(value(vars(claim), signed=False), f"{fall}{several_chinese(claim.value)}{_chinese_unit(claim)}")
    exact = claim.qualifier is Qualifier.EXACT
    hedge = "" if exact else code("qualifier", claim.qualifier.value).zh
    sign = "+" if exact and claim.measure in SIGNED and claim.value > 0 and claim.unit != "x" else ""
    ends = [claim.value] if claim.value_max is None else [claim.value, claim.value_max]
    chinese = "—".join(chinese_number(end, claim.unit) for end in ends)
    return Both(value(vars(claim), signed=exact), f"{hedge}{sign}{chinese}{_chinese_unit(claim)}")


def period(start: date | None, end: date | None) -> Both:
    """A period in its shortest usual form; empty when unknown.

    >>> period(date(2012, 7, 1), date(2012, 12, 31))
    Both(en='second half of 2012', zh='2012年下半年')
    """
    return Both(english_period(start, end), chinese_period(start, end))


def indicator(claim: Claim) -> Both:
    """What a claim measures: the label of its indicator, else a reader's words for it, else those of the text.

    >>> from dianshang import extract
    >>> indicator(*extract("去年河湾市零售额60亿元"))
    Both(en='Retail sales', zh='零售额')
    """
    return indicator_name(claim.indicator) or Both(
        claim.indicator_en or claim.indicator_text or "", claim.indicator_text or ""
    )


def indicator_name(key: str | None) -> Both | None:
    """The label of an indicator in the codebook.

    >>> indicator_name("retail_sales"), indicator_name(None)
    (Both(en='Retail sales', zh='零售额'), None)
    """
    entry = indicators().get(key or "")
    return None if entry is None else Both(entry.label_en, entry.label_zh)


def area(key: str | None) -> Both:
    """The name of an area code.

    >>> area("CN-ZJ")
    Both(en='Zhejiang', zh='浙江省')
    """
    return _areas().get(key or "", same(key or ""))


def saying(claim: Claim) -> Both:
    """A whole claim in one line of each language.

    >>> from dianshang import extract
    >>> saying(*extract("2013年河湾市零售额60亿元"))
    Both(en='Retail sales, 河湾市, 2013: CNY 6 billion', zh='河湾市零售额（2013年）：60亿元')
    """
    what, whose = claim.indicator_text or indicator(claim).zh, claim.subject or ""
    about = what if whose in what else f"{whose} · {what}"
    when = period(claim.period_start, claim.period_end).zh
    status = "" if claim.obs_status is ObsStatus.ACTUAL else code("status", claim.obs_status.value).zh
    standing = "；".join(part for part in (status, claim.claimant) if part)
    chinese = f"{about}{f'（{when}）' if when else ''}：{amount(claim).zh}{f'（{standing}）' if standing else ''}"
    return Both(claim.gloss_en or gloss(claim), chinese)


def _chinese_unit(claim: Claim) -> str:
    known, entry = units().get(claim.unit or ""), indicators().get(claim.indicator or "")
    if known is not None and known.ages and entry is not None and entry.unit_family is UnitFamily.AGE:
        return known.ages[0]
    return chinese_unit(claim.unit)


@cache
def _areas() -> Mapping[str, Both]:
    return {place.code: Both(place.name_en, place.names[0]) for place in _coded()}


@cache
def _place_names() -> Mapping[str, str]:
    uncoded = {written: place.name_en for place in gazetteer().uncoded for written in place.names}
    return uncoded | {written: place.name_en for place in _coded() for written in place.names}


def _coded() -> list[Country | Region | Province]:
    book = gazetteer()
    return [*book.country, *book.region, *book.province]
