"""A stand-in for the Hub's HTTP interface: it keeps what is committed, byte for byte, and tells every request."""

import base64
import hashlib
import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Hub:
    """One repository on a server of its own."""

    def __init__(self):
        self.requests = []
        self.commits = []  # (id, summary)
        self.files = {}  # path: (content, kept as a large file)
        self.tags = {}  # name: commit
        self.large = {}  # SHA-256: content
        self.exists = False
        self.private = None
        self.refused = None  # a path whose request is answered with 403

    def tree(self):
        entries = []
        for path, (content, large) in sorted(self.files.items()):
            blob = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
            entry = {"type": "file", "path": path, "size": len(content), "oid": blob}
            if large:
                # Git keeps a pointer to a large file, so the id of its blob is not that of its content.
                oid = hashlib.sha256(content).hexdigest()
                entry |= {"oid": "0" * 40, "lfs": {"oid": oid, "size": len(content), "pointerSize": 132}}
            entries.append(entry)
        return entries

    def commit(self, lines):
        [head] = [line["value"] for line in lines if line["key"] == "header"]
        for line in lines:
            value = line["value"]
            if line["key"] == "file":
                assert value["encoding"] == "base64"
                self.files[value["path"]] = (base64.b64decode(value["content"]), False)
            elif line["key"] == "lfsFile":
                self.files[value["path"]] = (self.large[value["oid"]], True)
            elif line["key"] == "deletedFile":
                del self.files[value["path"]]
        parent = self.commits[-1][0] if self.commits else ""
        assert head.get("parentCommit") in (None, parent)
        self.commits.append((hashlib.sha1(f"{parent}{len(self.commits)}".encode()).hexdigest(), head["summary"]))
        return self.commits[-1][0]


def handler(hub):
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def answer(self, value, code=200, **headers):
            content = value if isinstance(value, bytes) else json.dumps(value).encode()
            self.send_response(code)
            for name, text in headers.items():
                self.send_header(name.replace("_", "-"), text)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def body(self):
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))

        def do(self, method):
            body = self.body()
            path = self.path.split("?")[0]
            hub.requests.append((method, path))
            if hub.refused and hub.refused in path:
                return self.answer({"error": "no"}, 403, X_Error_Message="You may not write here.")
            for pattern, reply in ROUTES:
                if found := re.fullmatch(pattern, f"{method} {path}"):
                    return reply(self, hub, body, *found.groups())
            return self.answer({"error": f"unknown: {method} {path}"}, 500)

        def do_GET(self):
            self.do("GET")

        def do_POST(self):
            self.do("POST")

        def do_PUT(self):
            self.do("PUT")

        def do_HEAD(self):
            self.do("HEAD")

    return Handler


def info(own, hub, body):
    if not hub.exists:
        return own.answer({"error": "Repository not found"}, 404, X_Error_Code="RepoNotFound")
    sha = hub.commits[-1][0] if hub.commits else "0" * 40
    return own.answer({"id": "me/claims", "sha": sha, "private": hub.private, "tags": [], "siblings": []})


def create(own, hub, body):
    told = json.loads(body)
    assert (told["name"], told["organization"], told["type"]) == ("claims", "me", "dataset")
    hub.exists, hub.private = True, told.get("visibility") == "private" or bool(told.get("private"))
    own.answer({"url": f"http://{own.headers['Host']}/datasets/me/claims"})


def preupload(own, hub, body):
    files = json.loads(body)["files"]
    mode = {True: "lfs", False: "regular"}
    own.answer(
        {
            "files": [
                {"path": file["path"], "uploadMode": mode[file["path"].endswith(".parquet")], "shouldIgnore": False}
                for file in files
            ]
        }
    )


def batch(own, hub, body):
    objects = json.loads(body)["objects"]
    base = f"http://{own.headers['Host']}"
    own.answer(
        {
            "transfer": "basic",
            "objects": [
                {
                    "oid": entry["oid"],
                    "size": entry["size"],
                    "actions": {
                        "upload": {"href": f"{base}/large/{entry['oid']}"},
                        "verify": {"href": f"{base}/verify"},
                    },
                }
                for entry in objects
            ],
        }
    )


def keep(own, hub, body, oid):
    assert hashlib.sha256(body).hexdigest() == oid
    hub.large[oid] = body
    own.answer({})


def commit(own, hub, body):
    made = hub.commit([json.loads(line) for line in body.splitlines()])
    own.answer({"commitUrl": f"http://{own.headers['Host']}/c/{made}", "commitOid": made, "pullRequestUrl": None})


def tag(own, hub, body, revision):
    hub.tags[json.loads(body)["tag"]] = revision
    own.answer({})


def refs(own, hub, body):
    tags = [{"name": name, "ref": f"refs/tags/{name}", "targetCommit": at} for name, at in hub.tags.items()]
    own.answer({"branches": [], "converts": [], "tags": tags})


ROUTES = (
    (r"GET /api/datasets/me/claims(?:/revision/\w+)?", info),
    (r"POST /api/repos/create", create),
    (r"GET /api/datasets/me/claims/tree/\w+", lambda own, hub, body: own.answer(hub.tree())),
    (r"GET /api/datasets/me/claims/refs", refs),
    (r"POST /api/validate-yaml", lambda own, hub, body: own.answer({"errors": [], "warnings": []})),
    (r"POST /api/datasets/me/claims/preupload/main", preupload),
    (r"POST /datasets/me/claims\.git/info/lfs/objects/batch", batch),
    (r"PUT /large/(\w+)", keep),
    (r"POST /verify", lambda own, hub, body: own.answer({})),
    (r"POST /api/datasets/me/claims/commit/main", commit),
    (r"POST /api/datasets/me/claims/tag/(\w+)", tag),
)


@contextmanager
def running():
    """The stand-in, running.

    Yields:
        The hub and its address.
    """
    hub = Hub()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(hub))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hub, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
