"""The daemon with the small Flow of `tests.fakes`: it starts at once, and its incidents can be told from the text."""

from __future__ import annotations

import sys

from monitor import daemon
from tests import fakes

if __name__ == "__main__":
    daemon.build_flow = lambda config: fakes.FLOW  # type: ignore[assignment]
    sys.exit(daemon.run(sys.argv[1]))
