"""What the dataset is, in words: read from `about.toml` once, for every page and file that says so."""

import tomllib
from functools import cache
from importlib.resources import files

from dianshang.schema.record import Record

FILE = "about.toml"


class Licence(Record):
    """A licence: its short name, its title and where it stands."""

    name: str
    title: str
    url: str


class Responsible(Record):
    """What is said of how the data came about, whom they touch and what they are good for."""

    collection: str
    preprocessing: str
    annotation: str
    maintenance: str
    biases_en: tuple[str, ...]
    biases_zh: tuple[str, ...]
    limits_en: tuple[str, ...]
    limits_zh: tuple[str, ...]
    personal_en: str
    personal_zh: str
    use_en: str
    use_zh: str


class About(Record):
    """The file `about.toml`."""

    source: str
    title_en: str
    title_zh: str
    summary_en: str
    summary_zh: str
    creator: str
    keywords: tuple[str, ...]
    annotations: Licence
    texts: Licence
    responsible: Responsible


@cache
def about() -> About:
    """The words, read once.

    >>> about().annotations.name
    'CC-BY-4.0'
    """
    return About.model_validate(tomllib.loads((files(__package__) / FILE).read_text("utf-8")))


def citation(version: str) -> str:
    """Writes how to cite an edition, as a BibTeX entry.

    Args:
        version: The version of the dataset.

    Returns:
        The entry, without a line end.

    >>> citation("1.2.3").splitlines()[0]
    '@misc{dianshang,'
    """
    words = about()
    fields = {"title": f"{{{words.title_en}}}", "author": f"{{{words.creator}}}", "version": version, "note": "Dataset"}
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items())
    return "\n".join(["@misc{dianshang,", *lines, "}"])
