"""Where a country lies, for the sections of a digest, and what it is called in plain English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

ELSEWHERE = "At sea, or place unknown"
AT_SEA = "At sea"
UNPLACED = "Place unknown"

_TABLE: dict[str, str] = {
    "Eastern Europe and Caucasus": (
        "AM Armenia; AZ Azerbaijan; BY Belarus; GE Georgia; MD Moldova; RU Russia; UA Ukraine"
    ),
    "Middle East": (
        "AE United Arab Emirates; BH Bahrain; CY Cyprus; IL Israel; IQ Iraq; IR Iran; JO Jordan; KW Kuwait; LB "
        "Lebanon; OM Oman; PS Palestine; QA Qatar; SA Saudi Arabia; SY Syria; TR Turkey; YE Yemen"
    ),
    "Europe": (
        "AD Andorra; AL Albania; AT Austria; AX Åland Islands; BA Bosnia and Herzegovina; BE Belgium; BG Bulgaria; "
        "CH Switzerland; CZ Czechia; DE Germany; DK Denmark; EE Estonia; ES Spain; FI Finland; FO Faroe Islands; FR "
        "France; GB United Kingdom; GG Guernsey; GI Gibraltar; GR Greece; HR Croatia; HU Hungary; IE Ireland; IM "
        "Isle of Man; IS Iceland; IT Italy; JE Jersey; LI Liechtenstein; LT Lithuania; LU Luxembourg; LV Latvia; MC "
        "Monaco; ME Montenegro; MK North Macedonia; MT Malta; NL Netherlands; NO Norway; PL Poland; PT Portugal; RO "
        "Romania; RS Serbia; SE Sweden; SI Slovenia; SJ Svalbard and Jan Mayen; SK Slovakia; SM San Marino; VA "
        "Vatican City"
    ),
    "North Africa and Sahel": (
        "BF Burkina Faso; DZ Algeria; EG Egypt; EH Western Sahara; LY Libya; MA Morocco; ML Mali; MR Mauritania; NE "
        "Niger; SD Sudan; TD Chad; TN Tunisia"
    ),
    "East and Horn of Africa": (
        "BI Burundi; DJ Djibouti; ER Eritrea; ET Ethiopia; KE Kenya; RW Rwanda; SO Somalia; SS South Sudan; TZ "
        "Tanzania; UG Uganda"
    ),
    "West, Central and Southern Africa": (
        "AO Angola; BJ Benin; BW Botswana; CD DR Congo; CF Central African Republic; CG Congo; CI Côte d'Ivoire; CM "
        "Cameroon; CV Cape Verde; GA Gabon; GH Ghana; GM Gambia; GN Guinea; GQ Equatorial Guinea; GW Guinea-Bissau; "
        "IO British Indian Ocean Territory; KM Comoros; LR Liberia; LS Lesotho; MG Madagascar; MU Mauritius; MW "
        "Malawi; MZ Mozambique; NA Namibia; NG Nigeria; RE Réunion; SC Seychelles; SH Saint Helena; SL Sierra "
        "Leone; SN Senegal; ST Sao Tome and Principe; SZ Eswatini; TG Togo; YT Mayotte; ZA South Africa; ZM Zambia; "
        "ZW Zimbabwe"
    ),
    "Central and South Asia": (
        "AF Afghanistan; BD Bangladesh; BT Bhutan; IN India; KG Kyrgyzstan; KZ Kazakhstan; LK Sri Lanka; MV "
        "Maldives; NP Nepal; PK Pakistan; TJ Tajikistan; TM Turkmenistan; UZ Uzbekistan"
    ),
    "East Asia": ("CN China; HK Hong Kong; JP Japan; KP North Korea; KR South Korea; MN Mongolia; MO Macao; TW Taiwan"),
    "Southeast Asia and Pacific": (
        "AS American Samoa; AU Australia; BN Brunei; CC Cocos (Keeling) Islands; CK Cook Islands; CX Christmas "
        "Island; FJ Fiji; FM Micronesia; GU Guam; HM Heard Island and McDonald Islands; ID Indonesia; KH Cambodia; "
        "KI Kiribati; LA Laos; MH Marshall Islands; MM Myanmar; MP Northern Mariana Islands; MY Malaysia; NC New "
        "Caledonia; NF Norfolk Island; NR Nauru; NU Niue; NZ New Zealand; PF French Polynesia; PG Papua New Guinea; "
        "PH Philippines; PN Pitcairn; PW Palau; SB Solomon Islands; SG Singapore; TH Thailand; TK Tokelau; TL "
        "Timor-Leste; TO Tonga; TV Tuvalu; UM United States Minor Outlying Islands; VN Vietnam; VU Vanuatu; WF "
        "Wallis and Futuna; WS Samoa"
    ),
    "Americas": (
        "AG Antigua and Barbuda; AI Anguilla; AR Argentina; AW Aruba; BB Barbados; BL Saint Barthélemy; BM Bermuda; "
        "BO Bolivia; BQ Caribbean Netherlands; BR Brazil; BS Bahamas; BZ Belize; CA Canada; CL Chile; CO Colombia; "
        "CR Costa Rica; CU Cuba; CW Curaçao; DM Dominica; DO Dominican Republic; EC Ecuador; FK Falkland Islands; "
        "GD Grenada; GF French Guiana; GL Greenland; GP Guadeloupe; GS South Georgia and the South Sandwich "
        "Islands; GT Guatemala; GY Guyana; HN Honduras; HT Haiti; JM Jamaica; KN Saint Kitts and Nevis; KY Cayman "
        "Islands; LC Saint Lucia; MF Saint Martin; MQ Martinique; MS Montserrat; MX Mexico; NI Nicaragua; PA "
        "Panama; PE Peru; PM Saint Pierre and Miquelon; PR Puerto Rico; PY Paraguay; SR Suriname; SV El Salvador; "
        "SX Sint Maarten; TC Turks and Caicos Islands; TT Trinidad and Tobago; US United States; UY Uruguay; VC "
        "Saint Vincent and the Grenadines; VE Venezuela; VG British Virgin Islands; VI U.S. Virgin Islands"
    ),
    "Polar regions": ("AQ Antarctica; BV Bouvet Island; TF French Southern Territories"),
}


def _pairs() -> list[tuple[str, str, str]]:
    rows = [(region, *entry.strip().split(" ", 1)) for region, text in _TABLE.items() for entry in text.split(";")]
    return [(region, code, name) for region, code, name in rows]


#: ISO 3166 alpha-2 -> region
REGION: Mapping[str, str] = MappingProxyType({code: region for region, code, _ in _pairs()})
#: ISO 3166 alpha-2 -> name
COUNTRY: Mapping[str, str] = MappingProxyType({code: name for _, code, name in _pairs()})
_DIVISION = re.compile(r"(?i)[\s-]+(?:oblast'?|province|region|governorate|krai)$")
#: regions in the order a digest shows them when severity does not decide
REGIONS: tuple[str, ...] = (*_TABLE, ELSEWHERE)


def region_key(name: str) -> str:
    """What regions are compared by: 'Kharkiv oblast' is 'Kharkiv', whatever the table of places calls it."""
    return _DIVISION.sub("", name.strip()).casefold()


def region_of(country: str | None) -> str:
    """The region a country lies in; unknown codes and the high seas go elsewhere."""
    return REGION.get(country or "", ELSEWHERE)


def region_where(country: str | None, *, placed: bool) -> str:
    """The section of a digest: the region, the sea where a place has no country, or that nothing is known."""
    if country:
        return region_of(country)
    return AT_SEA if placed else UNPLACED


def country_name(country: str | None) -> str:
    """The country's name, the code itself where it is unknown, '' where there is none."""
    return COUNTRY.get(country, country) if country else ""


def country_code(text: str) -> str | None:
    """The ISO code of a country that is given by it or by a name: 'GB', 'Britain', 'U.K.'. None where there is none."""
    return _codes().get(_plain(text))


@cache
def _codes() -> Mapping[str, str]:
    """code or name, folded -> code; the names of the digest, and those by which texts are read."""
    found = {_plain(name): code for code, name in COUNTRY.items()}
    for line in files("monitor.data").joinpath("countries.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, _, _, _, others, *_ = line.split("\t")
            found |= {_plain(each): code for each in (name, *others.split("|")) if each}
    return found | {code.casefold(): code for code in (*COUNTRY, *found.values())}


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.strip().casefold()).replace(".", "").replace("’", "'")
    return "".join(mark for mark in bare if not unicodedata.combining(mark))
