"""The applier: the states of the manifests in the spool."""

# Between two looks at pending/.
POLL_SECONDS = 2
# The same after this many looks, ten minutes, at which no server answered.
IDLE_LOOKS, IDLE_SECONDS = 300, 20
# The pause doubles with each try up to this, which makes about 300 tries in a day.
MAX_PAUSE_SECONDS = 300
# After so many tries, about half a minute, a manifest no longer holds up the later ones.
ORDERED_TRIES = 5

# Name of a manifest -> its entry in status.json, see docs/delivery.md.
status = {}
# Name of a manifest -> the now() from which on it is tried again.
due = {}


def apply_pending():
    """The applier: submits manifests, in order, until none is pending. A second applier waits for the first."""
    fcntl.flock(os.open(SPOOL, os.O_RDONLY), fcntl.LOCK_EX)
    read_status()
    if list_pending() and os.path.exists(SPOOL + "done"):
        os.remove(SPOOL + "done")
    for name in list_pending():
        # Objects without a name that were created before a crash must not be created again.
        entry = status.get(name, {})
        if entry.get("created") and entry.get("sha256") == digest(PENDING + name):
            move(name, "applied")
    looks = 0
    while list_pending():
        looks = 0 if submit_due() else looks + 1
        if list_pending():
            time.sleep(POLL_SECONDS if looks < IDLE_LOOKS else IDLE_SECONDS)
    text = show("done")
    log(text)
    try:
        # As cloud-init's last line. Without these flags it could wait for a reader, or become the applier's terminal.
        os.write(os.open("/dev/console", os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY), b"kubeboot: %s\n" % text.encode())
    except Exception:
        pass
    try:
        write_status()
        write_file("done", text + "\n")
    except Exception as error:
        log("done: %s" % error)


def show(line):
    """Shows the counts and a line in `systemctl status kubeboot`, as of sd_notify(3). Gives the counts of what is settled."""
    states = [entry["state"] for entry in status.values()]
    text = "%d applied, %d failed" % (states.count("applied"), states.count("failed"))
    try:
        # A leading @ stands for the zero byte of an abstract address.
        path = re.sub("^@", "\0", os.environ["NOTIFY_SOCKET"])
        # The boot is faster without this module.
        import socket

        line = "STATUS=%s, %d pending: %s" % (text, len(list_pending()), line)
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(line.encode("utf-8"), socket.MSG_DONTWAIT, path)
    except Exception:
        pass
    return text


def read_status():
    """Fills `status`. What is not of its shape is left out: a manifest without an entry is a new one."""
    try:
        entries = json.load(open(SPOOL + "status.json")).items()
    except Exception:
        entries = []
    for name, entry in entries:
        try:
            if entry["state"] in STATES and entry["tries"] + entry["waited"] >= 0:
                status[name] = entry
        except Exception:
            pass
    for name in list_failed():
        status.setdefault(name, {"state": "failed", "tries": 0, "waited": 0, "message": "no space at boot, or see its .reason"})


def list_pending():
    """The names in pending/, by their numbers: 1000 comes after 999."""
    return sorted(os.listdir(PENDING), key=number)


def number(name):
    """The key to sort names by."""
    return name.split("-")[0].zfill(9), name


def submit_due():
    """Looks once through pending/, and submits in order what is due. Gives whether a server answered."""
    client = None
    for name in list_pending():
        path = PENDING + name
        try:
            if not os.path.isfile(path) or os.path.islink(path):
                settle(name, "failed", "not a regular file")
            elif due.get(name, 0) <= now():
                if not client:
                    client, text = find_client()
                if not client:
                    wait_for_server(text)
                    return False
                client = apply_manifest(client, name)
        except Exception as error:
            log("%s: %s" % (name, error))
            due[name] = now() + MAX_PAUSE_SECONDS
            continue
        if os.path.lexists(path) and status[name]["tries"] < ORDERED_TRIES:
            break
    return True


def track(name):
    """The entry of a manifest in pending/. One that is new, or was put back, begins with no tries."""
    entry = status.get(name)
    if not entry or entry["state"] != "pending":
        entry = status[name] = {"state": "pending", "tries": 0, "waited": 0, "first": stamp()}
    return entry


def wait_for_server(reason):
    """Records for everything in pending/ that it waits. No try counts."""
    fresh = {"waitingFor": "a server" if reason else "a client", "message": reason or "no kubectl"}
    news = [name for name in list_pending() if dict(track(name), **fresh) != status[name]]
    for name in news:
        status[name].update(fresh, last=stamp())
    line = "waiting for %(waitingFor)s: %(message)s" % fresh
    show(line)
    if news:
        log(line)
        try:
            write_status()
        except Exception as error:
            log(error)


def apply_manifest(client, name):
    """Submits a manifest once, and records the result. Gives the client, or None if its server is gone."""
    entry = track(name)
    state, text = submit(client, PENDING + name, entry)
    if state != "applied" and find_client()[0] != client:
        return None
    entry["tries"] += 1
    pause = min(2 ** entry["tries"], MAX_PAUSE_SECONDS)
    due[name] = now() + pause
    entry["waited"] += pause
    if state == "pending" and entry["waited"] > RETRY_SECONDS:
        state = "failed"
    entry["next"] = stamp(pause)
    settle(name, state, text)
    return client


def settle(name, state, text):
    """Records a result, and moves the manifest last: after a crash before that it is submitted again, which changes nothing.

    On a full disk only the move is possible.
    """
    entry = track(name)
    message = headline(text) or ("" if state == "applied" else "no answer")
    if "immutable" in message:
        message += "; delete the object, then retry"
    found = re.findall(r'kind "[^"]*" in version "[^"]*"|\w+ "[^"]*"(?= not found)', message)
    waiting = (found + ["the next try"])[0] if state == "pending" else ""
    line = "%s %s: %s" % (name, "waits for " + waiting if waiting else state, message)
    if not waiting:
        entry.pop("next", 0)
    if not waiting or message != entry.get("message"):
        log(line)
    entry.update(state=state, message=message, waitingFor=waiting, last=stamp())
    try:
        if state == "applied":
            entry["sha256"] = digest(PENDING + name)
        write_status()
        if state == "failed":
            write_file("failed/%s.reason" % name, text)
    except Exception as error:
        log("%s: %s" % (name, error))
    if not waiting:
        move(name, state)
    show(line)


def move(name, state):
    """Moves a manifest out of pending/, and deletes what an earlier one of its name left.

    Deletes it too if it is applied and holds a Secret: it was needed once.
    """
    path, target = PENDING + name, SPOOL + state + "/" + name
    for old in ["failed/" + name, "failed/%s.reason" % name] if state == "applied" else ["applied/" + name]:
        if os.path.isfile(SPOOL + old):
            os.remove(SPOOL + old)
    if state == "applied" and re.search(br"kind\W+Secret(List)?\b", open(path, "rb").read()):
        return os.remove(path)
    if os.path.isdir(target) or os.path.isdir(path) and os.path.lexists(target):
        os.rename(target, "%s.%d" % (target, time.time()))
    os.rename(path, target)


def digest(path):
    # The boot is faster without this module.
    import hashlib

    return hashlib.sha256(open(path, "rb").read()).hexdigest()


def stamp(seconds=0):
    """The time in so many seconds, as of RFC 3339."""
    return time.strftime("%FT%TZ", time.gmtime(time.time() + seconds))


def write_status():
    write_file("status.json", json.dumps(status))
