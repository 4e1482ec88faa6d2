"""The page in a real browser: CHROMIUM says where it is; without it these tests are not collected."""

import os

import pytest

CHROMIUM = os.environ.get("CHROMIUM")

collect_ignore_glob = [] if CHROMIUM else ["*.py"]

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield running
        running.close()
