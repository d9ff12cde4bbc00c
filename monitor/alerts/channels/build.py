"""Channels from their options."""

from __future__ import annotations

from monitor.alerts.channels import Channel
from monitor.alerts.channels.apprise import Apprise, AppriseOptions
from monitor.alerts.channels.console import Console, ConsoleOptions
from monitor.alerts.channels.email import Email, EmailOptions
from monitor.alerts.channels.file import FileOptions, Files
from monitor.alerts.channels.webhook import Webhook, WebhookOptions

#: what stands under `channels:` in the configuration, told apart by `kind`
Options = ConsoleOptions | FileOptions | EmailOptions | WebhookOptions | AppriseOptions


def build(name: str, options: Options) -> Channel:
    """The channel these options describe."""
    if isinstance(options, ConsoleOptions):
        return Console(options, name)
    if isinstance(options, FileOptions):
        return Files(options, name)
    if isinstance(options, EmailOptions):
        return Email(options, name)
    if isinstance(options, WebhookOptions):
        return Webhook(options, name)
    return Apprise(options, name)
