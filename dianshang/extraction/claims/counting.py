"""What a count is called: what is counted, behind it, before it, or told before (300名工人，现剩180人)."""

import re

from dianshang.extraction.claims.case import Case, Name
from dianshang.extraction.claims.deeds import amount_of, done_to
from dianshang.extraction.claims.indicators import fitting
from dianshang.extraction.claims.parts import group_that_meets
from dianshang.extraction.claims.surroundings import tells_the_same
from dianshang.extraction.phrases.nouns import Noun, clean, cue_words
from dianshang.extraction.phrases.owner import OwnerKind
from dianshang.extraction.phrases.things import before_verb
from dianshang.schema.codes import Measure

SHORTEST = 2
_STRETCH = re.compile(r"[^，,。；;：:、！？\n（）()0-9]{1,10}")
_MOVES = re.compile(
    "大关|关口|[同环]比|[增降升减涨跌扩缩提压裁砍翻][至到为成了]|快速|大幅|迅速|逐步|稳步|持续|增[长加]|上[升涨]|下[降跌]|提高|减少|分别|相比|不等|发展|扩张|扩大|一下子|位居|[名位]列|居于|排名"
)
# 从1000个发展到2000个
_LEADS_TO = re.compile("(?:(?:发展|扩张|扩大|突破|扩充)[到至]|一下子)$")
_THERE_IS = re.compile("^(?:共|现|拥|已|仅|只|约)?有(?![效色机限线害偿])(?=..)")
_COUNTS = ("数", "数量", "人数", "量", "户数", "总数", "次数", "规模")


def counted(case: Case) -> Name:
    """Names a count.

    Args:
        case: The number in its clause.

    >>> from dianshang.extraction.claims.measures import Said
    >>> from dianshang.schema.codes import Measure
    >>> from dianshang.extraction.claims.surroundings import number_of
    >>> read, frame, around = number_of("浙江省家电企业20多家")
    >>> case = Case(read, frame, around, Said(Measure.LEVEL, 1, True), None, len(read.text))
    >>> counted(case).text
    '浙江省家电企业数量'
    """
    own, unit, last = case.around.own, case.around.quantity.unit, case.frame.last
    if case.page.text.startswith("人口", case.around.quantity.char_end - 1):
        return Name("人口", "population")
    thing = _behind(case)
    if not thing and (name := _counted_before(case)) is not None:
        return name
    if (group := group_that_meets(case.page, case.around)) is not None:
        # 培育10家年销售收入超过50亿元的龙头企业
        return Name(f"{group.name}数量", None)
    code = own.code if own.code and fitting((own.code,), unit) else _code_behind(case)
    text = _LEADS_TO.sub("", _THERE_IS.sub("", _counted_thing(own, case.around.words.verb or "", thing)))
    if not thing and (done := done_to(text, case.around.quantity)):
        return Name(done, code)
    if len(text) < SHORTEST and last is not None:
        # 原有300名工人，现只剩180人; 展馆170家分布在10个省，其中河湾达27家
        told = case.frame.nouns.get(unit or "") if last.measure is Measure.LEVEL else None
        return Name(*told) if told is not None else Name(last.noun, last.code)
    whole = not text or text.endswith(_COUNTS) or (own.head and not thing)
    return Name(amount_of(text, case.around.quantity) if whole else f"{text}数量", code)


def _behind(case: Case) -> str:
    noun = case.behind["noun"] if case.behind else ""
    return "" if _MOVES.match(noun) else clean(before_verb(noun))


def _counted_before(case: Case) -> Name | None:
    """What is counted where it stands before the number."""
    own, owner = case.around.own, case.around.own.owner
    told = case.frame.nouns.get(case.around.quantity.unit or "")
    if told is not None and tells_the_same(case.around):
        return Name(*told)
    if owner is not None and owner.kind is OwnerKind.GROUP and (not own.text or own.text in _COUNTS):
        # 浙江省家电零售企业20多家, 微博用户数量6300万
        return Name(f"{owner.name}{own.text or '数量'}", None)
    return None


def _counted_thing(own: Noun, verb: str, thing: str) -> str:
    if thing:
        return verb + thing
    if own.head or (verb and own.text.endswith(verb)):
        return own.text
    return verb + (own.thing or own.text)


def _code_behind(case: Case) -> str | None:
    # 30家书店参展: what they do tells what they are.
    after = _STRETCH.match(case.page.text, case.around.quantity.char_end, case.end)
    found = None
    for codes, _, _ in cue_words().each(after.group() if after else ""):
        found = fitting(codes, case.around.quantity.unit) or found
    return found
