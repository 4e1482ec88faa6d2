"""`dianshang extract`: the claims of a text."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dianshang.cli.command import Command, Outcome, as_json, json_option, path_argument
from dianshang.cli.terminal import BOLD, columns, painted
from dianshang.schema.display import harmless
from dianshang.schema.problems import DianshangError, Problem

if TYPE_CHECKING:
    from dianshang.schema.claim import Claim

# The cells of a claim that say how much and when; those after them say of what and by whom.
FIGURE = 5
INDENT = "    "
PATIENCE = 120.0
ABOUT = """Print the quantified claims of a Chinese text: value, unit, measure, period, subject, indicator, claimant.

  dianshang extract article.txt
  dianshang extract article.docx                           also .html, .pdf, .eml
  dianshang extract article.txt --published 2015-03-02     去年 is then 2014
  cat article.txt | dianshang extract - --json             one JSON object a claim, one a line
"""


def options(parser: argparse.ArgumentParser) -> None:
    """The options of the command.

    >>> parser = argparse.ArgumentParser()
    >>> options(parser)
    >>> parser.parse_args(["a.txt", "--published", "2015-03-02"]).published
    datetime.date(2015, 3, 2)
    """
    path_argument(parser, "file", metavar="FILE", help="a text, HTML, Word, PDF or mail; - reads the standard input")
    parser.add_argument("--published", type=_day, metavar="DATE", help="date of publication, YYYY-MM-DD")
    parser.add_argument("--why", action="store_true", help="say for each field the rule that read it, and its words")
    parser.add_argument(
        "--patience", type=float, metavar="S", default=PATIENCE, help="seconds it may take (default: 120)"
    )
    json_option(parser, "print one JSON object a claim, one a line")


def run(options: argparse.Namespace) -> Outcome:
    """Extracts the claims: a table of them, or JSON Lines.

    >>> run(argparse.Namespace(file="nowhere.txt", patience=9.0, published=None, why=False, json=False))
    Traceback (most recent call last):
    dianshang.schema.problems.DianshangError: nowhere.txt: cannot be read: No such file or directory. Name a document.
    """
    from dianshang.engines.patience import limited

    with limited(options.patience, options.file, "Split it or raise --patience"):
        return _outcome(options)


def _outcome(options: argparse.Namespace) -> Outcome:
    from dianshang.extraction.claims.claims import extract

    text = _text(options.file)
    if not re.search("[\u4e00-\u9fff]", text):
        return Outcome([] if options.json else ["No claim found: the text has no Chinese."])
    if options.why:
        return Outcome(list(_reasons(text, options.published, options.json)))
    claims = extract(text, options.published)
    if options.json:
        return Outcome(as_json(claim.model_dump(mode="json")) for claim in claims)
    return Outcome(_table(claims))


COMMAND = Command("extract", "print the quantified claims of a text", ABOUT, options, run)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date of the form YYYY-MM-DD") from error


def _text(file: str) -> str:
    from dianshang.reading.formats.document import document_text

    if file == "-" and sys.stdin is None:
        raise DianshangError(Problem("standard input", "is closed", "Pipe a text into it, or name a file"))
    if file == "-":
        return document_text(sys.stdin.buffer.read(), "standard input")
    try:
        return document_text(Path(file).read_bytes(), file)
    except OSError as error:
        raise DianshangError(Problem(file, f"cannot be read: {error.strerror}", "Name a document")) from error


def _reasons(text: str, published: date | None, json: bool) -> Iterator[str]:
    from dianshang.extraction.claims.claims import explained

    for claim, reasons in explained(text, published):
        if json:
            yield as_json(claim.model_dump(mode="json") | {"why": [reason._asdict() for reason in reasons]})
            continue
        yield harmless(f"{claim.mention}  {claim.sentence}")
        for field, rule, words, start, end in reasons:
            name = {"period": "period_text", "status": "obs_status", "indicator": "indicator_text"}.get(field, field)
            place = f" “{words}” ({start}–{end})" if words else ""
            yield INDENT + harmless(f"{field}: {getattr(claim, name) or '-'}  ← {rule}{place}")


def _table(claims: Sequence["Claim"]) -> list[str]:
    from dianshang.columns import aligned, width
    from dianshang.wording.periods import english_period

    if not claims:
        return ["No claim found."]
    rows: list[tuple[str, ...]] = [
        ("mention", "value", "unit", "measure", "period", "subject", "indicator", "says who")
    ]
    for claim in claims:
        standing = "" if claim.obs_status == "actual" else f" ({claim.obs_status})"
        when = english_period(claim.period_start, claim.period_end)
        against = f" {claim.comparison}" if claim.comparison else ""
        cells = (
            claim.mention,
            _value(claim),
            claim.unit or "",
            f"{claim.measure}{against}",
            when + standing,
            claim.subject or "",
            claim.indicator_text or claim.indicator or "",
            claim.claimant or "",
        )
        rows.append(tuple(map(harmless, cells)))
    table = aligned(rows, right={1})
    room = columns()
    if room is not None and max(map(width, table)) > room:
        return _stacked(rows, room)
    return [painted(table[0], BOLD), *table[1:]]


def _stacked(rows: Sequence[tuple[str, ...]], room: int) -> list[str]:
    """Two lines a claim, for a terminal too narrow for one: the figure, and below it what and whose it is."""
    from dianshang.columns import aligned, folded

    figures = aligned([row[:FIGURE] for row in rows], right={1}, limit=room)
    lines = []
    for row, figure in zip(rows, figures, strict=True):
        about = " · ".join(part for part in row[FIGURE:] if part)
        lines += [figure, *folded(about, room, INDENT)]
    head = len(folded(" · ".join(rows[0][FIGURE:]), room, INDENT)) + 1
    return [*(painted(line, BOLD) for line in lines[:head]), *lines[head:]]


def _value(claim: "Claim") -> str:
    hedge = {"exact": "", "about": "~", "over": ">", "under": "<", "several": "×"}[claim.qualifier]
    upper = "" if claim.value_max is None else f"–{claim.value_max:,f}"
    return f"{hedge}{claim.value:,f}{upper}"
