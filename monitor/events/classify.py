"""What an article reports: every incident with type, modality, role, time, place, sides, toll, and its evidence.

The order: a cheap gate, the acts the words tell of, their modality, whether the text is news of ours at all, the
grouping of acts into incidents, and only then the fields of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from msgspec import structs

from monitor.events import segments
from monitor.events.anything import anything
from monitor.events.days.when import Calendar, DayChooser
from monitor.events.flags import flags, separate
from monitor.events.further import answered, days_behind, like_the_main, own_news, recalled, same_again, sure, worth
from monitor.events.keywords import NONE, keywords
from monitor.events.learned import NONE as NO_TYPE
from monitor.events.learned import TypeModel, worth_asking
from monitor.events.places.apart import apart, placed
from monitor.events.places.choice import NOBODY, Sides
from monitor.events.places.locating import Located, Locator
from monitor.events.places.seat import seat
from monitor.events.relevance import LOOKS_BACK, NEWS, SHORT_ITEM, SURE, Heard, RelevanceModel
from monitor.events.rules import Rules
from monitor.events.scan import BY_RULE, Scanner, plain
from monitor.events.segments import GENERIC, Draft
from monitor.events.sentences import Sentence, split
from monitor.events.sides.who import Parties
from monitor.events.telling import by_rule, spoken, telling, trigger
from monitor.events.tolls.toll import Tolls
from monitor.events.topics import TopicReader
from monitor.events.verdict import FRONT, Verdict, kind_in, resolved, verdict
from monitor.events.weapons import weapon_for
from monitor.events.weigh import DOUBT, HARDLY_NEWS, SURE_OF_IT, doubt, may_be_news, typed, weighed
from monitor.types import Article, Event, Reading, Role, Silenced

#: the part of a text that is read for acts; what stands later is recollection
MAX_READ = 16_000
#: acts beyond this many add nothing but time: a table, a chronicle
MAX_ACTS = 150


class Reader:
    """Reads articles. Built once, with its tables; reading changes nothing in it."""

    def __init__(
        self,
        atlas: Locator | None = None,
        *,
        rules: Rules | None = None,
        model: TypeModel | None = None,
        days: DayChooser | None = None,
        relevance: RelevanceModel | None = None,
        accept_all: bool = False,
    ) -> None:
        self._atlas = atlas
        self._model = model
        self._days = days
        self._relevance = relevance
        self._rules = rules or Rules()
        self._accept_all = accept_all
        self._scanner = Scanner()
        self._topics = TopicReader()

    def read(self, article: Article) -> Reading:
        """The incidents of `article`, those kept quiet with their reason, and why. Where all is accepted, an article
        that was not written for an incident of ours has one of no type of ours."""
        reading = self._read(article)
        if not self._accept_all or any(event.role is Role.MAIN for event in reading.events):
            return reading
        return replace(reading, events=(*reading.events, self._anything(article, len(reading.events))))

    def _anything(self, article: Article, number: int) -> Event:
        document = article.document[:MAX_READ]
        sentences = split(document, has_title=bool(article.title))
        calendar = Calendar(
            document,
            sentences,
            published=article.published,
            published_precision=article.published_precision,
        )
        located = self._atlas.locate(document, sentences, article.tags) if self._atlas else None
        return anything(article, document, sentences, calendar, located, number)

    def _read(self, article: Article) -> Reading:
        if article.language not in ("en", "und"):
            return Reading(
                article_id=article.id,
                silenced=(
                    Silenced(type="", reason="language", text=f"written in '{article.language}', not in English"),
                ),
                reasons=(f"the text is in '{article.language}': only English is read",),
            )
        document = article.document[:MAX_READ]
        sentences = split(document, has_title=bool(article.title))
        lines = self._scanner.lines(document, sentences)
        acts = self._scanner.acts(lines)[:MAX_ACTS]
        if self._rules.phrases:
            acts = sorted([*acts, *by_rule(self._rules, document, lines)], key=lambda act: (act.line, act.at))
        opinion = self._model.opinion(document, lines) if self._model and (acts or worth_asking(lines)) else None
        scaled = self._relevance is not None and len(lines) > SHORT_ITEM
        if not acts and (opinion is None or opinion.shares[NO_TYPE] > (HARDLY_NEWS if scaled else DOUBT)):
            return self._quiet(article, (), (_WORDLESS.text,))
        topics = self._topics.read(plain(document), sentences)
        if not acts and not scaled and opinion is not None and not weighed(_WORDLESS, opinion, topics).type:
            return self._quiet(article, (), (_WORDLESS.text,))
        calendar = Calendar(
            document,
            sentences,
            published=article.published,
            published_precision=article.published_precision,
            model=self._days,
        )
        told, silenced = telling(document, lines, acts, calendar)
        opening = document[: sentences[min(2, len(sentences) - 1)].end]
        for reason, words in self._rules.quiet:
            if words.search(opening) is not None:
                text = f"{reason}: words of the user's own rules stand in title or lead"
                return self._quiet(article, silenced, (text,))
        by_rules = verdict(told, lines, topics) if acts else _WORDLESS
        if by_rules.type in GENERIC:
            by_rules = replace(by_rules, type=resolved(by_rules.type, lines))
        ruled = bool(by_rules.type)
        if any(t.act.pattern.startswith(BY_RULE) and t.type == by_rules.type for t in told):
            opinion = None  # what the user's own rules say is not weighed
        judged, unsure = by_rules, ""
        if opinion is not None and not scaled:
            judged = weighed(by_rules, opinion, topics, titled=bool(article.title))
        elif opinion is not None and self._relevance and (ruled or may_be_news(by_rules, opinion)):
            genre = self._relevance.genres.of(document, article.title, calendar.mentions, calendar.base_day())
            judged, unsure = _scaled(
                self._relevance,
                Heard(
                    ruled=by_rules,
                    opinion=opinion,
                    genre=genre,
                    topics=topics,
                    told=told,
                    silenced=silenced,
                    sentences=len(lines),
                    titled=bool(article.title),
                ),
            )
        if not judged.type:
            quiet = tuple(
                Silenced(type=t.type, reason=judged.reason, text=judged.text, evidence=trigger(document, t.act))
                for t in told[:5]
            )
            return self._quiet(article, (*silenced, *quiet), (judged.text,))
        if judged.recalls:
            told = [
                structs.replace(t, old=False) if t.rank < FRONT and (t.age is None or t.age <= 14) else t for t in told
            ]
        if opinion is not None and not any(t.type == judged.type and not t.old for t in told):
            said, unsaid = spoken(lines, opinion, judged.type, calendar)
            if not ruled and unsaid:
                return self._quiet(article, silenced, (f"{judged.text}; but {unsaid}",))
            if not ruled and said.age is not None and said.age > _STALE:
                text = f"{judged.text}; its day lies {said.age} days back"
                return self._quiet(article, silenced, (text,))
            told = [*told, said]
        located = self._atlas.locate(document, sentences, article.tags) if self._atlas else None
        if located is not None:
            told = placed(told, lines, located)
        found = segments.drafts(told, judged.type, apart)
        parties = Parties(document, sentences)
        tolls = Tolls(document, sentences)
        events: list[Event] = []
        for draft in found:
            if draft.role is not Role.MAIN and draft.type in GENERIC:
                head = draft.head.act
                draft.type = kind_in(draft.type, lines[head.line])
                if draft.type in GENERIC and any(t.place is not None or t.age is not None for t in draft.told):
                    draft.type = like_the_main(draft, judged.type, lines)
            if not worth(draft):
                continue
            if draft.role is Role.ALSO_NEW and not (sure(draft) and own_news(draft, judged.type, lines)):
                draft.role = Role.BACKGROUND
            event = self._event(
                article, document, sentences, draft, len(events), calendar, located, parties, tolls, found
            )
            if located is not None and events and draft.head.place is None:
                event = answered(event, events[0], located)
            if event.role is Role.ALSO_NEW and recalled(event):
                event = replace(event, role=Role.BACKGROUND)
            if event.role is Role.ALSO_NEW and events and same_again(draft, event, found[0], events[0]):
                reasons = (*event.reasons, "the main act in other words: it opens no incident")
                event = replace(event, role=Role.BACKGROUND, reasons=reasons)
            events.append(event)
        if opinion is not None and not ruled and events and events[0].role is Role.MAIN:
            behind = days_behind(events[0])
            if behind > _STALE:
                text = f"{judged.text}; its day lies {behind} days back"
                return self._quiet(article, silenced, (text,))
        if opinion is not None and self._relevance and not scaled and events:
            unsure = _looks_back(self._relevance, by_rules, document, article.title, calendar)
        if opinion is not None:
            doubts = [doubt(event, by_rules, opinion, topics) or unsure for event in events]
            events = [replace(event, doubt=why) if why else event for event, why in zip(events, doubts, strict=True)]
        return Reading(article_id=article.id, events=tuple(events), silenced=tuple(silenced), reasons=(judged.text,))

    def _quiet(self, article: Article, silenced: Sequence[Silenced], reasons: Sequence[str]) -> Reading:
        return Reading(article_id=article.id, silenced=tuple(silenced), reasons=tuple(reasons))

    def _event(
        self,
        article: Article,
        document: str,
        sentences: tuple[Sentence, ...],
        draft: Draft,
        number: int,
        calendar: Calendar,
        located: Located | None,
        parties: Parties,
        tolls: Tolls,
        found: Sequence[Draft],
    ) -> Event:
        head = draft.head
        act = head.act
        main = draft.role is Role.MAIN
        scope = tuple(dict.fromkeys(t.act.line for t in sorted(draft.told, key=lambda t: -t.weight)))
        who = parties.for_act(act.start, act.end, type=draft.type, scope=() if main else scope)
        sides = Sides.of(who.actors, who.targets) if main else NOBODY
        where = (
            located.for_act(act.start, act.end, scope=scope, type=draft.type, main=main, sides=sides)
            if located
            else None
        )
        place = where.place if where else None
        if not main and head.place is not None and place is not None and place.country != head.place.country:
            place = head.place  # its own sentence knows better than those around
        if located:
            told = sentences[act.line].text
            before = document[sentences[act.line].start : act.start]
            if main and act.line:
                before = f"{before}\n{article.title}"
            place = seat(
                draft.type, place, who.actors, who.targets, told, located.country, before, countries=located.countries
            )
        zone = place.zone if place else None
        acts = [(t.act.start, t.act.end) for t in draft.told]
        others = [(t.act.start, t.act.end) for other in found if other is not draft for t in other.told] if main else []
        when = calendar.for_act(
            act.start, act.end, scope=scope, zone=zone, type=draft.type if main else "", acts=acts, others=others
        )
        actors = who.actors
        if self._rules.sides and all(party.name == "unknown" for party in actors):
            near = " ".join(sentences[index].text for index in scope[:4])
            actors = tuple(side.party for side in self._rules.sides if side.pattern.search(near)) or actors
        weapon = weapon_for(document, sentences, act.start, act.end, () if main else scope, draft.type)
        toll = tolls.for_act(act.start, act.end, scope=() if main else scope, type=draft.type)
        evidence = [*trigger(document, act)]
        for piece in (where.evidence if where else None, when.evidence, weapon.evidence):
            if piece is not None:
                evidence.append(piece)
        evidence += [*who.evidence, *toll.evidence]
        sentence = sentences[act.line]
        told_in = " ".join(sentences[index].text for index in scope[:4])
        telling = keywords(article.title, article.text) if main else NONE
        return Event(
            id=f"{article.id}#{number}",
            article_id=article.id,
            type=draft.type,
            modality=head.modality,
            role=draft.role,
            when=when.when,
            place=place,
            other_places=where.others if where else (),
            actors=actors,
            targets=who.targets,
            weapon=weapon.weapon,
            weapon_family=weapon.family,
            killed=toll.killed,
            wounded=toll.wounded,
            launched=toll.launched,
            intercepted=toll.intercepted,
            impacted=toll.impacted,
            claimed_by=who.claimed_by,
            denied_by=who.denied_by,
            flags=flags(draft.type, told_in, article.title if main else ""),
            official=who.official,
            separate=separate(draft.type, f"{article.title} {sentence.text}" if main else sentence.text),
            confidence=min(0.95, 0.4 + 0.1 * sum(t.weight for t in draft.told)),
            headline=(article.title if main and article.title else sentence.text)[:200],
            keywords=telling.words,
            named=telling.named,
            evidence=tuple(evidence),
            reasons=(
                f"'{document[act.start : act.end]}' in sentence {act.line}: {act.pattern}",
                *((when.because,) if when.because else ()),
                *((where.because,) if where and where.because and where.place is place else ()),
            ),
            published=article.published,
            received=article.received,
            outlet=article.outlet,
            publisher=article.publisher,
            wire=article.wire,
            source=article.source,
            url=article.url,
            title=article.title,
            digest=article.digest,
            signature=article.signature,
            trust=article.trust,
            quiet=article.quiet,
        )


def _scaled(model: RelevanceModel, heard: Heard) -> tuple[Verdict, str]:
    """What a longer text reports, or why it is kept quiet; and why it is in doubt, or ''."""
    relevance = model.of(heard)
    if relevance.share >= SURE:
        return typed(heard.ruled, heard.opinion), ""
    why = f"{relevance.share:.0%} likely news of ours by all that was heard; against it: {relevance.against}"
    if relevance.share >= NEWS:
        return typed(heard.ruled, heard.opinion), why
    reason = "words" if heard.ruled.type else heard.ruled.reason
    return Verdict(type="", reason=reason, text=f"{heard.ruled.text}; {why}"), ""


def _looks_back(model: RelevanceModel, ruled: Verdict, document: str, title: str, calendar: Calendar) -> str:
    """Why a short item may be an analysis or a recollection, in words; '' where it is not or the rules are sure."""
    genre = model.genres.of(document, title, calendar.mentions, calendar.base_day())
    if genre.share < LOOKS_BACK or max(ruled.votes.values(), default=0.0) >= SURE_OF_IT:
        return ""
    words = ", ".join(f"'{word}'" for word in genre.words)
    return f"its words as a whole are those of an analysis or a recollection ({genre.share:.0%}): {words}"


#: an act that only the words tell of and that lies more days back is recalled, not reported
_STALE = 14


#: what the rules say where they find no act
_WORDLESS = Verdict(type="", reason="words", text="no words of an escalation were found")
