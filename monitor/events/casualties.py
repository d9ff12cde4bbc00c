"""What a sentence says of the dead and the wounded: figures, zeros and running tolls, with how each is hedged.

Subjects ('two soldiers were killed'), objects ('killing two'), nouns ('12 deaths') and denials ('no casualties') are
read from tokens. Whether a figure belongs to the act at hand is the question of `toll.py`.
"""

from __future__ import annotations

import re

import msgspec

from monitor.events.linear import pattern
from monitor.events.quantities import CASUALTY, MONTH_WORDS, THINGS, Quantity, Token
from monitor.events.sentences import Sentence
from monitor.types import Count

#: a sentence longer than this is read only so far; a table pasted as one line stays cheap
MAX_SENTENCE = 1_500

KILLED = "killed"

WOUNDED = "wounded"

TRIGGER = pattern(
    r"(?i)\b(?:kill\w*|dead|died|dies|die|deaths?|fatalit\w+|toll|lives|life|perished|slain|martyr\w*|bodies|wound\w*"
    r"|injur\w*|hurt\w*|hospital\w*|casualt\w*|victims?|harm\w*|unharmed|unhurt|neutrali[sz]ed|eliminated|thumb|limb"
    r"|burn(?:s|ed|t)?|shot)\b"
)

_DEATH = frozenset("""killed dead died dies die perished slain martyred neutralised neutralized eliminated""".split())

_INJURY = frozenset({"wounded", "injured", "hurt", "hospitalised", "hospitalized", "harmed", "burned", "burnt"})

_ACTIVE_DEATH = frozenset("""killed kill kills killing neutralised neutralized eliminated martyred slain""".split())

COUNTED_WORDS = (
    _DEATH
    | _INJURY
    | frozenset(
        """killed kill kills killing wounding wounds injuring injures injure hurting lives life deaths fatalities bodies
        victims     injuries burns injury shot hospital hospitals thumb finger hand arm leg eye limb foot""".split()
    )
)

_INFINITIVE = frozenset({"kill", "injure", "hurt", "die"})

_WISH = frozenset({"to", "could", "would", "may", "might", "can", "will", "not"})

_LIMBS = frozenset({"thumb", "finger", "hand", "arm", "leg", "eye", "limb", "foot"})

_CUT = frozenset({"severed", "lost", "crushed", "amputated", "cut", "torn"})

_COMPANIONS = frozenset({"aide", "assistant", "driver", "bodyguard", "wife", "deputy", "adjutant", "guard"})

_ACTIVE_INJURY = frozenset(
    {"wounded", "wounding", "wounds", "injured", "injuring", "injures", "injure", "hurt", "hurting"}
)

_BE = frozenset({"was", "were", "been", "be", "being", "are", "is", "get", "got", "gets"})

_AUX = _BE | frozenset(
    """has have had reportedly also already believed feared reported confirmed either still now known to badly
    seriously slightly critically severely lightly more others or left least fatally all""".split()
)

_BARRIER = frozenset(
    """; : that which when after before while as but because since whose although if where until . — – ? !""".split()
)

_ATTACKERS = frozenset(
    """attackers attacker assailants assailant bomber bombers perpetrators gunmen gunman shooter shooters""".split()
)

_MILITANTS = frozenset(
    """militants militant fighters fighter terrorists terrorist rebels insurgents operatives""".split()
)

_NEGATIVE = pattern(
    r"\b(?:no|not|nobody|none|without|neither|nor|unhurt|unharmed|escaped|free\s+of|zero)\b", ignore_case=True
)

_NONE_BOTH = pattern(
    r"\b(?:no|zero|without(?:\s+(?:any|causing|inflicting|incurring|suffering))*|neither|nor(?:\s+any)?"
    r"|not\s+(?:cause|caused|result\w*\s+in|lead\s+to)\s+any|free\s+of)\s+"
    r"(?:(?:human|civilian|coalition|american|us|u\.s\.|military|personnel|reported|known|"
    r"apparent|israeli|"
    r"material|reports?\s+of|loss\s+of|confirmed|any|serious)\s+){0,3}"
    r"(?:casualties|casualty|victims|losses|deaths\s+(?:or|and|nor)\s+injuries|injuries\s+(?:or|and|"
    r"nor)\s+(?:deaths|fatalities)"
    r"|fatalities\s+(?:or|and|nor)\s+injuries|dead\s+(?:or|nor)\s+(?:wounded|injured)|"
    r"one\s+killed\s+or\s+(?:wounded|injured))\b"
    r"|\bneither\s+(?:deaths|casualties|killed|dead)\s+nor\b",
    ignore_case=True,
)

