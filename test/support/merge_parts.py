"""Reads lists of cloud-config parts, each a text and its headers; writes how cloud-init's own handler merges them."""
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


for line in sys.stdin:
    handler = CloudConfigPartHandler(Paths())
    for number, (text, headers) in enumerate(json.loads(line)):
        handler.handle_part(None, "text/cloud-config", "part-%d" % number, text, None, headers)
    print(json.dumps(handler.cloud_buf or {}))
