# Reads {"rounds": N, "commands": {name: argv}} as JSON, runs every command once a round, in turn, so that
# a busy moment of the machine hits them all alike, and prints for each name the minima over the rounds, since
# whatever else runs on the machine only adds: wall (s), cpu (s, user and system); and the maximum of memory (peak of
# the resident set, bytes).
import json
import os
import subprocess
import sys
import time


def run(argv):
    start = time.monotonic()
    process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    stderr = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("%s: exit status %d: %s" % (" ".join(argv), process.returncode, stderr.decode()))
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss * 1024}


def main():
    task = json.load(sys.stdin)
    rounds = [{name: run(argv) for name, argv in task["commands"].items()} for _ in range(task["rounds"])]
    print(json.dumps({name: best([results[name] for results in rounds]) for name in task["commands"]}))


def best(results):
    times = {key: min(result[key] for result in results) for key in ("wall", "cpu")}
    return {**times, "memory": max(result["memory"] for result in results)}


main()
