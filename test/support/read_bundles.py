"""Reads blobs as cloud-init does (user_data.py: convert_string, walk): reads base64, writes the parts of each."""
import base64
import email
import json
import sys


def describe(part):
    payload = part.get_payload(decode=True)
    return {
        "type": part.get_content_type(),
        "filename": part.get_filename(),
        "mergeType": part.get("X-Merge-Type"),
        "content": base64.b64encode(payload).decode("ascii"),
    }


for line in sys.stdin:
    blob = base64.b64decode(json.loads(line))
    message = email.message_from_string(blob.decode("utf-8"))
    parts = [part for part in message.walk() if part.get_content_maintype() != "multipart"]
    print(json.dumps([describe(part) for part in parts]))
