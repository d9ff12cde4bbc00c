"""How a place's name stands by the word before it: 'in', 'off the coast of', 'rockets fired at', 'told by'."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from monitor.events.places.around import Around, adjective, says
from monitor.events.places.words import ARTICLES

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
#: ... from which arms come, 'from the area of'
_STARTS = frozenset("direction area vicinity side territory soil hills mountains outskirts region".split())
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
_TOWARD = frozenset("on against toward towards upon".split())
#: 'on the road towards Jalalaqsi'
_WAYS = frozenset("road roads highway motorway route track street way".split())
_FROM = frozenset("from leave leaves leaving left via fled flee fleeing".split())
_ABOUT_OF = frozenset(
    """bank government kingdom emirate president king ministry parliament army people forces military leader
    leaders friend friends history deputy governor mayor head name battle times republic minister
    ambassador allies enemies ally backing support help behalf flag citizen citizens policies sultan
    emir university church institute consulate embassy soldiers troops jets generals officials
    authorities vessels ships banner resident native regime secretary supporters officers recognition
    threat threats state-owned critics fan fans bishop bishops archbishop archbishops cardinal patriarch diocese
    archdiocese mufti imam""".split()
)
#: 'seventeen drones of Russia': whose arms they are is not where they hit
_ARMS = frozenset(
    """drone drones uav uavs missile missiles rocket rockets warplane warplanes fighter fighters aircraft helicopter
    helicopters bomber bombers plane planes balloon balloons""".split()
)
_ABOUT_IN = frozenset("university institute resistance church policy".split())
#: 'crude for a refinery at Banias': where a cargo is to go
_PLANTS = frozenset("refinery terminal port harbour harbor depot plant warehouse".split())
#: 'on the way to an anchorage off Bandar Abbas'
_MOORINGS = frozenset("anchorage anchorages berth mooring".split())
#: 'sold by a firm in Budapest'
_MAKERS = frozenset("firm company supplier subsidiary manufacturer contractor".split())
#: 'tensions in the South China Sea', 'the Essequibo dispute': what is quarrelled over, and no act
QUARRELS = frozenset(
    "tension tensions dispute disputes disagreement disagreements rivalry rivalries feud crisis".split()
)
#: ... and 'claims in', 'developments in Syria': what is spoken of
_MATTERS = QUARRELS | frozenset(
    "claim claims developments situation interests ambitions influence sovereignty stability rights aggression".split()
)
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
    communiqué traveling travelling campaigning vacationing golfing""".split()
)
#: houses of another state: they stand where they are, and their people speak there
MISSIONS = frozenset("embassy embassies consulate consulates mission".split())
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


def from_left(around: Around, state: bool) -> str:
    """How a name stands by the word before it, adjectives and the like between them skipped."""
    left, breaks = around.left, around.breaks
    n = _past_fillers(left, breaks)
    if n >= len(left):
        return "bare"
    if breaks[n] not in (" ", "-", ""):
        return _behind_break(left, breaks, n)
    word = left[n]
    asked = _ASKED.get(word)
    if asked is not None:
        return asked(around, n, left[n + 1] if n + 1 < len(left) else "", state)
    return _STANDS.get(word, "bare")


def _past_fillers(left: Sequence[str], breaks: Sequence[str]) -> int:
    """Where the word stands that tells: 'in the rebel-held town', with all behind 'in' skipped."""
    n = 0
    while (
        n < len(left)
        and n < 6
        and (
            left[n] in _FILLERS
            or adjective(left[n])
            or left[n][-2:] in ("'s", "’s")
            or (breaks[n] == "-" and (n > 0 or left[n] in ARTICLES))  # 'in rebel-held Atareb'
        )
        and breaks[n] in (" ", "-", "")
    ):
        n += 1
    return n


def _behind_break(left: Sequence[str], breaks: Sequence[str], n: int) -> str:
    """A comma or bracket stands before the name: 'in Khandaro village, Argun', 'the target, Kharkiv'."""
    if breaks[n].startswith(",") and left[n] in ("target", "targets"):
        return "target"
    return "address" if breaks[n].startswith((",", " (")) and _address(left, breaks, n) else "bare"


def _by_of(around: Around, n: int, second: str, state: bool) -> str:
    """'Off the coast of', 'north of', 'flown out of', 'the shelling of', 'the government of'."""
    left, breaks = around.left, around.breaks
    k = n + 1
    while k < len(left) - 1 and left[k] in ("the", "a"):
        k += 1
    head = left[k] if k < len(left) else ""
    if head in _COMPASS or head in _UNITS:
        if _bearing(left, breaks, k):
            return "frame"
        return "at" if head in _UNITS or (left[k + 1] if k + 1 < len(left) else "") in _UNITS else "beside"
    if head in _PLACE_HEADS:
        return "to" if _bound(left, breaks, k + 1) else "from" if _started(left, breaks, k) else "at"
    if head in _ARMS:
        return "about"
    if head == "out" and _KEPT.isdisjoint(left[k + 1 : k + 2]):
        return "from"  # 'flown out of Juba'
    if head in _ASSAULTS or head in _HIT:
        return "target"
    return "about" if head in _ABOUT_OF else "of"


