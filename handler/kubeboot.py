"""The part handler that cloud-init imports on the instance and, run as a program, the applier.

The part handler writes the manifests to the spool; the applier submits them to Kubernetes. Both run on
Python 2.7 and 3.6 to 3.13.

Clouds limit the size of user-data, so a bundle carries this file reduced (build/embed-python.ts): without
comments and docstrings, and with an indent of one space. Limits: 6,500 bytes, and 2,600 bytes compressed.
The reduction expects comments on lines of their own, triple
quotes around docstrings only, and all other strings on one line.
"""

import fcntl
import json
import os
import re
import subprocess
import sys
import time

# The settings: the only line that differs between bundles. src/arrange/part-handler.ts writes it.
#   MODE             watch: to the spool, and systemd starts the applier. direct: to the spool, and the boot
#                    waits for the applier. directory: to a folder that another program watches.
#   SPOOL            the spool, or that folder
#   TIMEOUT_SECONDS  at boot for all commands together, in the applier for each command
#   RETRY_SECONDS    the sum of pauses after which the applier moves a manifest to failed/
#   START            1 to start the Kubernetes services that the machine has, else 0
MODE, SPOOL, TIMEOUT_SECONDS, RETRY_SECONDS, START = "watch", "/var/lib/kubeboot/", 120, 86400, 1

# Between two looks at pending/.
POLL_SECONDS = 2
# The pause doubles with each try up to this, which makes about 300 tries in a day.
MAX_PAUSE_SECONDS = 300
# After so many tries, about half a minute, a manifest no longer holds up the later ones.
ORDERED_TRIES = 5
MAX_NAME_BYTES = 99
FOLDER_MODE = "700"
FILE_MODE = 0o600
# timeout's exit status where the command is not installed.
NOT_FOUND = 127

APPLIER = [sys.executable, "-u", SPOOL + "kubeboot.py"]
# The path unit starts the applier when a manifest is pending; the applier ends when none is.
# RestartSteps needs systemd 254; older versions always pause for 5 seconds.
SYSTEMD = {
    "kubeboot.path": "[Path]\nDirectoryNotEmpty=%spending/\n[Install]\nWantedBy=multi-user.target" % SPOOL,
    "kubeboot.service": "[Unit]\nAfter=network-online.target\nStartLimitIntervalSec=0\n[Service]\nExecStart=%s\n"
    "Restart=on-failure\nRestartSec=5\nRestartSteps=9\nRestartMaxDelaySec=300" % " ".join(APPLIER),
}

now = getattr(time, "monotonic", time.time)
start = now()
# The names of the parts that were received.
parts = []
# Name of a manifest -> {state, tries, waited (seconds of pauses), message, last (Unix time)}, as in status.json.
status = {}
# Name of a manifest -> the now() from which on it is tried again.
due = {}


def list_types():
    """The content types that cloud-init passes to handle_part."""
    return ["text/x-kube-" + kind for kind in ("pod", "service", "replica", "manifest")]


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
            log(run(APPLIER))
        elif MODE == "watch" and not os.path.exists("/run/systemd/system/"):
            data = open(SPOOL + "log", "w")
            log("no systemd: see " + data.name)
            subprocess.Popen(APPLIER, stdout=data, stderr=data, preexec_fn=os.setsid)
    except Exception as error:
        log(error)


def make_spool():
    """Makes the folders, and copies this file to the spool as the applier.

    An image made from a machine that was booted with kubeboot holds that machine's spool: it is renamed.
    """
    paths = [SPOOL]
    if MODE != "directory":
        path = SPOOL + "of-" + os.path.basename(os.path.realpath("/var/lib/cloud/instance"))
        if os.path.exists(SPOOL) and not os.path.exists(path):
            os.rename(SPOOL, "%s-%d" % (SPOOL[:-1], time.time()))
        paths += [path, SPOOL + "pending", SPOOL + "applied", SPOOL + "failed"]
    run(["mkdir", "-pm", FOLDER_MODE] + paths)
    if MODE != "directory":
        write_file("kubeboot.py", open(__file__.rstrip("c")).read())


def start_units():
    """Starts the path unit for the applier, and the Kubernetes services that the machine has.

    A start that waited would wait for units that wait for cloud-init.
    """
    units = []
    if MODE == "watch" and os.path.exists("/run/systemd/system/"):
        units = ["kubeboot.path"]
        for name in SYSTEMD:
            with open("/etc/systemd/system/" + name, "w") as file:
                file.write(SYSTEMD[name])
        run(["systemctl", "daemon-reload"])
    for name in "etcd kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet k3s rke2-server".split() * START:
        name += ".service"
        if any(os.path.exists(path + "/systemd/system/" + name) for path in ("/etc", "/usr/lib", "/lib")):
            units.append(name)
    for name in units:
        for args in ["enable", name], ["start", "--no-block", name]:
            log((args, run(["systemctl"] + args)))


