"""Where in the installed package the files of the frameworks are."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent

# For `lm_eval run --include_path`.
HARNESS = _HERE / "harness"
# For `evaluate.load`.
METRIC = _HERE / "metric"
