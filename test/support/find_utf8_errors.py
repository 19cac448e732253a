"""Reads base64; writes the offset at which decoding from UTF-8 fails, or null."""
import base64
import json
import sys

for line in sys.stdin:
    try:
        base64.b64decode(json.loads(line)).decode("utf-8")
        print("null")
    except UnicodeDecodeError as error:
        print(error.start)
