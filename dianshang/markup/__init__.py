"""Texts with their claims marked, for every place that shows one: page, review sheet, terminal."""
