"""Commands over archived articles: replay."""

from __future__ import annotations