_NONE_HURT = re.compile(
    r"\b(?:no\s*[- ]?one|nobody|none|no\s+(?:(?:\w+\s+){0,3})?(?:people|person|persons|civilians?|personnel|"
    r"members?|soldiers?|"
    r"troops|crew|sailors?|residents|employees|staff|americans?|israelis?|citizens?|service\s?members?))\b"
    r"(?P<gap>(?:\s+(?!and\b)[\w'’-]+){0,6}?)\s+(?P<word>hurt|injured|harmed|wounded|killed|died|dead)\b"
    r"|\b(?:there\s+(?:were|are|should\s+be|was)\s+|reported\s+|caused\s+|suffered\s+)?(?:no|"
    r"without(?:\s+causing)?(?:\s+any)?)\s+"
    r"(?:(?:reported|serious|known|reports\s+of|further)\s+)?(?P<noun>injuries|wounded|injured|deaths|"
    r"fatalities|dead|loss\s+of\s+life|killed)\b"
    r"|\bwithout\s+(?:harming|hurting|injuring|killing|harm\s+to)\s+(?:any|a|anyone|anybody|people|civilians?)\w*"
    r"|\b(?P<safe>unharmed|unhurt|escaped\s+(?:injury|without\s+injury))\b",
    re.IGNORECASE,
)

_UNSURE = pattern(
    r"\b(?:no|any)\s+(?:immediate|initial|word|information|details|official|independent|comment|mention|"
    r"confirmation|figures?|toll)\b"
    r"|\b(?:did\s+not|didn't|without)\s+(?:say|mention|specify|giving|give|report)\b|\bnot\s+(?:clear|known)\b|"
    r"\bwhether\b"
    r"|\bif\s+(?:there|any)\b|\bprecaution|\bso\s+that\b|\bwould\b|\bcould\b|\bnot\s+to\s+(?:harm|hurt)",
    ignore_case=True,
)

TOTAL = pattern(
    r"\bsince\s+(?:the\s+(?:war|start|beginning|outbreak|conflict|invasion|ceasefire|truce)|last|mid|early|late|"
    r"then|it\s|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|19|20)|"
    r"\w+\s+(?:began|started|took))"
    r"|\bso\s+far\s+this\b|\b(?:tens|hundreds)\s+of\s+thousands\b"
    r"|\bover\s+the\s+(?:past|last)\b|\b(?:in|by|during)\s+(?:19|20)\d\d\b|\bthis\s+year\b|\blast\s+(?:year|month)\b"
    r"|\bof\s+the\s+war\b|\ball\s+told\b",
    ignore_case=True,
)

_ACTS = (
    r"(?:attacks?|strikes?|raids?|bombings?|incidents?|waves?|shelling|drones?|missiles?|assaults?|explosions?|blasts?)"
)

#: words that lead to another act, wherever they stand
OTHER = pattern(
    r"\b(?:response\s+to|retaliation\s+(?:for|against)|reprisal\s+for|reply\s+to|revenge\s+for|answer\s+to|payback\s+for|"
    r"(?:days?|weeks?|months?|years?)\s+(?:after|before)|after\s+losing|separately|recall\w*|anniversary|avenge\w*|"
    rf"(?:another|earlier|a\s+separate|other|past|previous|similar|like)\s+(?:\w+\s+)?{_ACTS}|"
    r"the\s+(?:day|week|month|year|night)\s+before|previously|triggered\s+by|reminder|deadliest|worst|ever\s+since)",
    ignore_case=True,
)

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

#: times that lead to an older act where the text has gone beyond its lead
PAST = pattern(
    r"\b(?:last\s+(?:week|month|year|spring|summer|autumn|fall|winter)|(?:days?|weeks?|months?|years?)\s+(?:ago|earlier)"
    rf"|in\s+(?:early\s+|late\s+|mid-)?(?:{_MONTHS})(?:\s+[^\s\d]|,))",
    ignore_case=True,
)

