"""Makes the pictures of the page in docs/: phone and desk, light and dark, over a made-up month.

    python -m scripts.shoot_page [FOLDER]

Nothing in the pictures happened. Most incidents are written straight into a store; one is read by the program itself
from three reports of our own, so that its page shows real evidence.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import sync_playwright

from monitor import page as pages
from monitor.config import parse
from monitor.engine.local import Local
from monitor.flow import build_flow
from monitor.sources.worker import Worker
from monitor.store import Store, articles, cursors, incidents
from monitor.taxonomy import TYPES
from monitor.types import (
    Article,
    Count,
    Decision,
    Event,
    FeedCursor,
    Grade,
    Incident,
    Item,
    Modality,
    Party,
    Place,
    Reading,
    Reason,
    Role,
    SourceState,
    Term,
    Verdict,
    When,
)

ROOT = Path(__file__).parent.parent
NOW = datetime.now(UTC).replace(second=0, microsecond=0)
YESTERDAY = NOW - timedelta(days=1)
DAYS = 45
CONFIG = """
channels: {console: {kind: console}}
recipients: [{name: desk, channels: [console], digest: ["07:00"]}]
rules: [{name: strikes, send: now, when: {types: [missile_strike, drone_strike]}}]
web: {port: 0}
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """A place where the made-up month happens."""

    town: str
    country: str
    lat: float
    lon: float
    types: tuple[str, ...]
    weight: int


SCENES = (
    Scene("Kharkiv", "UA", 49.99, 36.23, ("missile_strike", "drone_strike", "shelling"), 9),
    Scene("Odesa", "UA", 46.48, 30.72, ("drone_strike", "interception"), 6),
    Scene("Zaporizhzhia", "UA", 47.84, 35.14, ("shelling", "armed_clash"), 6),
    Scene("Belgorod", "RU", 50.6, 36.59, ("drone_strike", "interception"), 4),
    Scene("Port Sudan", "SD", 19.62, 37.22, ("drone_strike", "airstrike"), 4),
    Scene("El Fasher", "SD", 13.63, 25.35, ("shelling", "armed_clash"), 5),
    Scene("Goma", "CD", -1.68, 29.22, ("armed_clash", "ceasefire"), 3),
    Scene("Hodeidah", "YE", 14.8, 42.95, ("airstrike", "maritime_incident"), 3),
    Scene("Tyre", "LB", 33.27, 35.2, ("airstrike", "interception"), 4),
    Scene("Erbil", "IQ", 36.19, 44.01, ("interception", "drone_strike"), 2),
    Scene("Mogadishu", "SO", 2.04, 45.34, ("armed_assault", "bombing"), 3),
    Scene("Kidal", "ML", 18.44, 1.41, ("armed_clash", "bombing"), 2),
    Scene("Sittwe", "MM", 20.15, 92.9, ("airstrike", "shelling"), 2),
    Scene("Quetta", "PK", 30.18, 66.98, ("bombing", "armed_assault"), 2),
    Scene("Narva", "EE", 59.38, 28.19, ("airspace_violation", "sabotage"), 1),
    Scene("Keelung", "TW", 25.13, 121.74, ("military_exercise", "maritime_incident"), 1),
)
HEADLINES = {
    "missile_strike": "Missiles hit {town}, rescue teams at a housing block",
    "drone_strike": "Drones strike a fuel depot near {town}",
    "shelling": "Shelling of {town} goes into its third day",
    "interception": "Drones shot down over {town}, debris on two roads",
    "armed_clash": "Fighting on the edge of {town}",
    "airstrike": "Air strike on a warehouse in {town}",
    "ceasefire": "Truce for {town} holds its first night",
    "maritime_incident": "Tanker boarded off {town}",
    "armed_assault": "Gunmen attack a checkpoint in {town}",
    "bombing": "Car bomb outside a police post in {town}",
    "airspace_violation": "Two aircraft cross the border near {town}",
    "sabotage": "Cable cut off {town}, police suspect sabotage",
    "military_exercise": "Navy begins an exercise off {town}",
}
OUTLETS = ("Harbour Wire", "Mountain Post", "Nile Courier", "Vistula Desk", "Coast News")
DAY = f"{YESTERDAY:%A}"
REPORTS = (
    (
        "Harbour Wire",
        "Missile hits apartment house in Kharkiv, four dead",
        f"A Russian missile hit an apartment house in Kharkiv on {DAY} evening, killing four people and injuring "
        "eleven, the regional governor said.\n\nRescuers searched the rubble through the night.",
    ),
    (
        "Mountain Post",
        "Death toll of Kharkiv missile strike rises to seven",
        f"Seven people were killed when a Russian missile hit an apartment house in Kharkiv on {DAY} evening, the "
        "emergency service said. Thirty-one were wounded, among them three children.",
    ),
    (
        "Vistula Desk",
        "Kharkiv counts the dead after missile strike on housing block",
        f"The missile strike on an apartment house in Kharkiv on {DAY} evening killed at least six people, according "
        "to the mayor. Russia has not commented.",
    ),
)


