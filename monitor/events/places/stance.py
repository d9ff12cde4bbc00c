"""How a place's name stands in its sentence, read from the few words about it.

The answer is one word: `at` (in, near, over it), `beside` (north of it), `target` (hit, bombed, fired at it), `list`
(one of several such), `sits` (where people speak, meet or serve: 'police in'), `own` ('Ukraine's port'), `of`, `to`,
`bare`, `from`, `between`, `about` (part of another name), `actor` (a state that says or does), `frame` (gives the
bearing of another place) or `dateline`.

Words are looked up, not matched by patterns over the text: a document may hold a thousand names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from monitor.events.places.words import ARTICLES, NAME_TAILS, ROLES
from monitor.events.sentences import Sentence

_FILLERS = frozenset(
    """the a an its their his central downtown occupied besieged neighboring neighbouring nearby greater north
    south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern rebel-held mainland capital port coastal border
    key strategic rural industrial historic mainly island resort garrison frontline provincial regional
    disputed contested semi autonomous ruled rich oil torn war held controlled administered backed line
    front self annexed two three several parts far remote densely populated state main biggest largest
    second major whole entire all nuclear air naval military commercial north-eastern north-western
    south-eastern south-western""".split()
)
#: 'the city of', 'off the coast of', 'outskirts of': what 'of' leads on to is a place
_PLACE_HEADS = frozenset(
    """coast shore shores water waters sky skies outskirts suburb suburbs street streets city town village port
    province governorate region district state oblast area centre center heart island settlement camp
    base vicinity parts part capital territory county municipality peninsula enclave neighborhood
    neighbourhood north south east west northeast northwest southeast southwest side edge mouth
    community hamlet airspace control edges entrance fringes hills mountains desert countryside map quarter quarters
    neighborhoods neighbourhoods districts townships township avenue avenues beach beaches harbour harbor bay
    cities towns villages areas sea soil northern southern eastern western stronghold hub direction
    north-east north-west south-east south-west""".split()
)
_COMPASS = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west south-east
    south-west""".split()
)
_UNITS = frozenset("""mile miles kilometer kilometers kilometre kilometres km kms nm mi hours minutes""".split())
_AT = frozenset(
    """in including near inside outside around over off across within throughout above at alongside along beside into
    onto enter enters entered entering reach reaches reached reaching besiege besieged besieging amid
    downtown below beneath beyond through surrounding approaching""".split()
)
_HIT = frozenset(
    """hit hits hitting struck strike strikes striking bomb bombs bombed bombing bombard bombards bombarded
    bombarding shell shells shelled shelling attack attacks attacked attacking pound pounds pounded
    pounding target targets targeted targeting pummel pummels pummeled pummelled batter batters battered
    rock rocks rocked rocking shake shakes shaking shook capture captures captured capturing seize
    seizes seized seizing invade invades invaded invading storm storms stormed storming raid raids
    raided raiding overran overrun damage damages damaged destroy destroys destroyed retake retook
    retaken retaking took take takes taking blockade blockaded leveled levelled ravaged engulfed
    liberated liberate wreck wrecks wrecked cripples crippled ignites torches hammer hammers hammered hammering
    blast blasts blasted blasting blitz flatten flattens flattened flattening strafe strafes strafed strafing
    assault assaults assaulted assaulting ambush ambushes ambushed devastate devastates devastated encircle encircles
    encircled recapture recaptures recaptured reclaim reclaims reclaimed abandon abandons abandoned hold holds holding
    evacuate evacuates evacuated evacuating shut shuts shutting close closes closing reopen reopens reopened seal seals
    sealed sealing block blocks blocked blocking destroying damaging destruction breach breaches breached breaching
    sabotage sabotages sabotaged sabotaging""".split()
)
_BLOWN = frozenset("blew blow blows blowing blown".split())
_ASSAULTS = frozenset(
    """strike strikes attack attacks raid raids assault assaults barrage bombardment bombing shelling offensive
    advance fire fires fired firing rocket rockets missile missiles drone drones launched launch
    launches salvo volley dropped drops rained rains descend incursion invasion capture fall siege march
    marched aimed headed directed approach bombs sirens explosion explosions blast blasts clashes airstrike
    airstrikes bound incursions push battle fighting bombings storming seizure takeover occupation hits
    sent flew blockade""".split()
)
#: with 'off' behind them: who was beaten, and not what lies off a coast
_BEATEN = frozenset(
    """stave staves staved staving fend fends fended fending fight fights fought fighting beat beats beaten hold
    holds held ward wards warded drive drives drove cut cuts""".split()
)
#: 'close to the town of', 'an attack to the north of': no way there
_NEARING = _ASSAULTS | frozenset(
    "close next adjacent near up down according due miles kilometres kilometers km".split()
)
_TOWARD = frozenset("on against toward towards upon onto into at for over".split())
_FROM = frozenset("from leave leaves leaving left via fled flee fleeing".split())
_ABOUT_OF = frozenset(
    """bank government kingdom emirate president king ministry parliament army people forces military leader
    leaders friend friends history deputy governor mayor head name battle times republic minister
    ambassador allies enemies ally backing support help behalf flag citizen citizens policies sultan
    emir university church institute consulate embassy soldiers troops jets generals officials
    authorities vessels ships banner resident native regime secretary supporters officers recognition
    threat threats state-owned critics fan fans""".split()
)
#: 'seventeen drones of Russia': whose arms they are is not where they hit
_ARMS = frozenset(
    """drone drones uav uavs missile missiles rocket rockets warplane warplanes fighter fighters aircraft helicopter
    helicopters bomber bombers plane planes balloon balloons""".split()
)
_ABOUT_IN = frozenset("university institute resistance church policy".split())
_ABOUT_ON = frozenset(
    """sanctions policy war pressure reliance tariffs talks based report embargo imposed dependent depend focus
    relies""".split()
)
_TIED = frozenset(
    """linked tied ties connected links ally allied loyal allies relations relationship close response warning
    message envoy ambassador aid supplies exports sales sold thanks according gratitude attributed reply
    embassy""".split()
)
_SPEAKERS = frozenset(
    """official officials ministry defense defence government authorities spokesman spokeswoman spokesperson
    spokesmen source sources diplomat diplomats police command analyst analysts leader leaders minister
    ministers reporter reporters reporting correspondent correspondents briefing conference interview
    speech headquarters journalist journalists parliament speaking told court administration
    university institute agency residents-turned think-tank newsroom bureau met meeting meets media television outlets
    newspaper newspapers radio press prosecutors prosecutor lawmakers statement statements newsmen session communique
    communiqué""".split()
)
#: houses of another state: they stand where they are, and their people speak there
_MISSIONS = frozenset("embassy embassies consulate consulates mission".split())
#: tails of a paper's or a market's name that in lower case are things of their own: 'a raid on Gilgit post'
_PAPERS = frozenset("post times exchange monitor report".split())
#: 'told to stay out of Hormuz': nobody leaves
_KEPT = frozenset("stay stays stayed staying keep keeps kept keeping".split())
_SAID = frozenset("said says announced confirmed added told spoke speaking".split())
#: 'the rebels in Yemen': where a group is at home says little of where it acts
_GROUPS = frozenset(
    "rebels rebel militia militias group groups movement faction factions jihadists organisation organization".split()
)
_BY = frozenset(
    """by with blame blames blamed blaming accuse accuses accused accusing told tells like support supports
    supported supporting back backs backed backing threaten threatens threatened threatening warn warns
    warned warning criticized criticised condemn condemns condemned urge urges urged among""".split()
)
_SPEAKS = frozenset(
    """said says say saying told denied denies deny denying blames blamed blame blaming accuses accused
    accusing claims claimed claim warns warned warn vows vowed vow threatens threatened threaten
    threatening insists insisted argues argued condemns condemned wants wanted considers considered
    calls called announces announced confirms confirmed reports reported maintains rejects rejected
    demands demanded urges urged acknowledges acknowledged believes believed admits admitted describes
    described hopes hoped seeks sought seeking supports supported supporting backs backed backing
    launches launched launch launching fires fired firing carries carried conducts conducted conducting
    uses used using sends sent sending strikes struck hits bombs bombed attacks attacked attacking
    shoots shot downs downed deploys deployed deploying retaliates retaliated responds responded agrees
    agreed signs signed imposes imposed kills killed detains seizes seized invades invaded withdraws
    withdrew withdrawing pulls pulled expels expelled recalls recalled intercepts intercepted raises
    raised puts points sees gave gives links linked blew targets targeted raids raided pounds takes took
    lost wrecked tests tested test-fires flew sets orders ordered needs keeps kept plans lowers unveils
    agree sign want suspects holds views regards doubts moves moved summons summoned tells promised
    promises pledges pledged began begins released releases freed frees bans banned closes closed
    reopens halts halted suspends suspended cuts cut""".split()
)
_TELLS = frozenset("said says told tells".split())
_AUXILIARY = frozenset(
    """has have had would will could may might is was also not since long repeatedly again itself later and
    must should already never still says can who earlier""".split()
)
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ -][A-Z][A-Z.'’-]+){0,3}"
_WORDS = r"[A-Z][\w'’.-]+(?:[ -][A-Z][\w'’.-]+){0,2}"
_DATELINE = re.compile(
    r"^[\s\"“]*(?:[A-Z][\w ]{2,20}/\s?)?(?:" + _CAPITALS + "|" + _WORDS + r")(?:/" + _WORDS + r")?"
    r"(?:,\s*[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?\s*"
    r"(?:,\s*(?:\d{1,2}\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[\w.]*"
    r"\s*\d{0,2},?(?:\s*\d{4})?)?\s*(?:\([^)]{2,40}\)|\[[^\]]{2,40}\])?\s*(?:[-–—:|]{1,2}|\.\s[-–—])\s"
)
_CREDIT = re.compile(r"^(?:[A-Z][\w.'’-]*[,/]?\s*|\([^)]{2,30}\)\s*|\d{1,4}[,.:]?\s*|[-–—|]\s*|[ap]m\s){1,9}$")
_OWNED_PLACE = re.compile(
    r"(?:[\w-]+[\s-]){0,3}?(?:city|cities|towns?|villages?|ports?|airports?|provinces?|regions?|coast|districts?|capital|east|"
    r"west|north|south|border|suburbs?|outskirts|area|refinery|base|embassy|consulate|centre|center|streets?|skies|"
    r"airspace|waters|infrastructure|grid|power|energy|hospitals?|school|market|territory|oil|gas|petrol|nuclear|soil|bridge|"
    r"biggest|largest|second|northern|southern|eastern|western|busiest|[A-Z][a-z]+)\b"
)


class Around(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The words about a name: lower case, nearest first on the left; `breaks[i]` is what stands behind left[i]."""

    left: Sequence[str]
    breaks: Sequence[str]
    after: str  #: up to 60 characters behind the name
    following: Sequence[str]  #: words behind the name in the sentence
    possessive: bool


def stance(around: Around, *, state: bool, title: bool) -> str:
    """How the name stands; `state`: a country or capital, whose name may also mean a government."""
    following = around.following[0] if around.following else ""
    spaced = around.after[:1] == " "
    tail = (
        following == "time"
        or _is_line(around.following)
        or (following in NAME_TAILS and (following not in _PAPERS or around.after[1:2].isupper()))
    )
    if spaced and tail:
        return "about"
    if title and state and around.after.startswith(":"):
        return "actor"
    if state and around.after[:1] in "-–" and around.after[1:2].isalpha():
        return "actor"
    how = _from_left(around, state)
    said = _says(around)
    if spaced and following in _MISSIONS and how in ("bare", "of", "actor", "to") and _its_own(around):
        return "at"  # 'the families of its Beirut embassy staff'
    if how == "about" or how == "between":
        return how
    if how == "sits" and said:
        return "about"
    if how == "actor" and state:
        return "actor"
    if how == "address":
        how = "bare" if state and said else "at"
    if state and around.possessive:
        owned = _OWNED_PLACE.match(around.after[2:].lstrip())
        if not owned:
            return "own" if how in ("at", "sits") else "actor"
        return how if how in ("at", "from", "target", "frame", "beside") else "own"
    if how == "at" and not state and spaced and following in _TELLS and around.left[:1] in (["in"], ["at"]):
        return "sits"  # 'a representative of the centre in Debaltseve told observers'
    if how in ("at", "from", "target", "frame", "beside"):
        return how
    if state and said:
        return "actor"
    if how == "actor":
        return "bare"
    if state and spaced and following in ROLES:
        return "actor"
    return how


def _its_own(around: Around) -> bool:
    """Whether a town's mission is that of another state: 'its Beirut embassy', not 'the Moscow embassy in Warsaw'."""
    if around.following[1:2] in (["in"], ["at"], ["to"]):
        return False
    owner = around.left[0] if around.left and around.breaks[0] == " " else ""
    return (
        owner in ("its", "their", "our", "us", "u.s", "u.s.", "uk") or owner.endswith(("'s", "’s")) or _adjective(owner)
    )


def _is_line(following: Sequence[str]) -> bool:
    """'the Cano Limon oil pipeline': a line is named for where it begins or ends, and breaks anywhere."""
    return "pipeline" in following[:1] or (following[:1] in (["oil"], ["gas"]) and "pipeline" in following[1:2])


def _from_left(around: Around, state: bool) -> str:
    left, breaks = around.left, around.breaks
    n = 0
    while (
        n < len(left)
        and n < 6
        and (
            left[n] in _FILLERS
            or _adjective(left[n])
            or left[n][-2:] in ("'s", "’s")
            or (breaks[n] == "-" and (n > 0 or left[n] in ARTICLES))  # 'in rebel-held Atareb'
        )
        and breaks[n] in (" ", "-", "")
    ):
        n += 1
    if n >= len(left):
        return "bare"
    if breaks[n] not in (" ", "-", ""):
        if breaks[n].startswith(",") and left[n] in ("target", "targets"):
            return "target"
        return "address" if breaks[n].startswith((",", " (")) and _address(left, breaks, n) else "bare"
    word = left[n]
    second = left[n + 1] if n + 1 < len(left) else ""
    if word == "of":
        k = n + 1
        while k < len(left) - 1 and left[k] in ("the", "a"):
            k += 1
        head = left[k] if k < len(left) else ""
        if head in _COMPASS or head in _UNITS:
            if _bearing(left, breaks, k):
                return "frame"
            return "at" if head in _UNITS or (left[k + 1] if k + 1 < len(left) else "") in _UNITS else "beside"
        if head in _PLACE_HEADS:
            return "to" if _bound(left, breaks, k + 1) else "at"
        if head in _ARMS:
            return "about"
        if head == "out" and _KEPT.isdisjoint(left[k + 1 : k + 2]):
            return "from"  # 'flown out of Juba'
        if head in _ASSAULTS or head in _HIT:
            return "target"
        return "about" if head in _ABOUT_OF else "of"
    if word in ("from", "off", "outside") and (second in _UNITS or (second == "away")):
        return "frame" if _bearing(left, breaks, n + 1) else "at"
    if word in _FROM:
        return "at" if second == "far" else "from"
    if word in ("in", "at"):
        if second in _ABOUT_IN:
            return "about"
        if state and second in _GROUPS:
            return "home"
        if second in _MISSIONS:
            return "sits" if _says(around) else "at"
        if second in _SAID and (n + 2 >= len(left) or left[n + 2] not in ("being", "been")):
            return "about"
        return "sits" if second in _SPEAKERS else "at"
    if word == "off" and second in _BEATEN:
        return "actor" if state else "bare"  # 'staved off Ukraine attack'
    if word in _AT:
        return "at"
    if word in _HIT or (word == "up" and second in _BLOWN):
        return "target"
    if word in ("to", "for"):
        if second in ("close", "next", "adjacent", "near"):
            return "at"
        if second in _TIED:
            return "actor"
        if second == "bound" and left[n + 2 : n + 3] and left[n + 2] not in _ARMS:
            return "to"  # 'a train bound for Peshawar'
        return "target" if second in _ASSAULTS else "to"
    if word == "between":
        return "between"
    if word in _TOWARD:
        return "about" if second in _ABOUT_ON else "target"
    if word in ("and", "or"):
        return "between" if "between" in left[n : n + 6] else "bare"
    if word in _BY:
        return "actor"
    return "bare"


def _bound(left: Sequence[str], breaks: Sequence[str], k: int) -> bool:
    """'had left St. Petersburg for the Israeli port of' Haifa: where it goes, and is not yet."""
    while k < len(left) and breaks[k] in (" ", "-") and (left[k] in _FILLERS or _adjective(left[k])):
        k += 1
    return k < len(left) and left[k] in ("for", "to") and (k + 1 == len(left) or left[k + 1] not in _NEARING)


_OF_A_PEOPLE = ("ian", "ese", "ish", "qi", "ni", "ri", "ali", "eli", "ghan", "held", "controlled")


def _adjective(word: str) -> bool:
    return len(word) > 5 and word.endswith(_OF_A_PEOPLE)


def _bearing(left: Sequence[str], breaks: Sequence[str], k: int) -> bool:
    """'Balakot, about 120 miles north of' only says where Balakot lies: a comma stands before the distance."""
    for m in range(k, min(len(left), k + 8)):
        if breaks[m].startswith((",", "(", " (")):
            return m > k
    return False


def _address(left: Sequence[str], breaks: Sequence[str], n: int) -> bool:
    """'in Khandaro village, Argun district': the name follows a place that stands behind a preposition."""
    for m in range(n, min(len(left), n + 6)):
        if m > n and breaks[m].startswith((",", ";", ":", "(")):
            return False
        if left[m] in ("in", "at", "near", "inside", "outside", "around"):
            return m > n
    return False


def _says(around: Around) -> bool:
    for word in around.following[:4]:
        if word in _SPEAKS:
            return not around.after.startswith((". ", "; ", ", a", ", w"))
        if word not in _AUXILIARY and not word.endswith("ly"):
            return False
    return False


def in_dateline(sentence: Sentence, start: int, end: int) -> bool:
    """Does the name stand in a dateline or a line of credits, where no act happens?"""
    if sentence.is_title or sentence.paragraph > 5 or start - sentence.start > 70:
        return False
    return end <= sentence.start + credited(sentence.text)


@lru_cache(maxsize=128)
def credited(text: str) -> int:
    """How far into a sentence its dateline reaches; all of it where it is a line of credits."""
    if text[-1] not in ".!?" and (
        (text.startswith(("By ", "BY ")) and len(text) < 100) or (len(text) < 60 and _CREDIT.match(text) is not None)
    ):
        return len(text)
    line = _DATELINE.match(text[:120])
    return line.end() if line else 0
