"""What an article reports where every article counts: one event of no type of ours, by its lead.

Time, place and toll are those of the opening sentences; who and what it is about is told by its keywords.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.events.days.when import Calendar
from monitor.events.event import origin
from monitor.events.keywords import keywords
from monitor.events.places.where import Located
from monitor.events.sentences import Sentence
from monitor.events.tolls.toll import Tolls
from monitor.taxonomy import OTHER
from monitor.types import Article, Event, Modality, Role

_LEAD = 4  #: sentences that say what an article is about


def anything(
    article: Article,
    document: str,
    sentences: Sequence[Sentence],
    calendar: Calendar,
    located: Located | None,
    number: int,
) -> Event:
    """The event that `article` opens with, whatever it is; of role MAIN. Its time is None where nothing tells it."""
    lead = [sentence for sentence in sentences if not sentence.is_title and sentence.end - sentence.start > 40][:_LEAD]
    home = [*lead, *sentences][:1]
    start, end = (home[0].start, home[0].end) if home else (0, 0)
    scope = tuple(n for n, sentence in enumerate(sentences) if sentence in lead)
    where = located.for_act(start, end, scope=scope) if located else None
    place = where.place if where else None
    when = calendar.for_act(start, end, scope=scope, zone=place.zone if place else None) if sentences else None
    toll = Tolls(document, tuple(sentences)).for_act(start, end)
    evidence = [piece for piece in (where.evidence if where else None, when.evidence if when else None) if piece]
    telling = keywords(article.title, article.text)
    return Event(
        id=f"{article.id}#{number}",
        article_id=article.id,
        type=OTHER.name,
        modality=Modality.OCCURRED,
        role=Role.MAIN,
        when=when.when if when else None,
        place=place,
        other_places=where.others if where else (),
        killed=toll.killed,
        wounded=toll.wounded,
        confidence=0.4,
        headline=(article.title or document[start:end])[:200],
        keywords=telling.words,
        named=telling.named,
        evidence=(*evidence, *toll.evidence),
        reasons=("every article counts here, and this one tells of no type of ours",),
        **origin(article),
    )
