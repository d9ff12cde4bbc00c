"""A newcomer at the real page in a real browser: list, incident, evidence, merge and its undo, digest."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor import page as pages
from monitor.config import parse
from monitor.engine.local import Local
from monitor.flow import build_flow
from monitor.sources.worker import Worker
from monitor.store import Store
from monitor.types import Item
from monitor.web.server import Server

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
    pytest.mark.timeout(180),
]

NOW = datetime.now(UTC).replace(microsecond=0)
YESTERDAY = NOW - timedelta(days=1)
CONFIG = """
folders: []
channels: {console: {kind: console}}
recipients: [{name: desk, channels: [console], digest: ["07:00"]}]
rules: [{name: near us, send: now, when: {types: [missile_strike]}}]
web: {port: 0}
"""


def an_item(n: int, title: str, text: str, outlet: str) -> Item:
    return Item(
        source="inbox",
        key=f"k{n}",
        subject=f"{n}.txt",
        title=title,
        text=text,
        outlet=outlet,
        url=f"https://{outlet.lower().replace(' ', '')}.example/{n}",
        published=NOW - timedelta(hours=3) + timedelta(minutes=n),
        published_precision="minute",
        received=NOW - timedelta(hours=2),
    )


DAY = f"{YESTERDAY:%A}"
ITEMS = [
    an_item(
        1,
        "Missile strike on Kharkiv kills four",
        f"A Russian missile hit an apartment house in Kharkiv on {DAY} evening, killing four people and injuring "
        "eleven, the regional governor said.\n\nRescuers searched the rubble through the night.",
        "Harbour Wire",
    ),
    an_item(
        2,
        "Drones shot down near Erbil airport",
        f"Two drones were shot down near Erbil International Airport in northern Iraq on {DAY}, the Kurdish "
        "counter-terrorism service said. Nobody was hurt and no group has claimed the attack.",
        "Mountain Post",
    ),
    an_item(
        3,
        "Port Sudan fuel depot burns after drone attack",
        f"Drones struck a fuel depot in Port Sudan on {DAY}, the Sudanese army said, blaming the Rapid Support Forces. "
        "There were no casualties.",
        "Nile Courier",
    ),
    an_item(
        4,
        "Poland scrambles jets after drones cross its border",
        f"Three Russian drones entered Polish airspace on {DAY} night and left it again, the operational command in "
        "Warsaw said. Fighters were scrambled; nothing was hit.",
        "Vistula Desk",
    ),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page over a store that the real pipeline filled."""
    folder = tmp_path_factory.mktemp("page")
    config = parse(CONFIG, path=str(folder / "config.yaml"))
    with Store(folder / "monitor.db") as store:
        store.migrate()
        engine = Local(flow=build_flow(config), store=store, policy=config.policy, now=lambda: NOW)
        engine.take(ITEMS)
        with Store(folder / "monitor.db", read_only=True) as reader, Worker(processes=1) as worker:
            server: Server = pages.serve(config, reader, engine, current=lambda: config, worker=worker)
            server.start()
            yield f"http://localhost:{server.port}"
            server.stop()


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-quic"],
        )
        yield browser
        browser.close()


#: axe-core 4, shipped with its licence beside the tests
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()


class Watched:
    """A tab whose faults and requests are remembered."""

    def __init__(self, chromium, address: str, width: int, scheme: str) -> None:  # type: ignore[no-untyped-def]
        self.address = address
        self.faults: list[str] = []
        self.outside: list[str] = []
        self.tab = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.tab.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.tab.on("pageerror", lambda error: self.faults.append(str(error)))
        self.tab.on("request", self._asked)

    def _asked(self, request) -> None:  # type: ignore[no-untyped-def]
        if not request.url.startswith((self.address, "data:", "about:")):
            self.outside.append(request.url)


def test_a_newcomer_finds_an_incident_its_evidence_and_sets_it_right(chromium: object, address: str) -> None:
    """From the list to an incident, a merge shown before it is done, and its undo; no fault, nothing asked outside."""
    seen = Watched(chromium, address, 1280, "light")
    tab = seen.tab
    tab.goto(address)
    tab.wait_for_selector("#map[data-drawn]")
    assert tab.locator("ol.incidents > li").count() >= 3

    tab.get_by_role("link", name="Kharkiv").first.click()
    assert "four" in tab.locator("mark").all_inner_texts()[0] or tab.locator("mark").count() > 1
    assert "Why these are one" in tab.content()
    kharkiv = tab.url

    other = tab.evaluate(
        "fetch('/api/v1/incidents?type=drone_strike').then(r => r.json()).then(r => r.incidents[0].id)"
    )
    tab.get_by_text("Merge with another").click()
    tab.get_by_label("Incident that is the same").fill(other)
    tab.locator("form[action$='/merge'] button").click()
    assert "What it will do" in tab.content()
    tab.get_by_role("button", name="Do it").click()
    tab.get_by_role("button", name="Undo this").click()
    tab.goto(kharkiv)
    assert tab.locator(".report").count() == 1
    assert tab.goto(f"{address}/incidents/{other}").status == 200

    tab.goto(f"{address}/digests")
    tab.frame_locator("iframe.digest").get_by_text("Kharkiv").first.wait_for()
    assert seen.faults == []
    assert seen.outside == []


