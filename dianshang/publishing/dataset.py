"""Tables to the whole published folder, in memory: a pure function that a build writes and a check compares."""

from dianshang.publishing import card, descriptor
from dianshang.publishing.edition import Edition
from dianshang.publishing.shards import shards
from dianshang.publishing.tables import Tables


def dataset_files(tables: Tables, edition: Edition) -> dict[str, bytes]:
    """Makes every file of the published folder.

    Args:
        tables: Records by table name; at least one table has rows.
        edition: What the card and the dictionary say beside the rows.

    Returns:
        Content by path inside the folder; the same for the same records, whenever and wherever it is made.

    Raises:
        DuplicateKeyError: An id stands twice in its table.
        ArrowError: A record cannot be stored without loss.
    """
    published = shards(tables)
    pages = {
        card.FILE: card.card(published, edition),
        descriptor.FILE: descriptor.descriptor(published, edition.version),
    }
    return {shard.path: shard.content for shard in published} | {path: page.encode() for path, page in pages.items()}
