"""A finished dataset folder: read back, validated, compared with another, and sent to the Hub."""
