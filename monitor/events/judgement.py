"""What a text reports, or why it is kept quiet: rules, words and genre over its front, and then over what stands below.

The rules judge the acts of title and lead; where there are models, scales weigh what rules and words found
(`relevance.py`). A text whose front tells nothing of ours is judged once more from its first dated act on
(`buried.py`).
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

from monitor.events.buried import UNDER, Below, below
from monitor.events.days.when import Calendar
from monitor.events.gist import Gist, gist
from monitor.events.harmless import harmless
from monitor.events.kinds import only_crashed, only_menaced, only_seen, resolved
from monitor.events.learned import Opinion, TypeModel
from monitor.events.relevance import SHORT_ITEM, Heard, Relevance, RelevanceModel
from monitor.events.scan import BY_RULE, Act, Line, plain
from monitor.events.segments import Told
from monitor.events.sentences import Sentence
from monitor.events.topics import TopicReader, Topics
from monitor.events.weigh import may_be_news, typed, weighed
from monitor.taxonomy import FORCE
from monitor.types import Article, Modality, Silenced

#: from so many points on the news is a quake or a storm: what it struck is told in the words of an attack
_DISASTER = 2.0
#: what the rules say where they find no act
WORDLESS = Gist(type="", reason="words", text="no words of an escalation were found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """An article taken apart."""

    article: Article
    document: str  #: as far as it is read
    sentences: tuple[Sentence, ...]
    lines: Sequence[Line]
    acts: Sequence[Act]  #: which its words tell of, done or not
    calendar: Calendar

    @property
    def item(self) -> bool:
        """Whether it is as short as the items of a feed are."""
        return len(self.lines) <= SHORT_ITEM


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a text was written to report, and what speaks for it."""

    gist: Gist
    ruled: Gist  #: what the rules alone say
    opinion: Opinion | None  #: what the words say, where they were asked
    topics: Topics
    unsure: str = ""  #: why it may be no news of ours
    buried: int = 0  #: the sentence it is told from on, where it stands behind other news


