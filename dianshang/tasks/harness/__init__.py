"""The tasks for lm-evaluation-harness: a folder of task files for `--include_path`, and the functions they name."""
