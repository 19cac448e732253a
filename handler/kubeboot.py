# kubeboot on the instance: the part handler that cloud-init imports, and, run as a program, the applier
# that submits what the part handler left in the spool. Python 2.7 and 3.6 to 3.13.
#
# Clouds limit the size of user-data, so a bundle carries this file reduced (build/embed-python.ts): without
# comments and docstrings, and with an indent of one space. Limits: 6,500 bytes, and 2,600 bytes compressed.
# Comments are on lines of their own, triple quotes are around docstrings only, all other strings on one line.
#
# The line below the imports is the only one that varies; src/part-handler.ts writes it:
#   MODE     watch: into the spool, for the applier. direct: the same, and the boot waits for the applier.
#            directory: into a folder that something else watches.
#   SPOOL    the spool, or that folder
#   TIMEOUT  seconds: at boot, for everything together; for the applier, for one call of the client
#   LIMIT    seconds of pauses after which the applier gives a manifest up: a day is at most 300 tries
#   START    whether to start the Kubernetes services that the machine has
import fcntl, json, os, re, subprocess, sys, time
MODE, SPOOL, TIMEOUT, LIMIT, START = "watch", "/var/lib/kubeboot/", 120, 86400, 1
PENDING = SPOOL + "pending/"
APPLIER = [sys.executable, "-u", SPOOL + "kubeboot.py"]
UNITS = "/systemd/system/"
# The path unit starts the applier whenever something is pending; the applier ends when nothing is.
# RestartSteps is known since systemd 254; older ones pause for the same 5 seconds each time.
SYSTEMD = {
    "kubeboot.path": "[Path]\nDirectoryNotEmpty=%s\n[Install]\nWantedBy=multi-user.target" % PENDING,
    "kubeboot.service": "[Unit]\nAfter=network-online.target\nStartLimitIntervalSec=0\n[Service]\nExecStart=%s\n"
    "Restart=on-failure\nRestartSec=5\nRestartSteps=9\nRestartMaxDelaySec=300" % " ".join(APPLIER),
}
now = getattr(time, "monotonic", time.time)
start = now()
parts = []
status = {}
due = {}


def list_types():
    return ["text/x-kube-" + kind for kind in ("pod", "service", "replica", "manifest")]


# cloud-init's version 1 interface. sys.exit or an endless wait here would break the boot.
def handle_part(_, kind, name, data):
    try:
        if kind == "__begin__":
            begin()
        elif kind != "__end__":
            save(name or "", data)
        elif MODE == "direct":
            say(run(APPLIER))
        elif MODE == "watch" and not os.path.exists("/run" + UNITS):
            data = open(SPOOL + "log", "w")
            say("no systemd: see " + data.name)
            subprocess.Popen(APPLIER, 0, None, None, data, data, os.setsid)
    except Exception as error:
        say(error)


# An image made from a machine that was booted with kubeboot holds that machine's spool. A start that waited
# would wait for what waits for cloud-init.
def begin():
    paths = [SPOOL]
    units = []
    if MODE != "directory":
        path = SPOOL + "of-" + os.path.basename(os.path.realpath("/var/lib/cloud/instance"))
        if os.path.exists(SPOOL) and not os.path.exists(path):
            os.rename(SPOOL, "%s-%d" % (SPOOL[:-1], time.time()))
        paths += [path, PENDING, SPOOL + "applied", SPOOL + "failed"]
    run(["mkdir", "-pm700"] + paths)
    if MODE != "directory":
        put("kubeboot.py", open(__file__.rstrip("c")).read())
    if MODE == "watch" and os.path.exists("/run" + UNITS):
        units = ["kubeboot.path"]
        for name in SYSTEMD:
            with open("/etc" + UNITS + name, "w") as unit:
                unit.write(SYSTEMD[name])
        run(["systemctl", "daemon-reload"])
    for name in "etcd kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet k3s rke2-server".split() * START:
        name += ".service"
        if any(os.path.exists(path + UNITS + name) for path in ("/etc", "/usr/lib", "/lib")):
            units.append(name)
    for name in units:
        for args in ["enable", name], ["start", "--no-block", name]:
            say((args, run(["systemctl"] + args)))


# In a folder of k3s what stands before the first dot names an Addon.
def save(name, data):
    parts.append(name)
    name = "%03d-" % len(parts) + re.sub("[^a-z0-9.]+", "-", name.lower())[-99:]
    put(name if MODE == "directory" else "pending/" + name, data)


