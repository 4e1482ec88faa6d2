"""Web addresses in print."""

import pytest

from dianshang.reading.addresses import address


@pytest.mark.parametrize(
    ("line", "url", "host"),
    [
        ("（某某网http://example.com/1.html ）", "http://example.com/1.html", "example.com"),
        ("某某网:https://www.example.com/a?b=1&c=2", "https://www.example.com/a?b=1&c=2", "www.example.com"),
        ("某某网www.example.com", "http://www.example.com", "www.example.com"),
        ("某某网2014.3.5www.example.com/1", "http://www.example.com/1", "www.example.com"),
        ("（转载自ec.example.cn/2.html）", "http://ec.example.cn/2.html", "ec.example.cn"),
        ("见http://example.com/1.html。", "http://example.com/1.html", "example.com"),
        ("http://example.com:8080/x.", "http://example.com:8080/x", "example.com"),
        ("http://example.com:99999/", None, None),  # no such port
        ("增长3.5倍", None, None),
        ("某某.com概念", None, None),
    ],
)
def test_address(line, url, host):
    found = address(line)
    assert (found.url if found else None, found.host if found else None) == (url, host)
