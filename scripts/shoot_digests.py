"""Takes the pictures of docs/screenshots: three digests at phone and desk width, light and dark, in headless Chromium.

python -m scripts.shoot_digests [path of chromium]
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from monitor.types import Message
from tests.alerts.situations import SITUATIONS

TARGET = Path(__file__).parent.parent / "docs" / "screenshots"
SHOTS = {"busy-day": "busy_day", "quiet-day": "quiet_day", "catch-up": "catch_up"}
WIDTHS = {"phone": 390, "desk": 820}


def page_of(message: Message) -> str:
    """The mail as a browser can show it: pictures inside."""
    html = message.html
    for picture in message.pictures:
        html = html.replace(
            f"cid:{picture.name}", f"data:{picture.media};base64," + base64.b64encode(picture.data).decode()
        )
    return html


def main(browser_path: str) -> None:
    """Write the pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-background-networking"]
        )
        for name, situation in SHOTS.items():
            html = page_of(SITUATIONS[situation]())
            for width_name, width in WIDTHS.items():
                for scheme in ("light", "dark"):
                    page = browser.new_page(viewport={"width": width, "height": 400}, color_scheme=scheme)  # type: ignore[arg-type]
                    page.set_content(html)
                    page.screenshot(path=TARGET / f"{name}-{width_name}-{scheme}.png", full_page=True)
                    page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium") or "chromium")
