"""Who speaks: a person or body by name, what it belongs to and as what it speaks."""

import re
from functools import cache
from typing import NamedTuple

from dianshang.extraction.names.entities import entities
from dianshang.extraction.patterns import words
from dianshang.extraction.phrases.owners import owners
from dianshang.extraction.voices.names import source_in
from dianshang.extraction.voices.wording import wording
from dianshang.schema.codes import EntityType
from dianshang.schema.cues import cues
from dianshang.schema.entities import entity_names
from dianshang.schema.press import press
from dianshang.schema.speech import speech_words

HAN = "\u4e00-\u9fff"
LONGEST_PHRASE = 60
LONGEST_AFFILIATION = 24
LONGEST_ROLE = 20
LONGEST_FIELD = 6  # characters between the body and the title: 某某证券|策略|分析师


_NOT_OF_A_ROLE = "对把被给以让为与向听从将使如了过"


class Speaker(NamedTuple):
    """A speaker as a text introduces one; name is None for those who go unnamed."""

    name: str | None
    affiliation: str | None
    role: str | None


class Introduction(NamedTuple):
    """A place where a text names a person with a title."""

    char_start: int
    char_end: int
    speaker: Speaker


class _Patterns(NamedTuple):
    role: re.Pattern[str]
    lead: re.Pattern[str]
    people: re.Pattern[str]
    dotted: re.Pattern[str]
    introduced: re.Pattern[str]
    introducing: re.Pattern[str]
    name_first: re.Pattern[str]
    person: re.Pattern[str]
    titled: re.Pattern[str]
    inside: re.Pattern[str]
    saying: re.Pattern[str]
    kind: re.Pattern[str]
    unlikely: re.Pattern[str]


IMPERSONAL_REPORTS = frozenset({"媒体报道", "外媒报道", "有分析"})

_SEVERAL = re.compile("(?:各|多|两|几|数|某|该|上述|其他|这家)[大家个地]?")
_CITED = re.compile("(?:另|又)?(?:据|根据)")
_DATE = re.compile(
    r"^(?:[0-9一二三四五六七八九十]+[年月日]|(?:当地时间|北京时间|本?周[一二三四五六日]|上午|下午|晚间?|早间?))+"
)
_ADVERBS = re.compile(
    r"(?:也|还|均|都|就|则|曾|并|又|却|仍|更|普遍|一致|公开|当时|当天|当日|随后|最后|甚至|再次|同样|明确|进一步|多次|明确|大方|一致|一直|近日|日前|昨日|昨天|今日|今天|最近|此前|首次"
    r"|本?周[一二三四五六日]|[在于]?(?:[0-9一二三四五六七八九十]+[年月日])+(?:上午|下午|晚间?|初|底)?"
    r"|[在于]?(?:接受[^，。]{0,16}采访(?:时|中)?)|(?<=.)在[^，。]{0,20}(?:[上中时里内]|微博|博客|演讲|采访|论坛|致辞)"
    r"|(?<=..)对[^，。]{1,6}|(?<=..)[向跟][^，。]{1,12})++$"
)


