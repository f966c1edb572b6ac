"""Waiting for a page, which no policy of its own may stop."""

import time

from playwright.sync_api import Page


def wait_until(page: Page, condition: str, seconds: float = 10) -> None:
    """Return when an expression is true on the page; it fails after some seconds.

    Playwright's `wait_for_function` asks again from within the page, where a policy can stop it.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"still not so after {seconds} s: {condition}"
        time.sleep(0.02)
