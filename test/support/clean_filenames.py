"""Reads lists of file names; writes the names that cloud-init gives them, and the order in which it runs them."""
import json
import sys

from cloudinit.util import clean_filename

for line in sys.stdin:
    cleaned = [clean_filename(name) for name in json.loads(line)]
    print(json.dumps({"cleaned": cleaned, "sorted": sorted(cleaned)}))
