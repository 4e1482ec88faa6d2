"""Time expressions, resolved to days."""
