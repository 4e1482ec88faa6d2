"""A dataset folder on the Hugging Face Hub: what a push would do, and doing it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from dianshang.delivery.intake import FolderError, sha256
from dianshang.delivery.integrity import published
from dianshang.delivery.package import package
from dianshang.delivery.validation import validate
from dianshang.schema.display import harmless
from dianshang.schema.problems import DianshangError, Problem

if TYPE_CHECKING:
    from huggingface_hub import HfApi

KIND = "dataset"
# Folders whose every file a build makes: what stands there under other names is of an earlier edition.
OWN = ("data/", "schemas/")


class HubError(DianshangError):
    """The Hub refuses, cannot be reached, or holds this version already with other content."""


class UnreachableHubError(HubError):
    """Nothing answers where the Hub should be."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to send: its path, its size in bytes and its SHA-256."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a push does, in this order.

    Attributes:
        repo: The repository.
        create: Whether it is made first.
        private: Whether it is then made private.
        parent: The commit that the new one follows; None for a repository that is not there yet.
        uploads: The files that the commit adds or replaces.
        deletions: The files of earlier editions that it removes.
        unchanged: How many files stand there already with the same content.
        tag: The tag that is put on the commit; None if it is there.
        unasked: Why the Hub could not be asked, so that the repository was taken for a new one; None where it was.
    """

    repo: str
    create: bool
    private: bool
    parent: str | None
    uploads: tuple[Upload, ...]
    deletions: tuple[str, ...]
    unchanged: int
    tag: str | None
    unasked: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Everything in the types of JSON."""
        return asdict(self)


class Remote(NamedTuple):
    """What the Hub holds: the last commit, its files with the hashes the Hub keeps of them, the tags."""

    commit: str | None
    files: dict[str, str]
    tags: frozenset[str]


def plan(api: "HfApi", folder: Path, repo: str, private: bool = False, offline: bool = False) -> Plan:
    """Works out what a push would do. Nothing is changed.

    Args:
        api: The Hub.
        folder: The dataset folder, which must be whole.
        repo: The repository, `<owner>/<name>`.
        private: Whether a new repository shall be private.
        offline: Whether a Hub that does not answer is taken for one that does not have the repository yet.

    Returns:
        The steps; a version that stands there already with the same content needs none.

    Raises:
        FolderError: The folder is not whole; it carries every problem.
        HubError: The Hub cannot be asked, or holds this version already with other content.

    >>> from huggingface_hub import HfApi
    >>> plan(HfApi(), Path("nowhere"), "me/claims")
    Traceback (most recent call last):
    dianshang.delivery.intake.FolderError: nowhere/datapackage.json: cannot be read: No such file ...
    """
    if problems := validate(folder):
        raise FolderError(*problems)
    tag = f"v{package(folder).version}"
    unasked = None
    try:
        remote = _remote(api, repo)
    except UnreachableHubError as error:
        if not offline:
            raise
        remote, unasked = Remote(None, {}, frozenset()), error.problems[0].what
    names = published(folder)
    files = [Upload(name, (folder / name).stat().st_size, sha256(folder, name)) for name in names]
    uploads = [file for file in files if not _stands(folder / file.path, file.sha256, remote.files.get(file.path))]
    deletions = tuple(sorted(name for name in remote.files if name.startswith(OWN) and name not in names))
    if tag in remote.tags and (uploads or deletions):
        what = f"holds {tag} already, with other content"
        raise HubError(Problem(repo, what, "A version is published once: raise it, build again and push that"))
    made = None if tag in remote.tags else tag
    return Plan(
        repo,
        remote.commit is None,
        private,
        remote.commit,
        tuple(uploads),
        deletions,
        len(files) - len(uploads),
        made,
        unasked,
    )


