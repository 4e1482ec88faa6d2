"""Every public function that takes something shows in its docstring how it is called, and what comes out."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = (
    "dianshang",
    "dianshang/audit",
    "dianshang/cli",
    "dianshang/delivery",
    "dianshang/engines",
    "dianshang/extraction",
    "dianshang/extraction/layout",
    "dianshang/extraction/names",
    "dianshang/extraction/numbers",
    "dianshang/extraction/speech",
    "dianshang/markup",
    "dianshang/publishing",
    "dianshang/publishing/card",
    "dianshang/publishing/exports",
    "dianshang/publishing/page",
    "dianshang/reading",
    "dianshang/reading/formats",
    "dianshang/review",
    "dianshang/tasks",
    "dianshang/tasks/harness",
    "dianshang/tasks/metric",
    "dianshang/wording",
    "schema",
    "schema/vocabulary",
)
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).glob("*.py"))


def wanting(path):
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    public = [node for node in functions if not node.name.startswith("_")]
    takes = [node for node in public if node.args.args or node.args.posonlyargs or node.args.vararg]
    return [node.name for node in takes if ">>> " not in (ast.get_docstring(node) or "")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_public_functions_have_an_example(path):
    assert wanting(path) == []
