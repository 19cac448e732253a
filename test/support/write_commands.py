"""Reads values of runcmd; writes the script that cloud-init makes of each, or null if it refuses the value."""
import json
import logging
import sys

from cloudinit import util

logging.disable(logging.CRITICAL)

for line in sys.stdin:
    try:
        script = util.shellify(json.loads(line))
    except TypeError:
        script = None
    print(json.dumps(script))