@cache
def _patterns() -> _Patterns:
    speech, common = speech_words(), cues()
    offices = words(common.office | speech.offices)
    surnames = words(common.surname | frozenset(press().names.surnames) | press().names.compound_surnames)
    one = f"(?:{offices})"
    # Nobody holds more offices at once than these; without a bound a row of them takes quadratic time.
    run = f"{one}(?:兼任?{one}){{0,6}}"
    # A western name joined by a dot, or a surname with one or two characters.
    stop = words(speech.after_name)
    given = f"(?:[{HAN}](?![{HAN}])|[{HAN}](?=(?:{stop}))|[{HAN}]{{2}})"
    name = rf"(?:[{HAN}]{{1,5}}·[{HAN}]{{1,5}}|(?:{surnames}){given})"
    return _Patterns(
        role=re.compile(rf"(?:[{HAN}A-Za-z]{{0,12}}?)?({run})$"),
        lead=re.compile(
            rf"^(?:(?:{words(speech.lead | common.source_lead - {'独立', '市场', '行业', '机构'})})(?=.))+"
        ),
        people=re.compile(
            rf"(?:.*(?:[的某位名]|[一两多几]家))?(?P<role>(?:(?![{_NOT_OF_A_ROLE}])[{HAN}A-Za-z0-9]){{0,{LONGEST_ROLE}}}?"
            rf"(?:{words(speech.people | common.office | speech.offices)})们?)"
        ),
        dotted=re.compile(rf"(?:^|[^{HAN}])([{HAN}]{{1,6}}(?:·[{HAN}]{{1,6}})+)$"),
        introduced=re.compile(rf"{run}(?:之一)?(?P<name>{name})"),
        introducing=re.compile(rf"[{HAN}A-Za-z0-9（）()·.、，]{{0,{LONGEST_PHRASE}}}"),
        name_first=re.compile(rf"^((?:{surnames})[{HAN}]{{1,2}}?)({run})$"),
        person=re.compile(rf"^(?:(?:{surnames})[{HAN}]{{1,2}}|[{HAN}]{{1,6}}(?:·[{HAN}]{{1,6}})+)$"),
        inside=re.compile(rf"(?<=..)(?:{words(end for end in common.organisation_ending if len(end) > 1)})"),
        saying=re.compile(rf"(?<=..)(?:{words(word for word in speech.say if len(word) > 1)})$"),
        titled=re.compile(
            rf"^(?:[^，、]{{0,40}}(?:{run})(?:之一)?)((?:{surnames})[{HAN}]{{1,2}}|[{HAN}]{{1,6}}·[{HAN}]{{1,6}})$"
        ),
        kind=re.compile("(?:公司|机构|集团|网站|平台|企业|巨头|媒体|银行|商|店)$"),
        unlikely=re.compile(
            "^(?:这|那|如果|可以|不|没有|所|是|只|因|多|两|几|各|某|一|该|上述|其|虽|应|[0-9])|[的了着过把被给对让]|—"
        ),
    )


def looks_like_a_person(name: str) -> bool:
    """Whether a name has the form of a person's: a surname with one or two characters, or parts joined by a dot.

    >>> looks_like_a_person("王小明"), looks_like_a_person("某某银行")
    (True, False)
    """
    known = entity_names().get(name.lower())
    if known is not None:
        return known.type is EntityType.PERSON
    return bool(_patterns().person.match(name)) and not wording().organisation_end.search(name)


def speaker_in(phrase: str) -> Speaker | None:
    """Reads the words before a verb of saying.

    Args:
        phrase: The words, appositions included, such as 甲网创始人、董事长王小明在会上.

    Returns:
        The speaker; a name of None for one who goes unnamed (role then says what the text calls them); None where
        nobody is meant.

    >>> speaker_in("对此，甲大学工学院教授王小明")
    Speaker(name='王小明', affiliation='甲大学工学院', role='教授')
    >>> speaker_in("有知情人士")
    Speaker(name=None, affiliation=None, role='知情人士')
    """
    patterns = _patterns()
    short = patterns.lead.sub("", _DATE.sub("", patterns.lead.sub("", _last_apposition(phrase))))
    short = _ADVERBS.sub("", patterns.saying.sub("", _ADVERBS.sub("", short)))
    if short in speech_words().impersonal or short in IMPERSONAL_REPORTS:
        return Speaker(None, None, None)
    return _by_form(phrase, short) or _by_name(phrase, short) or _by_claim(phrase, short)


def _by_form(phrase: str, short: str) -> Speaker | None:
    """Somebody whose words have the form of a name with a title, or of a title alone."""
    patterns = _patterns()
    if name_first := patterns.name_first.match(short):
        return Speaker(name_first.group(1), None, name_first.group(2))
    if titled := patterns.titled.match(short):
        name = titled.group(1)
        return _described(phrase[: phrase.rfind(name)], name)
    if courtesy := wording().courtesy.search(short):
        return Speaker(courtesy.group(), None, None)
    if people := patterns.people.fullmatch(short):
        return Speaker(None, None, people["role"])
    dotted = patterns.dotted.search(short)
    return Speaker(dotted.group(1), None, None) if dotted else None


def _by_name(phrase: str, short: str) -> Speaker | None:
    """Somebody registered whose name ends the words."""
    known = entities(short)
    if not known or known[-1].char_end != len(short) or known[-1].type is EntityType.PLACE:
        return None
    at = known[-1].char_start
    if known[-1].type is EntityType.PERSON:
        return _described(phrase[: phrase.rfind(short[at:])], known[-1].name)
    return Speaker(known[-1].name, None, None) if at == 0 or _patterns().kind.search(short[:at]) else None


