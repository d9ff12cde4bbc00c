"""What reading one article costs: median and worst, scaled to 400 words, and the worst inputs anyone may send.

    python -m bench.reading ARTICLES.jsonl

A line holds "id", "title", "text" and "published", as `monitor replay` takes them. Processor time, one core.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from monitor.articles.extract import extract
from monitor.pipeline import build_flow
from monitor.types import Article, Item

WORST = {
    "dots": ".",
    "acts": "drone strike hit killed ",
    "reports": "Iran fired missiles at Erbil on Monday. ",
    "x": "x",
}


def article(line: dict[str, str]) -> Article:
    moment = datetime.fromisoformat(line["published"]) if line.get("published") else datetime(2025, 1, 1, tzinfo=UTC)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    item = Item(
        source="bench", key=line["id"], subject=line["id"], received=moment, title=line.get("title", ""),
        text=line["text"], published=moment, published_precision="minute", article_id=line["id"],
    )  # fmt: skip
    return extract(item)


def main() -> None:
    read = build_flow().read
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    articles = [article(json.loads(line)) for line in lines if line.strip()]
    for each in articles[:20]:
        read(each)
    costs = []
    for each in articles:
        before = time.process_time()
        read(each)
        costs.append((time.process_time() - before) * 400_000 / max(len(each.text.split()), 100))
    print(f"400 words: median {median(costs):.2f} ms, 95 % below {sorted(costs)[int(0.95 * len(costs))]:.2f} ms")
    for name, pump in WORST.items():
        before = time.process_time()
        read(replace(articles[0], text=(pump * 50_000)[:50_000]))
        print(f"50,000 characters of {name}: {(time.process_time() - before) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
