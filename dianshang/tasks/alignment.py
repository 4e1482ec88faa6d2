"""Where answers stand: by their offsets, or by what they quote of an article or a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dianshang.review.matching import Place
from dianshang.tasks.answers import Answer
from dianshang.tasks.remarks import Remarks
from dianshang.tasks.truth import Span, Truth

# The article of rows that name none, where those of the truth name none either: both are of one text.
ONE_TEXT = "text"
# Where no text is known, places are made up: far apart, lest they overlap.
APART = 1_000_000


class Placed(NamedTuple):
    """An answer and its place; None where it has none that is known."""

    answer: Answer
    place: Place | None


def placed_truth(truth: Truth) -> list[Placed]:
    """Finds the places of the rows of the truth.

    Args:
        truth: The truth. Rows without offsets stand where their words do, one after the other; where no text is known,
            at made-up places in the order of the rows.

    Returns:
        Every row with its place.

    >>> from dianshang.tasks.benchmarks import BENCHMARKS
    >>> from dianshang.tasks.truth import truth
    >>> gold = [{"article_id": "d-01", "char_start": 5, "char_end": 8, "mention": "35%", "value": 35, "unit": "%"}]
    >>> placed_truth(truth(gold, BENCHMARKS["metrics"]))[0].place
    Place(doc='d-01', start=5, end=8)
    """
    finder = _Finder(truth, [])
    found = []
    for number, answer in enumerate(truth.answers, 1):
        place = _by_offsets(answer, finder) or finder.next(answer)
        if place is None:
            words = answer.words or ""
            place = Place(_doc(answer) or ONE_TEXT, number * APART, number * APART + max(len(words), 1))
        found.append(Placed(answer, place))
    return found


def placed(answers: Iterable[Answer], truth: Truth, gold: Sequence[Placed], remarks: Remarks) -> list[Placed]:
    """Finds the places of predictions.

    A prediction with offsets stands there, unless the article has other words there than it quotes. Any other stands
    where its words do: first at a row of the truth that quotes the same, the i-th of equal predictions at the i-th of
    equal rows, then wherever else the article, or its sentence, has the words.

    Args:
        answers: The predictions.
        truth: What is known of the articles.
        gold: The rows of the truth in their places.
        remarks: Takes those that cannot be placed.

    Returns:
        Every prediction, those without a place too.

    >>> answer = Answer("mine, row 1", "d-01", None, None, "35%", None, None, {})
    >>> placed([answer], Truth([], {"d-01": "占全县的35%。"}), [], Remarks())[0].place
    Place(doc='d-01', start=4, end=7)
    """
    finder = _Finder(truth, gold)
    found = []
    for answer in answers:
        if doubt := finder.doubt(answer):
            remarks.add(doubt, f"{answer.where}: {answer.sentence_id or answer.sentence}")
        place = _by_offsets(answer, finder) or finder.next(answer)
        if place is None:
            remarks.add(_why_not(answer, truth, finder), f"{answer.where}: {answer.words or _doc(answer) or '–'}")
        elif not finder.knows(place.doc):
            remarks.add("names an article that the truth has not, counted as wrong", f"{answer.where}: {place.doc}")
        elif answer.start is not None and place.start != answer.start:
            remarks.add("has other words at its offsets than it quotes, placed by the words", answer.where)
        found.append(Placed(answer, place))
    return found


def _by_offsets(answer: Answer, finder: "_Finder") -> Place | None:
    doc = _doc(answer) or finder.only
    if doc is None or answer.start is None or answer.end is None:
        return None
    text = finder.truth.texts.get(doc)
    if text is not None and answer.words is not None and text[answer.start : answer.end] != answer.words:
        return None
    return Place(doc, answer.start, answer.end)


def _doc(answer: Answer) -> str | None:
    return answer.doc or answer.sentence_id


def _why_not(answer: Answer, truth: Truth, finder: "_Finder") -> str:
    if _doc(answer) is None and answer.sentence is None:
        return "names neither article nor sentence, counted as wrong"
    if finder.scope(answer) is None:
        return "names no article or sentence of the truth, counted as wrong"
    if answer.words is None:
        return "has neither offsets nor words to find, counted as wrong"
    return "quotes words that are not there, counted as wrong"


class _Finder:
    """Finds words in their order: what one answer took, the next equal one does not take again."""

    def __init__(self, truth: Truth, gold: Sequence[Placed]) -> None:
        self.truth = truth
        self.docs = {one.place.doc for one in gold if one.place}
        # Bare claims carry no article; they are of the one text that the truth is of.
        self.only = ONE_TEXT if self.docs == {ONE_TEXT} or not (gold or truth.texts) else None
        self._gold: dict[str, list[tuple[Place, str | None, str | None]]] = defaultdict(list)
        for one in gold:
            if one.place:
                self._gold[one.place.doc].append((one.place, one.answer.words, one.answer.sentence_id))
        self._taken: set[Place] = set()
        self._there: dict[tuple[Span, str | None, str], list[Place]] = {}
        self._sentences: dict[str, list[Span]] = defaultdict(list)
        for span in truth.sentences.values():
            self._sentences[truth.texts[span.doc][span.start : span.end]].append(span)

    def knows(self, doc: str) -> bool:
        """Whether an article is one of the truth, as far as the truth tells its articles."""
        known = self.docs | self.truth.texts.keys() | self.truth.unsettled
        return doc in known or not known or doc == self.only

    def scope(self, answer: Answer) -> Span | None:
        """The stretch in which an answer must stand; None where it names none that is known."""
        if answer.sentence_id is not None and answer.sentence_id in self.truth.sentences:
            return self.truth.sentences[answer.sentence_id]
        doc = _doc(answer) or self.only
        if doc in self.truth.texts and doc is not None:
            return Span(doc, 0, len(self.truth.texts[doc]))
        if doc in self.docs and doc is not None:
            return Span(doc, 0, APART * APART)
        if answer.doc in self.docs and answer.doc is not None:
            return Span(answer.doc, 0, APART * APART)
        same = self._sentences.get(answer.sentence or "", ()) if doc is None else ()
        return next(iter(same), None)

    def doubt(self, answer: Answer) -> str | None:
        """Why the scope of an answer is not sure, if it is not."""
        if answer.sentence_id is not None:
            unknown = self.truth.sentences and answer.sentence_id not in self.truth.sentences
            return "names no sentence of the truth, looked for in the article" if unknown else None
        many = _doc(answer) is None and len(self._sentences.get(answer.sentence or "", ())) > 1
        return "names a sentence that stands in several places, taken as the first" if many else None

    def next(self, answer: Answer) -> Place | None:
        """The place of the words of an answer that no earlier one took; the first one once all are taken."""
        scope = self.scope(answer)
        if scope is None or not answer.words:
            return None
        there = self._standing(answer.words, answer.sentence_id, scope)
        free = next((place for place in there if place not in self._taken), None)
        if free is None:
            return there[0] if there else None
        self._taken.add(free)
        return free

    def _within(self, scope: Span) -> list[tuple[Place, str | None, str | None]]:
        return [one for one in self._gold[scope.doc] if scope.start <= one[0].start and one[0].end <= scope.end]

    def _standing(self, words: str, sentence_id: str | None, scope: Span) -> list[Place]:
        """Where words stand: at rows of the truth that quote them, then at those of other words, then elsewhere."""
        key = (scope, sentence_id, words)
        if key not in self._there:
            rows = self._within(scope)
            own = [
                place
                for place, said, where in rows
                if said == words and (where or sentence_id) == (sentence_id or where)
            ]
            spans = [place for place, _, _ in rows]
            found = self._occurrences(words, scope)
            near = {place for place in found if any(place.start < one.end and one.start < place.end for one in spans)}
            self._there[key] = [*own, *sorted(found, key=lambda place: (place not in near, place))]
        return self._there[key]

    def _occurrences(self, words: str, scope: Span) -> list[Place]:
        text = self.truth.texts.get(scope.doc)
        found: list[Place] = []
        at = -1 if text is None else text.find(words, scope.start, scope.end)
        while text is not None and at >= 0:
            found.append(Place(scope.doc, at, at + len(words)))
            at = text.find(words, at + len(words), scope.end)
        return found
