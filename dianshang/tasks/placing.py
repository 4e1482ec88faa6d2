"""What a model quotes of a sentence, put in its place in the article."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dianshang.schema.claim import Metric
from dianshang.schema.sentence import Sentence


def placed(
    sentence: Sentence, found: Sequence[Mapping[str, Any]], fields: Sequence[str], gold: Sequence[Metric] = ()
) -> Iterator[dict[str, Any]]:
    """Finds the mention of each record in its sentence.

    A mention alone does not tell where it stands: the i-th of equal mentions is put at the i-th gold claim with these
    words, and where there are no more of them, at the next place that has the words.

    Args:
        sentence: The sentence that was asked about.
        found: The records of one answer.
        fields: The fields of a record; others are left out.
        gold: The gold claims of the sentence, in order.

    Yields:
        A prediction for every record, with offsets where its mention stands in the sentence.
    """
    taken: Counter[str] = Counter()
    for record in found:
        row = {name: record.get(name) for name in fields} | {"article_id": sentence.article_id}
        mention = told if isinstance(told := record.get("mention"), str) else ""
        places = _places(mention, sentence, gold) if mention else []
        if taken[mention] < len(places):
            start = places[taken[mention]]
            taken[mention] += 1
            row |= {"char_start": start, "char_end": start + len(mention)}
        yield row


def _places(mention: str, sentence: Sentence, gold: Sequence[Metric]) -> list[int]:
    own = [metric.char_start for metric in gold if metric.mention == mention]
    others = []
    at = sentence.text.find(mention)
    while at >= 0:
        others.append(sentence.char_start + at)
        at = sentence.text.find(mention, at + len(mention))
    return [*own, *(start for start in others if start not in own)]
