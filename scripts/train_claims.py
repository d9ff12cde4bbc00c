"""Makes monitor/data/claims.bin, the weights of monitor/events/sides/choice.py, from labelled texts of ours.

    python -m scripts.train_claims            write the weights (`make model` sets up what it needs)
    python -m scripts.train_claims --folds 8  claims found, and found where there is none, by rules and by rules and
                                              model, on files the model was not trained on

Trained is a conditional logit: the mentions of all sides of one text and 'nobody' compete, and those of the side that
is labelled share what is right. Read are the items of scripts/training and the articles under tests/scores. The same
texts give the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monitor.articles.extract import extract
from monitor.engine.replay import claimant
from monitor.events import weights
from monitor.events.sides.aliases import camp
from monitor.events.sides.choice import Choice, ClaimModel, Option
from monitor.events.sides.targets import by_every_name
from monitor.types import Role

from scripts import logit, score_reading  # isort: skip
from scripts.logit import Contest  # isort: skip
from scripts.teach import command  # isort: skip

ROOT = Path(__file__).resolve().parents[1]
ITEMS = ROOT / "scripts" / "training"
ARTICLES = ROOT / "tests" / "scores" / "articles"
WEIGHTS = ROOT / "monitor" / "data" / "claims.bin"
#: how strongly large weights are punished
PUNISHED = 6.0
#: a feature of fewer texts teaches nothing that holds elsewhere
LEAST_TEXTS = 4
#: what a short text without a claim counts: many of their labels leave out what a state says of its own act
SHORT = 0.2
#: smaller weights are left out
LEAST_WEIGHT = 0.04


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """The options of the act a text was written for."""

    source: str
    name: str
    claimed: str | None  #: the label
    options: Sequence[Option]
    read: str | None  #: the claimant that the rules alone give out
    right: Sequence[bool]  #: of each option, whether it is the labelled side
    given: Sequence[str | None]  #: ... and what would be given out
    rightly: bool = False  #: whether what the rules read is the labelled side, by whatever name

    @property
    def counts(self) -> float:
        """What it counts among the others."""
        return SHORT if self.source.startswith(("feed_", "item ")) and not self.claimed else 1.0


class Listener:
    """Stands where the model does, hears the options and keeps to the rules."""

    def __init__(self) -> None:
        self.heard: Sequence[Option] | None = None

    def choose(self, options: Callable[[], Sequence[Option]], *, ruled: bool) -> Choice | None:
        self.heard = self.heard or options()
        return None


def examples() -> Iterator[Example]:
    """Every labelled text of ours in which an act that can be claimed is found."""
    listener = Listener()
    reader = score_reading.reader(claims=listener)
    for path, text in score_reading.labelled_texts(ITEMS, ARTICLES):
        source = path.stem if path.parent == ARTICLES else f"item {path.stem}"
        known, claimed = _claimed(text)
        if not known:
            continue
        listener.heard = None
        article = extract(score_reading.item(text))
        main = next((event for event in reader.read(article).events if event.role is Role.MAIN), None)
        if main is None or listener.heard is None:
            if claimed:
                yield Example(
                    source=source,
                    name=text["id"],
                    claimed=claimed,
                    options=(),
                    right=(),
                    read=claimant(main.claimed_by) if main else None,
                    given=(),
                )
            continue
        options = listener.heard
        sides = [option.side for option in options if option.side]
        given = [
            claimant(by_every_name(article.document, option.side, sides)) if option.side else None for option in options
        ]
        camps = score_reading.camps(claimed or "")
        right = [
            (option.side is None) if not claimed else (option.camp in camps or same(claimed, each))
            for option, each in zip(options, given, strict=True)
        ]
        yield Example(
            source=source,
            name=text["id"],
            claimed=claimed,
            options=options,
            read=claimant(main.claimed_by),
            right=right,
            given=given,
            rightly=bool(claimed and main.claimed_by)
            and (camp(main.claimed_by) in camps or same(claimed, claimant(main.claimed_by))),
        )


def _claimed(text: dict[str, Any]) -> tuple[bool, str | None]:
    """Whether a text is labelled, and who claims its act."""
    if "incidents" in text:
        main = next((i for i in text["incidents"] if i["role"] == "main"), None)
        return main is not None, (main or {}).get("claimed_by")
    return "claimed_by" in text and text["type"] != "none", text.get("claimed_by")


def same(label: str, given: str | None) -> bool:
    """Whether a claimant bears the labelled name."""
    a, b = label.lower(), (given or "").lower()
    return bool(b) and (a in b or b in a)


def fitted(known: Sequence[Example]) -> bytes:
    """The file of the weights that make the labelled claimants likeliest."""
    contests = [
        Contest(
            options=[(option.seen, right) for option, right in zip(e.options, e.right, strict=True)], counts=e.counts
        )
        for e in known
        if any(e.right)
    ]
    found = logit.fitted(contests, punished=PUNISHED, least_texts=LEAST_TEXTS, least_weight=LEAST_WEIGHT)
    return weights.pack(["claims"], [0.0], {name: {0: weight} for name, weight in found.items()})


def tally(known: Sequence[Example], model: ClaimModel | None) -> Counter[str]:
    """Of these examples: claims, found and given where there is none."""
    found: Counter[str] = Counter()
    for e in known:
        read, rightly = e.read, e.rightly
        if model is not None and e.options:
            choice = model.choose(lambda options=e.options: options, ruled=read is not None)
            if choice is not None:
                named = zip(e.options, e.given, e.right, strict=True)
                read, rightly = next((g, right) for o, g, right in named if o.side is choice.side)
        if e.claimed:
            found["claims"] += 1
            found["found"] += rightly
            found["another"] += bool(read) and not rightly
        elif read:
            found["extra"] += 1
    return found


def folds(known: Sequence[Example], count: int) -> None:
    """Prints what rules, and rules and model, find in files that the model was not trained on."""
    sources = sorted({e.source for e in known if not e.source.startswith("item ")})
    total = {}
    for part in range(count):
        held = set(sources[part::count])
        model = ClaimModel(fitted([e for e in known if e.source not in held]))
        for source in sorted(held):
            mine = [e for e in known if e.source == source]
            kind = source.split("_")[0]
            for name, each in (("rules", None), ("both", model)):
                for group in (kind, "all"):
                    total.setdefault((group, name), Counter()).update(tally(mine, each))
    for (group, name), found in sorted(total.items()):
        _line(f"{group}, {name}", found)


def _line(name: str, found: Counter[str]) -> None:
    share = found["found"] / found["claims"] if found["claims"] else 0.0
    print(
        f"{name:24} claims {found['claims']:4} found {share:.3f} another {found['another']:3} extra {found['extra']:3}"
    )


if __name__ == "__main__":
    command(__doc__, examples, fitted, WEIGHTS, folds)
