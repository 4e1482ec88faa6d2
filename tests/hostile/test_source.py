"""No code of the package reads what could run code: no pickles, no texts evaluated, of YAML the safe loaders alone."""

import ast
from pathlib import Path

import pytest

import dianshang
import dianshang.schema

# In a checkout the schema stands beside the package, behind a link.
ROOTS = [Path(found.__file__).resolve().parent for found in (dianshang, dianshang.schema)]
MODULES = {"pickle", "_pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "code", "codeop", "runpy"}
BUILTINS = {"eval", "exec", "compile", "__import__"}
CALLS = {"os.system", "os.popen", "pd.read_pickle", "pandas.read_pickle", "subprocess.getoutput", "torch.load"}
OPTIONS = {"shell", "allow_pickle", "trust_remote_code"}
# What may be taken of PyYAML: it loads nothing without being told by which loader, and its others make any object.
YAML = {
    *("load", "parse", "SafeLoader", "CSafeLoader", "YAMLError"),
    *("AliasEvent", "CollectionStartEvent", "CollectionEndEvent"),
}


def faults(source):
    """The places of a source that could run what they read."""
    return [ast.unparse(node) for node in ast.walk(ast.parse(source)) if runs(node)]


def runs(node):
    if isinstance(node, ast.Import):
        return any(name.name.split(".")[0] in MODULES for name in node.names)
    if isinstance(node, ast.ImportFrom):
        unsafe = {name.name for name in node.names} - YAML if node.module == "yaml" else set()
        return (node.module or "").split(".")[0] in MODULES or bool(unsafe)
    if isinstance(node, ast.Attribute):
        return dotted(node) in CALLS or (dotted(node).startswith("yaml.") and node.attr not in YAML)
    if isinstance(node, ast.Call):
        asked = {word.arg for word in node.keywords if not isinstance(word.value, ast.Constant) or word.value.value}
        name = dotted(node.func)
        of_yaml = name == "getattr" and dotted(node.args[0]) == "yaml"
        return name in BUILTINS or bool(asked & OPTIONS) or (of_yaml and ast.literal_eval(node.args[1]) not in YAML)
    return False


def dotted(node):
    """A name, or a name of a name."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{node.value.id}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def test_no_code_reads_what_could_run_code():
    found = {str(path): faults(path.read_text("utf-8")) for root in ROOTS for path in root.rglob("*.py")}
    assert len(found) > 250
    assert {path: places for path, places in found.items() if places} == {}


@pytest.mark.parametrize(
    "source",
    [
        *("import pickle", "from pickle import loads", "import dill as d", "eval(text)", "exec(compile(a, b, c))"),
        *("os.system(a)", "subprocess.run(a, shell=True)", "np.load(a, allow_pickle=True)", "pd.read_pickle(a)"),
        *("yaml.unsafe_load(a)", "yaml.load(a, yaml.FullLoader)", "yaml.load(a, yaml.Loader)", "yaml.load_all(a, b)"),
        *("from yaml import Loader", 'getattr(yaml, "CLoader", None)', "datasets.load_dataset(a, trust_remote_code=b)"),
    ],
)
def test_what_could_is_found(source):
    assert faults(source)


@pytest.mark.parametrize(
    "source",
    ["re.compile(a)", "yaml.load(a, yaml.SafeLoader)", "subprocess.run(a, shell=False)", "from yaml import YAMLError"],
)
def test_what_could_not_is_left_alone(source):
    assert faults(source) == []
