"""Networks and their branches: the Islamic State claims for its provinces, al-Qaeda for the groups that swear to it.

An act is its branch's where the text tells that the branch did it, whoever of the two announces it.
"""

from __future__ import annotations

from monitor.events.sides.aliases import aliases

#: branch -> the network it belongs to
BRANCHES: dict[str, str] = {
    **dict.fromkeys(("AQAP", "AQIM", "AQIS", "JNIM"), "Al-Qaeda"),
    **{
        alias.party.name: "Islamic State"
        for alias in aliases().values()
        if alias.party.kind == "group"
        and (alias.party.name.startswith("Islamic State ") or alias.party.name == "ISWAP")
    },
}
NETWORKS = frozenset(BRANCHES.values())
