"""The shareholders that a text names as such, wherever it names them."""

import re

from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.owner import Owner, OwnerKind
from dianshang.extraction.voices.names import is_person

_ROLE = re.compile(
    "(?:(?:股东|实际控制人|实控人|一致行动人|董事长|主席)(?:之一)?[、的]?)++"
    "(?!(?:大|会|解除|增持|减持|所持|累计|人数|总?户数|权益|名册|名单|资格))"
)
_PERSON = re.compile(
    "[\u4e00-\u9fff]{2,4}?(?=先生|女士|的|通知|函告|解除|质押|[增减]持|持有|持股|所|将|累计|于|[与及和、，,（(]"
    "|计划|拟|提交|已|再|共|合计|分别|办理|之)"
)
# 股东东湖投资有限公司: a name in full, known or not.
_IN_FULL = re.compile("[\u4e00-\u9fff（）()]{2,24}?(?:有限公司|有限责任公司|[（(]有限合伙[）)]|集团)")


def shareholders(text: str, owners: list[Owner]) -> list[Owner]:
    """Every mention of a shareholder, in order.

    Args:
        text: Any text.
        owners: The owners that it names.

    >>> [(one.name, one.char_start) for one in shareholders("股东王小明减持1%，王小明仍持有3%", [])]
    [('王小明', 2), ('王小明', 10)]
    """
    bodies = {one.char_start: one.name for one in owners if one.kind is OwnerKind.BODY}
    names = {name for role in _ROLE.finditer(text) if (name := _named(text, role.end(), bodies)) is not None}
    if not names:
        return []
    mentions = [Owner(*at.span(), at.group(), OwnerKind.BODY, None, None) for at in re.finditer(words(names), text)]
    return sorted([*mentions, *(one for one in owners if one.name in names)], key=lambda one: one.char_start)


def _named(text: str, at: int, bodies: dict[int, str]) -> str | None:
    if at in bodies:
        return bodies[at]
    if full := _IN_FULL.match(text, at):
        return full.group()
    person = _PERSON.match(text, at)
    return person.group() if person and is_person(person.group()) else None
