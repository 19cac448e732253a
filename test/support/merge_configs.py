"""Reads two cloud-configs and a merge type; writes how cloud-init merges them, or null if it drops the second."""
import importlib.util  # noqa: F401 (cloud-init's importer needs it)
import json
import sys

from cloudinit import mergers

DEFAULT = "dict(replace)+list()+str()"

for line in sys.stdin:
    earlier, later, header = json.loads(line)
    try:
        chosen = mergers.dict_extract_mergers(later) + mergers.string_extract_mergers(header)
        merger = mergers.construct(chosen or mergers.string_extract_mergers(DEFAULT))
        print(json.dumps({"merged": merger.merge(earlier, later)}))
    except Exception:  # cloud-init catches every exception
        print("null")
