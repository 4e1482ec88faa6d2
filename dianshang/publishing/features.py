"""The features of a table's columns as `datasets` takes them from the metadata of its schema."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from dianshang.schema.record import Label

# The key of that metadata.
FEATURES = "huggingface"


def features(fields: Sequence[pa.Field], labelled: Mapping[str, Label]) -> dict[str, Any]:
    """The columns of a table with class labels in the words that every version of `datasets` reads.

    All of them, for older versions take the columns that are named here for all there are.

    >>> features([pa.field("year", pa.int32())], {})
    {'info': {'features': {'year': {'dtype': 'int32', '_type': 'Value'}}}}
    """
    features = {field.name: _feature(field.type, labelled.get(field.name)) for field in fields}
    return {"info": {"features": features}}


def _feature(kind: pa.DataType, label: Label | None) -> dict[str, Any]:
    if pa.types.is_list(kind):
        return {"feature": _feature(kind.value_type, label), "_type": "Sequence"}
    if label:
        return {"names": [one.value for one in label.codes], "_type": "ClassLabel"}
    return {"dtype": str(kind), "_type": "Value"}
