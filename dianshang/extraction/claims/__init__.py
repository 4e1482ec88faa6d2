"""Quantities in their place: whose, of what, measured how, when, compared with what, told as what."""
