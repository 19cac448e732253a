"""Reads values of a user's sudo; writes the exception that cloud-init's own distro raises for each, or null."""
import importlib.util  # noqa: F401 (cloud-init's importer needs it)
import json
import logging
import os
import sys
import tempfile

from cloudinit.distros import debian

logging.disable(logging.CRITICAL)

for line in sys.stdin:
    sudo = json.loads(line)
    with tempfile.TemporaryDirectory() as folder:
        distro = debian.Distro("debian", {}, None)
        distro.ci_sudoers_fn = os.path.join(folder, "rules")
        distro.ensure_sudo_dir = lambda *_: None
        distro.add_user = lambda *_, **__: True
        distro.lock_passwd = lambda *_: None
        try:
            distro.create_user("kbt", sudo=sudo)
            print("null")
        except Exception as e:
            print(json.dumps(type(e).__name__))
