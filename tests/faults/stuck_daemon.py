"""The plain daemon, whose engine stands still for ever once a file `stick` lies beside the configuration."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from monitor import daemon, pulse
from monitor.engine.local import Local
from tests import fakes

if __name__ == "__main__":
    stick = Path(sys.argv[1]).parent / "stick"
    takes = Local.take

    def stuck(self: Local, *items: Any, **more: Any) -> Any:
        while stick.exists():
            time.sleep(1)
        return takes(self, *items, **more)

    Local.take = stuck  # type: ignore[method-assign]
    pulse.STALE_S = float(os.environ["STALE_S"])
    daemon.build_flow = lambda config: fakes.FLOW  # type: ignore[assignment]
    sys.exit(daemon.run(sys.argv[1]))
