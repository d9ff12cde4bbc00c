"""Which type of the acts told in title and lead a text was written for."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.segments import GENERIC, Told
from monitor.taxonomy import FIRE

_BARRAGE = FIRE | GENERIC | {"bombing"}


def votes_of(front: Sequence[Told]) -> dict[str, float]:
    """Points for each type: its surest act of each line, an occasion ('after ...') at a discount."""
    news = any(not t.after for t in front)
    votes: dict[str, float] = {}
    for line in {t.act.line for t in front}:
        best: dict[str, float] = {}
        for t in front:
            if t.act.line == line:
                points = t.weight * (0.5 if t.after and news else 1.0)
                best[t.type] = max(best.get(t.type, 0.0), points)
        for name, points in best.items():
            votes[name] = votes.get(name, 0.0) + points
    return votes


def preferred(votes: dict[str, float], front: Sequence[Told], everywhere: set[str]) -> str:
    """The type with most points, after the settled doubts."""
    points = {name: value * (0.6 if name in GENERIC else 1.0) for name, value in votes.items()}
    best = max(points, key=lambda name: (points[name], name))
    early = [t for t in front if t.rank <= 1 and not t.after and t.type in points]
    titled = {t.type for t in early if t.rank == 0}
    surest = max((t.weight for t in early if t.type == best), default=0.0)

    def has(name: str, share: float) -> bool:
        own = max((t.weight for t in early if t.type == name), default=0.0)
        return own > 0 and own >= share * surest and (name in titled or not titled or name == "maritime_incident")

    if (
        best in (*_BARRAGE, "armed_clash", "armed_assault", "sabotage")
        and has("maritime_incident", 0.45)
        and "SHIP" in everywhere
    ):
        return "maritime_incident"
    if best == "armed_clash" and "maritime_incident" in points and "SEA" in everywhere:
        return "maritime_incident"
    if best in (*_BARRAGE, "armed_assault", "armed_clash") and has("targeted_killing", 0.5):
        return "targeted_killing"
    if best in _BARRAGE and best != "interception" and has("interception", 0.6):
        harmed = any("KILL" in t.act.pattern for t in early)
        return best if harmed else "interception"
    if best in ("armed_clash", "armed_assault", "attack", "ground_incursion") and has("unrest", 0.6):
        return "unrest"
    if (
        best == "bombing"
        and "BOMBING" not in everywhere
        and (everywhere & {"GLIDEBOMB", "JET", "AIRSTRIKE"} or "airstrike" in points)
    ):
        return "airstrike"
    if best == "abduction" and "prisoner_exchange" in points:
        return "prisoner_exchange"
    if best == "ceasefire" and "talks" in points and all(t.act.weight <= 0.6 for t in front if t.type == "ceasefire"):
        return "talks"
    if best == "rocket_fire" and "MISSILE" in everywhere and best not in titled:
        return "missile_strike"
    if best in GENERIC:
        # a kind that is named beats a generic act, where the front names one that may be the same
        told = {t.type for t in front if not t.after}
        named = [
            n for n in points if n in _BARRAGE and n not in GENERIC and n in told and points[n] >= 0.45 * points[best]
        ]
        if named:
            return max(named, key=lambda name: points[name])
    return best
