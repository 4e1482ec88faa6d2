"""Who says what: the sources that a text names, and how far each is heard."""
