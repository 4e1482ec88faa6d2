"""The benchmark: scoring, and tasks for the frameworks in which models are evaluated."""
