"""The keyboard stops a command at any moment, also while its modules are being read: no traceback, one code."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INTERRUPT = """
import sys

class Keyboard:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Keyboard())
sys.path.insert(0, {root!r})
{start}
"""
COMMAND = "from dianshang.cli import main; sys.exit(main(['extract', '-']))"
MODULE = "import runpy; runpy.run_module('dianshang.cli', run_name='__main__')"
BUILD = "from build_dataset import main; sys.exit(main([]))"


@pytest.mark.parametrize(
    ("start", "module"),
    [
        (COMMAND, "shtab"),
        (COMMAND, "dianshang.cli.line"),
        (MODULE, "dianshang.cli.line"),
        (COMMAND, "dianshang.cli.extract"),
        (COMMAND, "dianshang.extraction.claims.claims"),
        (BUILD, "dianshang.cli.build"),
        (BUILD, "dianshang.build"),
    ],
)
def test_stopped_while_importing(start, module):
    code = INTERRUPT.format(module=module, root=str(ROOT), start=start)
    done = subprocess.run([sys.executable, "-c", code], input="售出3万台。", capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
