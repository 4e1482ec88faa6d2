"""When a place named beside a number is not whose it is: how wide a figure reaches, and where something is done."""

from dianshang.extraction.claims.subject_case import SubjectCase
from dianshang.extraction.frames.topics import INLAND
from dianshang.extraction.phrases.nouns import clean
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.phrases.things import holds_verb
from dianshang.schema.phrases import phrase_words


def only_qualifies(case: SubjectCase, owner: Owner) -> bool:
    """Whether a place only says how wide a figure of a body reaches, or what kind of money a group has (国内贷款).

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> drafts(page("海达集团业绩尤佳，国内销售额3亿元。", None))[0].subject.name
    '海达集团'
    """
    if not says_how_wide(owner):
        return False
    inland = case.page.text[owner.char_start : owner.char_end] in INLAND
    return case.maker_at_hand if inland else case.body_at_hand


def is_where(case: SubjectCase, owner: Owner) -> bool:
    """Whether a place is only where a body does something, and none of whose it is (某公司连拿苏州两个地块).

    >>> from dianshang.extraction.claims.drafting import drafts
    >>> from dianshang.extraction.frames.page import page
    >>> drafts(page("海达集团连拿苏州两个地块。", None))[0].subject.name
    '海达集团'
    """
    if owner.kind is not OwnerKind.PLACE or not case.body_at_hand:
        return False
    return holds_verb(clean(case.page.text[case.around.begin : owner.char_start]))


def says_how_wide(owner: Owner) -> bool:
    """Whether an owner is a place that only says how wide something reaches (全球, 全国).

    >>> says_how_wide(Owner(0, 2, "全球", OwnerKind.PLACE, None, None))
    True
    """
    return owner.kind is OwnerKind.PLACE and owner.name in phrase_words().reach
