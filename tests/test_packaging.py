"""What is installed: the wheel from a tree without the symlink, alone in a clean environment."""

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
# One process, which makes what all of them need once.
pytestmark = pytest.mark.xdist_group("wheel")

CHECK = """
import dianshang
from pathlib import Path
assert Path(dianshang.__file__).is_relative_to({home!r}), dianshang.__file__
for name in ("articles", "metrics", "numerals"):
    assert dianshang.load(name).num_rows == dianshang.read(name).num_rows > 0
assert next(dianshang.metrics()).article_id == next(dianshang.articles()).article_id
"""

IMPORT = """
import sys, time
start = time.process_time()
import dianshang
spent = time.process_time() - start
heavy = {"datasets", "duckdb", "huggingface_hub", "pandas", "polars", "pyarrow", "pydantic"} & set(sys.modules)
assert not heavy, heavy
print(spent)
"""


def build(tree: Path, out: Path, kind: str) -> Path:
    """Builds `wheel` or `sdist` of a tree with the installed backend; nothing is fetched."""
    code = f"import setuptools.build_meta as backend; print(backend.build_{kind}({str(out)!r}))"
    out.mkdir(exist_ok=True)
    done = subprocess.run([sys.executable, "-c", code], cwd=tree, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return out / done.stdout.splitlines()[-1]


def contents(wheel: Path) -> set[str]:
    return {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """The tracked parts of the repository that a package is made of, without the symlink."""
    tree = tmp_path_factory.mktemp("tree") / "dianshang"
    tree.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "build_dataset.py"):
        (tree / name).write_bytes((ROOT / name).read_bytes())
    pruned = ignore_patterns("__pycache__")
    for name in ("schema", "dist"):
        copytree(ROOT / name, tree / name, ignore=pruned)
    copytree(ROOT / "dianshang", tree / "dianshang", ignore=ignore_patterns("__pycache__", "schema"))
    return tree


@pytest.fixture(scope="module")
def wheel(tree, tmp_path_factory):
    return build(tree, tmp_path_factory.mktemp("wheel"), "wheel")


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """A clean environment that holds the wheel and, behind it, the dependencies installed here."""
    home = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    zipfile.ZipFile(wheel).extractall(site)
    # A path file read from here is not followed further, so an editable install there stays unseen.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home / "bin" / "python"


def ask(python: Path, code: str, folder: Path) -> str:
    done = subprocess.run([python, "-c", code], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_package_folder_is_listed():
    found = {path.parent.relative_to(ROOT) for path in ROOT.glob("dianshang/**/__init__.py")}
    found |= {Path("dianshang") / path.parent.relative_to(ROOT) for path in ROOT.glob("schema/**/__init__.py")}
    listed = set(SETTINGS["tool"]["setuptools"]["packages"]) - {"dianshang.published"}
    assert {".".join(path.parts) for path in found} == listed


def test_every_dependency_is_pinned():
    pins = [line.partition("==") for line in (ROOT / "constraints.txt").read_text().splitlines()]
    assert all(name and mark and version for name, mark, version in pins)
    project = SETTINGS["project"]
    extras = project["optional-dependencies"]
    # One extra may ask for others: `dianshang[evaluate,inspect]`.
    own = [word for word in extras["dev"] if word.startswith("dianshang[")]
    named = [extra for word in own for extra in word.removeprefix("dianshang[").removesuffix("]").split(",")]
    wanted = [
        *project["dependencies"],
        *(word for extra in ("dev", *named) for word in extras[extra] if word not in own),
    ]
    names = {name.lower().replace("_", "-") for name, _, _ in pins}
    assert {word.split(">")[0].split("<")[0].lower().replace("_", "-") for word in wanted} <= names


def test_the_wheel_holds_the_package_alone_and_whole(wheel):
    held = contents(wheel)
    assert {name.split("/")[0] for name in held} == {"dianshang"}
    assert "dianshang/py.typed" in held
    for own, inside in (("schema", "dianshang/schema"), ("dist", "dianshang/published")):
        for path in (ROOT / own).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"{inside}/{path.relative_to(ROOT / own).as_posix()}" in held


def test_the_sdist_gives_the_same_wheel(tree, wheel, tmp_path):
    sdist = build(tree, tmp_path / "sdist", "sdist")
    subprocess.run(["tar", "-xf", sdist, "-C", tmp_path], check=True)
    unpacked = tmp_path / sdist.name.removesuffix(".tar.gz")
    assert contents(build(unpacked, tmp_path / "wheel", "wheel")) == contents(wheel)


def test_the_wheel_works_alone_in_a_clean_environment(python, tmp_path):
    ask(python, CHECK.format(home=str(python.parents[1])), tmp_path)


def test_a_checkout_works_without_being_installed(python, tmp_path):
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n" + CHECK.format(home=str(ROOT))
    ask(python, code, tmp_path)


def test_a_checkout_without_symlinks_builds_what_the_wheel_builds(tree, python, tmp_path):
    seeds = ROOT / "tests" / "fixtures"
    # What a file system without symlinks makes of one.
    (tree / "dianshang" / "schema").write_text("../schema")
    for name, words in {
        "checkout": [sys.executable, "-S", str(tree / "build_dataset.py")],
        "wheel": [str(python), "-m", "dianshang.cli", "build"],
    }.items():
        environment = os.environ | {"PYTHONPATH": sysconfig.get_path("purelib") if name == "checkout" else ""}
        done = subprocess.run(
            [*words, "--seeds", str(seeds), "--out", str(tmp_path / name)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            env=environment,
        )
        assert done.returncode == 0, done.stderr
    (tree / "dianshang" / "schema").unlink()
    checkout, installed = (
        {path.relative_to(place): path.read_bytes() for path in place.rglob("*") if path.is_file()}
        for place in (tmp_path / "checkout", tmp_path / "wheel")
    )
    assert checkout == installed


def test_two_wheels_are_the_same_bytes(tree, tmp_path, monkeypatch):
    target = re.search(r"^EPOCH := (\d+)$", (ROOT / "Makefile").read_text(), re.M)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", target[1])
    one = build(tree, tmp_path / "one", "wheel").read_bytes()
    (tree / "dianshang" / "py.typed").touch()
    assert build(tree, tmp_path / "two", "wheel").read_bytes() == one


def test_importing_costs_next_to_nothing(python, tmp_path):
    assert min(float(ask(python, IMPORT, tmp_path)) for _ in range(3)) < 0.15
