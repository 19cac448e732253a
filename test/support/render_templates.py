"""Renders templates with instance data: one JSON pair of texts per line; answers each with a text, or null if refused."""
import contextlib
import io
import json
import logging
import os
import sys
import tempfile

from cloudinit.cmd.devel.render import render_template

logging.disable(logging.CRITICAL)


def render(template, data, folder):
    paths = [os.path.join(folder, name) for name in ("template", "data")]
    for path, text in zip(paths, (template, data)):
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text)
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            status = render_template(*paths)
    except Exception:
        return None
    return out.getvalue() if status == 0 else None


with tempfile.TemporaryDirectory() as folder:
    for line in sys.stdin:
        print(json.dumps(render(*json.loads(line), folder)))
