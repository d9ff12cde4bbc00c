"""The sides of the world's conflicts: states with their forces and demonyms, armed groups, coalitions, their aliases.

Two tables a person can edit. A state's line: code | name | demonyms | capitals that stand for the government | other
names of the state or its forces. A group's line: name | kind | country | aliases. Aliases are matched as written, with
their capitals; a demonym counts as the state only where forces, weapons or an act follow it.
"""

from __future__ import annotations

STATES = """
US | United States | American, U.S., US | Washington | USA, United States of America, America, CENTCOM, Centcom,
    Central Command, Pentagon, White House, AFRICOM, Africom, US Africa Command, U.S. Africa Command, Africa Command,
    SOUTHCOM, US Southern Command, U.S. Southern Command, EUCOM, INDOPACOM, US Navy, U.S. Navy, US Air Force, U.S. Air
    Force, USAF, US Army, U.S. Army, Defense Department, US Marines, US Coast Guard, Department of Defense, State
    Department, Americans,
    Trump administration, Biden administration, Fifth Fleet, National Security Council, NORAD, Treasury Department,
    Biden, Trump, Joe Biden, Donald Trump, Lloyd Austin, Hegseth, Rubio, Blinken, Obama, Barack Obama, Pompeo
IL | Israel | Israeli | Jerusalem | IDF, Israel Defense Forces, Israeli Defense Forces, Israeli Defence Forces,
    Israel Defence Forces, Israelis, Mossad, Shin Bet, Tsahal, Zionist regime, Zionist entity, Israeli enemy, IAF,
    Netanyahu, Benjamin Netanyahu, Israel Katz, Gallant, Yoav Gallant, Hagari
IR | Iran | Iranian | Tehran | Islamic Republic, Islamic Republic of Iran, Iranians, Artesh, Khamenei, Araghchi,
    Pezeshkian, Raisi, Rouhani, Zarif, Ahmadinejad
IQ | Iraq | Iraqi | Baghdad | Iraqis, Counter Terrorism Service, Security Media Cell, Joint Operations Command
SY | Syria | Syrian | Damascus | Syrian Arab Army, Syrians, Assad, Bashar al-Assad
LB | Lebanon | Lebanese | Beirut | Lebanese Armed Forces, Lebanese army
TR | Turkey | Turkish | Ankara | Türkiye, Turkiye, Turks, MIT intelligence agency, Erdogan, Erdoğan, Recep Tayyip
    Erdogan, Yasar Guler
SA | Saudi Arabia | Saudi, Saudi Arabian | Riyadh | Saudis, Kingdom of Saudi Arabia
AE | United Arab Emirates | Emirati | Abu Dhabi | UAE, Emiratis
QA | Qatar | Qatari | Doha |
KW | Kuwait | Kuwaiti | |
BH | Bahrain | Bahraini | Manama |
AL | Albania | Albanian | Tirana |
CR | Costa Rica | Costa Rican | |
JM | Jamaica | Jamaican | |
ME | Montenegro | Montenegrin | Podgorica |
MK | North Macedonia | Macedonian | Skopje |
SI | Slovenia | Slovenian | Ljubljana |
IS | Iceland | Icelandic | Reykjavik |
LU | Luxembourg | | |
MT | Malta | Maltese | |
FJ | Fiji | Fijian | |
PG | Papua New Guinea | | Port Moresby |
SR | Suriname | Surinamese | |
PY | Paraguay | Paraguayan | Asuncion |
UY | Uruguay | Uruguayan | Montevideo |
NA | Namibia | Namibian | Windhoek |
BW | Botswana | | Gaborone |
ZM | Zambia | Zambian | Lusaka |
MW | Malawi | Malawian | |
LR | Liberia | Liberian | |
SL | Sierra Leone | Sierra Leonean | |
GM | Gambia | Gambian | |
GA | Gabon | Gabonese | Libreville |
MN | Mongolia | Mongolian | |
OM | Oman | Omani | Muscat |
YE | Yemen | Yemeni | | Yemenis
JO | Jordan | Jordanian | Amman |
EG | Egypt | Egyptian | Cairo | Sisi
LY | Libya | Libyan | |
TN | Tunisia | Tunisian | |
DZ | Algeria | Algerian | Algiers |
MA | Morocco | Moroccan | Rabat |
SD | Sudan | Sudanese | |
SS | South Sudan | South Sudanese | Juba | SSPDF
ET | Ethiopia | Ethiopian | Addis Ababa | ENDF
ER | Eritrea | Eritrean | Asmara |
DJ | Djibouti | Djiboutian | |
SO | Somalia | Somali | | Somali National Army
KE | Kenya | Kenyan | Nairobi |
UG | Uganda | Ugandan | Kampala | UPDF
RW | Rwanda | Rwandan | Kigali | Rwanda Defence Force, RDF
BI | Burundi | Burundian | |
CD | DR Congo | Congolese | Kinshasa | DRC, Democratic Republic of Congo, Democratic Republic of the Congo, FARDC,
    Congo
CG | Republic of the Congo | | |
CF | Central African Republic | Central African | Bangui |
TD | Chad | Chadian | |
CM | Cameroon | Cameroonian | |
NG | Nigeria | Nigerian | Abuja |
NE | Niger | Nigerien | Niamey |
ML | Mali | Malian | Bamako | FAMa
BF | Burkina Faso | Burkinabe, Burkinabé | Ouagadougou | Burkina
CI | Ivory Coast | Ivorian | |
GH | Ghana | Ghanaian | |
BJ | Benin | Beninese | |
TG | Togo | Togolese | |
SN | Senegal | Senegalese | |
GN | Guinea | Guinean | |
GW | Guinea-Bissau | | |
MR | Mauritania | Mauritanian | |
MZ | Mozambique | Mozambican | |
TZ | Tanzania | Tanzanian | |
ZA | South Africa | South African | Pretoria | SANDF
ZW | Zimbabwe | Zimbabwean | |
AO | Angola | Angolan | |
RU | Russia | Russian | Moscow, Kremlin | Russian Federation, Russians, GRU, FSB, Russian Defense Ministry, Defense
    Ministry of Russia, occupiers, Putin, Vladimir Putin, Medvedev, Peskov, Lavrov, Shoigu, Russian Federation
UA | Ukraine | Ukrainian | Kyiv, Kiev | Ukrainians, Armed Forces of Ukraine, AFU, ZSU, Air Force of
    Ukraine, Zelensky, Zelenskyy, Zelenskiy, Volodymyr Zelensky, Volodymyr Zelenskyy, Syrskyi, Syniehubov,
    Synehubov, Synegubov
BY | Belarus | Belarusian, Belarussian | Minsk | Lukashenko
PL | Poland | Polish | Warsaw |
LT | Lithuania | Lithuanian | Vilnius |
LV | Latvia | Latvian | |
EE | Estonia | Estonian | Tallinn |
FI | Finland | Finnish | Helsinki |
SE | Sweden | Swedish | Stockholm |
NO | Norway | Norwegian | Oslo |
DK | Denmark | Danish | Copenhagen |
DE | Germany | German | Berlin | Bundeswehr, Merkel, Scholz
FR | France | French | Paris | Macron, Emmanuel Macron
GB | United Kingdom | British, UK | London | UK, Britain, Great Britain, Royal Navy, Royal Air Force, RAF, Ministry
    of Defence in London
IE | Ireland | Irish | |
NL | Netherlands | Dutch | The Hague |
BE | Belgium | Belgian | |
ES | Spain | Spanish | Madrid |
PT | Portugal | Portuguese | |
IT | Italy | Italian | Rome |
GR | Greece | Greek | Athens |
CY | Cyprus | Cypriot | |
RO | Romania | Romanian | Bucharest |
BG | Bulgaria | Bulgarian | |
MD | Moldova | Moldovan | Chisinau |
RS | Serbia | Serbian, Serb | Belgrade |
XK | Kosovo | Kosovar | Pristina |
BA | Bosnia and Herzegovina | Bosnian | |
HR | Croatia | Croatian | |
HU | Hungary | Hungarian | Budapest |
CZ | Czech Republic | Czech | Prague |
SK | Slovakia | Slovak | |
AT | Austria | Austrian | |
CH | Switzerland | Swiss | |
GE | Georgia | Georgian | Tbilisi |
AM | Armenia | Armenian | Yerevan | Pashinyan
AZ | Azerbaijan | Azerbaijani, Azeri | Baku | Aliyev, Ilham Aliyev
KZ | Kazakhstan | Kazakh | |
UZ | Uzbekistan | Uzbek | |
TJ | Tajikistan | Tajik | Dushanbe |
KG | Kyrgyzstan | Kyrgyz | Bishkek |
TM | Turkmenistan | Turkmen | |
AF | Afghan Taliban | Afghan | Kabul | Taliban, Afghanistan, Taliban government, Taliban forces, Islamic Emirate,
    Islamic Emirate of Afghanistan, Zabihullah Mujahid, Afghans
PK | Pakistan | Pakistani, Pak | Islamabad, Rawalpindi | ISPR, Pakistan Army, Pakistan Air Force, PAF, Shehbaz
    Sharif, Imran Khan, Asif Ghafoor
IN | India | Indian | New Delhi, Delhi | Indian Air Force, Indian Army, BSF, CRPF, Modi, Narendra Modi, Gokhale,
    Vijay Gokhale, Jaishankar
BD | Bangladesh | Bangladeshi | Dhaka |
LK | Sri Lanka | Sri Lankan, Lankan | Colombo |
NP | Nepal | Nepali, Nepalese | |
MM | Myanmar | Myanmar, Burmese | Naypyidaw | Tatmadaw, military junta, Burma
TH | Thailand | Thai | Bangkok | Royal Thai Army
KH | Cambodia | Cambodian | Phnom Penh |
VN | Vietnam | Vietnamese | Hanoi |
LA | Laos | Lao, Laotian | |
PH | Philippines | Philippine, Filipino | Manila | AFP chief, Philippine Coast Guard, Armed Forces of the
    Philippines, BRP, Brawner, Marcos, Duterte, Rodrigo Duterte
ID | Indonesia | Indonesian | Jakarta | TNI
MY | Malaysia | Malaysian | |
CN | China | Chinese | Beijing | PLA, People's Liberation Army, PLAN, China Coast Guard, CCG, PRC, Xi Jinping
TW | Taiwan | Taiwanese | Taipei |
HK | Hong Kong | | |
JP | Japan | Japanese | Tokyo | Self-Defense Forces, JSDF, Japan Self-Defense Forces
KR | South Korea | South Korean | Seoul | S Korea, S. Korea, ROK, Joint Chiefs of Staff, JCS
KP | North Korea | North Korean | Pyongyang | N Korea, N. Korea, DPRK, KCNA, Korean People's Army,
    Kim Jong Un, Kim Jong-un, Kim Yo Jong, Kim Yo-jong
AU | Australia | Australian | Canberra |
NZ | New Zealand | | Wellington |
CA | Canada | Canadian | Ottawa |
MX | Mexico | Mexican | |
GT | Guatemala | Guatemalan | |
SV | El Salvador | Salvadoran | |
HN | Honduras | Honduran | |
NI | Nicaragua | Nicaraguan | |
CU | Cuba | Cuban | Havana |
HT | Haiti | Haitian | |
DO | Dominican Republic | Dominican | |
CO | Colombia | Colombian | Bogota, Bogotá |
VE | Venezuela | Venezuelan | Caracas | Maduro, Nicolás Maduro, Nicolas Maduro
GY | Guyana | Guyanese | |
EC | Ecuador | Ecuadorian, Ecuadorean | Quito |
PE | Peru | Peruvian | |
BR | Brazil | Brazilian | |
AR | Argentina | Argentine | |
CL | Chile | Chilean | |
BO | Bolivia | Bolivian | |
"""

