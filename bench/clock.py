"""Runs a command and prints what it cost as JSON: wall and CPU seconds, peak memory, exit status.

A process starts with its parent's peak memory to its name, so this small one stands between `run.py` and what
is measured.
"""

import json
import os
import sys
import time

start = time.perf_counter()
child = os.spawnvp(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
_, status, used = os.wait4(child, 0)
cost = {
    "wall": time.perf_counter() - start,
    "cpu": used.ru_utime + used.ru_stime,
    "mb": used.ru_maxrss / 1024,
    "status": os.waitstatus_to_exitcode(status),
}
print(json.dumps(cost), file=sys.stderr)