class Judge:
    """Judges texts. Built once; judging changes nothing in it."""

    def __init__(self, topics: TopicReader, types: TypeModel | None, relevance: RelevanceModel | None) -> None:
        self._topics = topics
        self._types = types
        self._relevance = relevance

    def of(
        self, text: Parsed, told: Sequence[Told], silenced: Sequence[Silenced], opinion: Opinion | None, topics: Topics
    ) -> Generator[None, None, Judged]:
        """What a text reports that tells of these acts and not of those, by the words of its front `opinion`."""
        ruled = ruled_by(told, text.lines, topics) if text.acts else WORDLESS
        if users(told, ruled.type):
            opinion = None
        elif calm := harmless(text.sentences):
            quiet = Gist(type="", reason=calm[0], text=calm[1])
            return Judged(gist=quiet, ruled=quiet, opinion=opinion, topics=topics)
        yield
        judged = Judged(gist=ruled, ruled=ruled, opinion=opinion, topics=topics)
        if opinion is None:
            return judged
        if not self.scales(titled=bool(text.article.title), item=text.item):
            heard = weighed(ruled, opinion, topics, titled=bool(text.article.title))
            judged = replace(judged, gist=heard)
        elif ruled.type or may_be_news(ruled, opinion, item=text.item):
            judged = yield from self._scaled(text, judged, opinion, told, silenced)
        if judged.gist.reason in UNDER and not text.item:
            calendar = text.calendar
            soft = judged.gist.reason != "anniversary" and topics.points.get("nature", 0.0) < _DISASTER
            rest = below(told, text.lines, calendar.mentions, calendar.base_day(), soft=soft)
            if rest is not None:
                yield
                judged = self._below(text, judged, rest, silenced)
        return judged

    def scales(self, *, titled: bool, item: bool) -> bool:
        """Whether a text is put on the scales; a few words without a headline are not."""
        return self._relevance is not None and (titled or not item)

    def _scaled(
        self, text: Parsed, judged: Judged, opinion: Opinion, told: Sequence[Told], silenced: Sequence[Silenced]
    ) -> Generator[None, None, Judged]:
        """The front of a text, on the scales."""
        relevance = self._weighed(text, judged.ruled, opinion, judged.topics, told, silenced)
        yield
        why = f"{relevance.share:.0%} likely news of ours by all that was heard; against it: {relevance.against}"
        ruled = judged.ruled
        if not relevance.told:
            reason = "words" if ruled.type else ruled.reason
            return replace(judged, gist=Gist(type="", reason=reason, text=f"{ruled.text}; {why}"))
        threatened = {s.type for s in silenced if s.reason == Modality.THREATENED}
        kind = typed(ruled, opinion, threatened)
        if ruled.reason == "words" and (plainly := _plainly(kind.type, text.lines)):
            kind = replace(kind, type=plainly, reason=plainly, text=f"{plainly}, as is told; {kind.text}")
        return replace(judged, gist=kind, unsure="" if relevance.sure else why)

    def _below(self, text: Parsed, judged: Judged, rest: Below, silenced: Sequence[Silenced]) -> Judged:
        """What a text reports behind other news; `judged` as it was where that is nothing."""
        if self._types is None or self._relevance is None:
            return judged
        start = rest.lines[0].sentence.start
        low = f"{' ' * start}{plain(text.document)[start:]}"
        topics = self._topics.read(low, [line.sentence for line in rest.lines])
        ruled = ruled_by(rest.told, rest.lines, topics)
        if not ruled.type:
            return judged
        why = f"behind other news, from sentence {rest.first} on as if the text began there: {ruled.text}"
        said = replace(ruled, text=why)
        if users(rest.told, ruled.type):
            return Judged(gist=said, ruled=ruled, opinion=None, topics=topics, buried=rest.first)
        opinion = self._types.opinion(text.document, rest.lines)
        kind = typed(ruled, opinion)
        if any(t.type == kind.type and not t.old for t in rest.told):
            ruled, said = kind, replace(kind, text=why)
        relevance = self._weighed(text, ruled, opinion, topics, rest.told, silenced, under=judged.gist.reason)
        if not relevance.told:
            return judged
        unsure = "" if relevance.sure else f"told behind other news: {relevance.share:.0%} likely news of ours"
        return Judged(gist=said, ruled=ruled, opinion=opinion, topics=topics, unsure=unsure, buried=rest.first)

    def _weighed(
        self,
        text: Parsed,
        ruled: Gist,
        opinion: Opinion,
        topics: Topics,
        told: Sequence[Told],
        silenced: Sequence[Silenced],
        under: str = "",
    ) -> Relevance:
        assert self._relevance is not None
        calendar = text.calendar
        genre = self._relevance.genres.of(text.document, text.article.title, calendar.mentions, calendar.base_day())
        return self._relevance.of(
            Heard(
                ruled=ruled,
                opinion=opinion,
                genre=genre,
                topics=topics,
                told=told,
                silenced=silenced,
                sentences=len(text.lines),
                titled=bool(text.article.title),
                under=under,
            )
        )


def _plainly(kind: str, lines: Sequence[Line]) -> str:
    """What the front plainly tells where the words alone take it for an attack; '' where it tells nothing else."""
    if kind == "drone_strike" and only_seen(lines):
        return "airspace_violation"
    if kind == "airstrike" and only_crashed(lines):
        return "aircraft_downed"
    return "threat" if kind in FORCE and only_menaced(lines) else ""


def users(told: Sequence[Told], kind: str) -> bool:
    """Whether the user's own rules speak for a type: what they say is not weighed."""
    return any(t.act.pattern.startswith(BY_RULE) and t.type == kind for t in told)


def ruled_by(told: Sequence[Told], lines: Sequence[Line], topics: Topics) -> Gist:
    """What the rules make of the acts of a text."""
    ruled = gist(told, lines, topics)
    return replace(ruled, type=resolved(ruled.type, lines)) if ruled.type else ruled
