"""The habits of web pages, as patterns: what a line says of itself that makes it no line of the article.

Each names a habit, not an outlet. They are matched against one line at a time, and never against more than a few
hundred characters of it, so a hostile line costs nothing.
"""

from __future__ import annotations

import re

from monitor.articles import dates

# ---- lines that are nothing but furniture -------------------------------------------------------------------------

#: a whole line of one of these is a button, a label or a heading of the page
BARE = frozenset(
    " ".join(phrase.split())
    for phrase in """
    a+; a-; aa; accept; accept all; accept cookies; ad; ads; advertisement; advertisements; advertising;
    advertorial; agree; article continues after ad; article continues below; back; back to top; breaking;
    breaking news; by; cancel; close; comment; comments; continue; continue reading; copied; copy; copy link;
    download app; exclusive; featured; font size; go back; got it; home; i accept; i agree; leave a comment;
    leave a reply; listen; listen to article; listen to this article; live; live updates; load more; loading;
    log in; login; manage preferences; menu; more; more news; more stories; news; newsletter; next; next
    article; no comments; ok; open app; play; post a comment; prev; previous; previous article; print; print
    this article; promoted; published; read full story; read later; read more; read next; register; reject all;
    related; reply; report; reports; save; save article; search; see also; show less; show more; sign in; sign
    up; skip ad; skip to content; skip to main content; skip to navigation; sponsored; sponsored content; story
    continues below; story continues below advertisement; subscribe; subscribe now; text size; this article is
    being updated; top stories; trending; trending now; updated; updating; user; video; video player; view all;
    view comments; watch; watch live; world; world news; your browser does not support the video tag
    """.split(";")
)

SHARE_WORDS = frozenset(
    """share shares shared this article story post page on via with by or to the link copy copied print email
    e-mail mail facebook fb twitter x tweet linkedin whatsapp telegram viber reddit pinterest messenger pocket
    tumblr vk line wechat weibo flipboard bluesky threads mastodon instagram youtube tiktok rss sms save
    bookmark pin it comments comment read later follow us me options your friends social media in google news
    signal odnoklassniki xing skype ok like follow and listen gift""".split()
)
SHARE_CORE = frozenset(
    """share shares shared print email e-mail facebook twitter tweet linkedin whatsapp telegram viber reddit pinterest
    messenger flipboard comments instagram youtube copy rss bookmark""".split()
)
WORD = re.compile(r"[^\s|,.:;·•/()\[\]]+")

