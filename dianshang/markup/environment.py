"""Templates in which every value is escaped."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined


@cache
def environment(package: str) -> Environment:
    """The templates of a package, in its folder `templates`, beside those that all share.

    Args:
        package: Its name.

    Returns:
        An environment that escapes every value, and takes a name it does not know for a fault.

    >>> environment("dianshang.markup").from_string("{{ word }}").render(word="<b>")
    '&lt;b&gt;'
    """
    loaders = [PackageLoader(one) for one in dict.fromkeys((package, "dianshang.markup"))]
    return Environment(
        loader=ChoiceLoader(loaders), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
