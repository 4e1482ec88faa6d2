"""Statements, events, projects and the entities they name."""