def push(api: "HfApi", folder: Path, steps: Plan) -> str:
    """Carries out a plan: make the repository, commit all changes at once, tag the commit.

    Args:
        api: The Hub, with a token that may write.
        folder: The dataset folder.
        steps: What `plan` worked out.

    Returns:
        The id of the commit that now is the head of the repository.

    Raises:
        HubError: The Hub refuses; a commit is whole or not there at all, and pushing again takes up what is left.

    >>> from huggingface_hub import HfApi
    >>> nothing = Plan("me/claims", False, False, "4f1e", (), (), unchanged=9, tag=None)
    >>> push(HfApi(), Path("dist"), nothing)
    '4f1e'
    """
    with _told(steps.repo):
        if steps.create:
            api.create_repo(steps.repo, repo_type=KIND, private=steps.private, exist_ok=True)
        commit = steps.parent
        if steps.uploads or steps.deletions:
            made = api.upload_folder(
                repo_id=steps.repo,
                folder_path=folder,
                commit_message=f"Publish {steps.tag}" if steps.tag else "Publish",
                repo_type=KIND,
                parent_commit=steps.parent,
                # Names, not patterns: what else stands in the folder is nobody's business.
                allow_patterns=[escape(upload.path) for upload in steps.uploads],
                delete_patterns=[escape(path) for path in steps.deletions],
            )
            commit = made.oid
        if steps.tag:
            api.create_tag(steps.repo, tag=steps.tag, revision=commit, repo_type=KIND)
    return str(commit)


def told(steps: Plan) -> list[str]:
    """Tells a plan in words, one line a step.

    >>> told(Plan("me/claims", False, False, "4f1e", (), (), unchanged=9, tag="v1.2.0"))
    ['tag the commit v1.2.0', 'leave 9 files that are there already']
    """
    lines = []
    if steps.create:
        lines.append(f"create the {'private' if steps.private else 'public'} dataset {steps.repo}")
    lines += [f"upload {upload.path} ({upload.bytes:,} bytes, sha256 {upload.sha256})" for upload in steps.uploads]
    lines += [f"delete {path}" for path in steps.deletions]
    if steps.uploads or steps.deletions:
        lines.append(f"commit these {len(steps.uploads) + len(steps.deletions)} changes to {steps.repo} at once")
    if steps.tag:
        lines.append(f"tag the commit {steps.tag}")
    if steps.unchanged:
        lines.append(f"leave {steps.unchanged} files that are there already")
    return [harmless(line) for line in lines]


def _remote(api: "HfApi", repo: str) -> Remote:
    from huggingface_hub.errors import RepositoryNotFoundError
    from huggingface_hub.hf_api import RepoFile

    with _told(repo):
        try:
            commit = api.repo_info(repo, repo_type=KIND).sha
        except RepositoryNotFoundError:
            return Remote(None, {}, frozenset())
        tree = api.list_repo_tree(repo, repo_type=KIND, recursive=True, revision=commit)
        held = [entry for entry in tree if isinstance(entry, RepoFile)]
        files = {entry.path: entry.lfs.sha256 if entry.lfs else entry.blob_id for entry in held}
        tags = frozenset(tag.name for tag in api.list_repo_refs(repo, repo_type=KIND).tags)
    return Remote(commit, files, tags)


@contextmanager
def _told(repo: str) -> Iterator[None]:
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError

    # What the client's errors descend from, those of the connection among them.
    client = cast(type[Exception], HfHubHTTPError.__bases__[0])
    try:
        yield
    except HFValidationError as error:
        raise HubError(Problem(repo, f"is no name of a repository: {error}", "Name it as owner/name")) from error
    except (client, OSError, ValueError) as error:
        what = f"cannot be used: {str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__}"
        kind = HubError if isinstance(error, HfHubHTTPError | ValueError) else UnreachableHubError
        raise kind(Problem(repo, what, "See that you are online and logged in (`hf auth login`)")) from error


def _stands(path: Path, sha256: str, remote: str | None) -> bool:
    """Whether the Hub has a file: it knows a large one by its SHA-256, a small one by the id that git gives it."""
    if remote is None or remote == sha256:
        return remote is not None
    content = path.read_bytes()
    return remote == hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
