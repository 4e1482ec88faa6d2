"""Controlled vocabularies: data files with a source, read once and validated by their models."""

import tomllib
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from dianshang.schema.problems import Problem, VocabularyError

FOLDER = Path(__file__).parent
M = TypeVar("M", bound=BaseModel)


def load(name: str, model: type[M]) -> M:
    """Reads `<name>.toml` of this folder as `model`.

    Args:
        name: The file's name without its ending, such as `indicators`.
        model: The Pydantic model of the whole file.

    Returns:
        One instance of `model`, the same one at every call.

    Raises:
        VocabularyError: The file is missing, is not TOML or does not fit the model.

    >>> class Source(BaseModel):
    ...     source: str
    >>> bool(load("units", Source).source)
    True
    """
    loaded = _read(name, model)
    if not isinstance(loaded, model):
        raise TypeError(f"{name}.toml was read as {type(loaded).__name__}")
    return loaded


@cache
def _read(name: str, model: type[BaseModel]) -> BaseModel:
    path = FOLDER / f"{name}.toml"
    try:
        return model.model_validate(tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise VocabularyError(
            Problem(path.name, f"cannot be read: {error.strerror}", "Reinstall the package")
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(Problem(path.name, f"is not TOML: {error}", "Mend the file")) from error
    except ValidationError as error:
        raise VocabularyError(
            *(
                Problem(f"{path.name} at {'.'.join(map(str, fault['loc']))}", fault["msg"], "Mend the entry")
                for fault in error.errors()
            )
        ) from error
