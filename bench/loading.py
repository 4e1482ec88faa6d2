"""Loads every configuration with the oldest and the newest `datasets`, each in an environment of its own.

The published folder is read by `datasets` alone, from the version that reads the `configs` of a card; the package is
installed with both ends of its own bound, loads the same, and builds `dist/` anew. One line each, and an exit code
other than 0 where something is not the same. `make datasets-test`; it installs packages and takes some minutes.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "dist"
# The first that lists the files of a card; 2.14.0 guesses them. It needs the packages of its time.
READS = ("datasets==2.14.5", "pyarrow<15", "numpy<2", "pandas<3")


class Place(NamedTuple):
    """An environment: its name, what is installed, and whether this package is."""

    name: str
    wants: tuple[str, ...]
    package: bool


def places() -> list[Place]:
    pins = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text("utf-8").split())
    newest = f"datasets=={pins['datasets']}"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    bound = next(one for one in project["dependencies"] if re.match(r"datasets\b", one))
    oldest = re.sub(r"datasets>=([\d.]+).*", r"datasets==\1", bound)
    return [
        Place("folder-oldest", READS, package=False),
        Place("folder-newest", (newest,), package=False),
        Place("package-oldest", (oldest,), package=True),
        Place("package-newest", (newest,), package=True),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description="Load the dataset with the oldest and the newest datasets.")
    parser.add_argument("--here", action="store_true", help="load with what is installed, and print JSON")
    parser.add_argument("--environments", type=Path, default=ROOT / "build" / "datasets", help="where they are made")
    options = parser.parse_args()
    if options.here:
        print(json.dumps(loaded()))
        return
    found = {place.name: tried(place, options.environments / place.name) for place in places()}
    digests = {told["digest"] for told in found.values()}
    for name, told in found.items():
        built = {None: "", True: ", builds the same bytes", False: ", builds OTHER BYTES"}[told["built"]]
        size = f"{len(told['rows'])} configurations, {sum(told['rows'].values())} rows"
        print(f"{name:15} datasets {told['datasets']:7} pyarrow {told['pyarrow']:7} {size}, {told['digest']}{built}")
    if len(digests) > 1 or any(told["built"] is False for told in found.values()):
        sys.exit("What is loaded or built is not the same.")


def tried(place: Place, folder: Path) -> dict[str, Any]:
    """Makes an environment and loads with it."""
    venv.create(folder, clear=True, with_pip=True)
    python = folder / "bin" / "python"
    if not place.package:
        run(python, "-m", "pip", "install", "--quiet", *place.wants)
    else:
        run(python, "-m", "pip", "install", "--quiet", "setuptools>=77")
        run(python, "-m", "pip", "install", "--quiet", "--no-build-isolation", *place.wants, "--editable", ROOT)
    # A cache of its own: `datasets` takes a folder it has seen for the same.
    alone = os.environ | {"HF_HOME": str(folder / "cache"), "HF_HUB_OFFLINE": "1", "PYTHONPATH": ""}
    told: dict[str, Any] = json.loads(run(python, __file__, "--here", env=alone))
    if place.package:
        check = [str(python), str(ROOT / "build_dataset.py"), "--check"]
        told["built"] = subprocess.run(check, capture_output=True, check=False, cwd=ROOT).returncode == 0
    return told


def run(*command: object, env: Any = None) -> str:
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, text=True, check=True, env=env)
    return done.stdout


def loaded() -> dict[str, Any]:
    """What the installed `datasets` reads of the folder."""
    import datasets
    import pyarrow

    datasets.disable_progress_bar()
    digest = hashlib.sha256()
    rows = {}
    for name in sorted(datasets.get_dataset_config_names(str(FOLDER))):
        held = list(datasets.load_dataset(str(FOLDER), name)["train"])
        rows[name] = len(held)
        digest.update(json.dumps(held, default=str, sort_keys=True).encode())
    return {
        "datasets": datasets.__version__,
        "pyarrow": pyarrow.__version__,
        "rows": rows,
        "digest": digest.hexdigest()[:12],
        "built": None,
    }


if __name__ == "__main__":
    main()
