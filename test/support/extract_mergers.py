"""Reads merge types; writes the mergers that cloud-init parses from each, or null if it can't."""
import importlib.util  # noqa: F401 (cloud-init's importer needs it)
import json
import sys

from cloudinit import mergers

for line in sys.stdin:
    try:
        extracted = mergers.string_extract_mergers(json.loads(line))
        mergers.construct(extracted)
        print(json.dumps(extracted))
    except (ImportError, ValueError):
        print("null")
