"""How common a word is in news, by tier: the share of articles that have it doubles from one tier to the next.

Counted over general, conflict and crime news, the highest share of the three; only words at home in two of them are
listed, so that the names of one story are rare here, however often that story was told.
"""

from __future__ import annotations

#: tier 0: a word in 0.5 to 1 % of articles; 5: in 16 % or more
TIERS: tuple[str, ...] = (
    """
    14th 16th 17th 18th 1930s 1960s 1970s 1980s 1990s 19th 1st 2nd 30s 4th 60s 70s 7th 8th 90s 9th aaron abc
    abducted ability abu academic academy accessible acclaimed accounts accuses accusing acted actions actively
    activities acts actual adam adapted add addiction adjacent administrative admits advice advised affair
    affiliated afraid africa aftermath agenda agent agents aiming aims alabama alan album alerted alex alexander
    alice allegations alliance allied allies allow allows alternative ambition ambitious ambulances amount angel
    angela anger animal animals animation ankle ann anna anne announcement announces annual answered anymore anytime
    anywhere apart appeal appearance approach approaching arrangements arrive arrives arthur articles artificial
    artillery ashley asian asks assisted association asylum attempts attend auction audio auto autonomous autumn
    average avoid awake awarded awful babies background backing backlash backseat badly bag bailey baker baldwin
    balloons banks baptist barbie barely barricaded barry bars baseball basement bases basic bathroom battery
    battles bbc bear beat beautifully becoming begin behalf behavior behaviour belongs beneath berry beside
    bestselling bigger bike bills bin biography bird birth bizarre blake blame blamed blasted blinken blocking blog
    blown bob booker boost borders boss bought bound bowl brain bread breakfast breaks brilliant broad broadcaster
    broadway bros bruce brutal bryan build buildings bunch cafe campbell candidate cannon capitol capture captures
    careless cargo caribbean caring carlos carroll casting catch causes ceiling celebrate celebrates celebrating
    celebration cellphone cent ceremony chain chair chairman challenge challenges challenging chamber chandler
    changing charging charity charlie charming chasing chatgpt cheap checked checking checkpoint cheek chef chicago
    chicken chocolate choice choose chosen christian christie citing citizen civic claim claiming classified
    classmates clean clearly clever clinton clips clock closely closet clothes clues cnn coach code coffee collapsed
    collected collecting collective collins colo colour combat comfort commanders commission commissioner commit
    compared competition completed complicated composer concealed concert confident confidential confirms confronted
    congolese congress consequences conservatives consider considering consistent console contains contempt context
    continuous contract contributing controversial convenience conversation conversations conviction convictions
    cook cooking cool cooper copies core corrections costs couch counted countryside courthouse covering creating
    creation cried crimea criticism cross crossed crossing crowded crown cruise cruz cult cup curious customers cuts
    cutting dancer dancing dating daughters dave daylight dazzling dealing deals debate decide decline dedicated
    deer definitely del delaware delicious deliver delivers demand demanded democrats denies denise denver
    departments depth describes descriptions designer desire detail detailed determining devastating developed
    devices diagnosed diagnosis dialogue diego difference dilemma directions directors disaster disclosed discovery
    discuss discusses disease dish disperse distance distraught disturbing diverse divorce dnipro doctor document
    dodge dogs dollar donate donations doubt doug douglas downstairs drag dramatic drawing draws dreams dress
    dressed dressing drew drink drinking drivers drop duke dying easier easily eating edinburgh edition editor
    education edward edwards effectively effects effort eighth elder electric eleven elon elsewhere emerged emily
    emirates emma empire empty encountered ending enduring engaged engaging enjoy enjoyed enjoying entering
    entertaining environment environmental episode equally equipment escaped escorted essex established estate
    estimated estranged euro evacuated eve everett everyday everywhere evil exact excellent except excited exciting
    exclusive executive existence existential existing expectations expensive experimental expert explain
    exploration explore exploring expressed extended extensive extent extra extreme eyed factory facts failed
    failing fails failure faith fake fallen falls farm fascinating fatalities fate favorite fears feelings fellow
    feminist fence fest feud fewer fictional fights filing filling filming finals finished firecrackers firm fish
    fit fixed flagged flames flashing flat flavour flew flood flooded flowers fly flying focused folk forehead
    forensic forest forever forget forgotten formally formed forms forth fortune foul founded founder fragments
    francis frank frantic freshman friendly friendship fruit fully fund funding funds gaming gangs garden gauge gay
    gender generated generations genius gerald german globe goal gomez gonna gonzalez grab grace grader graduate
    graduated grandchildren granddaughter grandparents grant graphic greek greg grey grocery grove grow grown growth
    guess guest guests guild guilty gunpoint gym hacking hadn hallway halt ham handed handle hardly hate heading
    heads heartbreaking hearts heat helicopters hell henry heroes hid hidden higher highest highland highlights
    historian historic holds hole holmes honda hong honour hoodie howard hub hudson humanity humans hundred hunt
    hunter hurts ian ice icon identifying iii ill illness imagination imagined importance impressive inch inches
    increase increased increasingly incredible incredibly indeed independent indie industrial inflation influence
    influential informed ingredients injures inn inner insight inspiration institution intense intensive intentional
    interested interesting interim internet interstate intriguing introduced introduction investigations investment
    investors invited involuntary ireland irish isolated italian italy jacob jailed jamie jane japanese jay jean
    jeans jefferson jeremy jerry jesse jessica jewish jobs join joined joins joint joke jokes josh joshua julia jump
    junior justin kabul karen kate keeping keeps kelly ken kenneth kenya keys khartoum kicked kidnapping kilometers
    kim kingdom kings kiss knee knit knocked knowledge kong kremlin kyiv lab labor laden lady laid landed lang lapd
    larger larry latter laugh launches laura lawmakers lawn lawrence laws lawsuit lawyer lawyers lay leadership
    learning legally legend legislation lens lessons lets letter letters levels lie lieu lifted liked likes limit
    limited lincoln lined lisa listen listening literally liv lobby locations lodge logo longtime lopez lord lose
    losing losses lovely lover lovers loves loving lucky luis lunch luther luxury machine madison magazine
    magnificent mail mainstream majority makeshift managed management manchester manhattan manhunt mann map maria
    marie marine marion marked marks maryland mask masked mason master masterpiece match matt matthew maverick
    mccarthy mead meal meaning meant meantime measures meets meghan melissa memphis mention merger messages meta
    metres mexico miami microsoft migrant migrants mini ministers minnesota miracle mirror miss mistake mix mixed
    mode models monica monroe montana moon moore moral mortar mortgage motel motion motor motorcycle mount mountain
    mourns mouth moves muhammad mum murphy murray musk myanmar mysterious naked narrator nathan nationwide native
    nato naval negotiations neighborhoods neighboring newark newly newspaper newspapers nick niece nights ninth
    nominated nomination normal normally northwestern note notice notifications noting numbers nyc oak obama
    obituary observed obsessed obvious odd offense officially olds opera opportunity option options ordinary oregon
    ottawa pack packed paid paint painter painting paintings panel pants paper parade paramilitary parker parks
    parole pass passengers passion passionate pastor path patient patients patrolling patrols pays peninsula
    pennsylvania pentagon perfectly performer performers performing perry perspective peters phones photograph
    pictured pilots pitch planet plants plastic plate player playground plea pleaded pleasure plenty pocket poem
    policies pollution popularity population portland ports position positive possibility posting potentially pounds
    powered practice premier premiere premiered prepared preparing presented presidency pressure prevented prices
    primary princess principal prisoner prisoners probable probation probe processed processing producer producers
    product productions products professional professor profile profound programme progress prohibited projectile
    projects prompted proposed prospect protection proud proved provides providing pub publication publicly
    publisher publishers publishing purchased pursuit push pushed pushing queens queer quest quietly rachel racism
    racist radical raise raises rallied rallies rally ranch randy ranging ransomware rape raped rarely raw ray
    reaction reader realize rear reasons recall recalled reckoning recognized recorded reed reference reflects
    reform regained registered regular relations relationships relatively relevant religious remaining remake
    remarkable reminder remote reopened rep repeatedly represents reputation required requires rescuers researchers
    reserve resort respect resulting results resumed retired retrieve retrieved returning revealing reviewing
    reviews revival revolution rice richmond rick riddled ride ridge ring riot rises risks rival roads rob robbed
    robinson rodriguez roll rolling rome ron rooms roots rose ross roughly routine row ruling rumors rundown runs
    russell rwanda sadness safely safer sailors saint sale sales salt sam samaritan satellite satire scandal
    scattered scheme scientist scientists score scottish sean sec seconds secrets sector securing seeks seemingly
    sees selection sell selling sen senate sensitive sentence sentenced separated serving sets seventh severe shadow
    shaken shame shape shaped shares sharing sharon sharp shawn shelling shells shelter shocking shoes shopping
    shouldn shown sibling siege sight signed significant silence silent simon sisters sit sits situations sixth size
    skin skip sleep slightly slow snow soft software soldier solo solve somehow sometime somewhat somewhere songs
    sorry sorts soul sovereignty spain spanish spare spd speaker species specific specifically spectacular speech
    speed speeding spend spending spider spin split spoken sport spotlight spread spy square stabbed stabbing staged
    standard stands stark starmer starred stationed status staying steal stem stephanie steps steven stewart stole
    stopping stored storm stranger stream stress string strip structure struggle struggles stuck stunned subjects
    submitted substance suburban successful succession sudanese sudden suddenly sugar suggest suggested suicidal
    suit sun superhero supplies supply supported supporting supposed surely surface surprised surprising surrendered
    survey survival survivor survivors susan suspended sussex swap sweatshirt swift switch sydney table tactical
    taiwan talent tales tall task taste tax tea teachers teams teeth temple temporary tend tender tennessee tense
    tension tensions terrifying test tested texting thanksgiving theater theme theory thin thinks threats threw
    throwing tied tight tiktok tim timothy tired titled todd tomorrow tone tony tool tools tore touch tough touring
    tower towns toyota tradition traditional transgender traveled traveling travis treat treating tree trees trend
    tribute trick tries troopers troubled truly trust turner tweeted twin twist ultimately unacceptable undergoing
    understanding unexpected unfortunate unfortunately unified unique unlike unlikely unsure unusual unveiled urge
    user usual value vast verbal vermont victoria victorian victory viewers violations viral visible vision visited
    visitors visual vital voices volodymyr volume volunteer voters voting wade wait wales warn warns waste watchdog
    wave wealth weekly weight weird weiss welcome whenever whoever wide widely wine winners wins winter wishing woke
    wonderful wood wooded wore worlds worldwide worried worry wrapped yale yards yelling yellow yes youngest
    yourself youtube zero
    """,
    """
    20th 80s 9mm abandoned above absolutely abuse access acting actress adams addition adds administration advance
    adventure affairs affected afghan afghanistan african aftra agencies aggression agreed agreement ahead aid aim
    aimed airlifted airspace airstrike airstrikes aleppo alerts alive allen alley allowed alongside amazon americans
    ammunition ancient anderson andrew android angry anniversary answer answers anthony anybody apple apply arab
    arabia aren arguing ark arms arriving artistic arts asleep assist assistance assistant attempt attempting
    attending attention audiences aug august aunt austin australian authority avenues aviv aware backyard ban band
    bank banned basketball baton bay beach beautiful beauty beginning begins beijing beirut believes belonged
    beloved below ben bend berlin beyond bid bill billion blasts bleeding blocked bloody board boat bomber boston
    box brand brandon breach break breathing brief brigade bright bringing broadcasting bronx brothers budget built
    burglary burned burning bus businesses busy bystanders calif calm cameras camps canada cancer candles cannons
    cannot capt captain captured carrier carry carter cases cash caused causing ceasefire celebrated celebrity cell
    centre ceo certain certainly chance changed changes channel chaos chaotic charles chase chased childhood chinese
    chris christmas christopher cincinnati circle cities citizens civil clash clashed classes cleaning cleared
    clothing coastal col cold collapse colorado comedian comic command commander comments commercial committed
    committee common communities companies compelling complaint complete completely concern concerned concerns
    condemned condolences conduct conducted conducting confrontation congo connecticut conscious conservative
    consulate contacted contemporary content controlled convicted convoy cop copy corporation corps cost counter
    courtesy cousins coverage covered covid craig crash crashed crazy create creative creator credit creek crews
    critic critics crowds crude crying cultural current cut damascus dan dance danger dangerous daniel data date
    davis davon dawn debris debt dec december decided decision declared deep deeply delhi delivered delivery
    democracy democratic demonstration demonstrations denied deployed desantis describe deserve design designed
    destruction detained detention detonated devastated development device dinner diplomatic diplomats direct
    directed direction directly disney dispatch display doctors dog doors downed drawn dream driven dropped drugs
    earth easy eat economic economy edge effect efforts election elementary elizabeth emails embassy emotional
    employee employees encouraged ends energy england english enter entertainment entire entirely entrance entry
    epic era eric escalated escalation escape ethnic europa europe eventually exactly example exchange exchanged
    exhibition exit expect expelled expenses experiences experts explained explains explores explosives express
    extraordinary extremely eye eyes faced facilities facility fair fall fame familiar fan fantasy fashion fast
    favourite fbi fear featuring feb feeling feet field fierce figures file filled financial finding finds fine
    firefighters fires fireworks flee flight flights flooding flown focus follows footage football forced ford
    fought france franchise francisco franklin freedom fresh fuel galaxy garcia gary gather gen generation genre
    george germany getty giant gives giving glass gold golden golf google gotten gov governor grabbed grade
    grandfather grandson greatest green grenades grew grief grieving growing guards guide guided gulf gunmen gut
    guys hair hall hamas hamilton handguns hanging happens happy harm harrison hasn headed headlines heavily
    helicopter helped helping hermann hero hide hiding highly hills hip hispanic historical hits holes holiday homes
    honor hopes hoping horrible horrific host hot hotel hotline houses housing huge hurled iconic ideas identities
    illegal imagine immediate impact important impossible improvised inbox included includes india indian indiana
    indicate indicated indicates indication infant infrastructure inquiry ins instagram intelligence intent
    intercepted interior interview interviewing interviews intimate invasion investigator involvement iphone island
    issue issues istanbul items jack jan japan jason jeff jennifer jersey jet jim joe jonathan jordan jose journal
    journalist journey joy judge jumped jury kansas kevin key killer killings kitchen knife knowing knows labour
    lack land landscape language largely largest launch laying leaders league learn lebanese lebanon lee legacy
    legal legs level lewis lgbtq library lies lieutenant lifestyle lights lines link linked liquor literature
    loading locate lock lockdown longer loose loud low magic makers mal mall manager manner marched marcus marijuana
    maritime market marriage married martin marvel mary massive matching matter max maybe mcdonald mean meanwhile
    medics meet meeting memories memory mental mercy metal metropolitan mich michigan mid militant militias miller
    million millions minute misdemeanor missed missing mission missouri model mohammad mohammed montgomery mostly
    mourning move movement moving murdered murders museum musical musician myself mystery narrative nation nations
    natural nature navy nbc needs neither nephew network newsletter newsletters nice nicole nigeria nor northeastern
    noted notes noticed nov nova novelist nuclear numerous nypd oakland observation observer obtained obviously
    occupied oct offensive offer offered offering offers oklahoma ones onto opens operations orange ore org
    organisation organization otherwise outskirts outstanding owned owners owns pages pain pair pakistani
    palestinians pandemic panic parent paris parliament particular particularly parties partner passed passing
    patrick patrons pause pay peace peaceful pence per percent perfect performances performed period permit personal
    persons peter philippine philippines photographer photographs photography physical pick pickup piece pieces
    pilot pink places plan plane planes planned planning plans plant platform players plot plus podcast poet poetry
    pointing points policy politics poor posts potential powerful pray prayer pre pregnant presence present pretty
    prevent previously price pride prince print prison probably problems produced program promised protect
    protective provinces pull pulling putin puts putting quality quarter queen question quick quoted race raids
    raised rampage range rare rate rates reached readers reads reality realized recalls receive receiving recipe
    record recovery refused regime regions releasing remember remembered remove removed reporter reporters reporting
    republicans request requested rescue research residential resistance resources respond responsibility rest
    retaliation returns reuters reveal revolutionary revolver rich richard riding riley rise rishi rising risk river
    riverside rocket roles romance romantic ronald roundup route ruled rules rural ryan sacramento sag santa sarah
    sat save saved saving scale scared scary scenes sci science scores screaming script seattle secretary section
    secure secured seeing seek seem seemed seized send sending senior sept sergeant seriously serve served setting
    sexual shattered ships shirt shocked shop showing shut siblings sides signs similar simple simply sirens site
    sites sky sleeping smart smile society sold solidarity somalia sometimes song sons sort sound sounded sounds
    southeastern sparked speaking speaks special sped spirit spot spotted spree spring springs squad stand standoff
    starring starting starts statements stayed step stephen stepped steve stone stood straight strange strategic
    stray streaming strong struggling studios study stuff subject success sudan suggests sunak super supporters
    supreme surprise surrounded surrounding survived surviving suspicion suspicious swat sweet system systems
    taliban tank tanks targeting taylor teacher tears tech technology tehran tel telegram television telling ten
    tens term terms terrible terror thank thanks theft theguardian thinking thompson thoughts threat threatened ties
    tiny titles toll tom tour towards track trade trail trailer train training transferred travel trial trip triple
    truce truth turning twelve twenty tyler unable underway underwent unfolded units unlawful unrelated unresponsive
    upcoming upset upstairs usa users uses usually van variety various vessel vessels vice videos villages vincent
    violation virginia visit vladimir voice vote waited wake walk walker wall wants ward ware warm warned warning
    warren wash watched watching welfare weren whatever whereabouts wild wildfire william wilson win windows wing
    winner withdrew witnessed wonder woods words worker worse worst worth write writes yesterday youth
    """,
    """
    20s abdomen account act action active activists activity actors actually adding address admitted adults
    advertisement afp aged aggravated aircraft alcohol alert alleged alone already altercation although america amid
    angeles anonymous anti antonio apartments app apparently appear approached approximately april areas arkansas
    arrival article artists ask attended audience australia automatic autopsy award awards backed bad baghdad bail
    ballistic baltimore bar became become becomes bed bedroom better biggest birthday bit blast blew blocks blood
    blue bodies bomb bombed bombers bombing bombs booked born boyfriend boys breaking brian bridge bring brings
    britain broke broken brooklyn brought brown bureau business buy california calls camera camp campaign campus
    canadian care career carried carrying cast casualties caught cbs central century change character characters
    check chemical china church cinema circumstances civilian claimed claims clark clashes class classic cleveland
    click climate closed club coalition coast collection college comedy comment conditions confirm conflict
    connected considered continued continues continuing cops couldn council count countries course cousin cover
    created crew crimes crisis critically culture dad daily dallas dam damage damaged dark david deal deaths debut
    decade decades declined defence demonstrators des description despite destroyed detective developing different
    difficult digital dispatched dispute division documentary documents does doesn domestic donald done double
    download downtown dozen dozens drone drones drug due duty eastern either enable ended enough entered erupted
    especially european event events everybody everything experience exploded explosion explosions explosive faces
    facing fact famous fans feature features february federal feel feels fell felony felt festival fifth fighter
    figure final finally firearms fleeing florida followed food form fort forward fox free french fun funeral funny
    future gallery games garage gathering gave gaza general gets girlfriend girls give given global god goes gone
    grand grandmother gray grenade ground groups guard guardian guy half handling hands happening hard harris harry
    haven having headquarters health hear heart heavy heights herself highway hill hitting hold holding homicides
    hope horror hour html human hundreds hunting husband idea identity image images inc incidents include ind
    indianapolis individual individuals industry initial injuring innocent inspired instead intended interest
    interviewed investigated involving iranian iraqi islamic isn issued itself jackson james january jets job
    johnson jones joseph june justice kept kid kill kills kind king kurdish lake lane las lead leader leading leads
    leaves less let license light likely list living locked looked looks los loss lost louis louisiana lower lying
    main major maker males manslaughter march mark mass means memoir message met metro middle midnight mike mile
    miles mind minor mobile modern mom moment moments money moscow moved movies music must named national nearly
    neck needed netflix nightclub nine nobody none northeast nothing notified november nun oil older online open
    opening opposition order ordered original originally orleans oscar overnight owner page pakistan palestinian
    paramedics parish parked parts passenger paul pending performance perhaps personnel photos pic picked picture
    pictures pistol placed played plays pointed political pop popular port portrait positions possibly prayers
    preliminary presidential previous prime prior private prize pro problem process production project property
    prosecutor prosecutors protest protests provide provided questioned questioning questions quickly quiet quite
    radio raid random rang rather reach ready reason rebel recent recently reckless recover recovering red regarding
    regional relationship relative relatives republic republican responding response responsible restaurant result
    resulted return revealed reveals reward robbery robert rock role round rounds royal rss sad sanctions scheduled
    schools scott screen sea searched season seat secret seeking seems seine semi sense separate september service
    services sex shared shell ship shock shooters shotgun shoulder sign silver singer single slain smith smoke
    social somebody soon sought source southeast southwest space speak spent spoke spokesperson standing stars start
    stated stolen stomach stopped stories strike strikes studio style summer surveillance sustained suv takes taking
    tale talk talked talking talks tape target targeted targets team tear teenage teenagers tells territory
    terrorism terrorist terrorists text theatre themselves thing thomas thousands thriller throughout tip title
    tonight top total toward township traffic trauma trigger trouble truck true try turkey turn turns twice type
    uber ukrainian uncle understand unidentified union upon upper urged use using valley vegas vehicles version
    veteran via view vigil village visiting waiting warrant wars washington water wayne ways website weeks western
    whole whom wildfires williams window winning wish within won word workers works wouldn wounding writers writing
    written wrong wrote yard younger
    """,
    """
    able accident accused across actor added additional adult again age agency ages ago airport allegedly almost
    along als always ambulance american among announced anything apparent appeared appears argument arm armed art
    artist asking assault associated attacks attempted attorney author baby base based battle behind biden big black
    body bond books border british broadcast brother building bullets calling cars cause charge chest civilians
    clear close comes coming company complex conference confirmed connection contributed control corner coroner
    counts couple criminal crowd currently days deadly deceased defense degree dem deputy der determine determined
    detroit die dies director discovered district doing drama driver driving drove each eight else email emergency
    end enforcement ever every everyone evidence facebook families far female few fight fighters fighting filed
    films find firing fled floor follow foot force foreign former fourth full fur further game gang gas gathered
    getting great guns hand happen hat hearing history hollywood hospitalized hospitals houston however http https
    hurt identify inflicted initially injury international intersection investigate iran iraq israel israeli ist
    jail john july juvenile keep kids knew known large latest launched law learned leave leaving led line listed
    live lived loaded located location look love loved makes making material mayor media member memorial michael
    might minister ministry minutes missile missiles month months movie names need neighbor never next northern
    novel number october official often ohio once ongoing operation own parents park parking part past patrol phone
    play please point possession possible post posted power protesters public put ran real really rebels received
    records recovered remain remained remains reportedly residence resident residents returned rewritten rifle room
    run running rushed russia russian safe safety same san saudi saying search searching self sent series serious
    seven sgt shoot shoots short should showed shows sister sitting situation small soldiers something sources
    southern spokesman spokeswoman sports staff stage states station stay stop store streets striking student
    students such suffering suicide support sure surgery survive suspected syria syrian take teenager teens tell
    texas these things think third though thought tips today toddler together too town tragedy tragic treatment
    tried troops trump turkish turned ukraine unclear unit united university unknown until update updated updates
    used violent von walked walking wanted wasn watch weapons wearing weather week weekend well white whose why wife
    without witness women worked working writer www york
    """,
    """
    accidental afternoon against air apartment army arrest arrests asked attack attacked available away because
    began believed best between book both bullet came capital case charged charges chief come community contact
    copyright could country court critical custody daughter day deputies described details detectives didn don door
    down drive earlier east even evening expected face fatal fatally father film firearm five following friend
    friends front get girl going good government group gunfire head heard held help here high himself hit homicide
    hours how immediately including involved killing last late least leg little lives local london long looking lot
    made make male many members most motive much multiple murder name nearby neighborhood neighbors non north
    occurred officer officials only opened others our over party photo place playing president press pronounced
    province published pulled read region related release reports reserved right rights road saw school second
    security see seen set share shooter shootings shortly show side since six some someone son south stable star
    started state statement struck suffered suspects teen than those through times took transported treated trying
    tuesday twitter under vehicle very video violence want war way weapon wednesday west whether witnesses work
    world would wounds years yet young your
    """,
    """
    about accidentally according after all also and another any anyone are area around arrested arrived authorities
    avenue back been before being believe block boy but call called can car center child children city com condition
    continue county crime dead death department did died during early family fire fired first for forces found four
    friday from got gun gunshot had happened has have her him his home hospital house identified incident
    information injured injuries inside into investigating investigation investigators its just killed know later
    left life like man may medical men military monday more morning mother near new news night not now off office
    officers old one other out outside people person police reading released report reported responded review said
    saturday say says scene several she sheriff shooting shot shots still story street sunday suspect taken that the
    their them then there they this threatening three thursday time told two victim victims was went were what when
    where which while who will with woman wound wounded year you
    """,
)

