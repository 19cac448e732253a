"""Types command lines, each with a tab, into an interactive shell on a terminal.

usage: complete_lines.py FOLDER SETUP SHELL... < LINES   SETUP: commands that the shell runs first

Prints a list in JSON: the arguments with which the shell then runs the program, for each line.
"""

import json
import os
import pty
import sys

folder, setup, *shell = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.chdir(folder)
    os.environ.update(HOME=folder, TERM="dumb", PS1="", HISTFILE="")
    os.execvp(shell[0], shell)


def read_until(mark):
    seen = b""
    while mark not in seen:
        seen += os.read(terminal, 4096)
    return seen


# The quotes keep what the terminal echoes from being taken for the output.
show = "kubeboot() { for a; do printf 'A''RG<%s>\\n' \"$a\"; done; echo E''ND; }"
with open(os.path.join(folder, "setup"), "w") as file:
    file.write(f"{setup}\n{show}\necho RE''ADY\n")
os.write(terminal, b". ./setup\n")
read_until(b"READY\r\n")

runs = []
for line in sys.stdin.read().splitlines():
    os.write(terminal, f"{line}\t\n".encode())
    printed = read_until(b"END\r\n").split(b"ARG<")[1:]
    runs.append([argument.split(b">")[0].decode() for argument in printed])
print(json.dumps(runs))
os.write(terminal, b"exit\n")
os.close(terminal)
os.waitpid(child, 0)