# As JSON, which is ASCII: Python 2.7 and 3.6 under systemd can print nothing else.
def say(text):
    print(json.dumps("kubeboot: %s" % (text,))[1:-1])


# The applier: until nothing is pending. A second one waits here for the first: 2 is LOCK_EX. The order is
# kept while a manifest may only be early; after five tries, or half a minute, it holds up no other.
def main():
    fcntl.flock(os.open(SPOOL, 0), 2)
    try:
        status.update(json.load(open(SPOOL + "status.json")))
    except Exception:
        pass
    while os.listdir(PENDING):
        for name in sorted(os.listdir(PENDING)):
            if due.get(name, 0) < now():
                attempt(name)
            if os.path.exists(PENDING + name) and status[name]["tries"] < 5:
                break
        time.sleep(2)


# The move is last: what is cut off before it is submitted once more, which changes nothing. On a full
# disk only the move is possible.
def attempt(name):
    entry = status.setdefault(name, {"tries": 0, "waited": 0})
    reached, state, text = submit(PENDING + name)
    entry["tries"] += reached
    pause = min(2 ** entry["tries"], 300)
    due[name] = now() + pause
    entry["waited"] += pause
    if state == "pending" and entry["waited"] > LIMIT:
        state = "failed"
    if state != "pending" or text != entry.get("message"):
        say("%s %s: %s" % (name, state, text))
    entry.update(state=state, message=text, last=time.time())
    try:
        put("status.json", json.dumps(status))
        if state == "failed":
            put("failed/%s.reason" % name, text)
    except Exception as error:
        say(error)
    if state != "pending":
        os.rename(PENDING + name, SPOOL + state + "/" + name)


# Gives whether a server was reached, applied, failed or pending, and the client's words. kubecfg, the
# client of 2014, wants to be told what the file holds, and can't create it twice.
#
# What is not final is for time to heal. "Not found" with a capital is about a field of the object itself,
# in lower case about another object. A webhook that can't be called is behind a server that answers.
# A server that is not ready refuses the schema (openapi) that kubectl asks for first, and the manifest is not at fault.
# What kubectl says exists may be one object of several.
def submit(path):
    said = "no kubectl"
    for name in "kubectl", "k3s kubectl", "microk8s kubectl", "k0s kubectl", "kubecfg":
        args = ["apply", "-f", path]
        if name == "kubecfg":
            text = open(path).read()
            kind = "replicationControllers" if "eplica" in text else "pods" if "containers" in text else "services"
            args = ["-c", path, "create", kind]
        code, text = run(name.split() + args)
        if code == 0 or name == "kubecfg" and "already exists" in text:
            return 1, "applied", text
        if code != 127:
            said = text
            if "calling" in text or not re.search("onnection |to connect|dial tcp|EOF", text):
                final = re.match("(?!.*(not found|no matches|calling|openapi)).*(nvalid|BadRequest|error [cdpv]|denied the|no objects)", text)
                return 1, "failed" if final else "pending", text
    return 0, "pending", said


# Gives (exit status, output). timeout kills what has not ended in time, children included. At boot all
# calls share the time, the applier has it for each. kubectl reads those of the files that exist.
def run(args):
    env = dict(
        HOME="/root",
        KUBECONFIG="/etc/kubernetes/admin.conf:/etc/rancher/k3s/k3s.yaml:/etc/rancher/rke2/rke2.yaml:/root/.kube/config",
    )
    env.update(os.environ)
    env["PATH"] += ":/snap/bin:/var/lib/rancher/rke2/bin"
    left = TIMEOUT - (__name__ != "__main__") * (now() - start)
    args = ["timeout", "-s9", str(max(left, 1))] + args
    child = subprocess.Popen(args, 0, None, None, -1, -2, env=env)
    text = child.communicate()[0].decode("utf-8", "replace")
    return child.returncode, " ".join(text.split())


# Written beside and renamed, so that no reader sees half a file, not even after a power cut. 577 is
# O_WRONLY | O_CREAT | O_TRUNC.
def put(name, data):
    path = "%s.%d" % (SPOOL, os.getpid())
    with os.fdopen(os.open(path, 577, 0o600), "wb") as new:
        new.write(data if isinstance(data, bytes) else data.encode("utf-8", "surrogateescape"))
        new.flush()
        os.fsync(new.fileno())
    os.rename(path, SPOOL + name)


if __name__ == "__main__":
    main()
