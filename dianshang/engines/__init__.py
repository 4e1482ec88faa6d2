"""Many documents: a corpus to the same tables, by a datatrove pipeline on one machine or a cluster."""
