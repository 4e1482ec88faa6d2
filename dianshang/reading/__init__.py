"""Bytes to text, text to an issue, an issue to its articles. The way in is `dianshang.reading.issue`."""