OPENS_ELSEWHERE = pattern(
    r"(?:The\s+(?:day|week|night)\s+before|The\s+previous|A\s+(?:day|week|month)\s+earlier|(?:Two|Three|Four|"
    r"Several)\s+\w+\s+(?:earlier|ago|before)|"
    r"Last\s+(?:week|month|year)|In\s+(?:a\s+(?:separate|similar|previous)|January|February|March|April|May|"
    r"June|July|August|September|October|"
    r"November|December|(?:19|20)\d\d)|Earlier|Previously|Separately|Elsewhere|Meanwhile)\b"
)

_IN_THE_WAR = pattern(
    r"(?:in|during|over|throughout)\s+(?:the|that|this|its|a)\s+(?:\w+\s+){0,3}"
    r"(?:war|conflict|insurgency|campaign|decades?|years|offensive)\b"
)

_CAN = pattern(r"\b(?:can|could|capable|able|would|may|might|will|threat\w*|designed|enough|risk\w*|if)\b")

_DATED_THAT = pattern(
    r"(?:\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.?\s+\d{1,2}"
    r"|\b\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
    r"|\bin\s+(?:19|20)\d\d|\b\w+day(?:['’]s)?|\bmonth(?:['’]s)?|\bweek(?:['’]s)?)\b"
    r"[^.]{0,50}\b(?:that|which|when|where)\b[^.]{0,20}$"
)