def test_what_was_done_is_taken_back_from_the_incident_s_own_page(chromium: object, address: str) -> None:
    """An operator who comes back later finds what was done, with its undo; a snooze is ended in the same place."""
    seen = Watched(chromium, address, 1280, "light")
    tab = seen.tab
    tab.goto(f"{address}/?q=sudan")
    tab.locator("#list h3 a").first.click()
    page = tab.url

    tab.locator("summary", has_text="Note").click()
    tab.locator("form[action$='/note'] input[name=text]").fill("asked the port authority")
    tab.locator("form[action$='/note'] button").click()
    tab.get_by_role("button", name="Do it").click()
    tab.goto(page)
    assert "asked the port authority" in tab.locator("dl.fields").inner_text()
    tab.locator("summary", has_text="Snooze").click()
    tab.locator("form[action$='/mute'] button").click()
    tab.get_by_role("button", name="Do it").click()
    tab.goto(page)
    for button in ("Wake", "Undo"):
        tab.get_by_role("button", name=button).click()
        tab.get_by_role("button", name="Do it").click()
        tab.goto(page)

    assert "asked the port authority" not in tab.locator("dl.fields").inner_text()
    assert tab.get_by_role("button", name="Wake").count() == 0
    assert tab.get_by_text("taken back", exact=True).count() == 1
    assert seen.faults == []


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (390, "light"), (1280, "dark")])
def test_the_page_fits_every_screen(chromium: object, address: str, width: int, scheme: str) -> None:
    """Phone and desk, light and dark: nothing wider than the screen, every page without a fault."""
    seen = Watched(chromium, address, width, scheme)

    for path in ("/", "/regions", "/sources", "/deliveries", "/rules?since=7", "/digests"):
        seen.tab.goto(address + path)
        if path == "/":
            seen.tab.wait_for_selector("#map[data-drawn]")
        assert seen.tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path

    assert seen.faults == []
    assert seen.outside == []


def test_the_list_is_used_by_keyboard_alone(chromium: object, address: str) -> None:
    """'/' searches, j and k walk the list, Enter opens; the current one is marked."""
    seen = Watched(chromium, address, 1280, "light")
    tab = seen.tab
    tab.goto(address)
    tab.wait_for_selector("#map[data-drawn]")

    tab.keyboard.press("j")
    tab.keyboard.press("j")
    assert tab.locator("li.current").count() == 1
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/incidents/*")
    tab.goto(address)
    tab.wait_for_selector("#map[data-drawn]")
    tab.keyboard.press("/")
    tab.keyboard.type("erbil")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/?q=erbil")  # an address that says only what is asked
    assert tab.locator("ol.incidents > li").count() == 1


def test_a_new_incident_appears_without_reloading(chromium: object, address: str) -> None:
    """The list is live: what is pushed is seen within seconds."""
    seen = Watched(chromium, address, 1280, "light")
    seen.tab.goto(address)
    seen.tab.wait_for_selector(".live.on")
    before = seen.tab.locator("ol.incidents > li").count()
    spots = seen.tab.locator("#spots .spot").count()

    title = "Suicide bomber attacks market in Mogadishu"
    text = f"A suicide bomber killed nine people at a market in Mogadishu on {DAY}, Somali police said."
    answer = seen.tab.request.post(
        f"{address}/articles", data={"title": title, "text": text, "published": NOW.isoformat(), "outlet": "Coast News"}
    )

    assert answer.status == 200
    seen.tab.locator("ol.incidents > li").nth(before).wait_for(timeout=20_000)
    drawn = "[...document.querySelectorAll('#spots .spot path')].map(path => path.namespaceURI.slice(-3))"
    assert seen.tab.evaluate(drawn) == ["svg"] * 2 * (spots + 1)
    assert seen.faults == []


def test_list_map_and_forms_are_there_without_scripts(chromium, address: str) -> None:  # type: ignore[no-untyped-def]
    """Where scripts are off, or have not come yet, everything is seen and every filter works."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(address)

    assert tab.locator("#spots .spot").count() >= 3
    tab.get_by_label("Search").fill("erbil")
    tab.get_by_role("button", name="Show").click()
    assert tab.locator("#list ol.incidents > li").count() == 1
    assert tab.locator("#spots .spot").count() == 1
    href = tab.locator("#spots .spot").get_attribute("href")
    tab.locator("#list h3 a").click()
    assert tab.url == address + href
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_spot_on_the_map_tells_what_happened_there(chromium: object, address: str, width: int) -> None:
    """A click on a dot names its incidents, marks them in the list and leads to them."""
    seen = Watched(chromium, address, width, "light")
    tab = seen.tab
    tab.goto(f"{address}/?q=erbil")
    tab.wait_for_selector("#map[data-drawn]")

    at = tab.evaluate(
        "(() => { const box = document.querySelector('#spots .spot').getBoundingClientRect();"
        " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
    )
    tab.mouse.click(*at)
    link = tab.locator(".leaflet-popup a", has_text="Erbil")
    link.wait_for()
    # a narrow map moves to show the popup whole; a click on the moving link may miss it
    tab.wait_for_selector("#map .leaflet-pan-anim", state="detached")
    link.click()
    tab.wait_for_url("**/incidents/*erbil*")
    assert seen.faults == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_axe_finds_no_fault(chromium: object, address: str, width: int, scheme: str) -> None:
    """The field's own checker of accessibility, on every page, in both colour schemes: nothing serious or critical."""
    seen = Watched(chromium, address, width, scheme)
    incident = seen.tab.request.get(f"{address}/api/v1/incidents").json()["incidents"][0]["id"]
    found: list[str] = []
    for path in (
        "/", f"/incidents/{incident}", "/regions", "/regions/UA", "/digests", "/deliveries", "/sources",
        "/rules?since=7", "/?q=nosuchword", "/?since=24h&severity=7&country=UA", "/login", "/nothing",
    ):  # fmt: skip
        seen.tab.goto(address + path)
        seen.tab.evaluate(AXE)
        faults = seen.tab.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations)")
        found += [
            f"{path}: {fault['id']} ({fault['impact']}): {fault['nodes'][0]['html'][:100]}"
            for fault in faults
            if fault["impact"] in ("serious", "critical")
        ]

    assert found == []
