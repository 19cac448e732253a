"""Reads cloud-configs; writes what cloud-init's module passes to chpasswd: user, password, whether hashed; or null."""
import importlib.util  # noqa: F401 (cloud-init's importer needs it)
import json
import logging
import sys

from cloudinit.config import cc_set_passwords

logging.disable(logging.CRITICAL)
cc_set_passwords.handle_ssh_pwauth = lambda *_: None


class Distro:
    def __init__(self):
        self.given = []

    def chpasswd(self, given, hashed):
        self.given += [[user, password, hashed] for user, password in given]

    def expire_passwd(self, _user):
        pass

    def get_default_user(self):
        return {"name": "default-user"}


class Cloud:
    def __init__(self):
        self.distro = Distro()


for line in sys.stdin:
    cloud = Cloud()
    try:
        cc_set_passwords.handle("set_passwords", json.loads(line), cloud, logging.getLogger(), [])
        print(json.dumps(cloud.distro.given))
    except Exception:
        print("null")
