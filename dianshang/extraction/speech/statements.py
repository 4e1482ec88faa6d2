"""Statements of an article: who says what, directly or reported."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from dianshang.extraction.names.entities import canonical
from dianshang.extraction.speech.speakers import Introduction, Speaker, introductions, looks_like_a_person, speaker_in
from dianshang.extraction.speech.speech import Speech, headline_speech, paragraph_speech
from dianshang.reading.credits import tail_credit
from dianshang.schema.article import Article
from dianshang.schema.codes import ParagraphKind
from dianshang.schema.speech import speech_words
from dianshang.schema.statement import Statement

_OWN_STAFF = frozenset({"记者", "本报记者"})
NEAR = 400  # characters before its paragraph in which a pronoun may find its person

_HEADLINES = frozenset({ParagraphKind.TITLE, ParagraphKind.HEADING})
_RUNNING = frozenset({ParagraphKind.PARAGRAPH, ParagraphKind.LIST_ITEM})
_BARE = re.compile(r"^[，\s]*(?:并且?|还|也|又|同时|随后|其中|曾|则|再次|明确)*$")


def statements(article: Article) -> list[Statement]:
    r"""Extracts the statements of an article.

    Args:
        article: The article; its paragraphs tell headlines from running text.

    Returns:
        The statements in order, unreviewed. A speaker whom the article introduces with a title keeps affiliation and
        title wherever it quotes them.

    >>> from dianshang.reading.issue import parse_issue
    >>> [article] = parse_issue("news-2014-03", "河湾市旅游\n市长周岚说：“明年还会更好。”").articles
    >>> [(row.speaker, row.role, row.text) for row in statements(article)]
    [('周岚', '市长', '明年还会更好。')]
    """
    text = article.text
    introduced = introductions(text)
    spoken: list[tuple[Speech, int, Speaker]] = []
    headlines: list[tuple[Speech, int]] = []
    for index, paragraph in enumerate(article.paragraphs):
        if paragraph.kind in _HEADLINES:
            if said := headline_speech(text, paragraph.start, paragraph.end):
                headlines.append((said, index))
        elif paragraph.kind in _RUNNING:
            spoken.extend(_attributed(text, paragraph.start, paragraph.end, index, introduced, spoken))
    known = _known(introduced, (speaker for _, _, speaker in spoken))
    for said, index in headlines:
        if said.phrase in known or looks_like_a_person(said.phrase):
            spoken.append((said, index, Speaker(said.phrase, None, None)))
    return [
        _statement(article, said, index, known.get(speaker.name or "", speaker))
        for said, index, speaker in sorted(spoken, key=lambda one: one[0].char_start)
        # Quotation marks with nothing between them say nothing.
        if said.char_start < said.char_end
    ]


def _attributed(
    text: str,
    start: int,
    end: int,
    index: int,
    introduced: list[Introduction],
    before: list[tuple[Speech, int, Speaker]],
) -> list[tuple[Speech, int, Speaker]]:
    found: list[tuple[Speech, int, Speaker]] = []
    end = _before_credit(text, start, end)
    for said in paragraph_speech(text, start, end):
        speaker = _speaker(text, start, said, introduced, found or before[-1:])
        if speaker is None or not _said_by(speaker, said):
            continue
        if found and said.char_start < found[-1][0].char_end:
            earlier = found[-1][0]
            cut = said.verb_at - len(said.phrase) - 1
            if not _BARE.match(said.phrase) or text[cut] != "，" or cut <= earlier.char_start:
                continue
            # 建议…，并呼吁…: the first ends where the clause of the next verb begins.
            found[-1] = (earlier._replace(char_end=cut), index, found[-1][2])
        found.append((said, index, speaker))
    return found


def _before_credit(text: str, start: int, end: int) -> int:
    """Where a paragraph ends without the credit in brackets at its end."""
    credit = tail_credit(text[start:end])
    return start + credit[1] if credit and credit[1] else end


def _said_by(speaker: Speaker, said: Speech) -> bool:
    """Whether such a speaker can be meant by such a verb."""
    followed_at_once = said.verb_at + len(said.verb) == said.char_start
    if speaker.role in _OWN_STAFF:
        return False
    if said.verb in ("说", "称") and followed_at_once:
        return speaker.name is not None and looks_like_a_person(speaker.name)
    return speaker.name is not None or not (followed_at_once and said.verb in speech_words().wishes)


def _speaker(
    text: str,
    start: int,
    said: Speech,
    introduced: list[Introduction],
    before: list[tuple[Speech, int, Speaker]],
) -> Speaker | None:
    phrase = said.phrase.strip()
    if not said.verb:
        return Speaker(None, None, None)
    last = re.split("[，、]", phrase)[-1]
    if _is_pronoun(last):
        latest = _latest(start - NEAR, said, introduced, before)
        one = last.startswith(("他", "她")) and latest is not None and latest.name is not None
        return Speaker(None, None, None) if one and latest and not looks_like_a_person(latest.name or "") else latest
    if _BARE.match(phrase):
        sentence = max(text.rfind(mark, start, said.verb_at) for mark in "。！？\n")
        return _latest(max(sentence, start), said, introduced, [one for one in before if one[0].char_start > sentence])
    return speaker_in(phrase)


def _is_pronoun(last: str) -> bool:
    """Whether a phrase is a pronoun, with at most a few words after it."""
    return last.startswith(_pronouns()) and any(
        last.startswith(word) and len(last) <= len(word) + 6 for word in _pronouns()
    )


@cache
def _pronouns() -> tuple[str, ...]:
    return tuple(sorted(speech_words().pronouns))


def _latest(
    floor: int, said: Speech, introduced: list[Introduction], before: list[tuple[Speech, int, Speaker]]
) -> Speaker | None:
    """The person named last before the verb, by an introduction or as a speaker."""
    at = bisect_right(introduced, said.verb_at, key=lambda one: one.char_start) - 1
    introduction = introduced[at] if at >= 0 and introduced[at].char_start >= floor else None
    spoken = before[-1] if before else None
    if spoken and (introduction is None or spoken[0].verb_at > introduction.char_start):
        return spoken[2]
    return introduction.speaker if introduction else None


def _known(introduced: Iterable[Introduction], speakers: Iterable[Speaker]) -> dict[str, Speaker]:
    """What the article says of each named speaker: of several descriptions the first with the most in it."""
    known: dict[str, Speaker] = {}
    for speaker in (*(one.speaker for one in introduced), *speakers):
        if speaker.name is None:
            continue
        other = known.get(speaker.name)
        if other is None or _told(speaker) > _told(other):
            known[speaker.name] = speaker
    return known


def _told(speaker: Speaker) -> int:
    return (speaker.affiliation is not None) + (speaker.role is not None)


def _statement(article: Article, said: Speech, index: int, speaker: Speaker) -> Statement:
    known = canonical(speaker.name) if speaker.name else None
    return Statement(
        statement_id=f"{article.article_id}-s{said.char_start:05d}",
        article_id=article.article_id,
        issue_id=article.issue_id,
        speaker=speaker.name,
        speaker_id=known[1] if known else None,
        affiliation=speaker.affiliation,
        role=speaker.role,
        mode=said.mode,
        text=article.text[said.char_start : said.char_end],
        char_start=said.char_start,
        char_end=said.char_end,
        paragraph=index,
    )
