"""The notebook runs from top to bottom, and every cell that should say something does."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
TOUR = ROOT / "examples" / "tour.ipynb"
# One process, which makes what all of them need once.
pytestmark = pytest.mark.xdist_group("tour")


@pytest.fixture(scope="module")
def tour():
    """The notebook, executed in a kernel that imports the package of this checkout."""
    notebook = nbformat.read(TOUR, as_version=4)
    patch = pytest.MonkeyPatch()
    patch.setenv("PYTHONPATH", str(ROOT))
    try:
        NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    finally:
        patch.undo()
    return notebook


def test_every_code_cell_shows_something(tour):
    silent = [cell.source for cell in tour.cells if cell.cell_type == "code" and not cell.outputs]
    assert silent == []


def test_nothing_is_shown_as_a_warning(tour):
    outputs = [output for cell in tour.cells if cell.cell_type == "code" for output in cell.outputs]
    warnings = [output.text for output in outputs if output.get("name") == "stderr" and "Warning" in output.text]
    # Where the widgets of notebooks are not installed, progress bars are plain text, and say so.
    assert [text for text in warnings if "IProgress not found" not in text] == []


def test_it_is_kept_without_outputs():
    notebook = nbformat.read(TOUR, as_version=4)
    assert [cell for cell in notebook.cells if cell.cell_type == "code" and cell.outputs] == []
