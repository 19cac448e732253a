# Imports a part handler as cloud-init does and makes the calls from standard input, a JSON list of
# [content type, filename, payload], where a payload of bytes is {"base64": ...}. Python 2.7 and 3.
import base64
import json
import os
import sys

sys.dont_write_bytecode = True
path = sys.argv[1]
sys.path.insert(0, os.path.dirname(path))
module = __import__(os.path.basename(path)[: -len(".py")])
for content_type, filename, payload in json.load(sys.stdin):
    if isinstance(payload, dict):
        payload = base64.b64decode(payload["base64"])
    module.handle_part(None, content_type, filename, payload)
