"""The responsible-AI part of Croissant: how the data came about, whom they touch and what they are good for."""

from collections.abc import Iterator
from typing import Any

from dianshang.publishing.about import about
from dianshang.publishing.edition import Edition

VERSION = "http://mlcommons.org/croissant/RAI/1.0"


def responsible(edition: Edition) -> dict[str, Any]:
    """Says of an edition what Croissant RAI has words for; what nobody knows of it is left out.

    Args:
        edition: Version, sources and agreement.

    Returns:
        Properties of the dataset by their names in the vocabulary `rai`.

    >>> from dianshang.publishing.edition import Edition
    >>> edition = Edition("1.2.0", {}, ())
    >>> type(responsible(edition))
    <class 'dict'>
    """
    said = about().responsible
    told = {
        "dataCollection": said.collection,
        "dataCollectionType": ["Secondary Data Analysis", "Document Analysis"],
        "dataCollectionRawData": " ".join(_sources(edition)),
        "dataPreprocessingProtocol": [said.preprocessing],
        "dataAnnotationProtocol": [said.annotation, *_readings(edition)],
        "dataAnnotationAnalysis": list(_agreement(edition)),
        "machineAnnotationTools": [f"dianshang {edition.version}"],
        "dataUseCases": [said.use_en],
        "dataBiases": list(said.biases_en),
        "dataLimitations": list(said.limits_en),
        "personalSensitiveInformation": [said.personal_en],
        "dataReleaseMaintenancePlan": said.maintenance,
    }
    return {f"rai:{name}": value for name, value in told.items() if value}


def _sources(edition: Edition) -> Iterator[str]:
    for issue, origin in sorted(edition.origins.items()):
        if origin.about:
            yield f"{issue}: {' '.join(origin.about.split())}"


def _readings(edition: Edition) -> Iterator[str]:
    for issue, origin in sorted(edition.origins.items()):
        if origin.review:
            yield f"{issue}: {' '.join(origin.review.about.split())}"


def _agreement(edition: Edition) -> Iterator[str]:
    for found in edition.agreements:
        span = found.readers.span
        yield (
            f"{found.issue_id}: two readers apart from each other found {span.predicted} and {span.gold} claims, "
            f"{span.hits} of them at the same offsets (F1 {span.f1:.3f})."
        )
