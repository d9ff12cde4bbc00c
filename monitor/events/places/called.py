"""Names that tell a country although they are those of no place: of missiles and of exercises held year by year.

'Hwasong-16B flies 1,000 km' names no state, and 'Key Resolve begins as Pyongyang fumes' names the wrong one. Such names
belong to one state, or to one ground, for decades.
"""

from __future__ import annotations

import re

#: who builds and tests it
_MISSILES = {
    "KP": "Hwasong Hwasal Pukguksong Pukkuksong Taepodong Nodong Rodong Musudan Unha Haeil Chollima Malligyong",
    "IN": "Agni Prithvi Prahaar Pralay Shaurya BrahMos Sagarika Nirbhay Dhanush Akash",
    "PK": "Shaheen Ghauri Babur Ababeel Ghaznavi Hatf Abdali",
    "IR": "Shahab Sejjil Sajjil Khorramshahr Emad Ghadr Qadr Zolfaghar Fateh-110 Qiam Simorgh Qassed Ghaem Khaybar "
    "Kheibar",
    "RU": "Sarmat Bulava Yars Topol Burevestnik Poseidon Avangard Kinzhal Tsirkon Zircon Oreshnik Satan-2 Satan-II",
    "US": "Minuteman Trident Peacekeeper",
    "CN": "Dongfeng DF-41 DF-31 DF-26 DF-17 JL-2 JL-3",
    "TR": "Tayfun Bora Yildirimhan",
    "FR": "M51",
    "KR": "Hyunmoo",
    "TW": "Hsiung",
}
#: where it is held
_EXERCISES = {
    "KR": "Key Resolve|Foal Eagle|Ulchi|Freedom Shield|Vigilant (?:Ace|Storm|Defense)|Max Thunder",
    "PH": "Balikatan",
    "TH": "Cobra Gold",
    "AU": "Talisman Sab(?:re|er)|Pitch Black",
    "TW": "Han Kuang|Joint Sword|Strait Thunder",
    "RU": "Vostok|Tsentr|Kavkaz|Okean|Grom",
    "BY": "Zapad",
    "EG": "Bright Star",
    "MA": "African Lion",
    "JO": "Eager Lion",
}


def _table(rows: dict[str, str], split: str) -> dict[str, str]:
    return {name: country for country, names in rows.items() for name in names.split(split)}


_OF_MISSILE = _table(_MISSILES, " ")
_MISSILE = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _OF_MISSILE), key=len, reverse=True))})(?=\W|$)")
_EXERCISE = re.compile("|".join(rf"\b(?P<{code}>{names})\b" for code, names in _EXERCISES.items()))


def tester(told: str) -> str | None:
    """The country whose missile is named first."""
    named = _MISSILE.search(told)
    return _OF_MISSILE[named.group()] if named else None


def ground(told: str) -> str | None:
    """The country where the exercise that is named first is held."""
    named = _EXERCISE.search(told)
    return named.lastgroup if named else None
