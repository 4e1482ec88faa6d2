"""The benchmark: prompts, readers of a model's answers, scores, and the tasks in the forms of known frameworks."""
