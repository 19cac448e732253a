"""The part handler that cloud-init imports on the instance and, run as a program, the applier.

The part handler writes the manifests to the spool; the applier submits them to Kubernetes. Both run on
Python 2.7 and 3.6 to 3.13. The states of a manifest, and what a crash leaves, are in docs/delivery.md.

Bundles carry this file, client.py, applier.py and commands.py as one file, in that order (src/arrange/part-handler.ts). Clouds
limit the size of user-data, so it is reduced (build/embed-python.ts): without comments and docstrings, and with an
indent of one space. Limits: 14,800 bytes, and 5,450 bytes compressed.
The reduction expects comments on lines of their own, triple quotes around docstrings only, and all other
strings on one line.
"""

import fcntl
import json
import os
import re
import select
import subprocess
import sys
import time

# The settings: the only line that differs between bundles. src/arrange/part-handler.ts writes it.
#   MODE             watch: to the spool, and systemd starts the applier. direct: to the spool, and the boot
#                    waits for the applier. directory: to a folder that another program watches.
#   SPOOL            the spool, or that folder
#   TIMEOUT_SECONDS  at boot for all commands together, in the applier for each command
#   RETRY_SECONDS    the sum of pauses between counted tries after which a manifest is moved to failed/
#   START            1 to start the Kubernetes services that the machine has, else 0
MODE, SPOOL, TIMEOUT_SECONDS, RETRY_SECONDS, START = "watch", "/var/lib/kubeboot/", 120, 86400, 1

STATES = "pending", "applied", "failed"
PENDING = SPOOL + "pending/"
MAX_NAME_BYTES = 99
FOLDER_MODE = 0o700
FILE_MODE = 0o600
# cloud-init runs what is in this folder at every boot.
PER_BOOT = "/var/lib/cloud/scripts/per-boot/"
# timeout's exit status where the command is not installed.
NOT_FOUND = 127

APPLIER = [sys.executable, "-u", SPOOL + "kubeboot.py"]
# The path unit starts the applier when a manifest is pending; the applier ends when none is.
# RestartSteps needs systemd 254; older versions always pause for 5 seconds.
SYSTEMD = {
    "kubeboot.path": "[Path]\nDirectoryNotEmpty=%spending/\n[Install]\nWantedBy=multi-user.target" % SPOOL,
    "kubeboot.service": "[Unit]\nAfter=network-online.target\nStartLimitIntervalSec=0\n[Service]\nExecStart=%s\n"
    "UMask=0077\nNotifyAccess=main\nRestart=on-failure\nRestartSec=5\nRestartSteps=9\nRestartMaxDelaySec=300" % " ".join(APPLIER),
}

now = getattr(time, "monotonic", time.time)
start = now()
# The names of the parts that were received.
parts = []


def list_types():
    """The content types that cloud-init passes to handle_part."""
    return ["text/x-kube-" + kind for kind in "pod service replica manifest".split()]


def handle_part(_, kind, name, data):
    """Takes a part, or `__begin__` before all parts and `__end__` after them: version 1 of cloud-init's interface.

    Exits, exceptions and endless waits would break the boot.
    """
    try:
        if kind == "__begin__":
            make_spool()
            start_units()
        elif kind != "__end__":
            save_manifest(name or "", data)
        elif MODE == "direct":
            print(run(APPLIER)[1])
        elif MODE == "watch" and not has_systemd():
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW
            data = os.open(SPOOL + "log", flags, FILE_MODE)
            log("there is no systemd: see %slog" % SPOOL)
            subprocess.Popen(APPLIER, stdout=data, stderr=data, preexec_fn=os.setsid, close_fds=True)
    except Exception as error:
        log("cannot take %r: %s" % (name or kind, error))


def has_systemd():
    return os.path.exists("/run/systemd/system/")


def make_spool():
    """Makes the folders, and copies this file to the spool as the applier.

    An image made from a machine that was booted with kubeboot holds that machine's spool: it is renamed.
    """
    if MODE == "directory":
        if not os.path.isdir(SPOOL):
            os.makedirs(SPOOL, FOLDER_MODE)
        return
    instance = "of-" + os.path.basename(os.path.realpath("/var/lib/cloud/instance"))
    if os.path.islink(SPOOL[:-1]):
        os.remove(SPOOL[:-1])
    # A disk of its own can't be renamed, and is empty at first.
    if os.path.exists(PENDING) and not os.path.exists(SPOOL + instance):
        os.rename(SPOOL, "%s-%d" % (SPOOL[:-1], time.time()))
    for name in ("", instance) + STATES:
        path = (SPOOL + name).rstrip("/")
        if os.path.islink(path):
            os.remove(path)
        if not os.path.isdir(path):
            os.makedirs(path, FOLDER_MODE)
        os.chmod(path, FOLDER_MODE)
    write_file("kubeboot.py", open(__file__.rstrip("c")).read())


