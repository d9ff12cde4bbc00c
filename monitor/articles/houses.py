"""Who owns which outlet, and how the news agencies sign. Common knowledge, kept as plain tables."""

from __future__ import annotations

#: agency -> how it signs. The first name is the one we use.
AGENCIES: dict[str, tuple[str, ...]] = {
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "Reuters": ("Reuters", "Thomson Reuters", "Thomson/Reuters"),
    "AP": ("AP", "Associated Press", "The Associated Press"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "dpa": ("dpa", "Deutsche Presse-Agentur", "dpa international"),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI", "Asian News International"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "TASS": ("TASS",),
    "Sputnik": ("Sputnik", "RIA Novosti", "RIA"),
    "Interfax": ("Interfax",),
    "ANSA": ("ANSA",),
    "EFE": ("EFE", "Agencia EFE"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
    "Anadolu": ("Anadolu", "Anadolu Agency", "AA"),
    "UPI": ("UPI", "United Press International"),
    "PA": ("PA", "PA Media", "Press Association"),
    "Bernama": ("Bernama",),
    "APP": ("APP", "Associated Press of Pakistan"),
    "IRNA": ("IRNA",),
    "SANA": ("SANA",),
    "Ukrinform": ("Ukrinform",),
    "Interfax-Ukraine": ("Interfax-Ukraine",),
    "AAP": ("AAP", "Australian Associated Press"),
    "TPS": ("TPS",),
    "CNN": ("CNN", "The-CNN-Wire"),
    "Bloomberg": ("Bloomberg",),
}

_HOUSES = """
BBC: BBC; BBC News; BBC World; BBC Persian; BBC Arabic; bbc.co.uk; bbc.com
Al Jazeera: Al Jazeera; Al Jazeera English; AJ+; aljazeera.com; aljazeera.net
Al Arabiya: Al Arabiya; Al Arabiya English; Al Hadath; MBC; alarabiya.net
Rudaw: Rudaw; rudaw.net
Shafaq: Shafaq News; Shafaq; shafaq.com
Kurdistan24: Kurdistan24; Kurdistan 24; K24; kurdistan24.net
Haaretz: Haaretz; TheMarker; haaretz.com; haaretz.co.il
Jerusalem Post: The Jerusalem Post; Jerusalem Post; Walla; Maariv; jpost.com
Times of Israel: The Times of Israel; Times of Israel; Zman Yisrael; timesofisrael.com
Yedioth: Ynet; Ynetnews; Yedioth Ahronoth; ynet.co.il; ynetnews.com
i24NEWS: i24NEWS; i24news.tv
Deutsche Welle: DW; Deutsche Welle; dw.com
France Médias Monde: France 24; France24; RFI; Monte Carlo Doualiya; france24.com; rfi.fr
Guardian Media: The Guardian; Guardian; The Observer; theguardian.com
New York Times: The New York Times; New York Times; NYT; The Athletic; nytimes.com
Washington Post: The Washington Post; Washington Post; washingtonpost.com
News Corp: The Wall Street Journal; Wall Street Journal; WSJ; New York Post; The Times; The Sunday Times; The
    Sun; MarketWatch; Barron's; The Australian; news.com.au; Sky News Australia; Herald Sun; wsj.com;
    nypost.com; thetimes.co.uk; thetimes.com; thesun.co.uk
Fox: Fox News; Fox Business; foxnews.com
Warner Bros. Discovery: CNN; CNN Arabic; CNN International; edition.cnn.com; cnn.com
NBCUniversal: NBC News; MSNBC; CNBC; NBC; nbcnews.com; cnbc.com
Comcast: Sky News; Sky; news.sky.com
Disney: ABC News; ESPN; abcnews.go.com
Paramount: CBS News; CBS; cbsnews.com
US Agency for Global Media: VOA; VOA News; Voice of America; RFE/RL; Radio Free Europe/Radio Liberty; Radio
    Free Europe; Radio Farda; Radio Svoboda; Radio Free Asia; RFA; Alhurra; voanews.com; rferl.org; rfa.org;
    svoboda.org; radiosvoboda.org
NPR: NPR; npr.org
Axel Springer: Politico; Politico Europe; Politico.eu; Bild; Die Welt; Welt; Business Insider; Insider;
    politico.com; politico.eu; bild.de; welt.de
Daily Mail and General Trust: Daily Mail; MailOnline; Mail on Sunday; Metro; The i Paper; iNews;
    dailymail.co.uk; metro.co.uk
Telegraph Media: The Telegraph; The Daily Telegraph; telegraph.co.uk
Independent: The Independent; The Evening Standard; Evening Standard; independent.co.uk
Nikkei: Financial Times; FT; Nikkei; Nikkei Asia; ft.com; asia.nikkei.com
RT: RT; Russia Today; RT Arabic; Ruptly; rt.com
Rossiya Segodnya: Sputnik; RIA Novosti; RIA; sputnikglobe.com; sputniknews.com; ria.ru
TASS: TASS; tass.com; tass.ru
Interfax: Interfax; interfax.ru; interfax.com
Kommersant: Kommersant; kommersant.ru
Meduza: Meduza; meduza.io
Ukrainska Pravda: Ukrainska Pravda; European Pravda; Ekonomichna Pravda; pravda.com.ua; eurointegration.com.ua
Kyiv Independent: The Kyiv Independent; Kyiv Independent; kyivindependent.com
NV: The New Voice of Ukraine; NV; New Voice of Ukraine; nv.ua; english.nv.ua
Suspilne: Suspilne; Suspilne News; suspilne.media
Ukrinform: Ukrinform; ukrinform.net; ukrinform.ua
Interfax-Ukraine: Interfax-Ukraine; interfax.com.ua
CCTV: CGTN; CCTV; China Central Television; cgtn.com; cctv.com
Xinhua: Xinhua; Xinhua News Agency; news.cn; xinhuanet.com
Global Times: Global Times; People's Daily; globaltimes.cn; people.cn
Alibaba: South China Morning Post; SCMP; scmp.com
HT Media: Hindustan Times; Mint; Live Mint; LiveMint; Hindustan; hindustantimes.com; livemint.com
Times Group: The Times of India; Times of India; Economic Times; The Economic Times; Times Now; Navbharat
    Times; timesofindia.indiatimes.com; economictimes.indiatimes.com; timesnownews.com
Zee: Zee News; WION; DNA; wionews.com; zeenews.india.com
The Hindu Group: The Hindu; BusinessLine; Frontline; thehindu.com; thehindubusinessline.com
India Today Group: India Today; Aaj Tak; Business Today; indiatoday.in; businesstoday.in
Network18: News18; CNN-News18; Firstpost; Moneycontrol; CNBC-TV18; news18.com; firstpost.com; moneycontrol.com
Indian Express: The Indian Express; Indian Express; Financial Express; indianexpress.com
NDTV: NDTV; ndtv.com
National Herald: National Herald; nationalheraldindia.com
Dawn: Dawn; Dawn News; dawn.com
Express Tribune: The Express Tribune; Express News; tribune.com.pk
Jang: Geo News; The News International; Geo; geo.tv; thenews.com.pk
TRT: TRT World; TRT; TRT Haber; trtworld.com
Turkuvaz: Daily Sabah; Sabah; A News; A Haber; dailysabah.com; anews.com.tr
Anadolu: Anadolu Agency; Anadolu; AA; aa.com.tr
SRMG: Arab News; Asharq Al-Awsat; Asharq News; Independent Arabia; arabnews.com; aawsat.com
IMI: The National; Sky News Arabia; CNN Business Arabic; thenationalnews.com; skynewsarabia.com
Al Nisr: Gulf News; gulfnews.com
IRIB: Press TV; PressTV; IRIB; Al-Alam; Al Alam; presstv.ir; alalam.ir
Tasnim: Tasnim; Tasnim News Agency; tasnimnews.com
Fars: Fars; Fars News Agency; farsnews.ir
IRNA: IRNA; irna.ir; en.irna.ir
Mehr: Mehr News Agency; Mehr News; Tehran Times; mehrnews.com; tehrantimes.com
Volant: Iran International; iranintl.com
IranWire: IranWire; iranwire.com
Al-Mayadeen: Al Mayadeen; Al-Mayadeen; almayadeen.net
Al-Manar: Al-Manar; Al Manar; almanar.com.lb
L'Orient: L'Orient Today; L'Orient-Le Jour; today.lorientlejour.com; lorientlejour.com
Al-Monitor: Al-Monitor; al-monitor.com
Middle East Eye: Middle East Eye; middleeasteye.net
Fathom: The New Arab; Al-Araby Al-Jadeed; newarab.com
South24: South24; South24 Center; south24.net
Mediacorp: CNA; Channel NewsAsia; channelnewsasia.com
SPH: The Straits Times; Straits Times; The Business Times; straitstimes.com
Yonhap: Yonhap; Yonhap News Agency; yna.co.kr; en.yna.co.kr
NHK: NHK; NHK World; nhk.or.jp
Kyodo: Kyodo; Kyodo News; The Japan Times; kyodonews.net; english.kyodonews.net
Australian Broadcasting Corporation: ABC Australia; ABC News Australia; abc.net.au
Nine: The Sydney Morning Herald; The Age; smh.com.au; theage.com.au
CBC: CBC; CBC News; Radio-Canada; cbc.ca
Bell Media: CTV News; CTV; BNN Bloomberg; ctvnews.ca
Postmedia: National Post; Calgary Herald; Toronto Sun; Vancouver Sun; nationalpost.com
Globe and Mail: The Globe and Mail; theglobeandmail.com
Yahoo: Yahoo News; Yahoo; AOL; news.yahoo.com; yahoo.com
MSN: MSN; msn.com
Newsweek: Newsweek; newsweek.com
Bloomberg: Bloomberg; bloomberg.com
Reuters: Reuters; reuters.com
AP: AP; AP News; Associated Press; The Associated Press; apnews.com
AFP: AFP; Agence France-Presse; afp.com
ANSA: ANSA; ansa.it
Military Times: Military Times; Defense News; Navy Times; Army Times; Air Force Times; C4ISRNET;
    militarytimes.com; defensenews.com; navytimes.com
US Naval Institute: USNI News; news.usni.org
Euronews: Euronews; Africanews; euronews.com; africanews.com
Le Monde: Le Monde; lemonde.fr
El País: El País; EL PAÍS; elpais.com
Spiegel: Der Spiegel; Spiegel; spiegel.de
Premium Times: Premium Times; premiumtimesng.com
Sahel media: Sahara Reporters; saharareporters.com
"""


def _table(text: str) -> dict[str, tuple[str, ...]]:
    """'House: outlet; outlet; domain', a line that starts with blanks going on with the one above."""
    joined = text.strip().replace("\n    ", " ")
    rows = (line.partition(": ") for line in joined.split("\n"))
    return {house: tuple(name.strip() for name in names.split(";")) for house, _, names in rows}


#: house -> outlets and web domains it owns
HOUSES = _table(_HOUSES)

_SITES = """
aawsat.com: Asharq Al-Awsat; abc.net.au: ABC Australia; abcnews.go.com: ABC News; africanews.com: Africanews;
alarabiya.net: Al Arabiya; aljazeera.com: Al Jazeera; aljazeera.net: Al Jazeera; anews.com.tr: A News; apnews.com: AP;
arabnews.com: Arab News; axios.com: Axios; bbc.co.uk: BBC News; bbc.com: BBC News; bild.de: Bild;
bloomberg.com: Bloomberg; breakingdefense.com: Breaking Defense; cbc.ca: CBC; cbsnews.com: CBS News; cctv.com: CCTV;
cgtn.com: CGTN; channelnewsasia.com: CNA; cnbc.com: CNBC; cnet.com: CNET; cnn.com: CNN;
csmonitor.com: The Christian Science Monitor; ctvnews.ca: CTV News; dailymail.co.uk: Daily Mail;
dailysabah.com: Daily Sabah; dawn.com: Dawn; defensenews.com: Defense News; dw.com: DW;
economictimes.indiatimes.com: The Economic Times; economist.com: The Economist; elpais.com: El País;
engadget.com: Engadget; eurointegration.com.ua: European Pravda; euronews.com: Euronews; firstpost.com: Firstpost;
foreignpolicy.com: Foreign Policy; foxnews.com: Fox News; france24.com: France 24; ft.com: Financial Times;
geo.tv: Geo News; gizmodo.com: Gizmodo; globaltimes.cn: Global Times; gulfnews.com: Gulf News; haaretz.com: Haaretz;
hindustantimes.com: Hindustan Times; hurriyetdailynews.com: Hürriyet Daily News; independent.co.uk: The Independent;
indianexpress.com: The Indian Express; indiatoday.in: India Today; irishtimes.com: The Irish Times;
japantimes.co.jp: The Japan Times; jpost.com: The Jerusalem Post; koreaherald.com: The Korea Herald;
kyivindependent.com: The Kyiv Independent; kyivpost.com: Kyiv Post; latimes.com: Los Angeles Times;
lemonde.fr: Le Monde; livemint.com: Mint; metro.co.uk: Metro; militarytimes.com: Military Times;
moneycontrol.com: Moneycontrol; msn.com: MSN; nationalpost.com: National Post; nbcnews.com: NBC News; ndtv.com: NDTV;
news.com.au: news.com.au; news.sky.com: Sky News; news.un.org: UN News; news.usni.org: USNI News; news18.com: News18;
newsweek.com: Newsweek; npr.org: NPR; nypost.com: New York Post; nytimes.com: The New York Times;
politico.com: Politico; politico.eu: Politico Europe; pravda.com.ua: Ukrainska Pravda; presstv.ir: Press TV;
propublica.org: ProPublica; radiosvoboda.org: Radio Svoboda; reuters.com: Reuters; rfa.org: Radio Free Asia;
rferl.org: RFE/RL; rfi.fr: RFI; ria.ru: RIA Novosti; rt.com: RT; rte.ie: RTÉ; scmp.com: South China Morning Post;
skynewsarabia.com: Sky News Arabia; slate.com: Slate; smh.com.au: The Sydney Morning Herald; spiegel.de: Der Spiegel;
straitstimes.com: The Straits Times; svoboda.org: Radio Svoboda; swissinfo.ch: Swissinfo; techradar.com: TechRadar;
telegraph.co.uk: The Telegraph; theage.com.au: The Age; theatlantic.com: The Atlantic;
thedailybeast.com: The Daily Beast; theepochtimes.com: The Epoch Times; theglobeandmail.com: The Globe and Mail;
theguardian.com: The Guardian; thehill.com: The Hill; thehindu.com: The Hindu; thenationalnews.com: The National;
thenews.com.pk: The News International; thesun.co.uk: The Sun; thetimes.co.uk: The Times; thetimes.com: The Times;
time.com: Time; timesofindia.indiatimes.com: The Times of India; timesofisrael.com: The Times of Israel;
today.com: Today; today.lorientlejour.com: L'Orient Today; tribune.com.pk: The Express Tribune;
trtworld.com: TRT World; usatoday.com: USA Today; voanews.com: VOA; vox.com: Vox;
washingtonpost.com: The Washington Post; welt.de: Die Welt; wionews.com: WION; wsj.com: The Wall Street Journal;
yahoo.com: Yahoo News; ynetnews.com: Ynetnews
"""

#: web domain -> how readers know the outlet there
SITES: dict[str, str] = {
    domain: name for domain, _, name in (entry.strip().partition(": ") for entry in _SITES.split(";"))
}
