"""Numerals, and the quantities they state."""
