"""Strings that break programs: our own list, as long as the public ones."""

from __future__ import annotations

import itertools

_CONTROLS = [chr(n) for n in (*range(32), *range(0x7F, 0xA0))]
_STEERING = [
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "\x1b[2J",
    "\x1b[1A",
    "\x1bPq\x1b\\", "\x1b[6n", "\x1bc", "\x9b31m", "\x9d0;t\x9c", "\x1b[?1049h", "\x1b[200~", "\x1b(0", "\x1b#8",
]  # fmt: skip
_DIRECTION = [chr(n) for n in (*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD)]
_QUERIES = [
    "'", '"', "''", '""', "';--", "' OR 1=1 --", '" OR ""="', "'; DROP TABLE incident; --", "%", "_", "\\",
    "*", "a*", "^a",
    "NEAR(a b)", "a NOT b", "a AND", "OR", "headline:a", "{headline place}: a", "(", ")", "((", "-a", "+a",
    "a:b", "col : x",
    "1; ATTACH DATABASE '/tmp/x' AS x", "UNION SELECT sql FROM sqlite_master", "incident_search", "rowid",
    "x'00'", "?1", ":a",
    "@a", "$a", "--", "/*", "*/", "\0", "a\0b", "NULL", "null", "None", "undefined", "true", "NaN", "Infinity",
    "-0", "0x0",
    "1e309", "99999999999999999999", "1/0", "0.1.2", "01", "١٢٣", "½", "∞",
]  # fmt: skip
_FORMATS = [
    "%s%s%s%n", "%d", "{0}", "{}", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{% raw %}",
    "{self.__class__}", "$(id)", "`id`",
    "| id", "; id", "&& id", "../../etc/passwd", "..\\..\\x", "file:///etc/passwd", "C:\\CON", "/dev/null",
    "~", "-rf", "--help",
]  # fmt: skip
_SCRIPTS = [
    "田中さんにあげて", "和製漢語", "ЁЂЃЄЅІЇ", "مُنَاقَشَةُ", "הָיְתָה", "ﷺ", "Ω≈ç√", "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶", "𝕋𝕙𝕖",
    "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇺🇸🇷🇺",
    "İ", "ß", "ſ", "ǅ", "\ud800", "\udfff", "\ufffe", "\U0010ffff", "\ue000", "e\u0301" * 20, "ﬃ", "᚛ᚏ", "\U000e0041",
]  # fmt: skip
_LINES = ["\r\nBcc: a@evil.example", "\n\n", "a\rb", "\x85", "\x0b\x0c", "a\u2028b", "\t\t", " " * 200, "a" * 3000]
_AROUND = ("{}", "Kharkiv {} strike", "{}kharkiv")

#: what a spreadsheet would calculate, or run
FORMULAS = (
    "=1+1", "=HYPERLINK(\"http://evil.example\")", "=cmd|'/C calc'!A0", "+1+1", "+cmd|' /C calc'!A0", "-1+1",
    "-2+3+cmd|'x'!A0",
    "@SUM(1+1)", "@A1", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\x00=1+1", "\u200b=1+1", "\ufeff=1+1", "=\u202e1+1",
    "=IMPORTXML(\"http://evil.example\", \"//a\")", "=WEBSERVICE(\"http://evil.example\")", "\u00a0=1+1",
)  # fmt: skip

NAUGHTY = tuple(
    dict.fromkeys(
        around.replace("{}", text)
        for around, text in itertools.product(
            _AROUND, (*_CONTROLS, *_STEERING, *_DIRECTION, *_QUERIES, *_FORMATS, *_SCRIPTS, *_LINES)
        )
    )
)
