"""`python -m monitor.samples FOLDER`: copies the samples into it, and says so."""

from __future__ import annotations

import sys
from pathlib import Path

from monitor.samples import copy_into

if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "var/inbox")
    print(f"{copy_into(folder)} sample articles are in {folder}")
