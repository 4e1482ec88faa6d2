"""Dataset folders as a stranger may send them: a whole one, each time damaged in another way."""

import json
import os
import re
import socket

import pyarrow as pa
import pyarrow.parquet as pq

from dianshang.delivery.package import package
from dianshang.publishing.arrow import arrow_schema
from dianshang.schema.claim import Metric

PAGES = ("datapackage.json", "SHA256SUMS", "README.md", "croissant.json")
LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


def written(name, content):
    def damage(folder):
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))

    return damage


def replaced(name, old, new):
    def damage(folder):
        text = (folder / name).read_text("utf-8")
        assert re.search(old, text)
        written(name, re.sub(old, lambda _: new, text, count=1))(folder)

    return damage


def described(change):
    """Changes what the descriptor tells of the metrics."""

    def damage(folder):
        told = json.loads((folder / "datapackage.json").read_text("utf-8"))
        change(next(entry for entry in told["resources"] if entry["name"] == "metrics"))
        (folder / "datapackage.json").write_text(json.dumps(told), "utf-8")

    return damage


def without(key):
    return described(lambda entry: entry.pop(key))


def with_(**values):
    return described(lambda entry: entry.update(values))


def keyed(*keys):
    return described(lambda entry: entry["schema"].update(primaryKey=list(keys)))


def in_place(name, make):
    """Puts something else in the place of a file; `data` stands for that of the metrics."""

    def damage(folder):
        path = folder / (next(iter(package(folder).resources["metrics"].files)) if name == "data" else name)
        path.unlink()
        make(path)

    return damage


def sparse(path):
    with path.open("wb") as file:
        file.truncate(1 << 32)


def listening(path):
    # The name of a socket has to be short, so it is bound from its own folder.
    here = os.getcwd()
    try:
        os.chdir(path.parent)
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def outside(path):
    other = path.parent / "other"
    other.write_text("{}")
    path.symlink_to(other)


ODD = {
    "a pipe": os.mkfifo,
    "a link to endless zeros": lambda path: path.symlink_to("/dev/zero"),
    "a folder": lambda path: path.mkdir(),
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to a file": outside,
    "a socket": listening,
    "nothing": lambda path: path.touch(),
    "four sparse gigabytes": sparse,
}


def stored(change, rows=None, **options):
    """Writes the metrics anew; the descriptor follows, so that the rows alone are wrong."""

    def damage(folder):
        [path] = package(folder).resources["metrics"].files
        held = change(pq.read_table(folder / path))
        pq.write_table(held, folder / path, **options)
        described(lambda entry: entry.update(rows=held.num_rows))(folder)

    return damage


def cells(name, values, kind=None):
    def change(held):
        kind_ = kind or held.schema.field(name).type
        return held.set_column(held.schema.get_field_index(name), name, pa.array(values, kind_))

    return change


def rows_of_nothing(held):
    return pa.table(
        {"metric_id": pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int8()), 20_000_000), ["a"])}
    )


def one_long_text(held):
    """Two gigabytes a batch in a few kilobytes: a dictionary of one text."""
    many = held.take(pa.repeat(pa.scalar(0), 20_000))
    long = pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int8()), 20_000), ["长" * 700_000])
    return many.set_column(many.schema.get_field_index("sentence"), "sentence", long)


def one_long_list(held):
    """A cell of seventeen million numbers that are all the same."""
    lists = pa.ListArray.from_arrays(pa.array([0, 17_000_000, 17_000_000]), pa.repeat(pa.scalar(0), 17_000_000))
    return held.append_column("more", pa.chunked_array([lists]))


def broken_text(held):
    raw = pa.array([b"\xff\xfe", b"\x80"], pa.binary())
    broken = pa.Array.from_buffers(pa.string(), 2, raw.buffers())
    return held.set_column(held.schema.get_field_index("sentence"), "sentence", broken)


def deep(folder):
    place = folder
    for _ in range(300):
        place = place / "d"
        place.mkdir()
    (place / "f").touch()


def many(folder):
    for number in range(1500):
        (folder / f"{number}.tmp").touch()


def linked_data(folder):
    (folder / "data").rename(folder.parent / "elsewhere")
    (folder / "data").symlink_to(folder.parent / "elsewhere")


def listed(line):
    def damage(folder):
        with (folder / "SHA256SUMS").open("ab") as file:
            file.write(b"0" * 64 + b"  " + line + b"\n")

    return damage