_SPOKE = pattern(r"\b(?:said|says|say|told|announced|claimed|reported|according|stated|confirmed)\b")


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One figure the text gives for the dead or the wounded."""

    kind: str  #: killed | wounded
    count: Count
    start: int
    end: int
    sentence: int
    total: bool = False  #: a running toll ('rose to 12'): beats the figures beside it
    attackers: bool = False  #: counts the attacking side
    militants: bool = False
    whole: bool = False  #: of a whole war, or only possible: no act's figure
    other: bool = False  #: of another act than the one the article was written for
    single: bool = False  #: one by its article only: 'a man', 'one of the officers'
    companion: bool = False  #: 'his aide', 'her driver': one beside the one who is named
    weak: bool = False  #: read from grammar alone ('the general was killed'), or people in hospital


def is_whole(statement: Statement, sentence: Sentence) -> bool:
    """True for the total of a war or a year, and for a mere possibility."""
    text = sentence.text
    at = max(0, statement.start - sentence.start)
    if _CAN.search(text[max(0, at - 60) : at]):
        return True
    if statement.total:
        return False
    after = statement.end - sentence.start
    if _IN_THE_WAR.match(text[after : after + 80].lstrip()) and (statement.count.best or 0) >= 10:
        return True
    whole = TOTAL.search(text)
    if whole is None or (whole.start() >= at and whole.start() - (statement.end - sentence.start) >= 25):
        return False
    return (statement.count.best or 0) >= 10 or whole.start() < at or statement.count.vague


def belongs_elsewhere(statement: Statement, sentence: Sentence) -> bool:
    """True where the words before a figure lead away from the act the article was written for: to another raid."""
    text = sentence.text
    at = max(0, statement.start - sentence.start)
    lead = text[:at]
    if any(at - mark.end() < 140 for mark in OTHER.finditer(lead)):
        return True
    if sentence.index > 0 and OPENS_ELSEWHERE.match(text):
        return True
    if sentence.paragraph <= 1:
        return False
    if any(at - mark.end() < 140 for mark in PAST.finditer(lead)):
        return True
    if _SPOKE.search(lead[-80:]) is None and _DATED_THAT.search(lead):
        return True
    had = re.search(r"\bhad\s+(?:killed|wounded|injured)\b", text[max(0, at - 60) : at + 30])
    return had is not None and _SPOKE.search(text) is None


def zeros(sentence: Sentence) -> list[Statement]:
    text = sentence.text
    found: list[Statement] = []
    if _NEGATIVE.search(text) is None:
        return found
    if _UNSURE.search(text) and not re.search(r"\bno\s+casualties\b", text, re.IGNORECASE):
        return found

    def add(kinds: tuple[str, ...], start: int, end: int) -> None:
        found.extend(
            Statement(
                kind=kind,
                count=Count(low=0, best=0, high=0),
                start=sentence.start + start,
                end=sentence.start + end,
                sentence=sentence.index,
            )
            for kind in kinds
        )

    for match in _NONE_BOTH.finditer(text):
        add((KILLED, WOUNDED), match.start(), match.end())
    if not found:
        for match in _NONE_HURT.finditer(text):
            word = (match.group("word") or match.group("noun") or "").lower()
            gap = (match.group("gap") or "").lower()
            if gap.split()[:1] == ["else"]:
                continue  # 'no one else was hurt': somebody was
            if word in ("killed", "died", "dead", "deaths", "fatalities", "loss of life"):
                kinds: tuple[str, ...] = (KILLED,)
            elif "seriously" in gap or "badly" in gap or "gravely" in gap:
                kinds = (KILLED,)
            elif word in ("wounded",) and match.group("noun"):
                kinds = (WOUNDED,)
            else:
                kinds = (KILLED, WOUNDED)
            add(kinds, match.start(), match.end())
    return found


_TO = frozenset("""to at is of reached reaches reach hits hit stands passes tops exceeds now was as""".split())


def totals(words: list[Token], amounts: list[Quantity], index: int) -> list[Statement]:
    """'Death toll climbs to six', 'the number of injured is 64', 'put the injured at 24', 'the count rose to 21'."""
    found: list[Statement] = []
    for i, word in enumerate(words):
        kind = ""
        if word.low == "toll" or (word.low in ("number", "count", "tally", "figure") and i + 1 < len(words)):
            if word.low == "toll":
                kind = KILLED if i + 1 >= len(words) or words[i - 1].low != "injury" else WOUNDED
                origin = i + 1
            else:
                hit = next((j for j in range(i + 1, min(i + 8, len(words))) if words[j].low in _DEATH | _INJURY), None)
                if hit is None or words[i + 1].low not in ("of", "killed"):
                    continue
                kind = KILLED if words[hit].low in _DEATH else WOUNDED
                origin = hit + 1
        elif (
            (word.low in _DEATH - {"dies", "died", "die"} or word.low in _INJURY)
            and i + 1 < len(words)
            and words[i + 1].low == "at"
        ):
            kind = KILLED if word.low in _DEATH else WOUNDED
            origin = i + 1
        if not kind:
            continue
        options = [
            q
            for q in amounts
            if origin <= q.first < origin + 30
            and not q.article
            and not q.subset
            and words[q.first - 1].low in _TO
            and (q.noun not in THINGS)
        ]
        if word.low != "toll" and words[origin].low == "at" if origin < len(words) else False:
            options = [q for q in options if q.first == origin + 1]
        if not options:
            continue
        quantity = next((q for q in options if words[q.first - 1].low == "to"), options[0])
        named = {w.low for w in words[i:origin]}
        found.append(
            Statement(
                kind=kind,
                weak="neutralized" in named or "neutralised" in named,
                militants=bool(named & _MILITANTS),
                count=quantity.value,
                start=words[i].start,
                end=words[quantity.last - 1].end,
                sentence=index,
                total=True,
            )
        )
    return found


def read_statement(words: list[Token], amounts: list[Quantity], i: int, index: int) -> Statement | None:
    word = words[i].low
    before = words[i - 1].low if i else ""
    after = words[i + 1].low if i + 1 < len(words) else ""
    if word in _INFINITIVE and before in _WISH and (i < 2 or words[i - 2].low != "on"):
        return None  # 'hired to kill two': nobody is dead yet
    kind = KILLED
    group: list[Quantity] = []
    weak = False
    if word in ("lives", "life"):
        group = _lives(words, amounts, i)
    elif word in ("deaths", "fatalities"):
        group = [q for q in amounts if q.last == i or (q.last == i - 1 and q.noun == word)][-1:]
    elif word == "bodies":
        group = _right(words, amounts, i + 1 if after == "of" else i, i + 3)
    elif word == "victims" and before == "became":
        group = _left(words, amounts, i - 1)
    elif word in _ACTIVE_DEATH or word in _ACTIVE_INJURY or word in _DEATH or word in _INJURY:
        kind = KILLED if word in _ACTIVE_DEATH or word in _DEATH else WOUNDED
        if word in ("dead", "wounded", "injured", "killed") and before == "the" and after not in ("in",):
            return None
        passive = _passive(words, i)
        if word == "dead" and before == "shot" and not _passive(words, i - 1):
            group = _right(words, amounts, i, i + 1)
        if (
            not group
            and not passive
            and word in _ACTIVE_DEATH | _ACTIVE_INJURY
            and not (word == "killing" and after == "of")
        ):
            group = _right(words, amounts, i, i + 1)
        if not group and (word in _DEATH or word in _INJURY):
            group = _left(words, amounts, i)
            if not group and passive and words[i - 1].low in ("was", "been") and _single(words, i):
                return Statement(
                    kind=kind, count=Count(low=1, best=1, high=1), start=words[max(0, i - 2)].start, end=words[i].end,
                    sentence=index, weak=True,
                )  # fmt: skip
    elif word in ("wounds", "injuries", "burns", "injury"):
        kind = WOUNDED
        group = _suffered(words, amounts, i)
    elif word == "shot":
        kind, weak = WOUNDED, True
        if after not in ("dead", "down", "and", "to", "at", "himself", "herself"):
            group = [q for q in _left(words, amounts, i) if q.noun]
    elif word in ("hospital", "hospitals"):
        kind, weak = WOUNDED, True
        group = _hospital(words, amounts, i)
    elif word in _LIMBS and i > 1 and (words[i - 2].low in ("lost", "loses") or after in ("was", "were")):
        if after in ("was", "were") and (i + 2 >= len(words) or words[i + 2].low not in _CUT):
            return None
        return Statement(
            kind=WOUNDED, count=Count(low=1, best=1, high=1), start=words[i - 2].start, end=words[i].end,
            sentence=index,
            weak=True,
        )  # fmt: skip
    if not group:
        return None
    count = _sum(group)
    nouns = {q.noun for q in group}
    first = min(words[group[0].first].start, words[i].start)
    last = max(words[group[-1].last - 1].end, words[i].end)
    return Statement(
        kind=kind,
        count=count,
        start=first,
        end=last,
        sentence=index,
        attackers=bool(nouns & _ATTACKERS),
        militants=bool(nouns & _MILITANTS),
        single=len(group) == 1 and (group[0].article or words[group[0].last - 1].low == "one"),
        companion=len(group) == 1 and group[0].article and group[0].noun in _COMPANIONS,
        weak=weak or word.startswith("neutrali"),
    )


def _passive(words: list[Token], i: int) -> bool:
    for word in words[max(0, i - 4) : i][::-1]:
        if word.low in _BE:
            return True
        if word.low not in _AUX:
            return False
    return False


def _single(words: list[Token], i: int) -> bool:
    """'... Moskalik was killed', 'the driver has been killed': the subject is one named or definite person."""
    j = i - 1
    while j >= 0 and words[j].low in _AUX:
        j -= 1
    if j >= 0 and words[j].low in ("he", "she", "they", "it", "who", "that", "which", "i"):
        return False
    return j >= 0 and (words[j].text[:1].isupper() or words[j].low in (",", ")")) and words[j].low not in MONTH_WORDS


def _left(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """Quantities that are the subject of the word at i: the nearest before it, and those joined to it by 'and'."""
    floor = i
    for j in range(i - 1, max(-1, i - 22), -1):
        low = words[j].low
        if low in _BARRIER or (low in CASUALTY and low not in ("lost",) and words[j - 1].low not in ("of", "the")):
            break
        floor = j
    usable = [
        q
        for q in amounts
        if q.last > floor and q.last <= i and not q.subset and q.noun not in THINGS and not _object(words, q)
    ]
    if not usable:
        return []
    last = usable[-1]
    gap = [w.low for w in words[last.last : i]]
    if last.article and not _reaches(gap, last):
        usable = [q for q in usable if not q.article]
        if not usable:
            return []
        last = usable[-1]
    group = [last]
    for q in reversed(usable[:-1]):
        between = [w.low for w in words[q.last : group[0].first]]
        if len(between) <= 6 and between and _listed(words, between, group[0], amounts) and not set(between) & _AUX:
            group.insert(0, q)
        else:
            break
    return group


def _listed(words: list[Token], between: list[str], q: Quantity, amounts: list[Quantity]) -> bool:
    """True for 'a man and two women', and for 'a man, a boy and two women'; not for '18 hurt, one a child'."""
    if "missing" in between or "captured" in between or "trapped" in between or "homeless" in between:
        return False
    if between[-1] in ("and", "plus"):
        return True
    if between[-1] != ",":
        return False
    later = next((other for other in amounts if other.first >= q.last), None)
    return later is not None and words[later.first - 1].low == "and" and later.first - q.last <= 5


def _object(words: list[Token], q: Quantity) -> bool:
    """True where the quantity hangs on a preposition: 'in two attacks', 'on one side'."""
    before = words[q.first - 1].low if q.first else ""
    return before in ("in", "on", "at", "by", "from", "within", "than", "into", "near", "between") and q.noun in (
        "", "day", "side", "city", "area", "attack", "incident"
    )  # fmt: skip


def _reaches(gap: list[str], q: Quantity) -> bool:
    """An article's noun must run up to the verb: 'a man was killed', not 'a base where 12 were killed'."""
    plain = [w for w in gap if w not in _AUX]
    return len(plain) <= 9


