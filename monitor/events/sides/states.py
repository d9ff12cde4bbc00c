"""The states that conflict news speaks of, with their people, capitals, forces and leaders.

A table a person can edit, a state a line: code | name | demonyms | capitals that stand for the government | other names
of the state, of its forces and of those who speak for it. A demonym counts as the state only where forces, weapons or
an act follow it. Who left office stays: old news is read as well. A surname that is also a common word, a place or
another's is left out, as are those who are news for being killed.
"""

from __future__ import annotations

STATES = """
US | United States | American, U.S., US | Washington | USA, U.S.A., United States of America, America, CENTCOM,
    Centcom, Central Command, Pentagon, White House, AFRICOM, Africom, US Africa Command, U.S. Africa Command, Africa
    Command, SOUTHCOM, Southcom, US Southern Command, U.S. Southern Command, EUCOM, INDOPACOM, Indo-Pacific Command, US
    Navy, U.S. Navy, US Air Force, U.S. Air Force, USAF, US Army, U.S. Army, Defense Department, US Marines, US Coast
    Guard, Department of Defense, State Department, Americans, CIA, Central Intelligence Agency, Trump administration,
    Biden administration, Obama administration, Bush administration, Fifth Fleet, Seventh Fleet, 7th Fleet, 5th Fleet,
    National Security Council, NORAD, Treasury Department, OFAC, Biden, Trump, Joe Biden, Donald Trump, Lloyd Austin,
    Hegseth, Rubio, Blinken, Obama, Barack Obama, Pompeo, George W. Bush, Hillary Clinton, John Kerry, Rex Tillerson,
    Tillerson, Mattis, Mark Esper, Leon Panetta, Chuck Hagel, Ash Carter, John Bolton, Jake Sullivan, JD Vance, J.D.
    Vance, Mike Pence, Kamala Harris, Kurilla, Witkoff
IL | Israel | Israeli | Jerusalem | IDF, Israel Defense Forces, Israeli Defense Forces, Israeli Defence Forces, Israel
    Defence Forces, Israelis, Mossad, Shin Bet, Shabak, Tsahal, Zionist regime, Zionist entity, Israeli enemy, IAF,
    COGAT, Netanyahu, Benjamin Netanyahu, Israel Katz, Gallant, Yoav Gallant, Hagari, Naftali Bennett, Yair Lapid,
    Benny Gantz, Gantz, Avigdor Lieberman, Ehud Barak, Eyal Zamir, Herzi Halevi, Aviv Kochavi, Avichay Adraee, Effie
    Defrin, Ben-Gvir, Ben Gvir, Smotrich
IR | Iran | Iranian | Tehran | Islamic Republic, Islamic Republic of Iran, Iranians, Artesh, Khamenei, Araghchi,
    Araqchi, Pezeshkian, Raisi, Rouhani, Zarif, Ahmadinejad, Larijani, Qalibaf, Ghalibaf, Baghaei, Amir-Abdollahian,
    Amirabdollahian, Supreme National Security Council, Khatam al-Anbiya Central Headquarters, Atomic Energy
    Organization of Iran, Atomic Energy Organisation of Iran
IQ | Iraq | Iraqi | Baghdad | Iraqis, Counter Terrorism Service, Security Media Cell, Joint Operations Command,
    al-Maliki, Nouri al-Maliki, Haider al-Abadi, Adel Abdul Mahdi, Mustafa al-Kadhimi, Shia al-Sudani
SY | Syria | Syrian | Damascus | Syrian Arab Army, Syrian Arab Republic, Syrians, Assad, Bashar al-Assad, al-Sharaa,
    Ahmed al-Sharaa, Ahmad al-Sharaa
LB | Lebanon | Lebanese | Beirut | Lebanese Armed Forces, Lebanese army, Nawaf Salam, Joseph Aoun, Najib Mikati
TR | Turkey | Turkish | Ankara | Türkiye, Turkiye, Turks, MIT intelligence agency, National Intelligence Organization,
    National Intelligence Organisation, Erdogan, Erdoğan, Recep Tayyip Erdogan, Yasar Guler, Yaşar Güler, Hakan Fidan,
    Hulusi Akar, Cavusoglu, Çavuşoğlu
SA | Saudi Arabia | Saudi, Saudi Arabian | Riyadh | Saudis, Kingdom of Saudi Arabia, Mohammed bin Salman, Adel
    al-Jubeir
AE | United Arab Emirates | Emirati | Abu Dhabi | UAE, U.A.E., Emiratis, Anwar Gargash
QA | Qatar | Qatari | Doha | Qataris
KW | Kuwait | Kuwaiti | Kuwait City | Kuwaitis
BH | Bahrain | Bahraini | Manama | Bahrainis
AL | Albania | Albanian | Tirana |
CR | Costa Rica | Costa Rican | |
JM | Jamaica | Jamaican | |
ME | Montenegro | Montenegrin | Podgorica |
MK | North Macedonia | Macedonian | Skopje | Macedonia
SI | Slovenia | Slovenian, Slovene | Ljubljana |
IS | Iceland | Icelandic | Reykjavik |
LU | Luxembourg | | |
MT | Malta | Maltese | Valletta |
FJ | Fiji | Fijian | |
PG | Papua New Guinea | Papua New Guinean | Port Moresby |
SB | Solomon Islands | | Honiara |
VU | Vanuatu | | |
TL | Timor-Leste | Timorese | | East Timor, Timor Leste
SR | Suriname | Surinamese | |
PY | Paraguay | Paraguayan | Asuncion, Asunción |
UY | Uruguay | Uruguayan | Montevideo |
NA | Namibia | Namibian | Windhoek |
BW | Botswana | | Gaborone |
ZM | Zambia | Zambian | Lusaka |
MW | Malawi | Malawian | Lilongwe |
LS | Lesotho | Basotho | |
SZ | Eswatini | Swazi | | Swaziland
MG | Madagascar | Malagasy | Antananarivo |
MU | Mauritius | Mauritian | |
KM | Comoros | Comorian, Comoran | |
SC | Seychelles | Seychellois | |
LR | Liberia | Liberian | |
SL | Sierra Leone | Sierra Leonean | |
GM | Gambia | Gambian | |
GA | Gabon | Gabonese | Libreville |
GQ | Equatorial Guinea | Equatorial Guinean, Equatoguinean | Malabo |
MN | Mongolia | Mongolian | Ulaanbaatar |
OM | Oman | Omani | Muscat |
YE | Yemen | Yemeni | | Yemenis
JO | Jordan | Jordanian | Amman | Jordanians
EG | Egypt | Egyptian | Cairo | Sisi, al-Sisi, el-Sisi, El-Sisi, Egyptians, Hosni Mubarak, Mohammed Morsi, Mohamed
    Morsi
LY | Libya | Libyan | | Gaddafi, Gadhafi, Qaddafi, Muammar Gaddafi, Moammar Gadhafi, Libyan Arab Jamahiriya
TN | Tunisia | Tunisian | | Kais Saied
DZ | Algeria | Algerian | Algiers | Bouteflika, Tebboune
MA | Morocco | Moroccan | Rabat |
SD | Sudan | Sudanese | | Omar al-Bashir, Omar Hassan al-Bashir
SS | South Sudan | South Sudanese | Juba | SSPDF, South Sudan People's Defence Forces, South Sudan People's Defense
    Forces, SPLA, Sudan People's Liberation Army, Salva Kiir
ET | Ethiopia | Ethiopian | Addis Ababa | ENDF, Abiy Ahmed
ER | Eritrea | Eritrean | Asmara | Isaias Afwerki, Isaias Afewerki
DJ | Djibouti | Djiboutian | |
SO | Somalia | Somali, Somalian | | Somali National Army, Hassan Sheikh Mohamud, Farmaajo, Farmajo, Villa Somalia,
    Danab
KE | Kenya | Kenyan | Nairobi | KDF, Kenya Defence Forces, Kenya Defense Forces, William Ruto, Uhuru Kenyatta
UG | Uganda | Ugandan | Kampala | UPDF, Uganda People's Defence Force, Uganda People's Defence Forces, Uganda Peoples'
    Defence Forces, Museveni, Muhoozi
RW | Rwanda | Rwandan | Kigali | Rwanda Defence Force, Rwanda Defense Force, Rwandan Defence Force, RDF, Kagame, Paul
    Kagame
BI | Burundi | Burundian | Bujumbura | Nkurunziza, Ndayishimiye
CD | DR Congo | Congolese | Kinshasa | DRC, D.R. Congo, Democratic Republic of Congo, Democratic Republic of the Congo,
    Congo-Kinshasa, FARDC, Congo, Tshisekedi, Felix Tshisekedi, Félix Tshisekedi
CG | Republic of the Congo | | Brazzaville | Republic of Congo, Congo-Brazzaville, Congo Brazzaville
CF | Central African Republic | Central African | Bangui | Touadera, Touadéra
TD | Chad | Chadian | N'Djamena, Ndjamena | Idriss Deby, Idriss Déby, Mahamat Deby, Mahamat Déby, Mahamat Idriss Deby
CM | Cameroon | Cameroonian | Yaounde, Yaoundé | Paul Biya
NG | Nigeria | Nigerian | Abuja | Tinubu, Bola Tinubu, Buhari, Muhammadu Buhari, Goodluck Jonathan
NE | Niger | Nigerien | Niamey | Tchiani, Tiani
ML | Mali | Malian | Bamako | FAMa, Malian Armed Forces, Assimi Goita, Assimi Goïta, Goita, Goïta
BF | Burkina Faso | Burkinabe, Burkinabé | Ouagadougou | Burkina, Ibrahim Traore, Ibrahim Traoré
CI | Ivory Coast | Ivorian | Abidjan | Côte d'Ivoire, Cote d'Ivoire, Ouattara, Alassane Ouattara, Laurent Gbagbo
GH | Ghana | Ghanaian | Accra |
BJ | Benin | Beninese | Cotonou |
TG | Togo | Togolese | Lome, Lomé |
SN | Senegal | Senegalese | Dakar | Macky Sall
GN | Guinea | Guinean | Conakry | Mamady Doumbouya, Doumbouya
GW | Guinea-Bissau | Bissau-Guinean | |
CV | Cape Verde | Cape Verdean | | Cabo Verde
MR | Mauritania | Mauritanian | Nouakchott |
MZ | Mozambique | Mozambican | Maputo | Filipe Nyusi
TZ | Tanzania | Tanzanian | Dodoma | Tanzania People's Defence Force
ZA | South Africa | South African | Pretoria | SANDF, South African National Defence Force, Ramaphosa, Cyril Ramaphosa
ZW | Zimbabwe | Zimbabwean | Harare | Mugabe, Mnangagwa
AO | Angola | Angolan | Luanda |
RU | Russia | Russian | Moscow, Kremlin | Russian Federation, Russians, GRU, FSB, Russian Defense Ministry, Defense
    Ministry of Russia, Defence Ministry of Russia, Federal Security Service, Rosgvardia, Black Sea Fleet, occupiers,
    Putin, Vladimir Putin, Medvedev, Peskov, Lavrov, Shoigu, Gerasimov, Konashenkov, Zakharova, Belousov, Surovikin
UA | Ukraine | Ukrainian | Kyiv, Kiev | Ukrainians, Armed Forces of Ukraine, Defence Forces of Ukraine, Defense Forces
    of Ukraine, AFU, ZSU, Air Force of Ukraine, Unmanned Systems Forces, State Border Guard Service, Zelensky,
    Zelenskyy, Zelenskiy, Zelenskyi, Volodymyr Zelensky, Volodymyr Zelenskyy, Syrskyi, Syrsky, Zaluzhnyi, Zaluzhny,
    Umerov, Kuleba, Sybiha, Poroshenko, Oleshchuk, Pletenchuk, Azov Brigade, Azov Regiment, Azov Battalion, Azov
    battalion, Azov regiment, Aidar Battalion, Syniehubov, Synehubov, Synegubov
BY | Belarus | Belarusian, Belarussian | Minsk | Lukashenko, Lukashenka, Byelorussia
PL | Poland | Polish | Warsaw | Andrzej Duda, Donald Tusk, Radoslaw Sikorski, Radosław Sikorski
LT | Lithuania | Lithuanian | Vilnius |
LV | Latvia | Latvian | Riga |
EE | Estonia | Estonian | Tallinn |
FI | Finland | Finnish | Helsinki |
SE | Sweden | Swedish | Stockholm |
NO | Norway | Norwegian | Oslo |
DK | Denmark | Danish | Copenhagen |
DE | Germany | German | Berlin | Bundeswehr, Merkel, Scholz, Friedrich Merz, Boris Pistorius, Pistorius, Annalena
    Baerbock
FR | France | French | Paris | Macron, Emmanuel Macron, Nicolas Sarkozy, Sarkozy, Francois Hollande, François Hollande,
    Hollande, Elysee, Élysée, Barkhane, Operation Barkhane
GB | United Kingdom | British, UK, U.K. | London, Downing Street | Britain, Great Britain, Royal Navy, Royal Air Force,
    RAF, Royal Marines, Ministry of Defence in London, GCHQ, David Cameron, Theresa May, Boris Johnson, Rishi Sunak,
    Keir Starmer, Starmer, Sunak, David Lammy, Ben Wallace, Grant Shapps, John Healey
IE | Ireland | Irish | Dublin |
NL | Netherlands | Dutch | |
BE | Belgium | Belgian | |
ES | Spain | Spanish | Madrid |
PT | Portugal | Portuguese | Lisbon |
IT | Italy | Italian | Rome | Giorgia Meloni, Meloni, Matteo Renzi
GR | Greece | Greek | Athens | Mitsotakis
CY | Cyprus | Cypriot, Greek Cypriot | Nicosia |
RO | Romania | Romanian | Bucharest |
BG | Bulgaria | Bulgarian | |
MD | Moldova | Moldovan | Chisinau, Chișinău | Maia Sandu
RS | Serbia | Serbian, Serb | Belgrade | Aleksandar Vucic, Vucic, Vučić
XK | Kosovo | Kosovar, Kosovan | Pristina, Prishtina | Albin Kurti
BA | Bosnia and Herzegovina | Bosnian | Sarajevo | Bosnia-Herzegovina, Bosnia
HR | Croatia | Croatian | Zagreb |
HU | Hungary | Hungarian | Budapest | Viktor Orban, Viktor Orbán
CZ | Czech Republic | Czech | Prague | Czechia
SK | Slovakia | Slovak | Bratislava | Robert Fico
AT | Austria | Austrian | |
CH | Switzerland | Swiss | |
GE | Georgia | Georgian | Tbilisi | Saakashvili
AM | Armenia | Armenian | Yerevan | Pashinyan
AZ | Azerbaijan | Azerbaijani, Azeri | Baku | Aliyev, Ilham Aliyev
KZ | Kazakhstan | Kazakh | Astana | Nazarbayev, Tokayev
UZ | Uzbekistan | Uzbek | Tashkent |
TJ | Tajikistan | Tajik | Dushanbe |
KG | Kyrgyzstan | Kyrgyz | Bishkek |
TM | Turkmenistan | | Ashgabat |
AF | Afghan Taliban | Afghan | Kabul | Taliban, Afghanistan, Taliban government, Taliban forces, Taleban, Islamic
    Emirate, Islamic Emirate of Afghanistan, Zabihullah Mujahid, Qari Yousuf Ahmadi, Afghans
PK | Pakistan | Pakistani, Pak | Islamabad, Rawalpindi | ISPR, Inter-Services Public Relations, ISI, Inter-Services
    Intelligence, Pakistan Army, Pakistan Air Force, PAF, Frontier Corps, Pakistan Rangers, Sindh Rangers, Punjab
    Rangers, Shehbaz Sharif, Nawaz Sharif, Imran Khan, Asim Munir, Asif Ghafoor, Ishaq Dar, Khawaja Asif, Raheel
    Sharif, Pervez Musharraf, Pakistanis
IN | India | Indian | New Delhi, Delhi | Indian Air Force, Indian Army, BSF, CRPF, Border Security Force, Central
    Reserve Police Force, Assam Rifles, Rashtriya Rifles, DRDO, Modi, Narendra Modi, Gokhale, Vijay Gokhale,
    Jaishankar, Rajnath Singh, Amit Shah, Manmohan Singh, Sushma Swaraj, Bipin Rawat, Vikram Misri
BD | Bangladesh | Bangladeshi | Dhaka | Rapid Action Battalion, Border Guard Bangladesh, Sheikh Hasina
LK | Sri Lanka | Sri Lankan, Lankan | Colombo | Rajapaksa, Mahinda Rajapaksa
NP | Nepal | Nepali, Nepalese | Kathmandu |
BT | Bhutan | Bhutanese | |
MV | Maldives | Maldivian | |
MM | Myanmar | Myanmar, Burmese | Naypyidaw, Naypyitaw, Nay Pyi Taw | Tatmadaw, military junta, junta, Burma, Min Aung
    Hlaing, State Administration Council
TH | Thailand | Thai | Bangkok | Royal Thai Army, Royal Thai Air Force, Royal Thai Navy, RTAF, First
    Army Region, Second Army Region, Prayuth, Prayut, Anutin
KH | Cambodia | Cambodian | Phnom Penh | Hun Sen, Hun Manet
VN | Vietnam | Vietnamese | Hanoi |
LA | Laos | Lao, Laotian | Vientiane |
PH | Philippines | Philippine, Filipino | Manila, Malacañang | AFP chief, Philippine Coast Guard, Armed Forces of the
    Philippines, BRP, Brawner, Marcos, Duterte, Rodrigo Duterte, Benigno Aquino, Western Mindanao Command, Tarriela
ID | Indonesia | Indonesian | Jakarta | TNI, Prabowo, Jokowi, Joko Widodo
MY | Malaysia | Malaysian | Kuala Lumpur | Anwar Ibrahim, Najib Razak
SG | Singapore | Singaporean | |
BN | Brunei | Bruneian | |
CN | China | Chinese | Beijing | PLA, People's Liberation Army, PLAN, China Coast Guard, CCG, PRC, People's Republic of
    China, Eastern Theater Command, Eastern Theatre Command, Southern Theater Command, Southern Theatre Command, Xi
    Jinping, Wang Yi, Hu Jintao
TW | Taiwan | Taiwanese | Taipei | Republic of China, Chinese Taipei, Tsai Ing-wen, Lai Ching-te, Ma Ying-jeou
HK | Hong Kong | | |
JP | Japan | Japanese | Tokyo | Self-Defense Forces, JSDF, Japan Self-Defense Forces, Maritime Self-Defense Force,
    Shinzo Abe, Kishida, Ishiba, Takaichi
KR | South Korea | South Korean | Seoul | S Korea, S. Korea, ROK, Republic of Korea, Joint Chiefs of Staff, JCS, Blue
    House, South Koreans, Park Geun-hye, Lee Myung-bak, Moon Jae-in, Yoon Suk Yeol, Yoon Suk-yeol, Lee Jae-myung, Lee
    Jae Myung
KP | North Korea | North Korean | Pyongyang | N Korea, N. Korea, DPRK, KCNA, Korean People's Army, Democratic People's
    Republic of Korea, North Koreans, Kim Jong Un, Kim Jong-un, Kim Jong-Un, Kim Jong-il, Kim Jong Il, Kim Yo Jong, Kim
    Yo-jong
AU | Australia | Australian | Canberra |
NZ | New Zealand | | Wellington | Jacinda Ardern
CA | Canada | Canadian | Ottawa | Justin Trudeau, Trudeau, Mark Carney
MX | Mexico | Mexican | Mexico City | Sheinbaum, Lopez Obrador, López Obrador
GT | Guatemala | Guatemalan | Guatemala City |
SV | El Salvador | Salvadoran | San Salvador | Bukele
HN | Honduras | Honduran | Tegucigalpa |
NI | Nicaragua | Nicaraguan | Managua | Daniel Ortega
PA | Panama | Panamanian | Panama City |
CU | Cuba | Cuban | Havana | Diaz-Canel, Díaz-Canel
HT | Haiti | Haitian | |
DO | Dominican Republic | Dominican | Santo Domingo |
TT | Trinidad and Tobago | Trinidadian | |
BZ | Belize | Belizean | |
CO | Colombia | Colombian | Bogota, Bogotá | Gustavo Petro, Ivan Duque, Iván Duque, Juan Manuel Santos
VE | Venezuela | Venezuelan | Caracas | Maduro, Nicolás Maduro, Nicolas Maduro, Hugo Chavez, Hugo Chávez, Delcy
    Rodríguez, Delcy Rodriguez, Padrino Lopez, Padrino López
GY | Guyana | Guyanese | |
EC | Ecuador | Ecuadorian, Ecuadorean | Quito | Daniel Noboa, Noboa
PE | Peru | Peruvian | |
BR | Brazil | Brazilian | Brasilia, Brasília | Bolsonaro
AR | Argentina | Argentine, Argentinian | Buenos Aires |
CL | Chile | Chilean | |
BO | Bolivia | Bolivian | |
"""
