"""Events of an article: its gatherings, each told once with what the article says of it."""

import re
from datetime import date

from dianshang.extraction.names.areas import area_code
from dianshang.extraction.records import Period
from dianshang.extraction.speech.ground import Ground, ground
from dianshang.extraction.speech.occasions import Occasion, occasions
from dianshang.schema.article import Article
from dianshang.schema.codes import Granularity
from dianshang.schema.event import Event
from dianshang.schema.occasions import occasion_words

ALIASES = 50  # namings of one gathering that another name is compared with

_ORDINAL = re.compile("(?:第[0-9一二三四五六七八九十百]+|上|首)届")
_YEAR = re.compile(r"(?:19|20)\d\d年?")


def events(article: Article, on: Ground | None = None) -> list[Event]:
    r"""Extracts the events of an article.

    Args:
        article: The article; relative dates resolve against its publication date.
        on: Its ground, if that has been read already.

    Returns:
        The events in order, unreviewed: namings of the same gathering make one, with the date, place and hosts of all.

    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾\n第三届河湾旅游节昨天在河湾市开幕。").articles
    >>> [event.name for event in events(article)]
    ['第三届河湾旅游节']
    """
    on = on or ground(article)
    named = occasions(article.text, on.sentences, on.periods)
    by_name: dict[str, list[Occasion]] = {}
    for occasion in named:
        by_name.setdefault(occasion.mention, []).append(occasion)
    groups: list[list[Occasion]] = []
    for same in by_name.values():
        group = next((group for group in groups if any(_same(same[0], other) for other in group[:ALIASES])), None)
        if group is None:
            groups.append(same)
        else:
            group.extend(same)
    found: list[Event] = []
    for group in groups:
        found.append(_event(article, group, found))
    return sorted(found, key=lambda event: event.char_start)


def _same(one: Occasion, other: Occasion) -> bool:
    """Whether two namings mean one gathering: the same edition of the same kind, or one name inside the other."""
    edition, other_edition = _edition(one.mention), _edition(other.mention)
    if edition != other_edition and edition and other_edition:
        return False
    if edition and edition == other_edition:
        return one.kind == other.kind
    plain, other_plain = _plain(one.mention), _plain(other.mention)
    shorter, longer = sorted((plain, other_plain), key=len)
    return len(shorter) > len(one.kind) + 1 and longer.endswith(shorter) and "上届" not in (edition, other_edition)


def _edition(name: str) -> str | None:
    match = _ORDINAL.search(name)
    return match.group() if match else None


def _plain(name: str) -> str:
    return _YEAR.sub("", _ORDINAL.sub("", name)).partition("@")[0].removeprefix("中国")


def _event(article: Article, group: list[Occasion], before: list[Event]) -> Event:
    best = max(group, key=lambda one: (_told(one), len(one.mention), -one.char_start))
    when = next((one.date for one in sorted(group, key=_told, reverse=True) if one.date), None)
    venue = next((one.venue for one in group if one.venue), None)
    hosts = next((one.hosts for one in group if one.hosts), ())
    start, end, grain, said = _dates(when)
    # 同期: at the same time as the gathering told before.
    if start is None and best.concurrent and before:
        start, end, grain, said = before[-1].start_date, before[-1].end_date, before[-1].granularity, "同期"
        if start is None:
            said = None
    name = max((one.mention for one in group), key=lambda mention: (mention == best.mention, len(mention)))
    bare = best.kind in occasion_words().loose and len(name) <= len(best.kind) + 2
    if bare and hosts and not name.startswith(tuple("一二两三四五六七八九十0123456789")):
        name = "".join(hosts) + name
    return Event(
        event_id=f"{article.article_id}-e{best.char_start:05d}",
        article_id=article.article_id,
        issue_id=article.issue_id,
        name=name,
        mention=best.mention,
        char_start=best.char_start,
        char_end=best.char_end,
        date_text=said,
        start_date=start,
        end_date=end,
        granularity=grain,
        venue=venue,
        ref_area=(area_code(venue) if venue else None) or area_code(best.mention),
        organisers="；".join(hosts) or None,
    )


def _told(occasion: Occasion) -> int:
    return (occasion.date is not None) + (occasion.venue is not None) + bool(occasion.hosts)


def _dates(period: Period | None) -> tuple[date | None, date | None, Granularity | None, str | None]:
    if period is None:
        return None, None, None, None
    return period.period_start, period.period_end or period.period_start, period.granularity, period.text
