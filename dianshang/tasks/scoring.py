"""The scorer: anyone's predictions against the published truth, or against a truth of their own."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dianshang.review.errors import AnswersError
from dianshang.schema.codes import Measure
from dianshang.schema.problems import Problem
from dianshang.schema.sentence import FOLDS
from dianshang.tasks.alignment import Placed, placed, placed_truth
from dianshang.tasks.answers import Answer, answers
from dianshang.tasks.benchmarks import BENCHMARKS, Benchmark
from dianshang.tasks.remarks import Remarks
from dianshang.tasks.score import Score
from dianshang.tasks.sources import Source, rows
from dianshang.tasks.tally import Judged, counted, intervals, judged
from dianshang.tasks.truth import Truth, truth

# The article of predictions that name none.
NOWHERE = ""


def score(predicted: Source, gold: Source | None = None, fold: int | None = None, table: str = "metrics") -> Score:
    """Scores predictions.

    A prediction names its place by `article_id` (or `doc`) with `char_start` and `char_end`, or by `sentence_id` (or
    `article_id`) with the words it quotes (`mention`), or by the words of its `sentence` and the mention. Words that
    occur twice are matched in order. Then the two sides are paired within each article, one to one: first equal spans,
    then those that overlap, the largest overlap first. For claims, four levels are counted, each as precision, recall
    and F1:

    - `span`: the same offsets;
    - `value_unit`: overlapping, with equal `value` (within one part in 100,000), `value_max` and `unit`;
    - `core_claim`: the same offsets, with equal value, unit, measure, period, comparison and status;
    - `whole_claim`: `core_claim`, with equal subject, claimant, denominator, area, statistic, `per`, qualifier and base
      period, and an `indicator_text` that is alike (a Dice coefficient of 0.5 over pairs of neighbouring characters).

    Every field has its accuracy over the pairs. A field that predictions do not give is null, and a level that the
    truth has not the fields for is left out. A prediction without a place counts as wrong, and is told in `remarks`.

    Args:
        predicted: A list of dicts or records, a `datasets.Dataset`, a `pyarrow.Table`, a data frame, or the path of a
            file (CSV, Parquet, JSON or JSON Lines, also what `dianshang extract --json` prints) or of a dataset folder.
        gold: The truth, in any of these forms; of a dataset folder, the rows that readers settled. If None, those of
            the published dataset. Predictions in articles of issues that nobody has reviewed are then left out.
        fold: Count the articles of one fold only, 0 to 4.
        table: `metrics`, `statements`, `events`, `projects` or `entities`.

    Returns:
        A score that prints as a table, has its levels as attributes (`score.span.f1`) and a form for JSON (`to_dict`).

    Raises:
        AnswersError: A file cannot be read, no prediction is of an article of the truth, the truth has a fault or none
            of its rows is reviewed, or there is no such table or fold.
        MissingDataError: No gold is given and the published data are missing.

    >>> gold = [{"sentence_id": "d-01-s00000", "mention": "35%", "value": 35, "unit": "%"}]
    >>> score(gold, gold).value_unit.f1, score([], gold).value_unit.f1
    (1.0, 0.0)
    """
    benchmark = _benchmark(table)
    return score_against(predicted, truth(gold, benchmark), benchmark, fold)


def score_against(predicted: Source, held: Truth, benchmark: Benchmark, fold: int | None = None) -> Score:
    """Scores predictions against a truth that is read already.

    Args:
        predicted: As for `score`.
        held: The truth.
        benchmark: What is scored of its table.
        fold: As for `score`.

    Returns:
        As `score`.

    Raises:
        AnswersError: As by `score`, of the predictions.

    >>> from dianshang.tasks.benchmarks import BENCHMARKS
    >>> metrics = BENCHMARKS["metrics"]
    >>> gold = [{"sentence_id": "d-01-s00000", "mention": "35%", "value": 35, "unit": "%"}]
    >>> score_against(gold, truth(gold, metrics), metrics).levels["value_unit"].f1
    1.0
    """
    remarks = Remarks()
    given = list(answers(rows(predicted, "predicted", benchmark.table, remarks), benchmark, remarks))
    if not given and not remarks.told():
        remarks.add("holds no prediction", "predicted")
    theirs = placed_truth(held)
    ours = placed(given, held, theirs, remarks)
    _acquainted(ours, theirs, held)
    theirs = [one for one in theirs if _counts(one, held, fold)]
    ours = _within(ours, held, fold, remarks)
    _repeated(ours, remarks)
    return _scored(ours, theirs, _articles(held, fold), benchmark, remarks)


def _benchmark(table: str) -> Benchmark:
    if table not in BENCHMARKS:
        problem = Problem(f"table {table!r}", "is none that is scored", f"Choose one of {', '.join(BENCHMARKS)}")
        raise AnswersError(problem)
    return BENCHMARKS[table]


def _acquainted(ours: Sequence[Placed], theirs: Sequence[Placed], held: Truth) -> None:
    """Refuses predictions of which none is of an article of the truth: they are of other texts."""
    docs = {one.place.doc for one in theirs if one.place} | held.texts.keys()
    named = {one.place.doc if one.place else one.answer.doc for one in ours} - {None}
    if ours and docs and not named & docs:
        known = f"{min(docs)!r} to {max(docs)!r}"
        what = f"has no article of the gold: {min(named, key=str)!r} is not among {known}" if named else _NAMELESS
        raise AnswersError(Problem("predicted", what, "Name the articles by article_id as the gold does"))


_NAMELESS = "has no article of the gold: no row names an article or a sentence that is known"


def _counts(one: Placed, held: Truth, fold: int | None) -> bool:
    doc = one.place.doc if one.place else one.answer.doc
    return doc not in held.unsettled and (fold is None or held.folds.get(doc or "") == fold)


def _within(ours: Iterable[Placed], held: Truth, fold: int | None, remarks: Remarks) -> list[Placed]:
    """The predictions that count: those of articles that are settled, and in the fold."""
    kept = []
    for one in ours:
        doc = one.place.doc if one.place else one.answer.doc
        if _counts(one, held, fold) or (doc not in held.unsettled and doc not in held.folds):
            kept.append(one)
        else:
            what = "in an article that no reader settled" if doc in held.unsettled else "in an article of another fold"
            remarks.add(f"{what}, left out", f"{one.answer.where}: {doc}")
    return kept


def _articles(held: Truth, fold: int | None) -> list[str]:
    """The articles of the truth that count, also those without a row."""
    if fold is not None and fold not in held.folds.values():
        known = f"It has {', '.join(map(str, sorted(set(held.folds.values()))))}" if held.folds else _FOLDLESS
        raise AnswersError(Problem(f"fold {fold}", "holds no article of the truth", known))
    docs = held.folds if held.texts else {}
    return [doc for doc, own in docs.items() if doc not in held.unsettled and fold in (None, own)]


_FOLDLESS = f"Give a dataset folder as gold, or its rows a field fold, 0 to {FOLDS - 1}"


def _repeated(ours: Iterable[Placed], remarks: Remarks) -> None:
    seen: set[object] = set()
    for one in ours:
        if one.place is not None:
            if one.place in seen:
                remarks.add("at the place of an earlier prediction, counted as wrong", one.answer.where)
            seen.add(one.place)


def _scored(
    ours: Sequence[Placed], theirs: Sequence[Placed], articles: Sequence[str], benchmark: Benchmark, remarks: Remarks
) -> Score:
    columns = frozenset(name for one in theirs for name in one.answer.cells)
    # Nothing to be found decides every level.
    levels = [
        level.name for level in benchmark.levels if not theirs or columns.issuperset(set(level.fields) - {"value_max"})
    ]
    pairs = judged(ours, theirs, benchmark, columns)
    _unsaid(ours, columns, benchmark, remarks)
    predicted = Counter(one.place.doc if one.place else one.answer.doc or NOWHERE for one in ours)
    gold = Counter(one.place.doc for one in theirs if one.place)
    every = sorted({*articles, *predicted, *gold})
    found, spread = counted(pairs, len(ours), len(theirs), levels), intervals(pairs, predicted, gold, every, levels)
    groups = _groups(ours, theirs, pairs, levels, benchmark) if benchmark.group in columns else {}
    return Score(
        benchmark.table,
        len({*articles, *gold}),
        found.levels,
        found.fields,
        spread.levels,
        spread.fields,
        groups,
        remarks.told(),
    )


def _unsaid(ours: Sequence[Placed], columns: frozenset[str], benchmark: Benchmark, remarks: Remarks) -> None:
    """Tells which fields no prediction gives."""
    given = {name for one in ours for name in one.answer.cells}
    needed = {name for level in benchmark.levels for name in level.fields}
    if ours and (lacking := [name for name in benchmark.fields if name in (columns & needed) - given]):
        remarks.add("fields that no prediction gives, taken as null", ", ".join(lacking))


def _groups(
    ours: Sequence[Placed],
    theirs: Sequence[Placed],
    pairs: Sequence[Judged],
    levels: Sequence[str],
    benchmark: Benchmark,
) -> dict[str, Score]:
    field = benchmark.group or ""

    def group(answer: Answer) -> object:
        return answer.cells.get(field)

    paired = {pair.predicted for pair in pairs}
    spare = Counter(group(one.answer) for at, one in enumerate(ours) if at not in paired)
    wanted = Counter(group(one.answer) for one in theirs)
    found = {}
    for name in Measure:
        inside = [pair for pair in pairs if group(theirs[pair.gold].answer) == name]
        if wanted[name] or spare[name]:
            counts = counted(inside, len(inside) + spare[name], wanted[name], levels)
            articles = len({pair.doc for pair in inside})
            found[name.value] = Score(benchmark.table, articles, counts.levels, counts.fields)
    return found
