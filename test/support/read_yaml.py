"""Reads YAML texts; writes what cloud-init reads from each, or that it can't. Types that JSON lacks become text."""
import json
import sys

from cloudinit import safeyaml

for line in sys.stdin:
    try:
        answer = {"value": safeyaml.load(json.loads(line).encode())}
    except Exception:  # cloud-init drops the part on any exception
        answer = {"value": None, "problem": True}
    print(json.dumps(answer, default=lambda value: "<%s>" % type(value).__name__, sort_keys=True))
