"""Kubernetes' clients: which one reaches a server, how it submits a manifest, and what its answers mean."""

CLIENTS = "kubectl", "k3s kubectl", "microk8s kubectl", "k0s kubectl", "kubecfg"
MAX_MESSAGE_CHARACTERS = 300
# How kubectl's refusal of an object begins that has generateName in the place of a name; "error: " if it is the only one.
UNNAMED = "(error: )?from "
EXISTS = r"Error from server \(AlreadyExists"
# How refusals begin that time does not change: what follows may quote the manifest. "failed to" is about the schema, which a
# server may not have yet.
FINAL = (
    UNNAMED + r"|Error from server \((BadRequest|Invalid|RequestEntityTooLarge)\)|The .* is invalid"
    '|error: (error ([cdp]|validating "[^"]*": error validating data: (?!failed to))|no objects|unable to dec|Apply failed)'
)


def find_client():
    """Gives the first client whose server answers, as a list, or None and what the first installed client says."""
    reason = ""
    for name in CLIENTS:
        client = name.split()
        code, text = run(client + (["list", "pods"] if name == "kubecfg" else ["get", "--raw", "/readyz"]))
        # Clients before 1.5 lack the option, servers before 1.16 the path.
        if code and re.search("unknown flag|NotFound", text):
            code, text = run(client + ["version"])
        if code == 0:
            return client, ""
        if code != NOT_FOUND:
            reason = reason or headline(text) or "no answer"
    return None, reason


def submit(client, path, entry):
    """Gives the state (applied, failed or pending), and the client's output."""
    # The client of 2014 needs the kind of the object, and can't create the object twice.
    if client == ["kubecfg"]:
        text = open(path, "rb").read()
        kind = "replicationControllers" if b"eplica" in text else "pods" if b"containers" in text else "services"
        code, text = run(client + ["-c", path, "create", kind])
        return "pending" if code and "already exists" not in text else "applied", text
    create = client + ["create", "-f", path]
    if entry.get("created"):
        return "failed", "error: the applier ended while it created objects without a name: look for them, then retry"
    code, text = run(client + ["apply", "-f", path])
    # kubectl keeps a copy of the object in its annotations, which hold 256 KiB; the server needs no copy.
    if code and "annotations: Too long" in text:
        code, text = run(client + ["apply", "-f", path, "--server-side"])
        # Clients before 1.16 lack the option, servers before 1.16 the feature. Others update the copy of an earlier apply.
        if re.search(r"(?m)^[Ee]rror: unknown flag|^Error from server \(Unsupp|annotations: Too long", text):
            code, text = run(create)
            if code and every(text, EXISTS):
                code, text = run(client + ["replace", "-f", path])
    elif code and every(text, UNNAMED):
        # A second create would make a second object: what is in doubt is left to a person.
        try:
            entry["created"] = 1
            write_status()
        except Exception:
            del entry["created"]
            raise
        code, text = run(create)
        if code and every(text, EXISTS):
            code, text = 0, "created, or exists"
        elif code and (" created" in text or re.search("(?m)^(?!Error from server)", text.strip())):
            return "failed", text
        elif code:
            del entry["created"]
    return "applied" if not code else "failed" if every(text, FINAL) else "pending", text


def errors(text):
    """The lines of kubectl's output that are the beginning of an error."""
    return re.findall("(?m)^(?:[Ee]rror|[Uu]nable|The |from |resource mapping).*", text)


def every(text, pattern):
    """Whether there are errors, and each begins like this."""
    lines = errors(text)
    return lines and all(re.match(pattern, line) for line in lines)


def headline(text):
    """One error in one line, if possible one that time may change, without the values that the server quotes: they may be secret."""
    lines = errors(re.sub(r"\n\* ", " ", text)) or text.strip().split("\n")
    line = ([line for line in lines if not re.match(FINAL, line)] or lines)[0]
    line = re.sub(r'(Invalid|Duplicate|Unsupported) value: (.*: (?!")|.*)', "", line)
    return re.sub(", error found in.*", "", line)[:MAX_MESSAGE_CHARACTERS]
