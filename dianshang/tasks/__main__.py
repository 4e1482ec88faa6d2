"""`python -m dianshang.tasks harness` tells where the task files of lm-evaluation-harness are, `metric` the metric."""

import argparse

from dianshang.tasks.places import HARNESS, METRIC

PLACES = {"harness": HARNESS, "metric": METRIC}


def main() -> None:
    """Prints one path."""
    parser = argparse.ArgumentParser(prog="python -m dianshang.tasks", description=__doc__)
    parser.add_argument("place", choices=PLACES)
    print(PLACES[parser.parse_args().place])


if __name__ == "__main__":
    main()
