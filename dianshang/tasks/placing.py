"""Claims told by their words, put in their place in the text."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dianshang.review.answers import answers
from dianshang.review.errors import AnswersError
from dianshang.schema.sentence import Sentence

NOWHERE = "record whose mention is not in the sentence"
UNUSABLE = "record with a cell of a wrong type"
# Where a claim is put that stands nowhere in its article: behind every text, where no gold claim is.
BEYOND = 10**9


def placed(
    sentence: Sentence, found: Sequence[Mapping[str, Any]], fields: Sequence[str], faults: Counter[str]
) -> Iterator[dict[str, Any]]:
    """Finds the mention of each record in its sentence; one that occurs twice is taken in order.

    Args:
        sentence: The sentence that was asked about.
        found: The records of one answer.
        fields: The fields of a record.
        faults: Where to count what cannot be used.

    Yields:
        A row to compare for every record: `article_id`, offsets and its fields. One whose mention is not in the
        sentence, or whose cells have no place in their columns, stays a row that can't be right.
    """
    behind: Counter[str] = Counter()
    for record in found:
        row = {name: record.get(name) for name in fields if name != "mention"}
        mention = told if isinstance(told := record.get("mention"), str) else ""
        at = sentence.text.find(mention, behind[mention]) if mention else -1
        if at < 0:
            faults[NOWHERE] += 1
            place = {"char_start": BEYOND, "char_end": BEYOND + 1}
        else:
            behind[mention] = at + len(mention)
            start = sentence.char_start + at
            place = {"char_start": start, "char_end": start + len(mention)}
        yield {"article_id": sentence.article_id} | place | _usable(row, faults)


def _usable(row: dict[str, Any], faults: Counter[str]) -> dict[str, Any]:
    try:
        answers([{"article_id": "text", "char_start": 0, "char_end": 1} | row], "answer")
    except AnswersError as error:
        # Only the cells at fault are lost: each names its field first.
        wrong = {problem.what.split(" ", 1)[0] for problem in error.problems}
        faults[UNUSABLE] += 1
        return {name: None if name in wrong else cell for name, cell in row.items()}
    return row
