"""Every public function that takes something shows in its docstring how it is called, and what comes out."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]


def wanting(path):
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    public = [node for node in functions if not node.name.startswith("_")]
    takes = [node for node in public if node.args.args or node.args.posonlyargs or node.args.vararg]
    return [node.name for node in takes if ">>> " not in (ast.get_docstring(node) or "")]


def test_public_functions_have_an_example():
    modules = [*ROOT.glob("schema/**/*.py"), *ROOT.glob("dianshang/**/*.py")]
    assert len(modules) > 300
    found = {path.relative_to(ROOT).as_posix(): wanting(path) for path in modules}
    assert {path: names for path, names in found.items() if names} == {}
