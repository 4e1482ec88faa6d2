"""Large datasets read back: `python bench/delivery.py [--documents N] [--json]`. Memory and time as the rows grow.

Makes a corpus of N documents and one of four times as many, and measures `validate` and `diff` on both, each in a
process of its own: the peak of memory, and processor time per document of the larger ÷ that of the smaller.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.corpus_generator import write
from bench.scaling import environment, run

TIMES = 4
MEASURED = """
import json, resource, sys, time
from pathlib import Path
from dianshang.delivery.difference import difference
from dianshang.delivery.validation import validate
start = time.process_time()
assert not (validate(Path(sys.argv[2])) if sys.argv[1] == "validate" else
            difference(Path(sys.argv[2]), Path(sys.argv[2])).tables)
print(json.dumps([time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def measured(what: str, folder: Path) -> tuple[float, float]:
    """Processor seconds and peak MiB of a command."""
    words = [sys.executable, "-c", MEASURED, what, str(folder)]
    told = subprocess.run(words, env=environment(), check=True, capture_output=True, text=True).stdout
    seconds, peak = json.loads(told)
    return seconds, peak


def figures(documents: int) -> dict[str, str]:
    found = {}
    with tempfile.TemporaryDirectory() as name:
        sizes = documents, TIMES * documents
        folders = {}
        for size in sizes:
            place = Path(name) / str(size)
            place.mkdir()
            run(write(place / "texts.jsonl", size), 1, place)
            folders[size] = place / "out"
        for what in ("validate", "diff"):
            (few, low), (many, high) = (measured(what, folders[size]) for size in sizes)
            found[f"{what}: peak at {sizes[0]:,} and {sizes[1]:,} documents"] = f"{low:.0f} and {high:.0f} MiB"
            found[f"{what}: time of a document, larger ÷ smaller"] = f"{many / few / TIMES:.2f}"
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure validate and diff on large datasets.")
    parser.add_argument("--documents", type=int, default=1000, metavar="N", help="of the smaller (default: 1000)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    told = figures(options.documents)
    if options.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        print("\n".join(f"{name:<60} {value}" for name, value in told.items()))


if __name__ == "__main__":
    main()
