#part-handler
# kubeboot's part handler. cloud-init imports it and calls handle_part for every part whose type
# list_types names. Python 2.7 and 3.6 to 3.13.
#
# What is embedded in a bundle is this file without its comment lines, so a comment has a line of its
# own, and no string spans lines. The SETTINGS line is the only one that varies.
import os
import subprocess
import tempfile
import time

SETTINGS = {"mode": "direct", "timeout": 120}

SERVICES = "etcd kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet k3s rke2-server"
UNIT_DIRS = ("/etc/systemd/system", "/run/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system")
CLIENT_DIRS = os.environ.get("PATH", "").split(":") + ["/usr/local/bin", "/usr/bin", "/opt/bin"]

# What kubecfg, the client of 2014, calls the collection of each type; it has no command for the rest.
COLLECTIONS = {
    "text/x-kube-pod": "pods",
    "text/x-kube-service": "services",
    "text/x-kube-replica": "replicationControllers",
    "text/x-kube-manifest": None,
}

# What a client says while the API server is not there yet, or has only just come.
NOT_YET = ("refused", "timed out", "timeout", "no such host", "no route", "EOF", "not ready", "unavailable",
           "unable to connect", "could not connect", "ServiceUnavailable", 'namespaces "default" not found')

# Python 2.7 has no monotonic clock.
now = getattr(time, "monotonic", time.time)
deadline = [0]


def list_types():
    return sorted(COLLECTIONS)


# cloud-init's version 1 interface: data, content type, filename, payload.
def handle_part(_data, ctype, filename, payload):
    try:
        if ctype == "__begin__":
            deadline[0] = now() + SETTINGS["timeout"]
            start_services()
        elif ctype in COLLECTIONS:
            submit(ctype, filename, payload)
    except Exception as error:
        say("%s: %r" % (filename, error))


# Enabling needs no reload, and a start that waited would wait for what waits for cloud-init.
def start_services():
    for name in SERVICES.split():
        unit = name + ".service"
        if any(os.path.exists(os.path.join(folder, unit)) for folder in UNIT_DIRS):
            for command in (["enable"], ["start", "--no-block"]):
                code, output = run(["systemctl"] + command + [unit])
                say("systemctl %s %s: %s" % (command[0], unit, output if code else "ok"))


def submit(ctype, filename, payload):
    handle, path = tempfile.mkstemp(prefix="kubeboot-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(payload if isinstance(payload, bytes) else payload.encode("utf-8", "surrogateescape"))
        say("%s: %s" % (filename, apply_until_deadline(ctype, path)))
    finally:
        os.unlink(path)


def apply_until_deadline(ctype, path):
    while True:
        command = find_command(ctype, path)
        code, output = run(command) if command else (1, "no kubectl or kubecfg for it, not ready")
        if code == 0 or not any(words in output for words in NOT_YET):
            return output
        if now() + 2 > deadline[0]:
            return "given up after %s s: %s" % (SETTINGS["timeout"], output)
        time.sleep(2)


def find_command(ctype, path):
    for name in ("kubectl", "kubecfg"):
        for client in [os.path.join(folder, name) for folder in CLIENT_DIRS]:
            if os.access(client, os.X_OK):
                if name == "kubectl":
                    return [client, "apply", "-f", path]
                if COLLECTIONS[ctype]:
                    return [client, "-c", path, "create", COLLECTIONS[ctype]]


# Gives (exit status, output). A command that has not ended at the deadline is killed with its children.
def run(command):
    with tempfile.TemporaryFile() as output, open(os.devnull) as nothing:
        process = subprocess.Popen(command, stdin=nothing, stdout=output, stderr=output, preexec_fn=os.setsid)
        while process.poll() is None and now() < deadline[0]:
            time.sleep(0.05)
        if process.returncode is None:
            os.killpg(process.pid, 9)
            process.wait()
        output.seek(0)
        text = output.read().decode("utf-8", "replace").strip()
        return process.returncode, text or "exit status %s" % process.returncode


def say(message):
    print("kubeboot: " + message)