NONE = "0" * 64
DESCRIPTORS = {
    "a brace": "{",
    "a list": "[]",
    "null": "null",
    "an endless number": "1e400",
    "a text": '"x"',
    "lists in lists": "[" * 100_000,
    "objects in objects": '{"a":' * 100_000,
    "no UTF-8": b"\xff\xfe",
    "zeros": b"\0" * 100,
    "nothing in it": "{}",
    "no tables": '{"version": "1", "resources": []}',
    "null for tables": '{"version": "1", "resources": null}',
    "an object for tables": '{"version": "1", "resources": {}}',
    "lists for tables": '{"version": "1", "resources": [[]]}',
    "half a pair": '{"version": "1", "resources": [{"name": "\\ud800"}]}',
    "ten million spaces": " " * 10_000_000,
}
CARDS = {
    "no front matter": "x",
    "no end": "---\nconfigs: []\n",
    "null": "---\n---\n",
    "a list": "---\n- a\n---\n",
    "no files": "---\nconfigs:\n- config_name: metrics\ndataset_info: []\n---\n",
    "null for files": "---\nconfigs:\n- config_name: metrics\n  data_files: null\ndataset_info: []\n---\n",
    "a number for files": "---\nconfigs:\n- config_name: metrics\n  data_files: 5\ndataset_info: []\n---\n",
    "null for configs": "---\nconfigs: null\ndataset_info: null\n---\n",
    "a list for a name": "---\nconfigs:\n- config_name: [a]\n  data_files: []\ndataset_info: []\n---\n",
    "a day for a name": "---\nconfigs:\n- config_name: 2014-05-12\n  data_files: []\ndataset_info: []\n---\n",
    "no splits": "---\nconfigs: []\ndataset_info:\n- config_name: metrics\n  splits: []\n---\n",
    "endless rows": "---\nconfigs: []\ndataset_info:\n- config_name: a\n  splits:\n  - num_examples: .inf\n---\n",
    "a bomb of aliases": f"---\n{LAUGHS}---\n",
    "merged aliases": "---\na: &a {b: 1}\nc: {<<: *a}\n---\n",
    "an alias of itself": "---\na: &a [*a]\n---\n",
    "lists in lists": f"---\n{'[' * 100_000}\n---\n",
    "entries in entries": f"---\n{'- ' * 100_000}\n---\n",
    "an object of Python": "---\na: !!python/object/apply:os.system [true]\n---\n",
    "a tab": "---\n\ta: 1\n---\n",
    "an empty key": "---\n? []\n: 1\n---\n",
    "seven million lines": "---\n" + "\n" * 7_000_000,
    "no UTF-8": b"---\n\xff\n---\n",
    "five million letters": f"---\na: {'x' * 5_000_000}\n---\n",
}
CROISSANTS = {
    "nothing in it": "{}",
    "a list": "[]",
    "lists in lists": "[" * 100_000,
    "an endless version": '{"version": 1e400, "distribution": [], "recordSet": []}',
    "null for fields": '{"version": "1.2.3", "distribution": [], "recordSet": [{"@id": "metrics", "field": null}]}',
    "half a pair": '{"version": "\\udfff", "distribution": [], "recordSet": []}',
}
TABLES = {
    "no Parquet": in_place("data", lambda path: path.write_bytes(b"PAR1")),
    "half a file": in_place("data", lambda path: path.write_bytes(b"PAR1" + b"\0" * 500 + b"\xff\xff\xff\x7fPAR1")),
    "twenty million rows": stored(rows_of_nothing),
    "one long text": stored(one_long_text, dictionary_pagesize_limit=1 << 30, store_schema=False),
    "one long list": stored(one_long_list),
    "no columns": stored(lambda held: held.select([])),
    "no rows": stored(lambda held: held.slice(0, 0)),
    "a column twice": stored(lambda held: held.append_column("value", held["value"])),
    "an unknown column": stored(lambda held: held.append_column("mood\x1b[2J", held["value"])),
    "ids of numbers": stored(cells("metric_id", [1, 2], pa.int64())),
    "ids of lists": stored(cells("metric_id", [["a"], ["b"]], pa.list_(pa.string()))),
    "no ids": stored(cells("metric_id", [None, None])),
    "one id": stored(cells("metric_id", ["news-2014-05-01-00022"] * 2)),
    "days beyond the calendar": stored(
        cells("period_start", pa.array([2**31 - 1, -(2**31)], pa.int32()).cast(pa.date32()))
    ),
    "no numbers": stored(cells("value", [float("nan"), float("-inf")])),
    "places beyond the text": stored(cells("char_start", [-(2**63), 2**63 - 1])),
    "texts that are no UTF-8": stored(broken_text),
    "times for days": stored(cells("period_start", [0, 2**62], pa.timestamp("ns", "Mars/Olympus"))),
    "structs for texts": stored(cells("sentence", [{"a": 1}] * 2, pa.struct({"a": pa.int64()}))),
    "lists for articles": stored(cells("article_id", [["a"], ["b"]], pa.list_(pa.string()))),
    "rows of nothing": stored(
        lambda held: pa.table({name: pa.nulls(2, held.schema.field(name).type) for name in held.column_names})
    ),
    "a link in the way": linked_data,
}
FOLDERS = {
    **{f"descriptor: {name}": written("datapackage.json", text) for name, text in DESCRIPTORS.items()},
    **{f"card: {name}": written("README.md", text) for name, text in CARDS.items()},
    **{f"Croissant: {name}": written("croissant.json", text) for name, text in CROISSANTS.items()},
    **{f"table: {name}": damage for name, damage in TABLES.items()},
    **{f"{page}: {name}": in_place(page, make) for page in (*PAGES, "data") for name, make in ODD.items()},
    **{f"descriptor: without {key}": without(key) for key in ("name", "path", "rows", "schema", "hash")},
    **{f"descriptor: the key {keys}": keyed(*keys) for keys in ([], ["nope"], [["a"]], [None], ["value"], ["a", "b"])},
    **{
        f"descriptor: {number} rows": replaced("datapackage.json", r'"rows": \d+', f'"rows": {number}')
        for number in ("1e400", "-1", '"2"', "2.5", "true", "null", "NaN", "9" * 5000, "20000000")
    },
    **{
        f"descriptor: the path {str(path)[:30]!r}": with_(path=path)
        for path in (
            "../../../../etc/passwd",
            "/etc/passwd",
            "/dev/zero",
            "",
            ".",
            "data",
            "data/../../x",
            "a\0b",
            "data\\x",
            "\ud800",
            "x" * 900,
            "x" * 5000,
            5,
            None,
            [],
            [5],
            ["a"],
            {},
        )
    },
    "descriptor: no files": with_(path=["a"], files=[]),
    "descriptor: null for a file": with_(path=["a"], files=[None]),
    "descriptor: a file outside": with_(path=["a"], files=[{"path": "../a", "sha256": NONE}]),
    "descriptor: a file twice": with_(path=["a"], files=[{"path": "a", "sha256": NONE}] * 2),
    **{f"descriptor: the hash {value!r}": with_(hash=value) for value in (None, 5, "sha256:x", "\ud800")},
    **{f"descriptor: the name {value!r}": with_(name=value) for value in (None, 5, "", "articles", "moods", "\x1b[2J")},
    **{
        f"descriptor: the version {str(value)[:20]!r}": replaced(
            "datapackage.json", r'"version": "[^"]*"', f'"version": {json.dumps(value)}'
        )
        for value in (None, 5, "", "1\n2", "v 1", "\x1b[2J", "../..", "x" * 1000, "\ud800")
    },
    **{
        f"sums: {line[:20]!r}": listed(line)
        for line in (b"../../etc/passwd", b"/dev/zero", b"a\0b", b"\xff\xfe", b"SHA256SUMS", b"x" * 5000, b"data", b".")
    },
    "sums: a hundred thousand lost files": lambda folder: [listed(b"%d" % number)(folder) for number in range(3000)],
    "sums: letters": written("SHA256SUMS", "x\n"),
    "sums: zeros": written("SHA256SUMS", b"\0" * 1000),
    "folder: three hundred deep": deep,
    "folder: fifteen hundred strangers": many,
    "folder: a name that is no text": lambda folder: (folder / os.fsdecode(b"\xff\xfe")).touch(),
    "folder: a name that clears the screen": lambda folder: (folder / "\x1b[2J\x1b]0;x\x07").touch(),
    "folder: a name of two lines": lambda folder: (folder / "a\nb").touch(),
    "folder: a pipe": lambda folder: os.mkfifo(folder / "pipe"),
    "folder: a link to all there is": lambda folder: (folder / "all").symlink_to("/"),
}
assert set(arrow_schema(Metric).names) > {"sentence", "value", "period_start", "char_start", "article_id"}
