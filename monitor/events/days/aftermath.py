"""Words of the day after: what a text is about when the act itself lies a day or some days back.

"Coffins were carried through the town on Monday", "Suspect in Sunday's bombing is charged", "The bridge reopened": the
day beside such words is that of the funeral, the arrest, the reopening. Alone they decide nothing; `options.py` puts
them on the scales for headline and sentence.
"""

from __future__ import annotations

from monitor.events.linear import pattern

_AFTERMATH = pattern(
    r"\b(?:bur(?:y|ies|ied|ials?)|funerals?|mourn\w*|laid\s+to\s+rest|graves?|coffins?|caskets?|vigils?|farewell\w*|"
    r"condolences|survivors?|victims?|bodies|identif(?:y|ies|ied)|toll|(?:rises?|rose|risen)\s+to|dies|condition|"
    r"suspects?|arrest\w*|charged|detained|custody|manhunt|on\s+the\s+run|search\w*|investigat\w*|probes?|"
    r"claim\w*|admits?|responsibility|behind|condemn\w*|visit\w*|aftermath|reopen\w*|clean-?up|rebuild\w*)\b",
    ignore_case=True,
)


def of_the_day_after(text: str) -> bool:
    """Whether a headline or a sentence has words of what comes after an act: 'Toll rises to 32 as search goes on'."""
    return _AFTERMATH.search(text) is not None
