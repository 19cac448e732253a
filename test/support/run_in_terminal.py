"""Runs commands whose stdout and stderr are a terminal. Each line is {argv, columns, env}; the answer is the output."""

import fcntl
import json
import os
import struct
import subprocess
import sys
import termios


def read_all(terminal):
    output = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux reports EIO when the command has closed its end.
            return output
        if not piece:
            return output
        output += piece


def run(argv, columns, env):
    terminal, end = os.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        argv, stdin=subprocess.DEVNULL, stdout=end, stderr=end, env={"PATH": os.environ["PATH"], **env}
    )
    os.close(end)
    output = read_all(terminal)
    os.close(terminal)
    process.wait()
    return output.decode().replace("\r\n", "\n")


for line in sys.stdin:
    print(json.dumps(run(**json.loads(line))), flush=True)