def _right(words: list[Token], amounts: list[Quantity], i: int, near: int) -> list[Quantity]:
    """Quantities that are the object of the word at i: the first after it, and those joined by 'and' or a comma."""
    start = next((q for q in amounts if i < q.first <= near + 2), None)
    if start is None or start.noun in THINGS or start.subset:
        return []
    skipped = [w.low for w in words[i + 1 : start.first]]
    if any(
        w not in ("another", "an", "additional", "a", "further", "as", "of", "the", "and", "or", "total")
        for w in skipped
    ):
        return []
    group = [start]
    for q in amounts:
        if q.first < start.last or q.subset:
            continue
        between = [w.low for w in words[group[-1].last : q.first]]
        tail = [w.low for w in words[q.last : q.last + 6]]
        if (
            len(between) <= 6
            and between
            and _listed(words, between, q, amounts)
            and not set(between) & (CASUALTY | _AUX | _BARRIER)
            and not set(tail) & (CASUALTY | _BE)
            and q.noun not in THINGS
            and (q.noun or q.article)
        ):
            group.append(q)
        else:
            break
    return group


def _lives(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    """'lost their lives', 'cost the lives of six', 'claimed 12 lives'."""
    window = [w.low for w in words[max(0, i - 4) : i]]
    if "lost" in window or "losing" in window or "lose" in window:
        at = i - len(window) + (window.index("lost") if "lost" in window else 0)
        inside = [q for q in amounts if at < q.first < i and not q.article]
        return inside[:1] or _left(words, amounts, at)
    if set(window) & {"cost", "claimed", "claiming", "took", "claims", "takes", "costing"}:
        if i + 1 < len(words) and words[i + 1].low == "of":
            return _right(words, amounts, i + 1, i + 2)
        return [q for q in amounts if i - 4 <= q.first and q.last <= i and not q.article][-1:]
    return []


def _suffered(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    for j in range(i - 1, max(-1, i - 6), -1):
        if words[j].low in ("suffered", "sustained", "with", "received"):
            return _left(words, amounts, j)
    return []


def _hospital(words: list[Token], amounts: list[Quantity], i: int) -> list[Quantity]:
    window = [w.low for w in words[max(0, i - 12) : i]]
    if not set(window) & {"took", "taken", "rushed", "brought", "are", "were", "evacuated", "in", "to", "hospitalised"}:
        return []
    near = [q for q in amounts if i - 12 <= q.first and q.last <= i and not q.subset and not q.article]
    return [q for q in near if q.noun and q.noun not in THINGS][-1:]


def _sum(group: list[Quantity]) -> Count:
    if len(group) == 1:
        return group[0].value
    if any(q.best is None for q in group):
        known = [q.best for q in group if q.best is not None]
        return Count(low=sum(known) or None, best=sum(known) or None, vague=True)
    low = sum(q.value.low or q.best or 0 for q in group)
    best = sum(q.best or 0 for q in group)
    exact = all(q.value.high is not None for q in group)
    return Count(low=low, best=best, high=best if exact else None, vague=any(q.value.vague for q in group))