def save_manifest(name, data):
    """Writes a manifest under a safe name. For k3s, the text before the first dot is the name of an Addon."""
    parts.append(name)
    name = "%03d-" % len(parts) + re.sub("[^a-z0-9.]+", "-", name.lower())[-MAX_NAME_BYTES:]
    write_file(name if MODE == "directory" else "pending/" + name, data)


def log(text):
    """Prints as JSON, which is ASCII: Python 2.7, and 3.6 under systemd, can't print other characters."""
    print(json.dumps("kubeboot: %s" % (text,))[1:-1])


def apply_pending():
    """The applier: submits manifests, in order, until none is pending. A second applier waits for the first."""
    fcntl.flock(os.open(SPOOL, os.O_RDONLY), fcntl.LOCK_EX)
    try:
        status.update(json.load(open(SPOOL + "status.json")))
    except Exception:
        pass
    while os.listdir(SPOOL + "pending"):
        for name in sorted(os.listdir(SPOOL + "pending")):
            if due.get(name, 0) < now():
                apply_manifest(name)
            if os.path.exists(SPOOL + "pending/" + name) and status[name]["tries"] < ORDERED_TRIES:
                break
        time.sleep(POLL_SECONDS)


def apply_manifest(name):
    """Submits a manifest once, and records the result.

    Moves the manifest last: if the applier is killed before that, the manifest is submitted again, which
    changes nothing. On a full disk only the move is possible.
    """
    entry = status.setdefault(name, {"tries": 0, "waited": 0})
    reached, state, text = submit(SPOOL + "pending/" + name)
    entry["tries"] += reached
    pause = min(2 ** entry["tries"], MAX_PAUSE_SECONDS)
    due[name] = now() + pause
    entry["waited"] += pause
    if state == "pending" and entry["waited"] > RETRY_SECONDS:
        state = "failed"
    if state != "pending" or text != entry.get("message"):
        log("%s %s: %s" % (name, state, text))
    entry.update(state=state, message=text, last=time.time())
    try:
        write_file("status.json", json.dumps(status))
        if state == "failed":
            write_file("failed/%s.reason" % name, text)
    except Exception as error:
        log(error)
    if state != "pending":
        os.rename(SPOOL + "pending/" + name, SPOOL + state + "/" + name)


def submit(path):
    """Gives whether the try counts (1 or 0), the state (applied, failed or pending), and the client's message.

    A try counts unless no client is installed or no server was reached.
    """
    reason = "no kubectl"
    for name in "kubectl", "k3s kubectl", "microk8s kubectl", "k0s kubectl", "kubecfg":
        args = ["apply", "-f", path]
        # The client of 2014 needs the kind of the object, and can't create the object twice.
        if name == "kubecfg":
            text = open(path).read()
            kind = "replicationControllers" if "eplica" in text else "pods" if "containers" in text else "services"
            args = ["-c", path, "create", kind]
        code, text = run(name.split() + args)
        # kubectl keeps a copy of the object in its annotations, which hold 256 KiB; the server needs no copy.
        if "s: Too long" in text:
            code, text = run(name.split() + args + ["--server-side"])
        # From kubectl "already exists" may be about one object of several.
        if code == 0 or name == "kubecfg" and "already exists" in text:
            return 1, "applied", text
        if code != NOT_FOUND:
            reason = text
            # A server that can't call a webhook was reached. The first letters of some words are left out: they
            # can be capitals.
            if "calling" in text or not re.search("onnection |to connect|dial tcp|EOF", text):
                # error [cdpv]: converting, decoding, parsing, validating.
                final = re.search("nvalid|BadRequest|error [cdpv]|denied the|no objects", text)
                # "not found" is about another object, while "NotFound" is about a field of this one. kubectl asks
                # for the schema (openapi) first, and a server that is not ready refuses it.
                early = re.search("not found|no matches|calling|openapi", text)
                return 1, "failed" if final and not early else "pending", text
    return 0, "pending", reason


def run(args):
    """Runs a command, and kills it with its children when its time is over. Gives its exit status and output."""
    env = {
        "HOME": "/root",
        # kubectl reads those of these files that exist.
        "KUBECONFIG": "/etc/kubernetes/admin.conf:/etc/rancher/k3s/k3s.yaml:/etc/rancher/rke2/rke2.yaml:/root/.kube/config",
    }
    env.update(os.environ)
    env["PATH"] += ":/snap/bin:/var/lib/rancher/rke2/bin"
    left = TIMEOUT_SECONDS
    if __name__ != "__main__":
        left -= now() - start
    args = ["timeout", "-sKILL", str(max(left, 1))] + args
    child = subprocess.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env)
    text = child.communicate()[0].decode("utf-8", "replace")
    return child.returncode, " ".join(text.split())


def write_file(name, data):
    """Writes a temporary file and renames it: no reader sees half a file, not even after a power cut."""
    path = "%s.%d" % (SPOOL, os.getpid())
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE), "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode("utf-8", "surrogateescape"))
        file.flush()
        os.fsync(file.fileno())
    os.rename(path, SPOOL + name)


if __name__ == "__main__":
    apply_pending()
