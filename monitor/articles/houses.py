"""Who owns which outlet, and how the news agencies sign. Common knowledge, kept as plain tables."""

from __future__ import annotations

#: agency -> how it signs. The first name is the one we use.
AGENCIES: dict[str, tuple[str, ...]] = {
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "Reuters": ("Reuters", "REUTERS", "Thomson Reuters", "Thomson/Reuters"),
    "AP": ("AP", "Associated Press", "The Associated Press"),
    "Xinhua": ("Xinhua", "XINHUA", "Xinhua News Agency"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur", "dpa international"),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI", "Asian News International"),
    "IANS": ("IANS", "Indo-Asian News Service"),
    "TASS": ("TASS", "ITAR-TASS", "Itar-Tass"),
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
    "Jiji": ("Jiji", "Jiji Press", "JIJI"),
    "TNS": ("TNS", "Tribune News Service", "Tribune Content Agency"),
    "Canadian Press": ("Canadian Press", "The Canadian Press"),
    "NAN": ("NAN", "News Agency of Nigeria"),
    "Wafa": ("Wafa", "WAFA", "Palestinian News and Information Agency"),
    "SPA": ("SPA", "Saudi Press Agency"),
    "WAM": ("WAM", "Emirates News Agency"),
    "KUNA": ("KUNA", "Kuwait News Agency"),
    "QNA": ("QNA", "Qatar News Agency"),
    "Jordan News Agency": ("Jordan News Agency", "Petra News Agency"),
    "National News Agency": ("National News Agency", "NNA"),
    "Iraqi News Agency": ("Iraqi News Agency",),
    "Saba": ("Saba News Agency", "Yemen News Agency"),
    "SUNA": ("SUNA", "Sudan News Agency"),
    "Ethiopian News Agency": ("Ethiopian News Agency",),
    "SONNA": ("SONNA", "Somali National News Agency"),
    "AIM": ("AIM", "Agência de Informação de Moçambique"),
    "KCNA": ("KCNA", "Korean Central News Agency"),
    "Antara": ("Antara", "ANTARA"),
    "Vietnam News Agency": ("Vietnam News Agency", "VNA"),
    "Philippine News Agency": ("Philippine News Agency", "PNA"),
    "United News of India": ("United News of India",),
    "UNB": ("UNB", "United News of Bangladesh"),
    "BSS": ("BSS", "Bangladesh Sangbad Sangstha"),
    "Pajhwok": ("Pajhwok", "Pajhwok Afghan News"),
    "Lusa": ("Lusa", "LUSA"),
    "Belga": ("Belga",),
    "ANP": ("ANP",),
    "Ritzau": ("Ritzau",),
    "NTB": ("NTB",),
    "PAP": ("PAP", "Polish Press Agency"),
    "BTA": ("BTA", "Bulgarian News Agency"),
    "Tanjug": ("Tanjug",),
    "BNS": ("BNS", "Baltic News Service"),
    "BelTA": ("BelTA", "BELTA", "Belta"),
    "Armenpress": ("Armenpress", "ARMENPRESS"),
    "RBC-Ukraine": ("RBC-Ukraine",),
    "UNIAN": ("UNIAN",),
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
    Free Europe; Radio Farda; Radio Svoboda; Radio Free Asia; RFA; BenarNews; Alhurra; benarnews.org; voanews.com;
    rferl.org; rfa.org; svoboda.org; radiosvoboda.org
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
Australian Broadcasting Corporation: ABC Australia; ABC News Australia; ABC News; abc.net.au
Nine: The Sydney Morning Herald; The Age; smh.com.au; theage.com.au
Special Broadcasting Service: SBS; SBS News; sbs.com.au
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
Sahara Reporters: Sahara Reporters; saharareporters.com
Punch Nigeria: The Punch; Punch; punchng.com
Vanguard Media: Vanguard Nigeria; vanguardngr.com
Media Trust: Daily Trust; dailytrust.com
Leaders & Company: ThisDay; THISDAY; Arise News; thisdaylive.com; arise.tv
Channels: Channels Television; Channels TV; channelstv.com
Guardian Nigeria: The Guardian Nigeria; The Guardian; Guardian; guardian.ng
Sun Nigeria: The Sun Nigeria; The Sun; sunnewsonline.com
Vintage Press: The Nation Nigeria; thenationonlineng.net
TheCable: TheCable; thecable.ng
HumAngle: HumAngle; humanglemedia.com
Nation Media: Daily Nation; The EastAfrican; Daily Monitor; NTV Kenya; nation.africa; theeastafrican.co.ke;
    monitor.co.ug; thecitizen.co.tz
Standard Group: The Standard Kenya; KTN; standardmedia.co.ke
Radio Africa: The Star Kenya; the-star.co.ke
Royal Media: Citizen TV; Citizen Digital; citizen.digital
Garowe Online: Garowe Online; garoweonline.com
Hiiraan: Hiiraan Online; hiiraan.com
Shabelle: Shabelle Media Network; Shabelle; shabellemedia.com
Goobjoog: Goobjoog News; Goobjoog; goobjoog.com
Addis Standard: Addis Standard; addisstandard.com
The Reporter: The Reporter Ethiopia; thereporterethiopia.com
Fana: Fana Broadcasting Corporate; fanabc.com
Sudan Tribune: Sudan Tribune; sudantribune.com; sudantribune.net
Radio Dabanga: Radio Dabanga; Dabanga; dabangasudan.org
Eye Radio: Eye Radio; eyeradio.org
Radio Tamazuj: Radio Tamazuj; radiotamazuj.org
Actualite.cd: Actualite.cd; ACTUALITE.CD; actualite.cd
Fondation Hirondelle: Radio Okapi; Studio Tamani; radiookapi.net
Zitamar: Zitamar News; Cabo Ligado; zitamar.com
Club of Mozambique: Club of Mozambique; clubofmozambique.com
Jeune Afrique Media: Jeune Afrique; The Africa Report; jeuneafrique.com; theafricareport.com
AllAfrica: allAfrica; allafrica.com
Mail & Guardian: Mail & Guardian; mg.co.za
Naspers: News24; City Press; News24.com; news24.com
Daily Maverick: Daily Maverick; dailymaverick.co.za
Primedia: Eyewitness News; EWN; ewn.co.za
IOL: IOL; Independent Online; iol.co.za
Institute for Security Studies: ISS Today; issafrica.org
Libya Observer: The Libya Observer; libyaobserver.ly
Libya Herald: Libya Herald; libyaherald.com
Libya Update: Libya Update; libyaupdate.com
Ahram: Ahram Online; Al-Ahram; english.ahram.org.eg; ahram.org.eg
Egypt Independent: Egypt Independent; Al-Masry Al-Youm; egyptindependent.com; almasryalyoum.com
Daily News Egypt: Daily News Egypt; dailynewsegypt.com
Mada Masr: Mada Masr; madamasr.com
North Press: North Press Agency; npasyria.com
Enab Baladi: Enab Baladi; english.enabbaladi.net; enabbaladi.net
Syrian Observatory for Human Rights: Syrian Observatory for Human Rights; SOHR; syriahr.com
SANA: Syrian Arab News Agency; sana.sy
ANHA: Hawar News; Hawar News Agency; ANHA; hawarnews.com; anha-hawar.com
Naharnet: Naharnet; naharnet.com
An-Nahar: An-Nahar; Annahar; annahar.com
Daily Star Lebanon: The Daily Star Lebanon; dailystar.com.lb
NOW Lebanon: NOW Lebanon; now.mmedia.me; nowlebanon.com
Iraqi News: Iraqi News; iraqinews.com
Bas News: Basnews; basnews.com
NINA: National Iraqi News Agency; ninanews.com
Jordan Press Foundation: The Jordan Times; Jordan Times; jordantimes.com
Roya: Roya News; en.royanews.tv; royanews.tv
Saudi Gazette: Saudi Gazette; Okaz; saudigazette.com.sa; okaz.com.sa
Galadari: Khaleej Times; khaleejtimes.com
Al Sharq: The Peninsula; thepeninsulaqatar.com
Gulf Times: Gulf Times; gulf-times.com
Yemen Monitor: Yemen Monitor; yemenmonitor.com
Debriefer: Debriefer; debriefer.net
Al-Masirah: Al-Masirah; Al Masirah; almasirah.net.ye; english.masirahtv.net
Palestine Chronicle: The Palestine Chronicle; palestinechronicle.com
Wafa: Wafa; english.wafa.ps; wafa.ps
Ma'an: Ma'an News Agency; maannews.net
Israel Hayom: Israel Hayom; israelhayom.com
Arutz Sheva: Arutz Sheva; Israel National News; israelnationalnews.com
JNS: JNS; Jewish News Syndicate; jns.org
Kan: Kan News; Kan; kan.org.il
Keshet: Channel 12; N12; mako.co.il
Hurriyet: Hürriyet Daily News; Hurriyet Daily News; Hürriyet; hurriyetdailynews.com; hurriyet.com.tr
Duvar: Duvar English; duvarenglish.com
Bianet: Bianet; bianet.org
Turkish Minute: Turkish Minute; turkishminute.com
Ahval: Ahval; ahvalnews.com
Civilnet: CivilNet; civilnet.am
OC Media: OC Media; oc-media.org
Armenpress: Armenpress; armenpress.am
Azertac: Azertac; AZERTAC; azertag.az
Trend: Trend News Agency; en.trend.az; trend.az
Report.az: Report News Agency; report.az
Caucasian Knot: Caucasian Knot; Kavkaz-Uzel; eng.kavkaz-uzel.eu; kavkaz-uzel.eu
Eurasianet: Eurasianet; eurasianet.org
Moscow Times: The Moscow Times; themoscowtimes.com
Novaya Gazeta: Novaya Gazeta; Novaya Gazeta Europe; novayagazeta.eu
Izvestia: Izvestia; iz.ru
Insider of Russia: The Insider; theins.ru; theins.press
Kyiv Post: Kyiv Post; kyivpost.com
Euromaidan Press: Euromaidan Press; euromaidanpress.com
Unian: UNIAN; unian.info; unian.net; unian.ua
RBC-Ukraine: RBC-Ukraine; newsukraine.rbc.ua; rbc.ua
Militarnyi: Militarnyi; mil.in.ua; militarnyi.com
Liga: LIGA.net; liga.net
Censor.net: Censor.NET; censor.net; censor.net.ua
Defense Express: Defense Express; en.defence-ua.com; defence-ua.com
TVP: TVP World; TVP; tvpworld.com
Notes from Poland: Notes from Poland; notesfrompoland.com
ERR: ERR News; ERR; news.err.ee; err.ee
LRT: LRT; LRT English; lrt.lt
LSM: LSM; eng.lsm.lv; lsm.lv
Yle: Yle; Yle News; yle.fi
SVT: SVT; Sveriges Television; svt.se
NRK: NRK; nrk.no
Barents Observer: The Barents Observer; thebarentsobserver.com
Balkan Investigative Reporting Network: Balkan Insight; BIRN; balkaninsight.com
N1: N1; n1info.rs; n1info.ba; n1info.hr
RTÉ: RTÉ; RTÉ News; RTE News; rte.ie
Irish Times: The Irish Times; Irish Examiner; irishtimes.com; irishexaminer.com
Mediahuis: Irish Independent; Sunday Independent; Belfast Telegraph; independent.ie; belfasttelegraph.co.uk
Swissinfo: Swissinfo; SWI swissinfo.ch; swissinfo.ch
ITV: ITV News; ITV; itv.com
Channel Four: Channel 4 News; channel4.com
Reach: Daily Mirror; The Mirror; Daily Express; Daily Star; Daily Record; Manchester Evening News; mirror.co.uk;
    express.co.uk; dailystar.co.uk; dailyrecord.co.uk
National World: The Scotsman; scotsman.com
Economist Group: The Economist; economist.com
Jane's: Janes; Jane's; janes.com
Naval News: Naval News; navalnews.com
gCaptain: gCaptain; gcaptain.com
Maritime Executive: The Maritime Executive; maritime-executive.com
Informa: Lloyd's List; lloydslist.com
TradeWinds: TradeWinds; tradewindsnews.com
Splash: Splash247; splash247.com
The War Zone: The War Zone; The Drive; TWZ; twz.com; thedrive.com
Breaking Defense: Breaking Defense; breakingdefense.com
Defense One: Defense One; GovExec; defenseone.com
Stars and Stripes: Stars and Stripes; stripes.com
Military.com: Military.com; military.com
Task & Purpose: Task & Purpose; taskandpurpose.com
Long War Journal: FDD's Long War Journal; Long War Journal; The Long War Journal; longwarjournal.org
Bleeping Computer: BleepingComputer; bleepingcomputer.com
Recorded Future: The Record; therecord.media
CyberScoop: CyberScoop; Scoop News Group; cyberscoop.com
TechTarget: Computer Weekly; SearchSecurity; computerweekly.com
The Register: The Register; theregister.com; theregister.co.uk
Wired: WIRED; Wired; Condé Nast; The New Yorker; Vanity Fair; wired.com; newyorker.com
SecurityWeek: SecurityWeek; securityweek.com
The Hacker News: The Hacker News; thehackernews.com
USA Today Network: USA Today; USA TODAY; Detroit Free Press; usatoday.com
Los Angeles Times: Los Angeles Times; latimes.com
Tribune Publishing: Chicago Tribune; New York Daily News; chicagotribune.com; nydailynews.com
McClatchy: Miami Herald; The Sacramento Bee; McClatchy; miamiherald.com; sacbee.com
Boston Globe: The Boston Globe; boston.com; bostonglobe.com
Christian Science Monitor: The Christian Science Monitor; csmonitor.com
PBS: PBS; PBS NewsHour; PBS News; pbs.org
Time: TIME; time.com
Atlantic: The Atlantic; theatlantic.com
Graham: Foreign Policy; Slate; foreignpolicy.com; slate.com
Nexstar: The Hill; NewsNation; thehill.com; newsnationnow.com
Axios: Axios; axios.com
Washington Times: The Washington Times; washingtontimes.com
Washington Examiner: Washington Examiner; washingtonexaminer.com
Daily Beast: The Daily Beast; thedailybeast.com
Newsmax: Newsmax; newsmax.com
Breitbart: Breitbart; Breitbart News; breitbart.com
Epoch: The Epoch Times; NTD; theepochtimes.com; ntd.com
Vice: VICE News; VICE; vice.com
HuffPost: HuffPost; BuzzFeed News; BuzzFeed; huffpost.com; buzzfeednews.com
Intercept: The Intercept; theintercept.com
Televisa: Univision; univision.com
El Universal: El Universal; eluniversal.com.mx
Reforma: Reforma; reforma.com
InSight Crime: InSight Crime; insightcrime.org
Colombia Reports: Colombia Reports; colombiareports.com
El Tiempo: El Tiempo; eltiempo.com
Infobae: Infobae; infobae.com
Haitian Times: The Haitian Times; haitiantimes.com
Le Nouvelliste: Le Nouvelliste; lenouvelliste.com
AyiboPost: AyiboPost; ayibopost.com
teleSUR: teleSUR; teleSUR English; telesurenglish.net; telesurtv.net
MercoPress: MercoPress; en.mercopress.com
Stabroek: Stabroek News; stabroeknews.com
TOLO: TOLOnews; TOLO News; tolonews.com
Amu: Amu TV; amu.tv
Khaama: Khaama Press; khaama.com
Ariana: Ariana News; ariananews.af
Afghanistan International: Afghanistan International; afintl.com
Nawaiwaqt: The Nation Pakistan; Nawa-i-Waqt; nation.com.pk
Samaa: SAMAA TV; SAMAA; samaa.tv
ARY: ARY News; arynews.tv
Dunya: Dunya News; dunyanews.tv
Business Recorder: Business Recorder; Aaj News; brecorder.com; aaj.tv
Pakistan Today: Pakistan Today; pakistantoday.com.pk
Balochistan Post: The Balochistan Post; thebalochistanpost.net
Greater Kashmir: Greater Kashmir; greaterkashmir.com
Rising Kashmir: Rising Kashmir; risingkashmir.com
Kashmir Observer: Kashmir Observer; kashmirobserver.net
ABP: The Telegraph India; ABP News; ABP Live; telegraphindia.com; abplive.com
Tribune Trust: The Tribune India; tribuneindia.com
Deccan Herald: Deccan Herald; deccanherald.com
Deccan Chronicle: Deccan Chronicle; The Asian Age; deccanchronicle.com
Scroll: Scroll.in; Scroll; scroll.in
The Wire: The Wire India; thewire.in
ThePrint: ThePrint; theprint.in
New Indian Express: The New Indian Express; newindianexpress.com
Northeast Now: Northeast Now; nenow.in
EastMojo: EastMojo; eastmojo.com
Sentinel Assam: The Sentinel Assam; sentinelassam.com
Assam Tribune: The Assam Tribune; assamtribune.com
Transcom: The Daily Star Bangladesh; The Daily Star; Prothom Alo; thedailystar.net; prothomalo.com
Dhaka Tribune: Dhaka Tribune; dhakatribune.com
bdnews24: bdnews24.com; bdnews24
Kantipur: The Kathmandu Post; Kantipur; kathmandupost.com
Daily Mirror Sri Lanka: Daily Mirror Sri Lanka; dailymirror.lk
Derana: Ada Derana; adaderana.lk
Irrawaddy: The Irrawaddy; Irrawaddy; irrawaddy.com
Myanmar Now: Myanmar Now; myanmar-now.org
Mizzima: Mizzima; Mizzima News; eng.mizzima.com; mizzima.com
DVB: DVB; Democratic Voice of Burma; english.dvb.no; dvb.no
Frontier Myanmar: Frontier Myanmar; frontiermyanmar.net
Shan Herald Agency for News: Shan Herald Agency for News; SHAN; english.shannews.org
BNI: BNI; Burma News International; bnionline.net
Bangkok Post: Bangkok Post; bangkokpost.com
Nation Thailand: The Nation Thailand; nationthailand.com
Thai PBS: Thai PBS World; Thai PBS; thaipbsworld.com; thaipbs.or.th
Khaosod: Khaosod English; Khaosod; khaosodenglish.com
Khmer Times: Khmer Times; khmertimeskh.com
Phnom Penh Post: The Phnom Penh Post; phnompenhpost.com
VnExpress: VnExpress; VnExpress International; e.vnexpress.net; vnexpress.net
Inquirer: Philippine Daily Inquirer; INQUIRER.net; Inquirer; inquirer.net
PhilStar: The Philippine Star; Philstar.com; Philstar; philstar.com
Rappler: Rappler; rappler.com
GMA: GMA News; GMA News Online; gmanetwork.com
ABS-CBN: ABS-CBN News; ABS-CBN; abs-cbn.com
Manila Bulletin: Manila Bulletin; mb.com.ph
Manila Times: The Manila Times; manilatimes.net
Tempo: Tempo; Tempo.co; en.tempo.co; tempo.co
Jakarta Post: The Jakarta Post; thejakartapost.com
Jakarta Globe: Jakarta Globe; jakartaglobe.id
Star Media: The Star Malaysia; thestar.com.my
Malay Mail: Malay Mail; malaymail.com
Malaysiakini: Malaysiakini; malaysiakini.com
Media Prima: New Straits Times; nst.com.my
Free Malaysia Today: Free Malaysia Today; FMT; freemalaysiatoday.com
Jubi: Jubi; en.jubi.id; jubi.id
Radio New Zealand: RNZ; RNZ News; RNZ Pacific; rnz.co.nz
New Zealand Herald: NZ Herald; The New Zealand Herald; nzherald.co.nz
Stuff: Stuff; stuff.co.nz
Seven West: 7NEWS; The West Australian; 7news.com.au; thewest.com.au
Asahi: The Asahi Shimbun; Asahi Shimbun; asahi.com
Mainichi: The Mainichi; Mainichi Shimbun; mainichi.jp
Yomiuri: The Japan News; Yomiuri Shimbun; japannews.yomiuri.co.jp; yomiuri.co.jp
JoongAng: Korea JoongAng Daily; JoongAng Ilbo; koreajoongangdaily.joins.com
Chosun: The Chosun Ilbo; Chosun Ilbo; chosun.com
Herald Corporation: The Korea Herald; Korea Herald; koreaherald.com
Korea Times: The Korea Times; Korea Times; koreatimes.co.kr
Hankyoreh: Hankyoreh; The Hankyoreh; hani.co.kr
NK News: NK News; NK Pro; nknews.org
Daily NK: Daily NK; dailynk.com
Focus Taiwan: Focus Taiwan; CNA Taiwan; Central News Agency; focustaiwan.tw
Liberty Times: Taipei Times; Liberty Times; taipeitimes.com
Taiwan News: Taiwan News; taiwannews.com.tw
China Daily: China Daily; chinadaily.com.cn
Caixin: Caixin; Caixin Global; caixinglobal.com
The Diplomat: The Diplomat; thediplomat.com
Asia Times: Asia Times; asiatimes.com
Defence Blog: Defence Blog; defence-blog.com
United Nations: UN News; OCHA; news.un.org
New Humanitarian: The New Humanitarian; IRIN; thenewhumanitarian.org
"""


def _table(text: str) -> dict[str, tuple[str, ...]]:
    """'House: outlet; outlet; domain', a line that starts with blanks going on with the one above."""
    joined = text.strip().replace("\n    ", " ")
    rows = (line.partition(": ") for line in joined.split("\n"))
    return {house: tuple(name.strip() for name in names.split(";")) for house, _, names in rows}


#: house -> outlets and web domains it owns
HOUSES = _table(_HOUSES)

_SITES = """
aawsat.com: Asharq Al-Awsat; abc.net.au: ABC Australia; abcnews.go.com: ABC News; abs-cbn.com: ABS-CBN News;
actualite.cd: Actualite.cd; adaderana.lk: Ada Derana; addisstandard.com: Addis Standard; afintl.com: Afghanistan
International; africanews.com: Africanews; ahvalnews.com: Ahval; al-monitor.com: Al-Monitor; alarabiya.net: Al Arabiya;
aljazeera.com: Al Jazeera; aljazeera.net: Al Jazeera; allafrica.com: allAfrica; almayadeen.net: Al Mayadeen; amu.tv:
Amu TV; anews.com.tr: A News; ansa.it: ANSA; apnews.com: AP; arabnews.com: Arab News; ariananews.af: Ariana News;
arise.tv: Arise News; armenpress.am: Armenpress; arynews.tv: ARY News; asahi.com: The Asahi Shimbun; asia.nikkei.com:
Nikkei Asia; asiatimes.com: Asia Times; assamtribune.com: The Assam Tribune; axios.com: Axios; ayibopost.com:
AyiboPost; azertag.az: Azertac; balkaninsight.com: Balkan Insight; bangkokpost.com: Bangkok Post; barrons.com:
Barron's; basnews.com: Basnews; bbc.co.uk: BBC News; bbc.com: BBC News; bdnews24.com: bdnews24; benarnews.org:
BenarNews; bianet.org: Bianet; bild.de: Bild; bleepingcomputer.com: BleepingComputer; bloomberg.com: Bloomberg;
boston.com: The Boston Globe; bostonglobe.com: The Boston Globe; breakingdefense.com: Breaking Defense; brecorder.com:
Business Recorder; breitbart.com: Breitbart; caixinglobal.com: Caixin; cbc.ca: CBC; cbsnews.com: CBS News; cctv.com:
CCTV; censor.net: Censor.NET; censor.net.ua: Censor.NET; cgtn.com: CGTN; channel4.com: Channel 4 News;
channelnewsasia.com: CNA; channelstv.com: Channels Television; chicagotribune.com: Chicago Tribune; chinadaily.com.cn:
China Daily; chosun.com: The Chosun Ilbo; citizen.digital: Citizen TV; civilnet.am: CivilNet; clubofmozambique.com:
Club of Mozambique; cnbc.com: CNBC; cnet.com: CNET; cnn.com: CNN; colombiareports.com: Colombia Reports; csmonitor.com:
The Christian Science Monitor; ctvnews.ca: CTV News; dailymail.co.uk: Daily Mail; dailymaverick.co.za: Daily Maverick;
dailymirror.lk: Daily Mirror Sri Lanka; dailynewsegypt.com: Daily News Egypt; dailynk.com: Daily NK; dailysabah.com:
Daily Sabah; dailystar.com.lb: The Daily Star Lebanon; dailytrust.com: Daily Trust; dawn.com: Dawn; debriefer.net:
Debriefer; deccanchronicle.com: Deccan Chronicle; deccanherald.com: Deccan Herald; defence-blog.com: Defence Blog;
defence-ua.com: Defense Express; defensenews.com: Defense News; dhakatribune.com: Dhaka Tribune; dunyanews.tv: Dunya
News; duvarenglish.com: Duvar English; dw.com: DW; e.vnexpress.net: VnExpress; eastmojo.com: EastMojo;
economictimes.indiatimes.com: The Economic Times; economist.com: The Economist; elpais.com: El País; eltiempo.com: El
Tiempo; eluniversal.com.mx: El Universal; en.defence-ua.com: Defense Express; en.jubi.id: Jubi; en.mercopress.com:
MercoPress; en.royanews.tv: Roya News; en.tempo.co: Tempo; en.trend.az: Trend News Agency; enabbaladi.net: Enab Baladi;
eng.lsm.lv: LSM; eng.mizzima.com: Mizzima; engadget.com: Engadget; english.ahram.org.eg: Ahram Online;
english.enabbaladi.net: Enab Baladi; english.shannews.org: Shan Herald Agency for News; english.wafa.ps: Wafa; err.ee:
ERR News; eurasianet.org: Eurasianet; eurointegration.com.ua: European Pravda; euromaidanpress.com: Euromaidan Press;
euronews.com: Euronews; ewn.co.za: Eyewitness News; express.co.uk: Daily Express; eyeradio.org: Eye Radio; fanabc.com:
Fana Broadcasting Corporate; farsnews.ir: Fars; firstpost.com: Firstpost; foreignpolicy.com: Foreign Policy;
foxnews.com: Fox News; france24.com: France 24; frontiermyanmar.net: Frontier Myanmar; ft.com: Financial Times;
garoweonline.com: Garowe Online; gcaptain.com: gCaptain; geo.tv: Geo News; gizmodo.com: Gizmodo; globaltimes.cn: Global
Times; gmanetwork.com: GMA News; goobjoog.com: Goobjoog News; greaterkashmir.com: Greater Kashmir; guardian.ng: The
Guardian Nigeria; gulf-times.com: Gulf Times; gulfnews.com: Gulf News; haaretz.com: Haaretz; haitiantimes.com: The
Haitian Times; hani.co.kr: Hankyoreh; hiiraan.com: Hiiraan Online; hindustantimes.com: Hindustan Times; huffpost.com:
HuffPost; humanglemedia.com: HumAngle; hurriyetdailynews.com: Hürriyet Daily News; i24news.tv: i24NEWS;
independent.co.uk: The Independent; independent.ie: Irish Independent; indianexpress.com: The Indian Express;
indiatoday.in: India Today; infobae.com: Infobae; insightcrime.org: InSight Crime; interfax.com: Interfax;
interfax.com.ua: Interfax-Ukraine; interfax.ru: Interfax; iranintl.com: Iran International; iranwire.com: IranWire;
iraqinews.com: Iraqi News; irishexaminer.com: Irish Examiner; irishtimes.com: The Irish Times; irna.ir: IRNA;
irrawaddy.com: The Irrawaddy; israelhayom.com: Israel Hayom; israelnationalnews.com: Israel National News;
issafrica.org: ISS Today; itv.com: ITV News; iz.ru: Izvestia; jakartaglobe.id: Jakarta Globe; janes.com: Janes;
japantimes.co.jp: The Japan Times; jeuneafrique.com: Jeune Afrique; jns.org: JNS; jordantimes.com: The Jordan Times;
jpost.com: The Jerusalem Post; jubi.id: Jubi; kan.org.il: Kan News; kashmirobserver.net: Kashmir Observer;
kathmandupost.com: The Kathmandu Post; khaama.com: Khaama Press; khaleejtimes.com: Khaleej Times; khaosodenglish.com:
Khaosod English; khmertimeskh.com: Khmer Times; kommersant.ru: Kommersant; koreaherald.com: The Korea Herald;
koreatimes.co.kr: The Korea Times; kyivindependent.com: The Kyiv Independent; kyivpost.com: Kyiv Post; latimes.com: Los
Angeles Times; lemonde.fr: Le Monde; lenouvelliste.com: Le Nouvelliste; libyaherald.com: Libya Herald;
libyaobserver.ly: The Libya Observer; libyaupdate.com: Libya Update; liga.net: LIGA.net; livemint.com: Mint;
lloydslist.com: Lloyd's List; lorientlejour.com: L'Orient Today; lrt.lt: LRT; lsm.lv: LSM; maannews.net: Ma'an News
Agency; madamasr.com: Mada Masr; mainichi.jp: The Mainichi; malaymail.com: Malay Mail; malaysiakini.com: Malaysiakini;
manilatimes.net: The Manila Times; maritime-executive.com: The Maritime Executive; mb.com.ph: Manila Bulletin;
meduza.io: Meduza; mehrnews.com: Mehr News Agency; metro.co.uk: Metro; mg.co.za: Mail & Guardian; miamiherald.com:
Miami Herald; middleeasteye.net: Middle East Eye; mil.in.ua: Militarnyi; militarnyi.com: Militarnyi; military.com:
Military.com; militarytimes.com: Military Times; mirror.co.uk: Daily Mirror; mizzima.com: Mizzima; moneycontrol.com:
Moneycontrol; monitor.co.ug: Daily Monitor; msn.com: MSN; myanmar-now.org: Myanmar Now; n1info.ba: N1; n1info.hr: N1;
n1info.rs: N1; naharnet.com: Naharnet; nation.africa: Daily Nation; nation.com.pk: The Nation; nationalheraldindia.com:
National Herald; nationalpost.com: National Post; nationthailand.com: The Nation Thailand; navalnews.com: Naval News;
navytimes.com: Navy Times; nbcnews.com: NBC News; ndtv.com: NDTV; nenow.in: Northeast Now; newarab.com: The New Arab;
newindianexpress.com: The New Indian Express; news.cn: Xinhua; news.com.au: news.com.au; news.err.ee: ERR News;
news.sky.com: Sky News; news.un.org: UN News; news.usni.org: USNI News; news18.com: News18; news24.com: News24;
newsmax.com: Newsmax; newsukraine.rbc.ua: RBC-Ukraine; newsweek.com: Newsweek; newyorker.com: The New Yorker;
nhk.or.jp: NHK; ninanews.com: National Iraqi News Agency; nknews.org: NK News; notesfrompoland.com: Notes from Poland;
novayagazeta.eu: Novaya Gazeta; now.mmedia.me: NOW Lebanon; nowlebanon.com: NOW Lebanon; npasyria.com: North Press
Agency; npr.org: NPR; nrk.no: NRK; nst.com.my: New Straits Times; nypost.com: New York Post; nytimes.com: The New York
Times; oc-media.org: OC Media; pakistantoday.com.pk: Pakistan Today; palestinechronicle.com: The Palestine Chronicle;
pbs.org: PBS; philstar.com: The Philippine Star; phnompenhpost.com: The Phnom Penh Post; politico.com: Politico;
politico.eu: Politico Europe; pravda.com.ua: Ukrainska Pravda; premiumtimesng.com: Premium Times; presstv.ir: Press TV;
propublica.org: ProPublica; punchng.com: The Punch; radiookapi.net: Radio Okapi; radiosvoboda.org: Radio Svoboda;
radiotamazuj.org: Radio Tamazuj; rappler.com: Rappler; rbc.ua: RBC-Ukraine; reforma.com: Reforma; report.az: Report
News Agency; reuters.com: Reuters; rfa.org: Radio Free Asia; rferl.org: RFE/RL; rfi.fr: RFI; ria.ru: RIA Novosti;
risingkashmir.com: Rising Kashmir; rnz.co.nz: RNZ; royanews.tv: Roya News; rt.com: RT; rte.ie: RTÉ; rudaw.net: Rudaw;
saharareporters.com: Sahara Reporters; samaa.tv: SAMAA TV; sana.sy: Syrian Arab News Agency; saudigazette.com.sa: Saudi
Gazette; sbs.com.au: SBS; scmp.com: South China Morning Post; scotsman.com: The Scotsman; scroll.in: Scroll.in;
securityweek.com: SecurityWeek; sentinelassam.com: The Sentinel Assam; shabellemedia.com: Shabelle Media Network;
shafaq.com: Shafaq News; skynewsarabia.com: Sky News Arabia; slate.com: Slate; smh.com.au: The Sydney Morning Herald;
south24.net: South24; spiegel.de: Der Spiegel; splash247.com: Splash247; stabroeknews.com: Stabroek News;
standardmedia.co.ke: The Standard; straitstimes.com: The Straits Times; stripes.com: Stars and Stripes; stuff.co.nz:
Stuff; sudantribune.com: Sudan Tribune; sudantribune.net: Sudan Tribune; sunnewsonline.com: The Sun Nigeria;
suspilne.media: Suspilne; svoboda.org: Radio Svoboda; swissinfo.ch: Swissinfo; taipeitimes.com: Taipei Times;
taiwannews.com.tw: Taiwan News; taskandpurpose.com: Task & Purpose; tasnimnews.com: Tasnim; tass.com: TASS; tass.ru:
TASS; techradar.com: TechRadar; tehrantimes.com: Tehran Times; telegraph.co.uk: The Telegraph; telegraphindia.com: The
Telegraph India; telesurenglish.net: teleSUR; telesurtv.net: teleSUR; tempo.co: Tempo; thaipbs.or.th: Thai PBS World;
thaipbsworld.com: Thai PBS World; the-star.co.ke: The Star; theafricareport.com: The Africa Report; theage.com.au: The
Age; theatlantic.com: The Atlantic; thebalochistanpost.net: The Balochistan Post; thebarentsobserver.com: The Barents
Observer; thecable.ng: TheCable; thedailybeast.com: The Daily Beast; thedailystar.net: The Daily Star; thediplomat.com:
The Diplomat; thedrive.com: The War Zone; theeastafrican.co.ke: The EastAfrican; theepochtimes.com: The Epoch Times;
theglobeandmail.com: The Globe and Mail; theguardian.com: The Guardian; thehackernews.com: The Hacker News;
thehill.com: The Hill; thehindu.com: The Hindu; theins.press: The Insider; theins.ru: The Insider; theintercept.com:
The Intercept; thejakartapost.com: The Jakarta Post; themoscowtimes.com: The Moscow Times; thenationalnews.com: The
National; thenationonlineng.net: The Nation Nigeria; thenews.com.pk: The News International; thepeninsulaqatar.com: The
Peninsula; theprint.in: ThePrint; therecord.media: The Record; theregister.co.uk: The Register; theregister.com: The
Register; thereporterethiopia.com: The Reporter Ethiopia; thestar.com.my: The Star; thesun.co.uk: The Sun;
thetimes.co.uk: The Times; thetimes.com: The Times; thewire.in: The Wire India; thisdaylive.com: ThisDay; time.com:
Time; timesofindia.indiatimes.com: The Times of India; timesofisrael.com: The Times of Israel; today.com: Today;
today.lorientlejour.com: L'Orient Today; tolonews.com: TOLOnews; tradewindsnews.com: TradeWinds; trend.az: Trend News
Agency; tribune.com.pk: The Express Tribune; tribuneindia.com: The Tribune India; trtworld.com: TRT World;
turkishminute.com: Turkish Minute; tvpworld.com: TVP World; twz.com: The War Zone; ukrinform.net: Ukrinform;
ukrinform.ua: Ukrinform; unian.info: UNIAN; unian.net: UNIAN; unian.ua: UNIAN; univision.com: Univision; usatoday.com:
USA Today; vanguardngr.com: Vanguard Nigeria; vice.com: VICE News; vnexpress.net: VnExpress; voanews.com: VOA; vox.com:
Vox; wafa.ps: Wafa; washingtonexaminer.com: Washington Examiner; washingtonpost.com: The Washington Post;
washingtontimes.com: The Washington Times; welt.de: Die Welt; wionews.com: WION; wired.com: WIRED; wsj.com: The Wall
Street Journal; xinhuanet.com: Xinhua; yahoo.com: Yahoo News; yemenmonitor.com: Yemen Monitor; yle.fi: Yle; yna.co.kr:
Yonhap; ynetnews.com: Ynetnews
"""

#: web domain -> how readers know the outlet there
SITES: dict[str, str] = {
    domain: name for domain, _, name in (entry.strip().partition(": ") for entry in " ".join(_SITES.split()).split(";"))
}
