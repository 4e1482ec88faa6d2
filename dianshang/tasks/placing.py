"""What a model quotes of a sentence, put in its place in the article."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dianshang.schema.sentence import Sentence


def placed(sentence: Sentence, found: Sequence[Mapping[str, Any]], fields: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Finds the mention of each record in its sentence; one that occurs twice is taken in order.

    Args:
        sentence: The sentence that was asked about.
        found: The records of one answer.
        fields: The fields of a record; others are left out.

    Yields:
        A prediction for every record, with offsets where its mention stands in the sentence.
    """
    behind: Counter[str] = Counter()
    for record in found:
        row = {name: record.get(name) for name in fields} | {"article_id": sentence.article_id}
        mention = told if isinstance(told := record.get("mention"), str) else ""
        at = sentence.text.find(mention, behind[mention]) if mention else -1
        if at >= 0:
            behind[mention] = at + len(mention)
            start = sentence.char_start + at
            row |= {"char_start": start, "char_end": start + len(mention)}
        yield row
