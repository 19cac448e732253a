"""YAML texts in; out, what cloud-init reads from each, or that it can't. What JSON has no type for is text."""
import json
import sys

from cloudinit import safeyaml

for line in sys.stdin:
    try:
        answer = {"value": safeyaml.load(json.loads(line).encode())}
    except Exception:  # cloud-init takes any for the end of a part
        answer = {"value": None, "problem": True}
    print(json.dumps(answer, default=lambda value: "<%s>" % type(value).__name__, sort_keys=True))
