"""Reads cloud-config parts and what they were merged to; writes what cloud-init's own handler makes of both."""
import importlib.util  # noqa: F401 (cloud-init's importer needs it)
import json
import logging
import sys

from cloudinit import handlers
from cloudinit.handlers.cloud_config import CloudConfigPartHandler

logging.disable(logging.CRITICAL)


class Paths:
    def get_ipath(self, _name):
        return None


def merge(parts):
    handler = CloudConfigPartHandler(Paths())
    for number, (text, headers) in enumerate(parts):
        handler.handle_part(None, "text/cloud-config", "part-%d" % number, text, None, headers)
    return repr(handler.cloud_buf)


for line in sys.stdin:
    given, merged = json.loads(line)
    print(json.dumps([merge(given), merge([[merged, {}]])]))
