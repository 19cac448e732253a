"""Reads blobs with cloud-init itself: reads base64, writes the parts of each, or null if it rejects the blob.

Types and filenames are those that handlers get. cloud-init reads a blob as text, which corrupts raw bytes
outside of ASCII, so content comes from the same message read as bytes.
"""
import base64
import email
import json
import logging
import sys

from cloudinit import handlers, helpers, user_data, util

logging.disable(logging.CRITICAL)
PATHS = helpers.Paths({"cloud_dir": "/nonexistent", "run_dir": "/nonexistent"})


class Processor(user_data.UserDataProcessor):
    """Keeps an include as it is, because a test reads nothing from the network."""

    def _do_include(self, content, append_msg):
        self._attach_part(append_msg, user_data.MIMEText(content, "x-include-url"))


def read(blob, message_from_string):
    util.message_from_string = message_from_string
    parts = []

    def add(_data, filename, payload, headers):
        if isinstance(payload, str):
            payload = payload.encode("utf-8", "surrogateescape")
        if payload is not None:
            parts.append((headers["Content-Type"], filename, payload))

    handlers.walk(Processor(PATHS).process(blob), add, None)
    return parts


def answer(blob):
    try:
        as_text = read(blob, email.message_from_string)
        as_bytes = read(blob, lambda text: email.message_from_bytes(text.encode("utf-8")))
    except Exception:
        return None
    return [
        {"type": kind, "filename": name, "content": base64.b64encode(payload).decode("ascii")}
        for (kind, name, _), (_, _, payload) in zip(as_text, as_bytes)
    ]


for line in sys.stdin:
    print(json.dumps(answer(base64.b64decode(json.loads(line)))))
