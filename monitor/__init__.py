"""Watches folders and feeds for escalation news, keeps one record an incident, and tells people once."""

__version__ = "0.1.0"