#: whole countries, their peoples, and states of large ones: they place a story and do not tell it from its neighbours
OF_COUNTRIES = """
    afghans africans alaska albania albanian albanians alberta algeria algerian algerians andorra andorran angola
    angolan angolans antigua antiguan arabian argentina argentine argentines argentinian argentinians arizona
    armenia armenian armenians aussie australians austria austrian austrians azerbaijan azerbaijani azerbaijanis
    azeri azeris bahamas bahamian bahrain bahraini bahrainis bangladesh bangladeshi bangladeshis barbadian barbados
    barbuda basotho belarus belarusian belarusians belarussian belgian belgians belgium belize belizean benin
    beninese bermuda bhutan bhutanese bissau bolivia bolivian bolivians bosnia bosnian bosnians botswana botswanan
    brazil brazilian brazilians brazzaville briton britons brits brunei bruneian bulgaria bulgarian bulgarians
    burkina burkinabe burmese burundi burundian burundians cabo caledonia cambodia cambodian cambodians cameroon
    cameroonian cameroonians canadians cape carolina chad chadian chadians chile chilean chileans colombia colombian
    colombians comorian comoros costa croat croatia croatian croatians cuba cuban cubans cypriot cypriots cyprus
    czech czechia czechs dakota dane danes danish denmark djibouti djiboutian dominica dominican dominicans dutch
    dutchman ecuador ecuadorean ecuadoreans ecuadorian ecuadorians egypt egyptian egyptians emirati emiratis
    equatoguinean equatorial eritrea eritrean eritreans estonia estonian estonians eswatini ethiopia ethiopian
    ethiopians falkland faroe faroese faso fiji fijian filipina filipino filipinos finland finn finnish finns
    frenchman gabon gabonese gambia gambian gambians georgia georgian georgians germans ghana ghanaian ghanaians
    gibraltar greece greeks greenland greenlander greenlanders greenlandic grenada grenadian grenadines guam
    guatemala guatemalan guatemalans guinea guinean guineans guyana guyanese haiti haitian haitians hampshire hawaii
    herzegovina honduran hondurans honduras hungarian hungarians hungary iceland icelander icelandic idaho illinois
    indians indonesia indonesian indonesians iowa iranians iraqis islands israelis italians ivorian ivorians ivory
    jamaica jamaican jamaicans jordanian jordanians kazakh kazakhs kazakhstan kazakhstani kentucky kenyan kenyans
    kiribati kitts kiwi konger kongers korea korean koreans kosovan kosovar kosovars kosovo kuwait kuwaiti kuwaitis
    kyrgyz kyrgyzstan kyrgyzstani lanka lankan lankans laos laotian laotians latvia latvian latvians leone leonean
    lesotho leste liberia liberian liberians libya libyan libyans liechtenstein lithuania lithuanian lithuanians
    lucia luxembourg luxembourgish macao macedonia macedonian madagascar maine malagasy malawi malawian malaysia
    malaysian malaysians maldives maldivian mali malian malians malta maltese marino marshall marshallese
    massachusetts mauritania mauritanian mauritanians mauritian mauritius mexican mexicans micronesia micronesian
    mississippi moldova moldovan moldovans monaco mongolia mongolian mongolians montenegrin montenegrins montenegro
    moroccan moroccans morocco mozambican mozambicans mozambique namibia namibian nauru nauruan nebraska nepal
    nepalese nepali netherlands nevada nevis nicaragua nicaraguan nicaraguans niger nigerian nigerians nigerien
    nigeriens norway norwegian norwegians oman omani omanis ontario pakistanis palau palauan panama panamanian
    panamanians papua paraguay paraguayan peru peruvian peruvians poland pole poles polish portugal portuguese
    principe puerto qatar qatari qataris quebec queensland rhode rica rican ricans rico romania romanian romanians
    russians rwandan rwandans sahara sahrawi sahrawis salvador salvadoran salvadorans samoa samoan saudis senegal
    senegalese serb serbia serbian serbians serbs seychelles sierra singapore singaporean singaporeans slovak
    slovakia slovakian slovaks slovene slovenia slovenian slovenians solomon somali somalian somalis spaniard
    spaniards suriname surinamese swazi swede sweden swedes swedish swiss switzerland syrians taiwanese tajik
    tajikistan tajikistani tajiks tanzania tanzanian tanzanians territories thai thailand thais timor timorese
    tobago togo togolese tome tonga tongan trinidad trinidadian tunisia tunisian tunisians turk turkmen turkmenistan
    turks tuvalu uganda ugandan ugandans ukrainians uruguay uruguayan utah uzbek uzbekistan uzbekistani uzbeks
    vanuatu vatican venezuela venezuelan venezuelans verde verdean vietnam vietnamese welsh wisconsin wyoming yemen
    yemeni yemenis yemenite zambia zambian zambians zealand zealander zealanders zimbabwe zimbabwean zimbabweans
"""