def start_units():
    """Starts the path unit for the applier, and the Kubernetes services that the machine has.

    A start that waited would wait for units that wait for cloud-init.
    """
    units = []
    if MODE == "watch" and has_systemd():
        units = ["kubeboot.path"]
        for name in SYSTEMD:
            with open("/etc/systemd/system/" + name, "w") as file:
                file.write(SYSTEMD[name])
        run(["systemctl", "daemon-reload"])
    elif MODE == "watch" and os.path.isdir(PER_BOOT):
        with open(PER_BOOT + "kubeboot", "w") as file:
            file.write("#!/bin/sh\n%s >>%slog 2>&1 &\n" % (" ".join(APPLIER), SPOOL))
        os.chmod(PER_BOOT + "kubeboot", FOLDER_MODE)
    for name in "etcd kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet k3s rke2-server".split() * START:
        name += ".service"
        if any(os.path.exists(path + "/systemd/system/" + name) for path in ("/etc", "/usr/lib", "/lib")):
            units.append(name)
    for name in units:
        for args in ["enable", name], ["start", "--no-block", name]:
            code, text = run(["systemctl"] + args)
            log("systemctl %s: %s" % (" ".join(args), headline(text) if code else "done"))


def save_manifest(name, data):
    """Writes a manifest under a safe name. For k3s, the text before the first dot is the name of an Addon."""
    parts.append(name)
    name = "%03d-" % len(parts) + re.sub("[^a-z0-9.]+", "-", name.lower())[-MAX_NAME_BYTES:]
    try:
        write_file(name if MODE == "directory" else "pending/" + name, data)
    except Exception:
        # An empty file needs no space: what could not be kept is not forgotten.
        if MODE != "directory":
            open(SPOOL + "failed/" + name, "w").close()
        raise


def log(text):
    say("kubeboot: %s" % text)


def say(text):
    """Prints ASCII: Python 2.7, and 3.6 under systemd, can't print other characters."""
    print(text.encode("ascii", "backslashreplace").decode())


def run(args):
    """Runs a command, and kills it with its children when its time is over. Gives its exit status and output.

    A daemon that the command leaves behind may hold its output open: the end of the command is what counts.
    """
    env = {
        "HOME": "/root",
        "PATH": "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        # kubectl reads those of these files that exist.
        "KUBECONFIG": "/etc/kubernetes/admin.conf:/etc/rancher/k3s/k3s.yaml:/etc/rancher/rke2/rke2.yaml:/root/.kube/config",
    }
    env.update(os.environ)
    # The line in `systemctl status` is the applier's, and at boot cloud-init's: not a client's, nor that of an applier at boot.
    env.pop("NOTIFY_SOCKET", 0)
    env["PATH"] += ":/snap/bin:/var/lib/rancher/rke2/bin"
    left = TIMEOUT_SECONDS
    if __name__ != "__main__":
        left -= now() - start
    args = ["timeout", "-sKILL", str(max(left, 1))] + args
    # Python 2.7 would leave the applier's lock to the daemon.
    child = subprocess.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env, close_fds=True)
    output = data = b"."
    ended = False
    while data and not ended:
        ended = child.poll() is not None
        if select.select([child.stdout], [], [], 0 if ended else 0.1)[0]:
            # More than a pipe holds.
            data = os.read(child.stdout.fileno(), 1048576)
            output += data
    child.stdout.close()
    return child.wait(), output[1:].decode("utf-8", "replace")


def write_file(name, data):
    """Writes a temporary file and renames it: no reader sees half a file, not even after a power cut."""
    path = "%s.%d" % (SPOOL, os.getpid())
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    try:
        with os.fdopen(os.open(path, flags, FILE_MODE), "wb") as file:
            file.write(data if isinstance(data, bytes) else data.encode("utf-8", "surrogateescape"))
            file.flush()
            os.fsync(file.fileno())
        os.rename(path, SPOOL + name)
    except Exception:
        os.path.exists(path) and os.remove(path)
        raise