SOLE = re.compile(
    r"""(?ix) ^ (?:
      [a-z]+(?:_[a-z]+)+                                           # icon names: close_game
    | \d[\d,.]*\s?[km]?\+?\s(?:views?|shares?|comments?|reads?|likes?|retweets?|min(?:ute)?s?\s(?:read|ago)
        |hours?\sago|days?\sago)
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

#: without one of these there is no talk of cookies
COOKIE_HINTS = ("cookie", "privacy", "terms of", "javascript", "displayed", "shown", "played")
COOKIES = re.compile(
    r"""(?ix) \b(?:agree|accept|consent|use)\b .{0,60} \bcookies\b
    | \bcookies?\b .{0,200} \b(?:agree|accept|consent|settings?|polic(?:y|ies)|browser|browsing|preferences?
        |deactivated|
    disabled|experience|personali[sz]e)\b | \b(?:privacy|cookie)\s(?:policy|statement|notice|settings?)\b
    | \bterms\sof\s(?:use|service)\b .{0,80} \b(?:agree|accept|privacy)\b | \bplease\s(?:enable
        |turn\son)\sjavascript\b
    | \bthis\s(?:post|content|video|embed)\scan(?:'|’|no)t?\s?(?:not\s)?be\s(?:displayed|shown|played)\b"""
)

# ---- lines that point elsewhere, ask for something or credit a picture ----------------------------------------

POINTER = re.compile(
    r"""(?ix) ^ \W{0,3} (?:
      (?: also\sread | read\s(?:also|more|next|this|on|the\sfull|the\slatest|our|here) | see\s(?:also|more)
          | also\s(?:in|see)
        | don(?:'|’)t\smiss | you\s(?:may|might)\s(?:also\s)?(?:like|be\sinterested)
        | recommended(?:\s(?:for\syou|stories|reading|articles))?
        | related(?:\s(?:articles?|stories|story|news|content|topics?|coverage|posts?|links?|videos?))?
        | more\s(?:top\sreads|stories|news|headlines|coverage|articles) | more\s(?:from|on)\s\w[^.]{0,60}$
        | must[-\s]reads? | editor(?:'|’)?s(?:'|’)?\s(?:picks?|choice) | most\s(?:popular|read|viewed|shared
            |commented)
        | what\sto\sread\snext | top\s(?:stories|news|headlines|videos?) | trending | search\strends?
        | in\scase\syou\smissed | in\spictures
      ) \b
    | (?: watch | listen | video | up\snext | read | explainer | explained | opinion | gallery | live )
      (?:\s(?:now|also|live|more|here|next))? \s? [:|]
    | (?: tags? | topics? | keywords | labels | categor(?:y|ies) | filed\sunder | tagged\s(?:with|as|in)? | posted\sin
        | published\sin | hashtags? | sections? ) \s? :
    ) """
)
POINTER_EXACT = re.compile(
    r"(?i)^\W{0,3}(?:read (?:also|more|next|on)|also read|see also|related|more on|up next|watch|listen)\b[^.]{0,30}[:|»>-]"  # noqa: E501
)

PLEA = re.compile(
    r"""(?ix) ^ \W{0,3} (?:
      follow\s(?:us|our|@\w+|the\s.{1,30}\son\b|.{1,40}\son\s(?:facebook|twitter|x|instagram|telegram|whatsapp|google
          |linkedin|youtube|threads|bluesky))
    | (?:like|find|visit|join)\s(?:(?-i:us|Us)|our|the\s.{0,30}(?:channel|community|conversation|group))\b
    | (?:please\s)?(?:subscribe|sign\s?up|register|log\s?in|become\sa\s(?:member|patron|subscriber|supporter)|donate
        |support\s(?:(?-i:us|Us)|our)|support\s.{1,40}\s(?:on\spatreon|or\sbecome|today|donation))\b
    | (?:if\syou\s(?:like|liked|enjoy|enjoyed|appreciate|value|found)\s(?:this|our|the)\b)
    | (?:get|catch|find|stay|discover|explore|check\sout|download|enjoy)\b .{0,60} \b(?:latest|live|breaking|top
        |all\sthe|app|newsletters?|inbox|updates?|
        up\sto\sdate|updated|tuned)\b .{0,80} \b(?:news|stories|headlines|articles?|updates?|events|app|newsletters?
            |inbox|here|on|at|gadgets|google|store)\b
    | (?:get|receive|have)\b .{0,40} \b(?:delivered|sent|straight|direct(?:ly)?)\b .{0,30} \b(?:inbox|email|phone
        |you)\b
    | click\s(?:here|on\sthe|to)\b | tap\s(?:here|to)\b | scan\sthe\sqr
    | (?:you\scan\s)?share\sthis\b | (?:print|share|email)\s?\|
    | (?:we(?:'|’)re|we\sare)\sbringing\b .{0,80} \b(?:support|donation|patron)
    | we\sare\sclosing\sthis\b .{0,20}\bblog | (?:this|our|the)\slive\s?(?:blog|coverage
        |updates?)\b .{0,40}\b(?:closed|ended|concluded|is\snow)
    | (?:the|this)\s(?:post|article|story|entry)\b .{0,220} \b(?:appeared\sfirst|first\sappeared)\son\b
    | sorry\b .{0,60}\bcomments? | comments\s(?:are|have\sbeen)\s(?:closed|disabled|turned\soff)
    | thank(?:s|\syou)\sfor\s(?:reading|subscribing|following|joining)
    | advertisement\b .{0,60}$ | (?:story|article)\scontinues\s(?:below|after)
    | (?:watch|listen\sto|download)\b .{0,60} \b(?:podcast|app|episode|live\sstream|livestream|tv\sonline)\b
    | (?:this|the)\s(?:story|article|report|copy|headline)\b .{0,60} \b(?:auto-?\s?generated|not\s(?:been\s)?edited
        |syndicated|republished|originally\s(?:published|appeared)
        |first\s(?:published|appeared)|translated\s(?:from|by)|produced\sby)\b
    | \(?this\sis\san?\s(?:unedited|auto|breaking|developing)\b | (?:breaking
        |developing)\sstory\b .{0,80}\b(?:refresh|updates?|follow|more)
    | (?:it|this|more)\s(?:is|to)\s(?:a\s)?(?:breaking|developing|follow)\b .{0,60}$
    | (?:our|the)\s(?:standards|journalism)\s?: | with\s(?:input|inputs|files|agenc\w+
        |additional\sreporting)\b .{0,80}$
    | (?:additional\s|further\s)?(?:reporting|writing|editing|edited|compiled|written|translated
        |translation)\sby\b .{0,200}$
    | \(?(?:reporting|writing|editing)\b .{0,120};\s?(?:writing|editing|compiled)\b .{0,120}$
    | (?:source|sources)\sof\s(?:the\s)?(?:featured\s)?(?:image|photo|picture) | featured\simage
    | for\s(?:more|all\sthe|the\slatest)\b .{0,60} \b(?:news|stories|updates|information|visit|follow|click|download
        |subscribe)\b
    | [A-Z]{2,5}\s[A-Za-z]+:\shttps?:// | switch\sto\b .{0,40}\? | (?:have|got)\sa\s(?:tip|story|news\stip)\b
    | do\syou\shave\b .{0,60}\b(?:tip|story)\b | (?:contact|reach)\sthe\s(?:author|reporter|writer)
    )"""
)

SOURCES = (
    r"afp|reuters|ap|associated\spress|getty|epa|efe|ansa|dpa|cfp|xinhua|shutterstock|anadolu|aa|tass|sputnik|ria|upi|wikimedia|wiki|"
    r"commons|flickr|creative\scommons|handout|courtesy|screengrab|screenshot|social\smedia|twitter|telegram|x|facebook|youtube|file|"
    r"alamy|imagn|zuma|bloomberg|pti|ani|unsplash|pixabay|ukrinform|press\sservice|ministry|dvids|centcom|u\.?s\.?\s(?:navy|army|air\sforce)|dw|cnn|bbc"
)
#: '[Smoke over Nabatieh, May 2025. Getty]', 'Flights were suspended [Getty]'
IN_BRACKETS = re.compile(
    r"(?i)^\[[^\]]{10,250}\b(?:getty|afp|reuters|ap|epa|file|archive|courtesy|handout)(?:\simages?|\sphoto)?\W{0,2}\]$|\[getty(?:\simages?)?\]$"
)
#: 'President Assad (left) and his guest': who is where in a picture
POSED = re.compile(
    r"\((?:(?:far|front|back|top|bottom|second|third|2nd|3rd)\s(?:from\s(?:the\s)?)?)?(?:left|right|cent(?:er|re)|L|R|C)\)"
)
CAPTION_LEAD = re.compile(
    r"""(?ix) ^ \W{0,2} (?: (?:file\s|archive\s|representative\s|illustrative\s)?(?:photo|image|picture|pic
        |photograph|illustration|graphic|caption|screengrab|screenshot)s?
      \s?(?:\([^)]{0,60}\)\s?)?(?::|by\b|credit|courtesy|source|©|\|) | (?:file|representative|representational
          |illustrative)\s(?:photo|image|picture|pic)
      | \(?photo\sby\b | mandatory\scredit | credits?\s?: | courtesy\s?: | image\scredits? | (?:image|photo)\ssource
      | (?:in\sthis|this)\s(?:\w+\s){0,4}(?:photo|image|picture|photograph|screengrab
          |handout)\b .{0,300}\b(?:provided|released|taken|shows?|made\savailable|obtained) )"""
)
#: without one of these there is no credit; most lines are settled by it
CREDIT_HINTS = (
    *"/([|©", "photo", "Photo", "image", "Image", "picture", "Picture", "credit", "Credit", "getty", "Getty", "GETTY",
    "via ",
)  # fmt: skip
CAPTION_TAIL = re.compile(
    rf"""(?ix) (?:
      \s/\s?(?:[A-Z][\w.\s]{{0,30}}/)?\s?(?:{SOURCES})
    | [(\[]\s?(?:file\s)?(?:photo|photos|photograph|image|picture|pic|credit|photo\scredit|illustration|screengrab
        |screenshot)\b[^)\]]{{0,120}}[)\]]
    | [(\[][^()\[\]]{{0,80}}[/|,]\s?(?:{SOURCES})(?:\s(?:images?|photos?|file(?:\sphoto)?
        |via\s[^()\[\]]{{0,40}}))*\s?[)\]]
    | (?:mandatory\s|photo\s|image\s|picture\s)?credits?\s?:\s[^.]{{1,100}}
    | (?:photo|photograph|image|picture)s?\s?(?::|by\b|courtesy)\s?[^.]{{1,100}}
    | (?:/|via\s|–\s|—\s|\(|\|\s)(?:getty(?:\simages)?|reuters|afp|ap\sphoto|shutterstock|epa(?:-efe)?
        |anadolu)(?:\s(?:images?|photos?|via\s.{{1,30}}))?\)?
    | \((?:file|archive|representative|representational|illustrative)(?:\s(?:photo|image|picture|pic))?\)
    | [\w.'’ -]{{3,60}}\s?/\s?(?:{SOURCES})\b(?:\s(?:images?|photos?|file))?(?:\svia\s[\w ]{{2,30}})?
    ) [.\s]* $"""
)
#: '... near Afrin, March 13, 2018. REUTERS/Ann Otherman', '(AP Photo/Ann Otherman)', 'EPA/STR': no report ends so
PHOTOGRAPHER = re.compile(
    rf"""(?x) (?:^|[\s(\[.,–—-]) (?:AP|AFP|REUTERS|Reuters|EPA|EPA-EFE|EFE|ANSA|AA|Anadolu|PTI|ANI|TASS|UPI|DPA|dpa
        |Xinhua|Bloomberg|Getty|Sputnik|ANP|NTB|TT|ZUMA|SIPA|NurPhoto)
    (?:\s(?:Photo|Images?|Pool|File))? \s?/\s? (?!(?i:{SOURCES})\b)
    (?:STR|POOL|[A-Z][\w.'’-]*[a-zà-ÿ]) (?:[\s/,-][\w.'’-]+){{0,5}} [)\].]* $"""
)
REPORTING = re.compile(r"(?i)\b(?:said|told|added|according to|confirmed|announced|reported that)\b")
SHORT_CREDIT = re.compile(
    rf"(?i)^[\w.'’ -]{{2,60}}\s?[/|]\s?(?:{SOURCES})\b[\w ,/|-]{{0,60}}$|^©.{{0,100}}$|^(?:{SOURCES})\s(?:photos?|images?)\b.{{0,60}}$"  # noqa: E501
)

BIO = re.compile(
    r"""(?x) ^ (?:\*\s?)? (?:[A-Z][\w.'’()-]*\s){1,6} (?:is|was|writes|covers|reports)\s [^.]{0,140}
    \b(?:correspondent|reporter
    |editor|columnist|journalist|freelance\w*|contributor|writer|producer|author\sof|fellow\s(?:at|in|with)|newsroom
    |analyst\s(?:at|with|for)) \b"""
)
HARMED = re.compile(
    r"(?i)\b(?:kill|dead|die|injur|wound|arrest|detain|abduct|kidnap|captur|missing|shot|attack|jail|sentenc|held)\w*"
)

LOCATION_ONLY = re.compile(r"^[A-Z][\w.'’ -]{1,30}(?:, [A-Z][\w.'’ -]{1,30})? ?(?:\([A-Z][\w ]{1,20}\))? ?:$")
BYLINE = re.compile(
    r"""(?x) ^ (?: [Bb][Yy]\s+ (?! the\b ) [A-Z][\w.'’\-]+ (?:[\s,&|]+(?:and|for|in|with|of|the|de|al|van|bin
        |[A-Z@][\w.'’\-]*)){0,14}
    | (?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Rr]eported|[Ee]dited|[Uu]pdated|[Aa]uthor|[Ss]tory|[Tt]ext)\s?(?:by
        |:)\s?[A-Z][\w.'’ ,&|-]{1,80}
    | (?:From\s)?(?:[A-Z][\w.'’-]+\s){0,3}(?:News\s)?(?:Staff|Desk|Bureau|Newsroom|Agencies|Correspondent|Team
        |Web\sDesk|Report|Staff\sReporter|Staff\sWriter|Online)s? (?:\sReport)?
    ) $"""
)
BREADCRUMB = re.compile(
    r"^(?:home|news|world|main|front page)\b[\w &'’-]{0,30}(?:\s?[>»›/]\s?[\w &'’:,-]{1,80}){1,5}$", re.IGNORECASE
)
SEPARATORS = re.compile(r"\s[|•·»›>]\s")
SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*$""")
STAMP_WORDS = re.compile(
    rf"""(?ix) \b(?:published|posted|updated|created|modified|issued|last|first|on|at|the|date|time|local
        |min(?:ute)?s?|read|source|by|in|
    hours?|hrs?|utc|gmt|{"|".join(dates.ZONES)}|am|pm|a\.m|p\.m|{"|".join(dates.WEEKDAYS)}|{"|".join(dates.MONTHS)}
        |world|news|reports?|report|staff|author|publish|
    edited|edition|update|print|gulf|standard|eastern|time|ago)\b | [\d:./|,;·•()–—»>+-]+ """
)
HEAD = 10  #: so many lines at the top may be a page's head
TAIL = 6

#: a list of other stories starts under these, and goes on while the lines look like headlines
LIST_HEADER = re.compile(
    r"""(?ix) ^ \W{0,3} (?: more\s(?:top\s)?(?:reads|stories|news|headlines)\b .{0,40} | related(?:\s\w+)?
        | most\s(?:popular|read|viewed)(?:\s.{0,20})?
    | recommended(?:\s.{0,20})? | read\s(?:also|more|next)(?:\sstories\slike\sthis)? | also\sread | see\salso
        | you\s(?:may|might)\salso\slike | trending(?:\snow)?
    | search\strends? | latest(?:\s(?:news|stories|headlines))? | top\s(?:stories|news|headlines) | editor(?:'
        |’)?s\spicks? | must\sread | more\s(?:from|on)\s.{1,40}
    ) \s?[:>»]{0,2} $"""
)
SKIP_PREFIX = re.compile(r"(?i)^skip (?:next|past|to next) (?:section|advert\w*|promotion|content)\s+")
#: what a line with such a credit ends with
SOURCE_ENDS = (*")]", "AFP", "Reuters", "AP", "ERNAMA", "ernama", "Xinhua", "dpa", "AGENCIES", "gencies", "PTI", "ANI")
SOURCE_TAIL = re.compile(
    r"""(?x) \s* (?: [(\[]\s?(?:ANI|PTI|IANS|TASS|ANSA|AFP|AP|Reuters|REUTERS|Xinhua|dpa|DPA|UNB|BSS|Sputnik|Anadolu
        |AA|EFE|Kyodo|Bernama|APP|UPI|IRNA|SANA|WAM|NNA|TPS|
    ANHA|Agencies|agencies|With\s[Ii]nputs?\s[^)\]]{1,40})(?:\s?[/&,]\s?[A-Za-z]{2,12}){0,2}[)\]] | [–—-]+\s?(?:AFP
        |Reuters|AP|BERNAMA|Bernama|Xinhua|dpa|AGENCIES|Agencies|PTI|ANI)
    ) \.? $"""
)
