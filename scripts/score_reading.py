"""Score the reading alone on labelled articles: every event its own incident, no identity, no store.

python scripts/score_reading.py GOLD.jsonl [...] [--errors 20] [--out PRED.jsonl]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import sys
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TREE = Path(os.environ.get("MONITOR_TREE", ROOT))  #: where the package to measure lies
sys.path.insert(0, str(TREE))

from monitor.articles.extract import extract  # noqa: E402
from monitor.engine.replay import claimant  # noqa: E402
from monitor.events.classify import Reader  # noqa: E402
from monitor.events.days.choice import DayModel  # noqa: E402
from monitor.events.days.when import DayChooser  # noqa: E402
from monitor.events.genre import GenreModel  # noqa: E402
from monitor.events.learned import TypeModel  # noqa: E402
from monitor.events.places.choice import PlaceChooser, PlaceModel  # noqa: E402
from monitor.events.places.gazetteer import Gazetteer  # noqa: E402
from monitor.events.places.lands import LandModel  # noqa: E402
from monitor.events.places.where import Atlas  # noqa: E402
from monitor.events.relevance import RelevanceModel  # noqa: E402
from monitor.events.sentences import Sentence  # noqa: E402
from monitor.events.sides import named  # noqa: E402
from monitor.events.sides.aliases import camp  # noqa: E402
from monitor.events.sides.choice import ClaimChooser, ClaimModel, DoerChooser, DoerModel  # noqa: E402  # noqa: E402
from monitor.events.standing import StandingModel  # noqa: E402
from monitor.events.tolls.choice import TollModel  # noqa: E402
from monitor.events.tolls.opinion import TollChooser  # noqa: E402
from monitor.types import Item, Party, Reading  # noqa: E402


def when(text: str | None) -> tuple[datetime | None, str]:
    if not text:
        return None, "unknown"
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC), "day" if len(text) <= 10 else "minute"


def item(line: dict[str, str]) -> Item:
    moment, precision = when(line.get("published") or line.get("date"))
    return Item(
        source="score",
        key=line["id"],
        subject=line["id"],
        received=moment or datetime(2025, 1, 1, tzinfo=UTC),
        title=line.get("title") or "",
        text=line.get("text") or "",
        outlet=line.get("outlet"),
        url=line.get("url"),
        published=moment,
        published_precision=precision,
        article_id=line["id"],
    )


def labelled_texts(*folders: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every line of the files of labelled texts, in the order of folders and names, with its file."""
    for folder in folders:
        for path in sorted(folder.glob("*.jsonl")):
            for line in path.open(encoding="utf-8"):
                yield path, json.loads(line)


def camps(label: str) -> set[str]:
    """The sides of the tables that a label names."""
    sentence = Sentence(index=0, start=0, end=len(label), paragraph=0, is_title=False, text=label)
    return {camp(side.party) for side in named.find(label, [sentence])}


def sides(labels: Iterable[str]) -> set[str]:
    """The sides that labels name, by the names of the tables and as they are written."""
    return {name for label in labels for name in (*camps(label), _folded(label))}


def among(sides: Collection[str], party: Party) -> bool:
    """Whether a party is one of labelled `sides`."""
    return camp(party) in sides or _folded(party.name) in sides


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(re.findall(r"\w+", "".join(mark for mark in plain if not unicodedata.combining(mark))))


_MODELS = {
    name: TREE / "monitor" / "data" / file
    for name, file in (
        ("types", "reading.bin"), ("days", "days.json"), ("where", "where.json"), ("genre", "genre.json"),
        ("relevance", "relevance.json"), ("standing", "standing.json"), ("lands", "lands.bin"),
        ("claims", "claims.bin"), ("doers", "doers.bin"), ("tolls", "tolls.bin"),
    )
}  # fmt: skip


