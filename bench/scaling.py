"""Many documents: `python bench/scaling.py [--large] [--json]`. Ratios of one run; the machine's own speed drops out.

- claims found: of the made documents' known claims, those with the right value and unit
- build ÷ extraction: the whole run with one worker against `extract` alone on the same texts, processor time of both
- two workers ÷ one: documents a second
- cost per document, and peak memory of a worker, for 100, 1,000 and with --large 10,000 documents
- start-up of `import dianshang` and of `dianshang extract` beyond that of Python
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.corpus_generator import corpus, write

ROOT = Path(__file__).resolve().parent.parent
RUN = """
import json, resource, sys, time
from pathlib import Path
from dianshang.engines.run import Settings, run_corpus
if __name__ == "__main__":
    start, used = time.perf_counter(), time.process_time()
    run_corpus(sys.argv[1], Path(sys.argv[2]), Settings(workers=int(sys.argv[3]), task_bytes=int(sys.argv[4])))
    own, below = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = time.process_time() - used + below.ru_utime + below.ru_stime
    print(json.dumps([time.perf_counter() - start, spent, max(own.ru_maxrss, below.ru_maxrss) / 1024]))
"""
ROUNDS, TURNS = 5, 2
SLOPE = 500, 2500


def run(path: Path, workers: int, folder: Path) -> tuple[float, float, float]:
    """Seconds, processor seconds and peak MiB of the largest process of a run."""
    script = folder / "run.py"
    script.write_text(RUN)
    task = str(max(path.stat().st_size // 8, 1 << 16))
    words = [sys.executable, str(script), str(path), str(folder / "out"), str(workers), task]
    told = subprocess.run(words, env=environment(), check=True, capture_output=True, text=True).stdout
    seconds, spent, peak = json.loads(told)
    return seconds, spent, peak


def extraction(path: Path) -> tuple[float, float]:
    """Processor seconds of `extract` alone on the texts of a file, and the share of known claims it finds."""
    from dianshang.extraction.claims.claims import extract

    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for record in records[:50]:
        extract(record["text"], date.fromisoformat(record["published"]))
    found = known = 0
    start = time.process_time()
    claims = [extract(record["text"], date.fromisoformat(record["published"])) for record in records]
    seconds = time.process_time() - start
    for record, read in zip(records, claims, strict=True):
        stated = [(claim.mention, float(claim.value), claim.unit) for claim in read]
        known += len(record["gold"])
        found += sum((gold["mention"], gold["value"], gold["unit"]) in stated for gold in record["gold"])
    return seconds, found / known


def start_up(*words: str) -> float:
    """Seconds of a command, the median of some."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *words], cwd=ROOT, check=True, capture_output=True, input=b"\xe9\x94\x801%")
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def measured(sizes: tuple[int, ...]) -> dict[str, object]:
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = {size: write(folder / f"{size}.jsonl", size) for size in (*sizes, *SLOPE)}
        low, high = SLOPE
        # The least of some rounds, one worker and two in turn: whatever else the machine does only adds.
        seconds, spent = {}, {}
        for _ in range(TURNS):
            for workers in (1, 2):
                for size in SLOPE:
                    took, used, _ = run(paths[size], workers, folder)
                    key = workers, size
                    seconds[key], spent[key] = min(seconds.get(key, took), took), min(spent.get(key, used), used)
        alone, recall = extraction(paths[high])
        figures["characters of a document, mean"] = round(statistics.mean(len(r["text"]) for r in corpus(high)))
        figures["known claims found with value and unit"] = f"{recall:.1%}"
        # What a run costs whatever its size is taken off by the difference of two sizes.
        slope = (spent[1, high] - spent[1, low]) / (high - low) * high
        figures["build ÷ extraction, processor time"] = round(slope / alone, 2)
        rate = (seconds[1, high] - seconds[1, low]) / (seconds[2, high] - seconds[2, low])
        figures["two workers ÷ one, beyond start-up"] = round(rate, 2)
        figures[f"two workers ÷ one, {high:,} documents in all"] = round(seconds[1, high] / seconds[2, high], 2)
        runs = {size: run(paths[size], 1, folder) for size in sizes}
        for size in sizes:
            took, _, peak = runs[size]
            figures[f"{size:,} documents"] = f"{took / size * 1000:.1f} ms each, {peak:.0f} MiB at most"
        bare = start_up("-c", "pass")
        figures["import dianshang, beyond Python"] = f"{start_up('-c', 'import dianshang') - bare:.3f} s"
        figures["dianshang extract, beyond Python"] = f"{start_up('-m', 'dianshang.cli', 'extract', '-') - bare:.3f} s"
    figures["cores"] = os.cpu_count()
    figures["peak of this process, MiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure runs over many documents.")
    parser.add_argument("--large", action="store_true", help="10,000 documents too")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    figures = measured((100, 1000, 10_000) if options.large else (100, 1000))
    if options.json:
        print(json.dumps(figures, ensure_ascii=False, indent=1))
    else:
        print("\n".join(f"{name:<46} {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
