"""Reads cloud-config texts; writes whether the main function of `cloud-init schema -c` accepts each."""
import contextlib
import io
import json
import os
import sys
import tempfile

from cloudinit.config import schema

answers = []
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "config")
    for line in sys.stdin:
        with open(path, "wb") as file:
            file.write(json.loads(line).encode())
        said = io.StringIO()
        sys.argv = ["schema", "-c", path]
        try:
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                schema.main()
            answers.append(True)
        except (Exception, SystemExit):  # a traceback is a rejection too
            answers.append(False)
for answer in answers:
    print(json.dumps(answer))