def write(store: Store, n: int, scene: Scene, kind: str, at: datetime, chance: random.Random) -> None:
    """One made-up incident, as the pipeline would have stored it."""
    known = TYPES[kind]
    outlet = chance.choice(OUTLETS)
    headline = HEADLINES[kind].format(town=scene.town)
    killed = chance.choice((0, 0, 2, 4, 7)) if known.base >= 6 else 0
    severity = round(min(9.8, known.base + (0.5 if killed else 0) + chance.choice((-1.5, -0.5, 0, 0.5, 1))), 1)
    article = Article(
        id=f"demo-{n}", source="demo", subject=f"{n}.txt", title=headline, text=headline, language="en", outlet=outlet,
        publisher=outlet, wire=None, url=None, published=at, published_precision="minute", published_inferred=False,
        received=at, digest=f"{n:032d}",
    )  # fmt: skip
    event = Event(
        id=f"demo-{n}#0", article_id=article.id, type=kind, modality=Modality.OCCURRED, role=Role.MAIN, title=headline,
        outlet=outlet, published=at, received=at,
    )  # fmt: skip
    whole = Incident(
        id=f"{at:%Y-%m-%d}-{scene.town.lower().replace(' ', '-')}-{n}", version=1, type=kind, family=known.family,
        modality=Modality.OCCURRED, grade=chance.choice((Grade.REPORTED, Grade.REPORTED, Grade.CONFIRMED)),
        headline=headline, when=When(date=at.date()),
        place=Place(name=scene.town, as_written=scene.town, precision="town", country=scene.country,
                    lat=scene.lat + chance.uniform(-0.6, 0.6), lon=scene.lon + chance.uniform(-0.6, 0.6)),
        actors=(Party(name="unknown"),), killed=Count(low=killed, best=killed, high=killed) if killed else None,
        severity=severity, severity_terms=(Term(name=known.label.lower(), points=known.base),), events=(event,),
        independent=chance.choice((1, 1, 2, 3)), first_report=at, last_change=at,
    )  # fmt: skip
    decision = Decision(
        verdict=Verdict.NEW, event=event, incident_id=whole.id,
        reasons=(Reason(fact="no_candidate", points=0.0, text="nothing stored is like it"),),
    )  # fmt: skip
    item = Item(source="demo", key=article.id, subject=article.subject, received=at, title=headline)
    seq = articles.write(
        store, item, article, Reading(article_id=article.id, events=(event,)), verdict=Verdict.NEW, copy_of=None,
        revises=None,
    )  # fmt: skip
    incidents.write_decision(store, seq, 0, decision)
    incidents.write(store, whole, lambda event: (scene.country,))


def fill(store: Store, engine: Local) -> None:
    """The month, and last of all what the program reads itself."""
    chance = random.Random(11)
    n = 0
    with store.transaction():
        for back in range(DAYS, -1, -1):
            for _ in range(chance.randrange(3, 8) + (7 if back == 0 else 0)):
                n += 1
                at = NOW - timedelta(days=back, minutes=chance.randrange(20, 1430))
                scene = chance.choices(SCENES, [scene.weight for scene in SCENES])[0]
                write(store, n, scene, chance.choice(scene.types), at, chance)
        for at, outlet in enumerate(OUTLETS):
            state = SourceState.FAILING if at == 3 else SourceState.HEALTHY
            address = f"https://{outlet.lower().replace(' ', '-')}.example/rss"
            feed = FeedCursor(name=outlet, url=address, address=address, host=address[8:-4], state=state, next_due=NOW)
            cursors.save_feed(store, feed)
    engine.take(
        [
            Item(
                source="inbox", key=title, subject=f"{at}.txt", title=title, text=text, outlet=outlet,
                url=f"https://{outlet.lower().replace(' ', '-')}.example/{at}",
                published=NOW - timedelta(minutes=50 - 20 * at), published_precision="minute",
                received=NOW - timedelta(minutes=49 - 20 * at),
            )
            for at, (outlet, title, text) in enumerate(REPORTS)
        ]
    )  # fmt: skip


def main(folder: Path) -> None:
    """Fill, look, keep."""
    shots = (
        ("page-now-desk-light", "/", 1280, 860, "light"),
        ("page-now-desk-dark", "/", 1280, 860, "dark"),
        ("page-now-phone-light", "/", 390, 844, "light"),
        ("page-now-phone-dark", "/", 390, 844, "dark"),
        ("page-incident-desk-light", "/incidents/ID", 1280, 1180, "light"),
        ("page-region-desk-dark", "/regions/UA", 1280, 860, "dark"),
    )
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "monitor.db"
        config = parse(CONFIG, path=f"{scratch}/config.yaml")
        with Store(path) as store:
            store.migrate()
            engine = Local(flow=build_flow(config), store=store, policy=config.policy, now=lambda: NOW)
            fill(store, engine)
            (read,) = store.execute("SELECT id FROM incident ORDER BY seq DESC LIMIT 1").fetchone()
            with Store(path, read_only=True) as reader, Worker(processes=1) as worker, sync_playwright() as play:
                server = pages.serve(config, reader, engine, current=lambda: config, worker=worker)
                server.start()
                browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                for name, where, width, height, scheme in shots:
                    tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
                    tab.goto(f"http://localhost:{server.port}{where.replace('ID', read)}")
                    tab.locator("#map[data-drawn]").wait_for()
                    tab.locator(".live.on").wait_for()
                    tab.screenshot(path=str(folder / f"{name}.png"))
                browser.close()
                server.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs")
