"""Reads lines of authorized_keys; writes whether cloud-init's own parser keeps each and ssh-keygen can read it."""
import json
import subprocess
import sys
import tempfile

from cloudinit import ssh_util

parser = ssh_util.AuthKeyLineParser()


def is_read(text):
    with tempfile.NamedTemporaryFile("w") as file:
        file.write(text + "\n")
        file.flush()
        return subprocess.run(["ssh-keygen", "-l", "-f", file.name], capture_output=True).returncode == 0


for line in sys.stdin:
    entry = parser.parse(json.loads(line))
    print(json.dumps(bool(entry.valid()) and is_read(str(entry))))