def _by_from(around: Around, n: int, second: str, state: bool) -> str:
    """'120 miles from', 'far from', 'fled'."""
    if around.left[n] == "from" and (second in _UNITS or second == "away"):
        return _by_distance(around, n)
    return "at" if second == "far" else "from"


def _by_off(around: Around, n: int, second: str, state: bool) -> str:
    """'40 miles off', 'staved off Ukraine attack', 'off Aden'."""
    if second in _UNITS or second == "away":
        return _by_distance(around, n)
    if second in _BEATEN and around.left[n] == "off":
        return "actor" if state else "bare"
    if second in _MOORINGS and _bound(around.left, around.breaks, n + 2):
        return "to"
    return "at"


def _by_distance(around: Around, n: int) -> str:
    return "frame" if _bearing(around.left, around.breaks, n + 1) else "at"


def _by_in(around: Around, n: int, second: str, state: bool) -> str:
    """'Killed in', 'the rebels in', 'its embassy in', 'officials in', 'said in'."""
    if second in _ABOUT_IN or (second in _MAKERS and "by" in around.left[n + 2 : n + 4]):
        return "about"
    if second in _MATTERS:
        return "of"  # where nothing else is named the act was there: 'shells fell as the dispute in Kashmir went on'
    if state and second in _GROUPS:
        return "home"
    if second in MISSIONS:
        return "sits" if says(around) else "at"
    if second in _PLANTS and _bound(around.left, around.breaks, n + 2):
        return "to"
    if second in _SAID and (n + 2 >= len(around.left) or around.left[n + 2] not in ("being", "been")):
        return "about"
    return "sits" if second in _SPEAKERS else "at"


def _by_over(around: Around, n: int, second: str, state: bool) -> str:
    """'Shot down over', but 'the dispute over'."""
    return "of" if second in _MATTERS else "at"


def _by_to(around: Around, n: int, second: str, state: bool) -> str:
    """'Close to', 'an ally to', 'bound for', 'rockets fired to', 'sent to'."""
    if second in ("close", "next", "adjacent", "near"):
        return "at"
    if second in _TIED:
        return "actor"
    if _sails(around.left, n + 1):
        return "to"  # 'a train bound for Peshawar'
    return "target" if second in _ASSAULTS else "to"


def _by_toward(around: Around, n: int, second: str, state: bool) -> str:
    """'Rockets on', 'against', but 'sanctions on'."""
    if around.left[n] in ("toward", "towards") and second in _WAYS:
        return "to"
    return "about" if second in _ABOUT_ON else "target"


def _by_and(around: Around, n: int, second: str, state: bool) -> str:
    """'Between Kyiv and', else one of a list."""
    return "between" if "between" in around.left[n : n + 6] else "bare"


def _by_taken(around: Around, n: int, second: str, state: bool) -> str:
    """'Its fighters had taken Palma', but 'taken Monday'."""
    return "target" if second in ("had", "have", "has", "having") else "bare"


def _by_up(around: Around, n: int, second: str, state: bool) -> str:
    """'Blew up'."""
    return "target" if second in _BLOWN else "bare"


#: words before a name that tell how it stands, whatever stands before them; a later line goes before an earlier one
_STANDS: dict[str, str] = {
    **dict.fromkeys(_BY, "actor"),
    "between": "between",
    **dict.fromkeys(_HIT, "target"),
    **dict.fromkeys(_AT, "at"),
}
#: ... and those at which the word before them is asked as well: the name's words from it on, that word, and whether
#: the name may mean a government
_ASKED: dict[str, Callable[[Around, int, str, bool], str]] = {
    **dict.fromkeys(_TOWARD, _by_toward),
    **dict.fromkeys(_FROM, _by_from),
    **dict.fromkeys(("off", "outside"), _by_off),
    **dict.fromkeys(("in", "at"), _by_in),
    "over": _by_over,
    **dict.fromkeys(("to", "for"), _by_to),
    **dict.fromkeys(("and", "or"), _by_and),
    "of": _by_of,
    "up": _by_up,
    "taken": _by_taken,
}


def _bound(left: Sequence[str], breaks: Sequence[str], k: int) -> bool:
    """'had left St. Petersburg for the Israeli port of' Haifa: where it goes, and is not yet."""
    while k < len(left) and breaks[k] in (" ", "-") and (left[k] in _FILLERS or adjective(left[k])):
        k += 1
    if k >= len(left) or left[k] not in ("for", "to"):
        return False
    return k + 1 == len(left) or left[k + 1] not in _NEARING or _sails(left, k + 1)


def _started(left: Sequence[str], breaks: Sequence[str], k: int) -> bool:
    """'rockets fired from the direction of' Khiam, but not 'far from the area of'."""
    if left[k] not in _STARTS:
        return False
    k += 1
    while k < len(left) and breaks[k] in (" ", "-") and (left[k] in _FILLERS or adjective(left[k])):
        k += 1
    return k < len(left) and breaks[k] == " " and left[k] == "from" and left[k + 1 : k + 2] != ["far"]


def _sails(left: Sequence[str], k: int) -> bool:
    """'a ship bound for', and not a drone."""
    return len(left) > k + 1 and left[k] == "bound" and left[k + 1] not in _ARMS


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
