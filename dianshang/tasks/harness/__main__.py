"""`python -m dianshang.tasks.harness run …` is `lm_eval run …` with two models more: `answer_key` and `silence`."""

from lm_eval.__main__ import cli_evaluate

from dianshang.tasks.harness import models

__all__ = ["models"]

if __name__ == "__main__":
    cli_evaluate()
