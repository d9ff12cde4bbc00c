"""What a page prints around its article, told from the article itself.

Each rule names a habit of web pages, not of one outlet. A line is furniture by what it says of itself (a share bar, a
credit, a stamp) or by where it stands (a headline under 'Read also'). What is doubtful stays: a lost sentence can hide an
incident, a kept credit line only looks untidy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from monitor.articles import dates

# ---- lines that are nothing but furniture -----------------------------------------------------------------------------

_BARE = frozenset(
    """
    a+ a- aa ad ads advertisement advertisements advertising advertorial
    accept
    accept all
    accept cookies
    agree
    i agree
    i accept
    got it
    ok
    back
    back to top
    breaking
    breaking news
    by
    cancel
    close
    comment
    comments
    continue
    continue reading
    copy
    copy link
    copied
    download app
    exclusive
    featured
    font size
    go back
    home
    listen
    listen to article
    listen to this article
    live
    live updates
    loading
    log in
    login
    menu
    more
    more news
    more stories
    news
    newsletter
    next
    next article
    no comments
    open app
    play
    post a comment
    leave a comment
    leave a reply
    load more
    prev
    previous
    previous article
    print
    print this article
    promoted
    published
    read full story
    read later
    read more
    read next
    register
    related
    reject all
    manage preferences
    reply
    report
    reports
    save
    save article
    search
    see also
    show more
    show less
    sign in
    sign up
    skip ad
    skip to content
    skip to main content
    skip to navigation
    sponsored
    sponsored content
    story continues below
    story continues below advertisement
    article continues below
    article continues after ad
    subscribe
    subscribe now
    text size
    this article is being updated
    top stories
    trending
    trending now
    updated
    updating
    user
    video
    video player
    view all
    view comments
    watch
    watch live
    world
    world news
    your browser does not support the video tag
    """.split("\n")
)
_BARE = frozenset(line.strip() for line in _BARE if line.strip()) | frozenset(
    "a+ a- aa ad ads advertisement advertisements advertising advertorial".split()
)

_SHARE_WORDS = frozenset(
    """share shares shared this article story post page on via with by or to the link copy copied print email e-mail mail
    facebook fb twitter x tweet linkedin whatsapp telegram viber reddit pinterest messenger pocket tumblr vk line wechat
    weibo flipboard bluesky threads mastodon instagram youtube tiktok rss sms save bookmark pin it comments comment read
    later follow us me options your friends social media in google news signal odnoklassniki xing skype
    ok like follow and listen gift""".split()
)
_SHARE_CORE = frozenset(
    """share shares shared print email e-mail facebook twitter tweet linkedin whatsapp telegram viber reddit pinterest
    messenger flipboard comments instagram youtube copy rss bookmark""".split()
)
_WORD = re.compile(r"[^\s|,.:;·•/()\[\]]+")

_SOLE = re.compile(
    r"""(?ix) ^ (?:
      [a-z]+(?:_[a-z]+)+                                           # icon names: close_game
    | \d[\d,.]*\s?[km]?\+?\s(?:views?|shares?|comments?|reads?|likes?|retweets?|min(?:ute)?s?\s(?:read|ago)|hours?\sago|days?\sago)
    | (?:views?|comments?|shares?|reads?|likes?)\s?[:(]?\s?\d[\d,.]*\)?
    | (?:reading|read)\stime\s?:?\s?\d+.{0,12}
    | https?://\S+ | www\.\S+
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?:\#[\w-]+[\s,]*)+ | (?:@[\w-]+[\s,]*)+
    | [\W_\d]{1,40}
    | the-?\s?cnn-?\s?wire .{0,60}
    | skip\s(?:to|next|past|advert).{0,60}
    | (?:close|toggle|open)\s(?:button|menu|navigation|search|modal|dialog).{0,60}
    | (?:copyright|\(c\)|©).{0,200} | .{0,80}\ball\srights\sreserved\b.{0,80}
    | (?:end|ends|ends/|\#{2,3}|-30-)
    ) \.? $"""
)

_COOKIES = re.compile(
    r"""(?ix) \bcookies?\b .{0,200} \b(?:agree|accept|consent|settings?|polic(?:y|ies)|browser|browsing|preferences?|deactivated|
    disabled|experience|personali[sz]e)\b | \b(?:privacy|cookie)\s(?:policy|statement|notice|settings?)\b
    | \bterms\sof\s(?:use|service)\b .{0,80} \b(?:agree|accept|privacy)\b | \bplease\s(?:enable|turn\son)\sjavascript\b
    | \bthis\s(?:post|content|video|embed)\scan(?:'|’|no)t?\s?(?:not\s)?be\s(?:displayed|shown|played)\b"""
)

# ---- lines that point elsewhere, ask for something or credit a picture ------------------------------------------------

_POINTER = re.compile(
    r"""(?ix) ^ \W{0,3} (?:
      (?: also\sread | read\s(?:also|more|next|this|on|the\sfull|the\slatest|our|here) | see\s(?:also|more) | also\s(?:in|see)
        | don(?:'|’)t\smiss | you\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested)
        | recommended(?:\s(?:for\syou|stories|reading|articles))?
        | related(?:\s(?:articles?|stories|story|news|content|topics?|coverage|posts?|links?|videos?))?
        | more\s(?:top\sreads|stories|news|headlines|coverage|articles) | more\s(?:from|on)\s\w[^.]{0,60}$
        | must[-\s]reads? | editor(?:'|’)?s(?:'|’)?\s(?:picks?|choice) | most\s(?:popular|read|viewed|shared|commented)
        | what\sto\sread\snext | top\s(?:stories|news|headlines|videos?) | trending | search\strends?
        | in\scase\syou\smissed | in\spictures
      ) \b
    | (?: watch | listen | video | up\snext | read | explainer | explained | opinion | gallery | live )
      (?:\s(?:now|also|live|more|here|next))? \s? [:|]
    | (?: tags? | topics? | keywords | labels | categor(?:y|ies) | filed\sunder | tagged\s(?:with|as|in)? | posted\sin
        | published\sin | hashtags? | sections? ) \s? :
    ) """
)
_POINTER_EXACT = re.compile(
    r"(?i)^\W{0,3}(?:read (?:also|more|next|on)|also read|see also|related|more on|up next|watch|listen)\b[^.]{0,30}[:|»>-]"
)

_PLEA = re.compile(
    r"""(?ix) ^ \W{0,3} (?:
      follow\s(?:us|our|@\w+|the\s.{1,30}\son\b|.{1,40}\son\s(?:facebook|twitter|x|instagram|telegram|whatsapp|google|linkedin|youtube|threads|bluesky))
    | (?:like|find|visit|join)\s(?:us|our|the\s.{0,30}(?:channel|community|conversation|group))\b
    | (?:please\s)?(?:subscribe|sign\s?up|register|log\s?in|become\sa\s(?:member|patron|subscriber|supporter)|donate|support\s(?:us|our)|support\s.{1,40}\s(?:on\spatreon|or\sbecome|today|donation))\b
    | (?:if\syou\s(?:like|liked|enjoy|enjoyed|appreciate|value|found)\s(?:this|our|the)\b)
    | (?:get|catch|find|stay|discover|explore|check\sout|download|enjoy)\b .{0,60} \b(?:latest|live|breaking|top|all\sthe|app|newsletters?|inbox|updates?|
        up\sto\sdate|updated|tuned)\b .{0,80} \b(?:news|stories|headlines|articles?|updates?|events|app|newsletters?|inbox|here|on|at|gadgets|google|store)\b
    | (?:get|receive|have)\b .{0,40} \b(?:delivered|sent|straight|direct(?:ly)?)\b .{0,30} \b(?:inbox|email|phone|you)\b
    | click\s(?:here|on\sthe|to)\b | tap\s(?:here|to)\b | scan\sthe\sqr
    | (?:you\scan\s)?share\sthis\b | (?:print|share|email)\s?\|
    | (?:we(?:'|’)re|we\sare)\sbringing\b .{0,80} \b(?:support|donation|patron)
    | we\sare\sclosing\sthis\b .{0,20}\bblog | (?:this|our|the)\slive\s?(?:blog|coverage|updates?)\b .{0,40}\b(?:closed|ended|concluded|is\snow)
    | sorry\b .{0,60}\bcomments? | comments\s(?:are|have\sbeen)\s(?:closed|disabled|turned\soff)
    | thank(?:s|\syou)\sfor\s(?:reading|subscribing|following|joining)
    | advertisement\b .{0,60}$ | (?:story|article)\scontinues\s(?:below|after)
    | (?:watch|listen\sto|download)\b .{0,60} \b(?:podcast|app|episode|live\sstream|livestream|tv\sonline)\b
    | (?:this|the)\s(?:story|article|report|copy|headline)\b .{0,60} \b(?:auto-?\s?generated|not\s(?:been\s)?edited|syndicated|republished|originally\s(?:published|appeared)
        |first\s(?:published|appeared)|translated\s(?:from|by)|produced\sby)\b
    | \(?this\sis\san?\s(?:unedited|auto|breaking|developing)\b | (?:breaking|developing)\sstory\b .{0,80}\b(?:refresh|updates?|follow|more)
    | (?:it|this|more)\s(?:is|to)\s(?:a\s)?(?:breaking|developing|follow)\b .{0,60}$
    | (?:our|the)\s(?:standards|journalism)\s?: | with\s(?:input|inputs|files|agenc\w+|additional\sreporting)\b .{0,80}$
    | (?:additional\s|further\s)?(?:reporting|writing|editing|edited|compiled|written|translated|translation)\sby\b .{0,200}$
    | \(?(?:reporting|writing|editing)\b .{0,120};\s?(?:writing|editing|compiled)\b .{0,120}$
    | (?:source|sources)\sof\s(?:the\s)?(?:featured\s)?(?:image|photo|picture) | featured\simage
    | for\s(?:more|all\sthe|the\slatest)\b .{0,60} \b(?:news|stories|updates|information|visit|follow|click|download|subscribe)\b
    | [A-Z]{2,5}\s[A-Za-z]+:\shttps?:// | switch\sto\b .{0,40}\? | (?:have|got)\sa\s(?:tip|story|news\stip)\b
    | do\syou\shave\b .{0,60}\b(?:tip|story)\b | (?:contact|reach)\sthe\s(?:author|reporter|writer)
    )"""
)

_SOURCES = (
    r"afp|reuters|ap|associated\spress|getty|epa|efe|ansa|dpa|cfp|xinhua|shutterstock|anadolu|aa|tass|sputnik|ria|upi|wikimedia|wiki|"
    r"commons|flickr|creative\scommons|handout|courtesy|screengrab|screenshot|social\smedia|twitter|telegram|x|facebook|youtube|file|"
    r"alamy|imagn|zuma|bloomberg|pti|ani|unsplash|pixabay|ukrinform|press\sservice|ministry|dvids|centcom|u\.?s\.?\s(?:navy|army|air\sforce)|dw|cnn|bbc"
)
_CAPTION_LEAD = re.compile(
    r"""(?ix) ^ \W{0,2} (?: (?:file\s|archive\s|representative\s|illustrative\s)?(?:photo|image|picture|pic|photograph|illustration|graphic|caption|screengrab|screenshot)s?
      \s?(?:\([^)]{0,60}\)\s?)?(?::|by\b|credit|courtesy|source|©|\|) | (?:file|representative|representational|illustrative)\s(?:photo|image|picture|pic)
      | \(?photo\sby\b | mandatory\scredit | credits?\s?: | courtesy\s?: | image\scredits? | (?:image|photo)\ssource
      | (?:in\sthis|this)\s(?:\w+\s){0,4}(?:photo|image|picture|photograph|screengrab|handout)\b .{0,300}\b(?:provided|released|taken|shows?|made\savailable|obtained) )"""
)
_CAPTION_TAIL = re.compile(
    rf"""(?ix) (?:
      \s/\s?(?:[A-Z][\w.\s]{{0,30}}/)?\s?(?:{_SOURCES})
    | [(\[]\s?(?:file\s)?(?:photo|photos|photograph|image|picture|pic|credit|photo\scredit|illustration|screengrab|screenshot)\b[^)\]]{{0,120}}[)\]]
    | [(\[][^()\[\]]{{0,80}}[/|,]\s?(?:{_SOURCES})(?:\s(?:images?|photos?|file(?:\sphoto)?|via\s[^()\[\]]{{0,40}}))*\s?[)\]]
    | (?:mandatory\s|photo\s|image\s|picture\s)?credits?\s?:\s[^.]{{1,100}}
    | (?:photo|photograph|image|picture)s?\s?(?::|by\b|courtesy)\s?[^.]{{1,100}}
    | (?:/|via\s|–\s|—\s|\(|\|\s)(?:getty(?:\simages)?|reuters|afp|ap\sphoto|shutterstock|epa(?:-efe)?|anadolu)(?:\s(?:images?|photos?|via\s.{{1,30}}))?\)?
    | \((?:file|archive|representative|representational|illustrative)(?:\s(?:photo|image|picture|pic))?\)
    | [\w.'’ -]{{3,60}}\s?/\s?(?:{_SOURCES})\b(?:\s(?:images?|photos?|file))?(?:\svia\s[\w ]{{2,30}})?
    ) [.\s]* $"""
)
_REPORTING = re.compile(r"(?i)\b(?:said|told|added|according to|confirmed|announced|reported that)\b")
_SHORT_CREDIT = re.compile(
    rf"(?i)^[\w.'’ -]{{2,60}}\s?[/|]\s?(?:{_SOURCES})\b[\w ,/|-]{{0,60}}$|^©.{{0,100}}$|^(?:{_SOURCES})\s(?:photos?|images?)\b.{{0,60}}$"
)

_BIO = re.compile(
    r"""(?x) ^ (?:\*\s?)? [A-Z][^.]{2,70} \s(?:is|was|writes|covers|reports)\s [^.]{0,140} \b(?:correspondent|reporter|editor|columnist|journalist|freelance\w*|
    contributor|writer|producer|author\sof|fellow\s(?:at|in|with)|newsroom|analyst\s(?:at|with|for)) \b"""
)
_HARMED = re.compile(
    r"(?i)\b(?:kill|dead|die|injur|wound|arrest|detain|abduct|kidnap|captur|missing|shot|attack|jail|sentenc|held)\w*"
)

_LOCATION_ONLY = re.compile(r"^[A-Z][\w.'’ -]{1,30}(?:, [A-Z][\w.'’ -]{1,30})? ?(?:\([A-Z][\w ]{1,20}\))? ?:$")
_BYLINE = re.compile(
    r"""(?x) ^ (?: [Bb][Yy]\s+ (?! the\b ) [A-Z][\w.'’\-]+ (?:[\s,&|]+(?:and|for|in|with|of|the|de|al|van|bin|[A-Z@][\w.'’\-]*)){0,14}
    | (?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported|[Ee]dited|[Uu]pdated|[Aa]uthor|[Ss]tory|[Tt]ext)\s?(?:by|:)\s?[A-Z][\w.'’ ,&|-]{1,80}
    | (?:From\s)?(?:[A-Z][\w.'’-]+\s){0,3}(?:News\s)?(?:Staff|Desk|Bureau|Newsroom|Agencies|Correspondent|Team|Web\sDesk|Report|Staff\sReporter|Staff\sWriter|Online)s? (?:\sReport)?
    ) $"""
)
_BREADCRUMB = re.compile(
    r"^(?:home|news|world|main|front page)\b[\w &'’-]{0,30}(?:\s?[>»›/]\s?[\w &'’:,-]{1,80}){1,5}$", re.IGNORECASE
)
_SEPARATORS = re.compile(r"\s[|•·»›>]\s")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_STAMP_WORDS = re.compile(
    rf"""(?ix) \b(?:published|posted|updated|created|modified|issued|last|first|on|at|the|date|time|local|min(?:ute)?s?|read|source|by|in|
    hours?|hrs?|utc|gmt|{"|".join(dates.ZONES)}|am|pm|a\.m|p\.m|{"|".join(dates.WEEKDAYS)}|{"|".join(dates.MONTHS)}|world|news|reports?|report|staff|author|publish|
    edited|edition|update|print|gulf|standard|eastern|time|ago)\b | [\d:./|,;·•()–—»>+-]+ """
)
_HEAD = 10  #: so many lines at the top may be a page's head
_TAIL = 6

#: a list of other stories starts under these, and goes on while the lines look like headlines
_LIST_HEADER = re.compile(
    r"""(?ix) ^ \W{0,3} (?: more\s(?:top\s)?(?:reads|stories|news|headlines)\b .{0,40} | related(?:\s\w+)? | most\s(?:popular|read|viewed)(?:\s.{0,20})?
    | recommended(?:\s.{0,20})? | read\s(?:also|more|next)(?:\sstories\slike\sthis)? | also\sread | see\salso | you\s(?:may|might)\salso\slike | trending(?:\snow)?
    | search\strends? | latest(?:\s(?:news|stories|headlines))? | top\s(?:stories|news|headlines) | editor(?:'|’)?s\spicks? | must\sread | more\s(?:from|on)\s.{1,40}
    ) \s?[:>»]{0,2} $"""
)
_SKIP_PREFIX = re.compile(r"(?i)^skip (?:next|past|to next) (?:section|advert\w*|promotion|content)\s+")
_SOURCE_TAIL = re.compile(
    r"""(?x) \s* (?: [(\[]\s?(?:ANI|PTI|IANS|TASS|ANSA|AFP|AP|Reuters|REUTERS|Xinhua|dpa|DPA|UNB|BSS|Sputnik|Anadolu|AA|EFE|Kyodo|Bernama|APP|UPI|IRNA|SANA|WAM|NNA|TPS|
    ANHA|Agencies|agencies|With\s[Ii]nputs?\s[^)\]]{1,40})(?:\s?[/&,]\s?[A-Za-z]{2,12}){0,2}[)\]] | [–—-]+\s?(?:AFP|Reuters|AP|BERNAMA|Bernama|Xinhua|dpa|AGENCIES|Agencies|PTI|ANI)
    ) \.? $"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """An article's own lines, and those taken away, both in order."""

    kept: tuple[str, ...]
    removed: tuple[str, ...]


def cut(lines: Sequence[str], *, title: str = "", outlet: str | None = None) -> Cut:
    """`lines` without furniture. `title` and `outlet` help to recognise their own repetition. Linear in the text."""
    lines = [line for line in (raw.strip() for raw in lines) if line]
    doubled = _doubled(lines)
    kept: list[str] = []
    removed: list[str] = []
    listing = False
    title_key = _key(title)
    names = {_key(name) for name in (outlet or "").replace(" via ", "/").split("/")} - {""}
    last = len(lines) - _TAIL
    for index, line in enumerate(lines):
        near_top, near_end = index < _HEAD, index >= last
        if prefix := _SKIP_PREFIX.match(line):
            removed.append(prefix.group().strip())
            line = line[prefix.end() :]
        key = _key(line)
        if listing and _like_headline(line):
            removed.append(line)
            continue
        listing = len(line) <= 80 and bool(_LIST_HEADER.match(line))
        if (
            listing
            or index in doubled
            or key in names
            or (title_key and key == title_key and index < _HEAD + 5)
            or is_furniture(line, near_top=near_top, near_end=near_end)
        ):
            removed.append(line)
            continue
        if near_end and (credit := _SOURCE_TAIL.search(line[-80:])):
            removed.append(credit.group().strip())
            line = line[: len(line) - len(credit.group())].rstrip()
            if not line:
                continue
        kept.append(line)
    return Cut(kept=tuple(_with_dateline(kept)), removed=tuple(removed))


def is_furniture(line: str, *, near_top: bool = False, near_end: bool = False) -> bool:
    """Whether this one line is none of the article's own."""
    size = len(line)
    if size > 600:
        return False
    bare = line.strip(" .:!*|•·>»«<-–—[]()").lower()
    if not bare or bare in _BARE or (size <= 200 and _SOLE.match(line)):
        return True
    if size <= 160 and _share_bar(line):
        return True
    if size <= 500 and _COOKIES.search(line):
        return True
    if size <= 300 and (_PLEA.match(line) or _pointer(line)):
        return True
    if is_caption(line):
        return True
    if size <= 160 and is_stamp(line, near_edge=near_top or near_end):
        return True
    if near_top and size <= 6 and line.isalpha() and line.isupper():
        return True
    if near_top and size <= 120 and (_BYLINE.match(line) or _BREADCRUMB.match(line)):
        return True
    if near_end and size <= 120 and _BYLINE.match(line):
        return True
    if _ticker(line):
        return True
    return (near_top or near_end) and size <= 400 and bool(_BIO.match(line)) and not _HARMED.search(line)


def is_caption(line: str) -> bool:
    """Whether the line describes a picture: it leads or ends with a credit."""
    if len(line) > 450:
        return False
    if _CAPTION_LEAD.match(line):
        return True
    # '... the ministry said. (Reuters)' ends a report
    if _SOURCE_TAIL.search(line[-80:]) or _REPORTING.search(line):
        return False
    tail = _CAPTION_TAIL.search(line[-180:]) if len(line) > 180 else _CAPTION_TAIL.search(line)
    if tail is None:
        return bool(_SHORT_CREDIT.match(line)) if len(line) <= 120 else False
    return len(line) <= 350


def is_stamp(line: str, *, near_edge: bool = True) -> bool:
    """Whether the line holds a date or time of publication, and besides it only labels and names."""
    found = list(dates.stamps(line))
    if not found and not re.search(r"\d{1,2}[:.]\d\d", line):
        return False
    if not found and not near_edge:
        return False
    if _SENTENCE_END.search(line) and not re.search(r"(?i)[ap]\.m\.$", line) and len(line) > 60:
        return False
    rest = line
    for stamp in reversed(found):
        rest = rest[: stamp.start] + " " + rest[stamp.end :]
    rest = _STAMP_WORDS.sub(" ", rest)
    words = rest.split()
    if not words:
        return True
    labelled = bool(re.search(r"(?i)\b(?:published|posted|updated|source|by)\b|[|»]", line))
    return (
        near_edge
        and len(words) <= (6 if labelled else 3)
        and all(word[:1].isupper() or word[:1] == "(" for word in words)
    )


def _pointer(line: str) -> bool:
    found = _POINTER.match(line)
    if not found:
        return False
    if _POINTER_EXACT.match(line) or found.group().rstrip().endswith((":", "|")):
        return True
    # 'Trending downward, the toll ...' is a sentence; a pointer has a mark behind it, or no full stop at the end
    rest = line[found.end() : found.end() + 3].lstrip()
    return rest[:1] in (":", "|", ">", "»", "-", "–", "") or (len(line) <= 90 and not _SENTENCE_END.search(line))


def _share_bar(line: str) -> bool:
    words = [word.lower() for word in _WORD.findall(line)]
    return (
        bool(words)
        and any(word in _SHARE_CORE for word in words)
        and all(word in _SHARE_WORDS or word.isdigit() for word in words)
    )


def _ticker(line: str) -> bool:
    """Tags or other headlines in one line, held apart by bars or bullets."""
    parts = _SEPARATORS.split(line)
    if len(parts) < 3 or len(line) > 400 or line[0] in "•·»›>|":
        return False
    return not any(_SENTENCE_END.search(part) and len(part) > 80 for part in parts)


def _like_headline(line: str) -> bool:
    return len(line) <= 160 and not _SENTENCE_END.search(line.rstrip(">» "))


def _doubled(lines: Sequence[str]) -> frozenset[int]:
    """Lines to drop because they stand there more than once.

    A line printed twice near itself is a caption and its alternative text: both go, if it reads like one. A paragraph
    repeated later (a summary above the article) is kept once.
    """
    seen: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if len(line) >= 20:
            seen.setdefault(_key(line), []).append(index)
    drop: set[int] = set()
    for places in seen.values():
        if len(places) < 2:
            continue
        line = lines[places[0]]
        near = any(b - a <= 2 for a, b in zip(places, places[1:], strict=False))
        captionlike = is_caption(line) or (len(line) <= 250 and not _SENTENCE_END.search(line))
        drop.update(places if near and captionlike and places[0] > 0 else places[1:])
        if near and captionlike and places[0] == 0 and len(lines) > 2 and _has_date(line):
            drop.add(0)
    return frozenset(drop)


def _has_date(line: str) -> bool:
    return next(dates.stamps(line), None) is not None


def _with_dateline(lines: list[str]) -> list[str]:
    """'New Delhi:' on a line of its own is the dateline of the next."""
    for index, line in enumerate(lines[:3]):
        if index + 1 < len(lines) and len(line) <= 60 and _LOCATION_ONLY.match(line):
            return [*lines[:index], f"{line} {lines[index + 1]}", *lines[index + 2 :]]
    return lines


def _key(line: str) -> str:
    return re.sub(r"[\W_]+", " ", line).strip().casefold()
