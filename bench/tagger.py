"""A tagger trained on the sentences of the dataset: a linear-chain CRF over characters, one a fold.

Each fold is tagged by a model that has seen the other four. What it tags is a mention and its measure; value and unit
are those of the quantity that `dianshang.quantities` reads there, which knows nothing of the labels. All five train in
about a minute on one core, and the same every time. Needs `pip install '.[bench]'`.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dianshang
from dianshang.schema.codes import Tag
from dianshang.schema.sentence import Sentence

LABELS = [tag.value for tag in Tag]
OUTSIDE = "O"
# Characters to either side that a character is judged by.
WINDOW = 3
# L-BFGS with a light penalty on both norms, as is usual for small data; chosen before any figure was seen.
PARAMETERS = {"c1": 0.1, "c2": 0.1, "max_iterations": 100, "feature.possible_transitions": True}
KINDS = {
    **dict.fromkeys("0123456789０１２３４５６７８９", "digit"),
    **dict.fromkeys("〇零一二两三四五六七八九十半几数", "numeral"),
    **dict.fromkeys("百千万亿兆", "multiplier"),
    **dict.fromkeys("%％‰", "percent"),
    **dict.fromkeys(".．,，", "point"),
    **dict.fromkeys("。！？；：、（）()《》“”\"'—-~～ \n", "mark"),
}
EDGE = "^"


def cross_validated(sentences: Sequence[Sentence]) -> list[dict[str, Any]]:
    """What is found in each fold by a model trained on the others: `article_id`, offsets, measure, value and unit."""
    found: list[dict[str, Any]] = []
    with TemporaryDirectory() as folder:
        for fold in sorted({sentence.fold for sentence in sentences}):
            model = Path(folder) / f"{fold}.crfsuite"
            _train([one for one in sentences if one.fold != fold], model)
            found += _tagged([one for one in sentences if one.fold == fold], model)
    return found


def _train(sentences: Sequence[Sentence], model: Path) -> None:
    import pycrfsuite

    trainer = pycrfsuite.Trainer(params=PARAMETERS, verbose=False)
    for sentence in sentences:
        trainer.append(list(_features(sentence.text)), [LABELS[tag] for tag in sentence.tags])
    trainer.train(str(model))


def _tagged(sentences: Sequence[Sentence], model: Path) -> Iterator[dict[str, Any]]:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    for sentence in sentences:
        known = dianshang.quantities(sentence.text)
        for start, end, measure in spans(tagger.tag(list(_features(sentence.text)))):
            place = {"char_start": sentence.char_start + start, "char_end": sentence.char_start + end}
            within = (one for one in known if one.char_start < end and start < one.char_end)
            one = next(within, None)
            read = {name: getattr(one, name, None) for name in ("value", "value_max", "unit")}
            yield {"article_id": sentence.article_id, "measure": measure} | place | read


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and measure of each mention that a row of BIO labels spells.

    >>> list(spans(["O", "B-level", "I-level", "B-share"]))
    [(1, 3, 'level'), (3, 4, 'share')]
    """
    begun = -1
    parts = []
    for label in labels:
        begun += label[0] != "I"
        parts.append((begun if label != OUTSIDE else -1, label[2:]))
    at = 0
    for (mention, measure), run in groupby(parts):
        length = len(list(run))
        if mention >= 0 and measure:
            yield at, at + length, measure
        at += length


def _features(text: str) -> Iterator[list[str]]:
    kinds = [_kind(character) for character in text]
    for at in range(len(text)):
        near = range(at - WINDOW, at + WINDOW + 1)
        shown = {to - at: (text[to], kinds[to]) if 0 <= to < len(text) else (EDGE, EDGE) for to in near}
        features = [f"{by}={character}" for by, (character, _) in shown.items()]
        features += [f"k{by}={kind}" for by, (_, kind) in shown.items()]
        features += [f"{by}+={shown[by][0]}{shown[by + 1][0]}" for by in range(-2, 2)]
        features += [f"k{by}+={shown[by][1]}{shown[by + 1][1]}" for by in range(-2, 2)]
        features.append(f"k={'/'.join(shown[by][1] for by in (-1, 0, 1))}")
        yield features


def _kind(character: str) -> str:
    if character in KINDS:
        return KINDS[character]
    return "latin" if character.isascii() and character.isalpha() else "other"
