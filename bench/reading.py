"""What understanding one article costs, extraction and reading: for 400 words, and for the worst anyone may send.

    python -m bench.reading ARTICLES.jsonl

A line holds "id", "title", "text" and "published", as `monitor replay` takes them; shorter ones are joined until they
have 400 words. Processor time, one core, the best of five laps for each article: what others do on the machine is not
counted. Five laps of one article find all of the program near at hand; 'in turn' is one article after another, which
nobody has seen for a while; 'in groups' is as the engine takes those of a feed, a step of all of them after the other.
Calls of functions do not depend on the machine.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import math
import pstats
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median

from monitor.articles.extract import extract
from monitor.engine.local import GROUP
from monitor.errors import ArticleError
from monitor.flow import build_flow
from monitor.pipeline import prepare, prepare_all
from monitor.types import Article, Item

WORST = {
    "dots": ".",
    "acts": "drone strike hit killed ",
    "reports": "Iran fired missiles at Erbil on Monday. ",
    "x": "x",
    "names": "Kyiv, Kharkiv and Odesa, ",
    "numbers": "12 killed, 3,400 ",
    "entities": "&amp;quot;",
    "tags": "<p><b>",
    "dates": "on Monday 5 May ",
    "lines": "Read more\n\n",
    "one sentence": "a barge was struck on May 7, while six of those aboard slept and Kyiv’s drones came and ",
    "sides": "US and Russian and Israeli jets struck Iran, Syria and Yemen as Houthis, Hezbollah and Hamas fired. ",
    "claims": "A bomb killed nine soldiers near Quetta on Monday. The Night Herons claimed responsibility. ",
    "one report": "ERBIL, Iraq — The US base beside Erbil airport was hit by rockets on Monday evening.\n\n",
}


def item(line: dict[str, str]) -> Item:
    moment = datetime.fromisoformat(line["published"]) if line.get("published") else datetime(2025, 1, 1, tzinfo=UTC)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return Item(
        source="bench", key=line["id"], subject=line["id"], received=moment, title=line.get("title", ""),
        text=line["text"], published=moment, published_precision="minute", article_id=line["id"],
    )  # fmt: skip


def article(line: dict[str, str]) -> Article:
    return extract(item(line))


def joined(lines: list[dict[str, str]], words: int) -> list[dict[str, str]]:
    """Articles of about so many words, each made of neighbours of the file."""
    found: list[dict[str, str]] = []
    text: list[str] = []
    for line in lines:
        text += line["text"].split("\n")
        if sum(len(part.split()) for part in text) >= words:
            while len(text) > 1 and sum(len(part.split()) for part in text[:-1]) >= words:
                text.pop()
            found.append({**line, "text": "\n".join(text)})
            text = []
    return found


def cost(work: Callable[[], object], laps: int = 5) -> float:
    """Milliseconds of processor time."""
    best = math.inf
    for _ in range(laps):
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best * 1000


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, those written in C among them."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def report(name: str, costs: list[float]) -> None:
    if not costs:
        return
    ordered = sorted(costs)
    print(f"{name}: median {median(costs):.2f} ms, 99 % below {ordered[int(0.99 * len(ordered))]:.2f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="a file of articles, one JSON object a line")
    given = parser.parse_args()
    flow = build_flow()
    read = flow.read
    gc.collect()
    gc.freeze()  # as the daemon does
    gc.set_threshold(50_000)
    lines = [json.loads(line) for line in given.articles.read_text(encoding="utf-8").splitlines() if line.strip()]
    long = joined(lines, 400)
    for title, chosen in (("as they are", lines), ("400 words", long)):
        articles = [article(line) for line in chosen]
        words = median(len(each.text.split()) for each in articles)
        print(f"{title}: {len(articles)} articles, {words:.0f} words in the median")
        report("  extraction", [cost(partial(article, line)) for line in chosen])
        costs = {each.id: cost(partial(read, each)) for each in articles}
        report("  reading", [*costs.values()])
        told = {each.id for each in articles if read(each).events}
        report("    with an incident", [costs[each.id] for each in articles if each.id in told])
        report("    without", [costs[each.id] for each in articles if each.id not in told])
        began = time.process_time()
        for each in articles:
            read(each)
        in_turn = (time.process_time() - began) * 1000 / len(articles)
        called = median(calls(partial(read, each)) for each in articles)
        print(f"  reading in turn: {in_turn:.2f} ms each; calls: median {called:,.0f}")
        items = [item(line) for line in chosen]
        groups = [items[start : start + GROUP] for start in range(0, len(items), GROUP)]
        alone = cost(lambda items=items: [prepare(each, flow) for each in items]) / len(items)
        together = cost(lambda groups=groups: [prepare_all(group, flow) for group in groups]) / len(items)
        print(
            f"  extraction and reading, one by one: {alone:.2f} ms each, in groups of {GROUP}: {together:.2f} ms each"
        )
    for name, pump in WORST.items():
        line = {**lines[0], "text": (pump * 50_000)[:50_000]}
        hostile = replace(article(lines[0]), text=line["text"])
        extraction, reading = cost(partial(_tried, line), 2), cost(partial(read, hostile), 2)
        print(f"50,000 characters of {name}: extraction {extraction:.0f} ms, reading {reading:.0f} ms")


def _tried(line: dict[str, str]) -> None:
    """Some of the worst hold no article at all, and say so."""
    with suppress(ArticleError):
        article(line)


if __name__ == "__main__":
    main()