def atlas(where: PlaceChooser | None = None, lands: LandModel | None = None) -> Atlas:
    """The product's table of places, with `where` for a model of places and `lands` instead of the shipped one."""
    data = TREE / "monitor/data"
    files = [data / name for name in ("places.bin", "sites.tsv", "countries.tsv")]
    table = Gazetteer.from_bytes(*(path.read_bytes() if path.exists() else b"" for path in files))
    if lands is None and _MODELS["lands"].exists():
        lands = LandModel(_MODELS["lands"].read_bytes())
    return Atlas(table, model=where, lands=lands)


def reader(
    *,
    rules_alone: bool = False,
    days: DayChooser | None = None,
    where: PlaceChooser | None = None,
    types: TypeModel | None = None,
    relevance: RelevanceModel | None = None,
    standing: StandingModel | None = None,
    lands: LandModel | None = None,
    claims: ClaimChooser | None = None,
    doers: DoerChooser | None = None,
    tolls: TollChooser | None = None,
) -> Reader:
    """The product's reader with its shipped data; the models given here instead of the shipped ones."""
    if rules_alone:
        return Reader(atlas(where), days=days, claims=claims, doers=doers, tolls=tolls)
    shipped = {name: file.read_bytes() for name, file in _MODELS.items() if file.exists()}
    if where is None and "where" in shipped:
        where = PlaceModel(shipped["where"])
    if days is None and "days" in shipped:
        days = DayModel(shipped["days"])
    if relevance is None and {"genre", "relevance"} <= shipped.keys():
        relevance = RelevanceModel(shipped["relevance"], GenreModel(shipped["genre"]))
    if types is None and "types" in shipped:
        types = TypeModel(shipped["types"])
    if standing is None and "standing" in shipped:
        standing = StandingModel(shipped["standing"])
    if claims is None and "claims" in shipped:
        claims = ClaimModel(shipped["claims"])
    if doers is None and "doers" in shipped:
        doers = DoerModel(shipped["doers"])
    if tolls is None and "tolls" in shipped:
        tolls = TollModel(shipped["tolls"])
    return Reader(
        atlas(where, lands),
        model=types,
        days=days,
        relevance=relevance,
        standing=standing,
        claims=claims,
        doers=doers,
        tolls=tolls,
    )


def prediction(reading: Reading) -> dict[str, object]:
    return {
        "id": reading.article_id,
        "incidents": [
            {
                "incident": e.id,
                "role": str(e.role),
                "type": e.type,
                "modality": str(e.modality),
                "date": e.when.date.isoformat() if e.when else None,
                "place": e.place.name if e.place else None,
                "country": e.place.country if e.place else None,
                "lat": e.place.lat if e.place else None,
                "lon": e.place.lon if e.place else None,
                "killed": e.killed.best if e.killed else None,
                "wounded": e.wounded.best if e.wounded else None,
                "claimed_by": claimant(e.claimed_by),
            }
            for e in reading.events
        ],
        "reasons": list(reading.reasons),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--out")
    given = parser.parse_args()
    spec = importlib.util.spec_from_file_location("score", ROOT.parent / "shared/bench/score.py")
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = [line for path in given.gold for line in score.read(path)]
    read = reader()
    made = [prediction(read.read(extract(item(line)))) for line in gold]
    if given.out:
        Path(given.out).write_text("".join(json.dumps(p) + "\n" for p in made))
    figures, errors = score.score(gold, made)
    for name in ("relevance", "false_alarms", "type", "attributes", "also_new"):
        print(
            f"{name:13}",
            "  ".join(f"{k}={v:.3f}" if isinstance(v, float) else f"{k}={v}" for k, v in figures[name].items()),
        )
    seen: dict[str, int] = {}
    for kind, *rest in sorted(errors, key=lambda e: e[0]):
        if kind in ("merged", "split"):
            continue
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= given.errors:
            print(f"  {kind:12}", " | ".join(str(x) for x in rest))


if __name__ == "__main__":
    main()
