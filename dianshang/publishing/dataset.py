"""Tables to the whole published folder, in memory: a pure function that a build writes and a check compares."""

from dianshang.publishing import answers, checksums, croissant, descriptor, dictionary, jsonschema, provenance
from dianshang.publishing.card.pages import pages
from dianshang.publishing.edition import Edition
from dianshang.publishing.exports.exports import exports
from dianshang.publishing.page import page
from dianshang.publishing.shards import shards
from dianshang.schema.tables import Tables


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

    >>> from dianshang.schema.units import unit_codebook
    >>> from dianshang.publishing.edition import Edition
    >>> edition = Edition("1.2.0", {}, ())
    >>> "datapackage.json" in dataset_files({"units": unit_codebook(["CNY"])}, edition)
    True
    """
    published = shards(tables)
    # The page is for reading claims in their articles: without either there is nothing to read.
    with_page = {"articles", "metrics"} <= {shard.spec.name for shard in published}
    texts = {
        **pages(published, edition, with_page),
        croissant.FILE: croissant.croissant(published, edition),
        descriptor.FILE: descriptor.descriptor(published, edition.version, edition.origins),
        dictionary.FILE: dictionary.dictionary(published),
        provenance.FILE: provenance.provenance(published, edition.origins),
        **{jsonschema.path(shard.spec): jsonschema.row_schema(shard.spec) for shard in published},
        **answers.answer_files(),
    }
    files = {shard.path: shard.content for shard in published} | {path: text.encode() for path, text in texts.items()}
    files |= exports(published, edition.version)
    if with_page:
        files[page.FILE] = page.page(tables, edition.version)
        files[page.SCREENSHOT] = page.screenshot()
    return files | {checksums.FILE: checksums.checksums(files).encode()}
