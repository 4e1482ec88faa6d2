"""Two models for lm-evaluation-harness by which to see that a run is set up right: the gold answers, and silence."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from lm_eval.api.model import LM
from lm_eval.api.registry import register_model

# The harness registers its own models when none is yet: with these before them, they would be left out.
import_module("lm_eval.models")


class _Answering(LM):
    """Writes answers and has no likelihoods, which none of the tasks asks for."""

    def __init__(self, **options: Any) -> None:
        # The harness hands a batch size and a device to every model.
        super().__init__()

    def loglikelihood(self, requests: Sequence[Any], disable_tqdm: bool = False) -> Any:
        """Not asked for."""
        raise NotImplementedError

    def loglikelihood_rolling(self, requests: Sequence[Any], disable_tqdm: bool = False) -> Any:
        """Not asked for."""
        raise NotImplementedError


@register_model("answer_key")
class AnswerKey(_Answering):
    """Answers every question with its gold answer: a run with it must score 1."""

    def generate_until(self, requests: Sequence[Any], disable_tqdm: bool = False) -> list[str]:
        """The gold answers."""
        return [str(request.doc["answer"]) for request in requests]


@register_model("silence")
class Silence(_Answering):
    """Answers nothing: a run with it must score 0."""

    def generate_until(self, requests: Sequence[Any], disable_tqdm: bool = False) -> list[str]:
        """Empty texts."""
        return [""] * len(requests)
