"""What holds where a number stands: a slot each for topic, time, comparison and what was told last."""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from dianshang.extraction.frames.drafts import Draft
from dianshang.extraction.layout.document import Clause
from dianshang.extraction.layout.sentences import Sentence
from dianshang.extraction.phrases.nouns import Noun
from dianshang.extraction.phrases.owner import Owner
from dianshang.extraction.records import Period
from dianshang.schema.codes import Comparison

T = TypeVar("T")


class Held(NamedTuple, Generic[T]):
    """A value of a slot, the place of the words that gave it, and the name of the rule that set it."""

    value: T
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Frame:
    """What holds at a clause; one for the whole text, as copies for every clause and number take much time.

    topic: whose properties are told; article_topic: the same for the whole text.
    time: the expression that dates what no time of its own sentence does; heading_time, article_time: the span that a
    heading or the title reports on; event_time: the days of the event told of; told_time: the time of the last number
    that had one of its own.
    heading: the noun phrase of the heading above; article_head: that of the title; label: the indicator that the
    paragraph's head names; head: the noun phrase that heads a list (合格率约为：…); nouns: what was measured last
    in the paragraph, by unit.
    last: the number told last in the paragraph; in_sentence: whether it stands in this sentence; latest: the latest
    days of a level told in the sentence; said: the comparison told once for the sentence.
    """

    sentence: Sentence
    clause: Clause
    topic: Held[Owner] | None
    article_topic: Held[Owner] | None
    time: Held[Period] | None
    heading_time: Held[Period] | None
    article_time: Held[Period] | None
    event_time: Held[Period] | None
    heading: Noun
    label: str | None
    head: Noun
    last: Draft | None
    in_sentence: bool
    told_time: Held[Period] | None
    nouns: dict[str, tuple[str, str | None]]
    article_head: Noun
    latest: Draft | None
    said: Comparison | None
