"""What a person, or a script, calls on the instance: `python3 /var/lib/kubeboot/kubeboot.py COMMAND`."""


def main(command="apply", *args):
    """Runs a command, by default the applier. Gives the exit status, or a message for a person."""
    try:
        if command == "apply" and not args:
            return apply_pending()
        if command == "status" and not args:
            return show_status()
        if command == "retry":
            return retry(args)
        if command == "wait" and (not args or len(args) == 2 and args[0] == "--timeout"):
            return wait(float((args or (0, "inf"))[1]))
    except (OSError, ValueError) as error:
        return "kubeboot: %s" % error
    return "usage: kubeboot.py [status | retry [NAME...] | wait [--timeout SECONDS]]"


def show_status():
    """Prints a table of all manifests."""
    read_status()
    for name in list_pending():
        track(name)
    say("%-50s %-8s %5s  %s" % ("NAME", "STATE", "TRIES", "WAITING FOR, OR MESSAGE"))
    for name in sorted(status, key=number):
        entry = status[name]
        text = entry.get("waitingFor") or entry.get("message", "")
        say("%-50s %-8s %5s  %s" % (name, entry["state"], entry["tries"], text))


def list_failed():
    return [name for name in os.listdir(SPOOL + "failed") if not name.endswith(".reason")]


def retry(names):
    """Puts failed manifests, by default all, back to pending/. Without the path unit, submits them."""
    failed = list_failed()
    for name in names:
        if name not in failed:
            return "kubeboot: %s has not failed: see status" % name
    for name in names or failed:
        os.rename(SPOOL + "failed/" + name, PENDING + name)
    if MODE == "direct" or not has_systemd():
        apply_pending()


def wait(seconds):
    """Waits until nothing is pending. Gives 0 if all is applied, 1 if something has failed, and 2 if the time is up."""
    end = now() + seconds
    while list_pending():
        if now() > end:
            return 2
        time.sleep(1)
    return 1 if list_failed() else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