GROUPS = """
Houthis | group | YE | Houthi, Huthi, Huthis, Ansar Allah, Ansarallah, Ansarullah, Houthi rebels, Houthi movement,
    Yemeni armed forces, Yemeni Armed Forces, Yemeni army, Yemeni forces, Yemeni Navy, Sanaa government, Yahya
    Saree, Yahya Sare'e, Yahya Sarea, Yemeni rebels, Al-Houthi
Yemeni government | state | YE | internationally recognised government, internationally recognized government,
    Presidential Leadership Council, Yemen's government, National Shield Forces
Southern Transitional Council | group | YE | STC
AQAP | group | YE | Al-Qaeda in the Arabian Peninsula, al-Qaeda in the Arabian Peninsula, Ansar al-Sharia
IRGC | forces | IR | Islamic Revolutionary Guard Corps, Islamic Revolution Guard Corps, Revolutionary Guard Corps,
    Revolutionary Guards, Revolutionary Guard, Iranian Revolutionary Guards, Iranian Revolutionary Guard, Quds
    Force, Qods Force, Islamic Revolution Guards Corps, Islamic Revolutionary
    Guards Corps, Revolutionary Guards Corps, IRGC Navy, Iran's Guards, IRGC-QF, IRGCN, Guards Corps,
    Pasdaran, the Guards, the Guard, The Guards
Hezbollah | group | LB | Hizbollah, Hizbullah, Hezballah, Hizballah, Lebanese Hezbollah, Islamic Resistance in Lebanon
Abdullah Azzam Brigades | group | LB |
Amal Movement | group | LB | Amal
Hamas | group | PS | al-Qassam Brigades, Al-Qassam Brigades, Qassam Brigades, Izz ad-Din al-Qassam, Ezzedine al-Qassam
Palestinian Islamic Jihad | group | PS | Islamic Jihad, PIJ, al-Quds Brigades, Al-Quds Brigades, Saraya al-Quds
Palestinian Authority | state | PS | Fatah, Palestinian security forces
Al-Aqsa Martyrs' Brigades | group | PS | Al-Aqsa Martyrs Brigades, al-Aqsa Martyrs' Brigades
PFLP | group | PS | Popular Front for the Liberation of Palestine
DFLP | group | PS | Democratic Front for the Liberation of Palestine
Palestinian militants | group | PS | Palestinian factions, Palestinian armed groups, Palestinian gunmen, Popular
    Resistance Committees, Lions' Den, Jenin Brigade
Islamic Resistance in Iraq | group | IQ | Iraqi Resistance, Iraqi resistance, Iraqi Islamic Resistance
Kataib Hezbollah | group | IQ | Kataeb Hezbollah, Kata'ib Hezbollah, Kataib Hizbollah, Hezbollah Brigades, Kataib
    Hizballah
Harakat al-Nujaba | group | IQ | Nujaba, al-Nujaba, Harakat Hezbollah al-Nujaba
Asaib Ahl al-Haq | group | IQ | Asa'ib Ahl al-Haq, AAH
Kataib Sayyid al-Shuhada | group | IQ | Kata'ib Sayyid al-Shuhada
Saraya Awliya al-Dam | group | IQ | Awliya al-Dam, Guardians of Blood, Guardians of the Blood
Popular Mobilization Forces | group | IQ | PMF, Popular Mobilisation Forces, Popular Mobilization Units, PMU, Hashd
    al-Shaabi, Hashed al-Shaabi, Hashd Shaabi
Badr Organization | group | IQ | Badr Organisation
Coordination Committee of the Iraqi Resistance | group | IQ | Iraqi Resistance Coordination Committee
Alwiyat al-Waad al-Haq | group | IQ | True Promise Brigades
Kurdistan Region | forces | IQ | Peshmerga, KRG, Kurdistan Regional Government, Kurdistan Counter Terrorism,
    Counter-Terrorism Group of Kurdistan, Asayish, Kurdish counterterrorism, Kurdistan counterterrorism
KDP | group | IQ | Kurdistan Democratic Party
PUK | group | IQ | Patriotic Union of Kurdistan
Sadrists | group | IQ | Mahdi Army, Saraya al-Salam, Peace Brigades
Islamic State | group | | ISIS, ISIL, Daesh, IS group, Islamic State group, Islamic State of Iraq and Syria, Islamic
    State in Iraq and Syria, Islamic State of Iraq and the Levant, Islamic State in Iraq and the Levant, Daech,
    Da'esh, IS, Amaq, Amaq News Agency, Amaq agency
Islamic State Khorasan | group | AF | ISIS-K, ISKP, IS-K, Islamic State Khorasan Province, Islamic State-Khorasan,
    ISIL-K, ISPP, Islamic State Pakistan Province
ISWAP | group | NG | Islamic State West Africa Province, Islamic State in West Africa
Islamic State in the Sahel | group | ML | Islamic State in the Greater Sahara, ISGS, Islamic State Sahel Province,
    ISSP
Islamic State Central Africa Province | group | CD | ISCAP
Islamic State in Mozambique | group | MZ | Ansar al-Sunna, ISIS-Mozambique, Al-Shabab in Mozambique
Islamic State in Somalia | group | SO | ISS Somalia
Islamic State Sinai Province | group | EG | Ansar Bait al-Maqdis, Ansar Beit al-Maqdis, Wilayat Sinai, Sinai Province,
    Province of Sinai, Wilayet Sinai, Welayat Sinai, Islamic State in Sinai
Al-Qaeda | group | | al-Qaeda, al-Qaida, Al-Qaida, al Qaeda, Al Qaeda, al Qaida
AQIM | group | DZ | al-Qaeda in the Islamic Maghreb, Al-Qaeda in the Islamic Maghreb
AQIS | group | | al-Qaeda in the Indian Subcontinent
JNIM | group | ML | Jama'at Nusrat al-Islam wal-Muslimin, Jamaat Nusrat al-Islam wal Muslimin, Group for the
    Support of Islam and Muslims, Jama'at Nusrat al-Islam wal Muslimeen, Jama'at Nusrat ul-Islam wa al-Muslimin,
    Jama'a Nusrat ul-Islam wa al-Muslimin, Jama'at Nasr al-Islam wal Muslimin, Jamaat Nasr al-Islam wal Muslimin,
    Jama'at Nusrat al-Islam wal Muslimin, Support Group for Islam and Muslims, Group to Support Islam and Muslims
Ansarul Islam | group | BF |
Al-Mourabitoun | group | ML | Al-Murabitoun, al-Mourabitoun, al-Murabitoun, Signatories in Blood, Signed-in-Blood
    Battalion
Katiba Macina | group | ML | Macina Liberation Front
FLA | group | ML | Azawad Liberation Front, CSP-DPA, Coordination of Azawad Movements, CMA, Permanent Strategic
    Framework
VDP | forces | BF | Volunteers for the Defence of the Homeland, Volunteers for the Defense of the Homeland
Dozo | group | ML | Dozos, Dan Na Ambassagou
Boko Haram | group | NG | JAS, Jama'atu Ahlis Sunna
Ansaru | group | NG |
Lakurawa | group | NG |
Nigerian bandits | group | NG | bandits
Niger Delta Avengers | group | NG |
MEND | group | NG | Movement for the Emancipation of the Niger Delta
Niger Delta militants | group | NG |
IPOB | group | NG | Indigenous People of Biafra, Eastern Security Network
Ambazonia Defence Forces | group | CM | Ambazonian separatists, Ambazonia separatists, Ambazonians, Ambazonia
Al-Shabaab | group | SO | Harakat al-Shabaab al-Mujahideen, Al-Shabaab militants, Harakat al-Shabab, al-Shabaab,
    al-Shabab, Al-Shabab, al Shabaab, Al Shabaab, Shabaab
Jubaland | forces | SO | Jubaland forces
Puntland | forces | SO | Puntland forces
Somaliland | state | SO | Somaliland forces
AUSSOM | coalition | SO | ATMIS, AMISOM, African Union mission
Somali pirates | group | SO | pirates
Rapid Support Forces | group | SD | RSF
Sudanese Armed Forces | forces | SD | SAF, Sudanese army, Sudan's army, Sudanese military, Sudan's military
SPLM-N | group | SD | Sudan People's Liberation Movement-North
Sudan Liberation Movement | group | SD | SLM, SLA, Joint Darfur Force, Joint Forces in Darfur
SPLA-IO | group | SS | SPLM-IO, Sudan People's Liberation Army-in-Opposition, White Army
Tigray forces | group | ET | TPLF, Tigray People's Liberation Front, Tigray Defence Forces, Tigray Defense Forces,
    Tigrayan forces
Fano | group | ET | Fano militia, Amhara militia
Oromo Liberation Army | group | ET | OLA, Shene, OLF-Shene
M23 | group | CD | March 23 Movement, M23 rebels, M23 movement
Congo River Alliance | group | CD | AFC, Alliance Fleuve Congo
ADF | group | CD | Allied Democratic Forces
CODECO | group | CD | Cooperative for the Development of Congo
FDLR | group | CD | Democratic Forces for the Liberation of Rwanda
Wazalendo | group | CD | Mai-Mai, Mai Mai
Red-Tabara | group | BI | RED-Tabara
Mobondo | group | CD |
MONUSCO | coalition | CD | UN peacekeepers in Congo
SAMIDRC | coalition | CD |
CPC | group | CF | Coalition of Patriots for Change
3R | group | CF |
UPC | group | CF |
LRA | group | UG | Lord's Resistance Army
MINUSCA | coalition | CF |
MINUSMA | coalition | ML |
UNIFIL | coalition | LB | UN peacekeepers in Lebanon, United Nations Interim Force in Lebanon
UNMISS | coalition | SS |
UNDOF | coalition | SY |
FACT | group | TD | Front for Change and Concord in Chad
Libyan National Army | forces | LY | LNA, Haftar's forces, Libyan Arab Armed Forces, Khalifa Haftar
Government of National Unity | state | LY | GNU, Government of National Accord, GNA, Stability Support Apparatus,
    444 Brigade
Polisario Front | group | EH | Polisario, Sahrawi Army
Syrian Democratic Forces | group | SY | SDF, YPG, People's Protection Units, YPJ
Free Syrian Army | group | SY | FSA
Hayat Tahrir al-Sham | group | SY | HTS, al-Nusra Front, Al-Nusra Front, Nusra Front, Jabhat al-Nusra
Syrian National Army | group | SY | SNA, Turkish-backed Syrian factions, Turkish-backed fighters
Assad government | state | SY | Assad regime, Syrian regime
Saraya Ansar al-Sunnah | group | SY |
Druze militias | group | SY | Druze fighters, Druze gunmen
Bedouin tribes | group | SY | Bedouin fighters, tribal fighters
PKK | group | TR | Kurdistan Workers' Party, Kurdistan Workers Party, Kurdish Workers' Party, Kurdish Workers Party,
    Kurdistan Workers’ Party, HPG, Kurdish militants
TAK | group | TR | Kurdistan Freedom Falcons, Kurdistan Freedom Hawks
DHKP-C | group | TR | DHKP/C
PJAK | group | IR | Kurdistan Free Life Party
KDPI | group | IR | PDKI, Democratic Party of Iranian Kurdistan, Komala
Jaish al-Adl | group | IR | Jaish ul-Adl, Jaysh al-Adl
MEK | group | IR | Mujahedin-e Khalq, People's Mujahedin
Predatory Sparrow | group | | Gonjeshke Darande
National Resistance Front | group | AF | NRF, Afghanistan Freedom Front
Haqqani network | group | AF | Haqqani Network
Tehrik-i-Taliban Pakistan | group | PK | TTP, Pakistani Taliban, Tehreek-e-Taliban Pakistan, Tehreek-i-Taliban
    Pakistan, Tehrik-e-Taliban Pakistan, Fitna al-Khawarij, khawarij
Hafiz Gul Bahadur group | group | PK | Ittehad-ul-Mujahideen Pakistan
Jamaat-ul-Ahrar | group | PK | Jamaat ul Ahrar
Lashkar-e-Jhangvi | group | PK |
Balochistan Liberation Army | group | PK | BLA, Baloch Liberation Army, Majeed Brigade, Baloch separatists
Balochistan Liberation Front | group | PK | BLF, Baluchistan Liberation Front
Baloch Raji Aajoi Sangar | group | PK | BRAS
Baloch Republican Guards | group | PK | BRG
Jaish-e-Mohammed | group | PK | Jaish-e-Mohammad, Jaish-e-Muhammad, JeM, Jaish
Lashkar-e-Taiba | group | PK | LeT, Lashkar-e-Tayyiba, The Resistance Front, Resistance Front, TRF
Hizbul Mujahideen | group | IN | Hizb-ul-Mujahideen
Kashmir Tigers | group | IN | People's Anti-Fascist Front, PAFF
Indian Maoists | group | IN | Maoists, Naxalites, Naxals, Maoist rebels, CPI (Maoist)
ULFA | group | IN | ULFA-I, United Liberation Front of Asom
Kuki militants | group | IN | Kuki National Army, Meitei militants, Arambai Tenggol
NSCN | group | IN | NSCN-K, NSCN-IM
Khalistan militants | group | IN | Babbar Khalsa, Khalistan Zindabad Force
LTTE | group | LK | Tamil Tigers
Arakan Army | group | MM | AA rebels
MNDAA | group | MM | Myanmar National Democratic Alliance Army, Kokang army
TNLA | group | MM | Ta'ang National Liberation Army
Three Brotherhood Alliance | group | MM | Brotherhood Alliance
Kachin Independence Army | group | MM | KIA, Kachin Independence Organisation
Karen National Liberation Army | group | MM | KNLA, Karen National Union, KNU, DKBA
Karenni Nationalities Defence Force | group | MM | KNDF, Karenni Nationalities Defense Force
Chin National Army | group | MM | Chin National Front, Chinland Defence Force
People's Defence Force | group | MM | PDF, People's Defense Force, People's Defence Forces, National Unity
    Government, NUG
ARSA | group | MM | Arakan Rohingya Salvation Army
United Wa State Army | group | MM | UWSA
BRN | group | TH | Barisan Revolusi Nasional, southern insurgents
New People's Army | group | PH | NPA, Communist Party of the Philippines
Abu Sayyaf | group | PH | Abu Sayyaf Group
Moro Islamic Liberation Front | group | PH | MILF
BIFF | group | PH | Bangsamoro Islamic Freedom Fighters
Maute group | group | PH | Dawlah Islamiyah, Daulah Islamiyah
West Papua National Liberation Army | group | ID | TPNPB, OPM, Free Papua Movement, Papuan separatists, West Papua
    Liberation Army
Jemaah Islamiyah | group | ID | JAD, Jamaah Ansharut Daulah
Kurdish forces | group | | Kurdish-led forces, Kurdish fighters
Wagner Group | group | RU | Wagner, Wagner mercenaries
Africa Corps | forces | RU | Russian mercenaries
SBU | forces | UA | Security Service of Ukraine, Ukraine's Security Service, Ukrainian Security Service, SSU,
    Ukraine's security service, Kyiv's security service, Security Service
GUR | forces | UA | HUR, Main Directorate of Intelligence, Defence Intelligence of Ukraine, Defense Intelligence of
    Ukraine, Main Intelligence Directorate
Freedom of Russia Legion | group | UA | Russian Volunteer Corps, Legion Freedom of Russia
Atesh | group | UA | ATESH
Donetsk separatists | group | UA | DPR, Donetsk People's Republic, pro-Russian separatists, Russian-backed separatists
Luhansk separatists | group | UA | LPR, Luhansk People's Republic
Chechen forces | forces | RU | Akhmat, Kadyrovites
Solntsepek | group | RU | Solntsepyok, Sandworm
Fancy Bear | group | RU | APT28, Cozy Bear, APT29, Midnight Blizzard
NoName057(16) | group | RU | NoName057
KillNet | group | RU | Killnet, XakNet
Lazarus Group | group | KP | Lazarus, Kimsuky
Volt Typhoon | group | CN | Salt Typhoon, APT41, APT31, Flax Typhoon
IT Army of Ukraine | group | UA |
Anonymous Sudan | group | |
LockBit | group | RU | Conti, REvil, DarkSide, BlackCat, ALPHV, Qilin
CyberAv3ngers | group | IR | Cyber Av3ngers, APT33, APT35, Charming Kitten, MuddyWater, Handala
Transnistria | group | MD | Transnistrian forces
South Ossetia | group | GE |
Abkhazia | group | GE |
Nagorno-Karabakh forces | group | AZ | Artsakh, Karabakh Armenians
Caucasus Emirate | group | RU |
ETA | group | ES |
New IRA | group | GB | Real IRA, dissident republicans
ELN | group | CO | National Liberation Army
FARC dissidents | group | CO | FARC, Estado Mayor Central, EMC, Segunda Marquetalia, FARC dissident, Central General
    Staff
Clan del Golfo | group | CO | Gulf Clan, AGC, Gaitanist Army
Shining Path | group | PE | Sendero Luminoso
Tren de Aragua | group | VE |
Cartel of the Suns | group | VE | Cartel de los Soles
Sinaloa Cartel | group | MX | Sinaloa cartel
Jalisco New Generation Cartel | group | MX | CJNG, Jalisco cartel
Los Choneros | group | EC | Los Lobos
Viv Ansanm | group | HT | G9, G-Pep, Haitian gangs, Kraze Barye
Kenyan-led mission | coalition | HT | Multinational Security Support mission, MSS
Paraguayan People's Army | group | PY | EPP
MS-13 | group | SV | Mara Salvatrucha
PCC | group | BR | Primeiro Comando da Capital, First Capital Command, Comando Vermelho
US-led coalition | coalition | | Operation Inherent Resolve, Combined Joint Task Force, international coalition,
    International Coalition, U.S.-led coalition, US-led Coalition, Global Coalition, global coalition, coalition
    forces, anti-ISIS coalition, coalition troops
Saudi-led coalition | coalition | SA | Saudi-led alliance, Saudi-led military coalition, coalition led by Saudi
    Arabia, alliance led by Saudi Arabia, Arab coalition, Arab Coalition
NATO | coalition | | North Atlantic Treaty Organization, KFOR
European Union | coalition | | EU, EUNAVFOR, Operation Aspides, Aspides, EUNAVFOR Aspides
Operation Prosperity Guardian | coalition | | Prosperity Guardian
United Nations | coalition | | UN, U.N., U.N. peacekeepers, UN peacekeepers, United Nations peacekeepers, peacekeepers
African Union | coalition | |
ECOWAS | coalition | |
Alliance of Sahel States | coalition | | AES
UKMTO | unknown | GB | UK Maritime Trade Operations, United Kingdom Maritime Trade Operations
G5 Sahel | coalition | |
Multinational Joint Task Force | coalition | | MNJTF
Lakhdar Brigade | group | LY |
Zintan forces | group | LY |
Iran-backed militias | group | | Iraqi militias, Iraqi militia, Shiite militias, Shia militias, Shiite militia
militias | group | | outlawed militias, outlaw militias, Outlaw militias, illegal militias, militia groups, outlaw
    militia groups, outlawed groups
Jewish settlers | group | IL | Israeli settlers, settlers
gunmen | group | | unidentified gunmen, armed men, unknown gunmen, gunman
protesters | civilians | | demonstrators, rioters, looters, Protesters, Demonstrators, Rioters
hackers | group | | hacker group, hacking group
"""
