"""`python -m monitor.samples FOLDER` copies the samples into it; `--jsonl` prints them for `monitor replay`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from monitor.samples import copy_into, lines

if __name__ == "__main__":
    if "--jsonl" in sys.argv:
        for line in lines():
            print(json.dumps(line, ensure_ascii=False))
    else:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else "var/inbox")
        print(f"{copy_into(folder)} sample articles are in {folder}")
