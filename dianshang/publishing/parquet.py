"""Parquet files whose bytes depend on their rows alone, named by their content."""

import hashlib
import io

import pyarrow as pa
import pyarrow.parquet as pq

# Fixed, so that the same rows give the same bytes; the library's own default may change between releases.
ROW_GROUP = 65_536
LEVEL = 9


def parquet_bytes(table: pa.Table) -> bytes:
    """Encodes a table as one Parquet file.

    Args:
        table: The rows, already in order, with the field metadata that the file shall carry.

    Returns:
        The file; equal tables give equal bytes under the same version of pyarrow.

    >>> parquet_bytes(pa.table({"a": [1]})) == parquet_bytes(pa.table({"a": [1]}))
    True
    """
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd", compression_level=LEVEL, row_group_size=ROW_GROUP)
    return sink.getvalue()


def content_name(content: bytes) -> str:
    """Names a file by its content, so that a cache that goes by names never serves old rows.

    Args:
        content: The bytes of a Parquet file.

    Returns:
        The first 12 hexadecimal digits of their SHA-256 and the ending.

    >>> content_name(b"")
    'e3b0c44298fc.parquet'
    """
    return f"{hashlib.sha256(content).hexdigest()[:12]}.parquet"
