"""Modules of cloud-init and their cloud-config in; out, what the real module does with it: effects, logs, error.

Nothing is done to the machine: files, processes, users and the network are stood in for, and written down.
"""
import builtins
import contextlib
import grp
import importlib
import io
import json
import logging
import os
import pwd
import re
import signal
import sys
import tempfile
from unittest import mock

import yaml
from cloudinit import cloud, distros, helpers, subp, util
from cloudinit.distros import debian
from cloudinit.sources import DataSourceNone

DISTROS = {"yum_add_repo": "fedora", "zypper_add_repo": "opensuse", "apk_configure": "alpine", "resolv_conf": "rhel"}
FOLDERS = ["makedirs", "mkdir", "chmod", "chown", "unlink", "remove", "rename", "symlink", "utime", "system", "_exit"]

QUESTIONS = ("systemd-detect-virt", "lxc-is-container", "uname")
# Names of temporary files, addresses, process numbers and times.
VARYING = re.compile(r"template_name-\w+|FOLDER/tmp\w+|0x[0-9a-f]+|\b\d+: \d+\.\d+|fork\", \[.*?\]")

effects = []


def printable(value):
    if isinstance(value, (list, tuple)):
        return [printable(item) for item in value]
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def record(name, answer=None):
    def call(*args, **_):
        effects.append([name, printable(args)])
        return answer

    return call


class Process:
    """Whatever is run succeeds, and says nothing."""

    args = ()
    returncode = 0
    pid = 1

    def __init__(self, args, **_):
        effects.append(["run", printable(args)])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def communicate(self, input=None, timeout=None):
        effects.append(["input", printable(input or "")])
        return b"", b""

    def wait(self, *_):
        return 0

    poll = kill = wait


class Written(io.BytesIO):
    def __init__(self, path, mode):
        super().__init__()
        self.path = str(path)
        self.is_text = "b" not in mode

    def write(self, data):
        return super().write(data.encode() if self.is_text else data)

    def close(self):
        if not self.closed:
            effects.append(["write", self.path, printable(self.getvalue())])
        super().close()


real_open = builtins.open


def open_file(path, mode="r", *args, **kwargs):
    return Written(path, mode) if set(mode) & set("wax+") else real_open(path, mode, *args, **kwargs)


def getpwnam(name):
    if not isinstance(name, str):
        raise TypeError("a name must be text")
    if name not in ("root", "ubuntu"):
        raise KeyError(name)
    return pwd.struct_passwd((name, "x", 1000, 1000, "", FOLDER, "/bin/sh"))


def getgrnam(name):
    if name != "root":
        raise KeyError(name)
    return grp.struct_group((name, "x", 0, []))


def stand_ins():
    yield from [mock.patch("builtins.open", open_file), mock.patch("cloudinit.subp.subprocess.Popen", Process)]
    yield from [mock.patch("os." + name, record(name)) for name in FOLDERS]
    yield from [mock.patch("shutil." + name, record(name)) for name in ("copy", "move", "rmtree", "chown")]
    yield from [mock.patch("pwd.getpwnam", getpwnam), mock.patch("grp.getgrnam", getgrnam)]
    yield from [mock.patch.object(util, "fork_cb", record("fork")), mock.patch("time.sleep", record("sleep"))]
    yield mock.patch.object(subp, "which", lambda program, *_, **__: "/usr/bin/" + program)
    yield mock.patch("cloudinit.temp_utils._TMPDIR", FOLDER)
    yield mock.patch("cloudinit.temp_utils._ROOT_TMPDIR", FOLDER)
    yield mock.patch.object(debian.Distro, "_apt_lock_available", lambda *_: True)


def make_cloud(name):
    paths = helpers.Paths({"cloud_dir": FOLDER, "run_dir": FOLDER, "templates_dir": "/etc/cloud/templates"})
    distro = distros.fetch(name)(name, {"default_user": {"name": "ubuntu"}}, paths)
    source = DataSourceNone.DataSourceNone({}, distro, paths)
    source.metadata = {"instance-id": "i", "local-hostname": "h", "public-keys": []}
    paths.datasource = source
    return cloud.Cloud(source, paths, {}, distro, helpers.Runners(paths))


def run(module, config):
    effects.clear()
    logs = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda entry: logs.append(entry.getMessage())
    logging.getLogger().addHandler(handler)
    error = None
    handle = importlib.import_module("cloudinit.config.cc_" + module).handle
    instance = make_cloud(DISTROS.get(module, "ubuntu"))
    with contextlib.ExitStack() as stack:
        for stand_in in stand_ins():
            stack.enter_context(stand_in)
        stack.enter_context(contextlib.redirect_stdout(io.StringIO()))
        try:
            handle("cc_" + module, yaml.safe_load(config), instance, logging.getLogger(), [])
        except Exception as problem:
            error = repr(problem)
    logging.getLogger().removeHandler(handler)
    text = json.dumps([effect for effect in effects if not is_question(effect)]).replace(FOLDER, "FOLDER")
    return {"effects": VARYING.sub("", text), "logs": logs, "error": error}


def is_question(effect):
    """cloud-init asks once, and remembers the answer."""
    return effect[0] == "input" and effect[1] == "" or effect[0] == "run" and effect[1][0] in QUESTIONS


signal.alarm(100)
with tempfile.TemporaryDirectory() as FOLDER:
    answers = [json.dumps(run(*json.loads(line))) for line in sys.stdin]
print("\n".join(answers))