def _by_claim(phrase: str, short: str) -> Speaker | None:
    """Somebody whom the sources of claims would name too."""
    patterns = _patterns()
    cited = _CITED.match(phrase) is not None
    source = source_in(short, 0, len(short), owners(short, []), cited, strong=True)
    if source is None or source.name is None:
        return None
    name = source.name
    if looks_like_a_person(name):
        return _described(phrase[: max(phrase.rfind(name), 0)], name)
    if wording().organisation_end.search(name) and _SEVERAL.match(name):
        return Speaker(None, None, name)
    is_body = wording().organisation_end.search(name) or (name.isascii() and name[0].isalpha())
    return Speaker(name, None, None) if is_body and not patterns.unlikely.search(name) else None


def _last_apposition(phrase: str) -> str:
    return re.split("[，、]", phrase)[-1]


def _described(before: str, name: str) -> Speaker:
    """A person with what stands before the name: appositions parted by 、 or ，, the first with the affiliation."""
    patterns = _patterns()
    parts = [part for part in re.split("[，]", before) if part]
    described = Speaker(name, None, None)
    for part in reversed(parts):
        pieces = [piece for piece in part.split("、") if piece]
        titled = [piece for piece in pieces if patterns.role.search(piece)]
        if not titled:
            break
        affiliation, first = _divided(patterns.lead.sub("", titled[0]))
        rest = [piece for piece in titled[1:] if "的" not in piece and "最" not in piece]
        role = "、".join(filter(None, (first, *rest)))
        if role and (affiliation or described.role is None):
            described = Speaker(name, affiliation, role)
        if affiliation:
            break
    return described


def _divided(piece: str) -> tuple[str | None, str | None]:
    """Parts 甲银行总工程师 into the body and the title."""
    patterns = _patterns()
    match = patterns.role.search(piece)
    if match is None:
        return None, None
    cut = match.start(1)
    body = piece[:cut]
    # 被点名的某某集团, 最早是某某集团: the body's name begins after these.
    opening = max(
        body.rfind(word) + len(word)
        for word in ("的", "是", "由", "专访", "采访", "在")
        if word in body or word == "的"
    )
    body, piece, cut = body[opening:], piece[opening:], cut - opening
    known = [mention for mention in entities(body) if mention.type is EntityType.ORGANISATION]
    if known and known[-1].char_end == len(body):
        return body[-LONGEST_AFFILIATION:], piece[cut:]
    if wording().organisation_end.search(body) and len(body) > 2:
        return body[-LONGEST_AFFILIATION:], piece[cut:]
    ends = [mention.char_end for mention in known] + [found.end() for found in patterns.inside.finditer(body)]
    end = max(ends, default=0)
    return (
        (body[:end][-LONGEST_AFFILIATION:], piece[end:]) if end and len(body) - end <= LONGEST_FIELD else (None, piece)
    )


def introductions(text: str) -> list[Introduction]:
    """Every place where a text names a person right after a title.

    Args:
        text: Any text.

    Returns:
        The introductions in order.

    >>> [found.speaker.name for found in introductions("这是某某公司董事长王小明在会上提出来的。")]
    ['王小明']
    """
    found = []
    patterns = _patterns()
    ends = tuple(speech_words().after_name)
    done = 0
    # The title and the name are sought first, and the words before them read leftwards: each is read once.
    for match in patterns.introduced.finditer(text):
        lead = text[max(done, match.start() - LONGEST_PHRASE) : match.start()][::-1]
        words_before = patterns.introducing.match(lead)
        before = text[match.start() - (words_before.end() if words_before else 0) : match.start("name")]
        done = match.end()
        name = match["name"]
        known = next((m for m in entities(text[match.start("name") : match.end() + 2]) if m.char_start == 0), None)
        if known and known.type is EntityType.PERSON:
            name = known.name
        elif known:
            continue
        if len(name) == 3 and "·" not in name and text.startswith(ends, match.start("name") + 2):
            name = name[:2]
        if not looks_like_a_person(name):
            continue
        start = match.start("name")
        found.append(Introduction(start, start + len(name), _described(before, name)))
    return found
