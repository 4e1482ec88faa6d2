"""The benchmark: scoring, prompts and readers of answers, and the tasks in the forms of known frameworks."""
