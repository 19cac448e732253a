"""Reads JUnit reports as XML: each test case with its failure or error, and its output."""

import json
import sys
import xml.etree.ElementTree as ElementTree

for line in sys.stdin:
    suite = ElementTree.fromstring(json.loads(line).encode()).find("testsuite")
    cases = []
    for case in suite.findall("testcase"):
        [failure] = case.findall("failure") or case.findall("error") or [None]
        cases.append(
            {
                "name": case.get("name"),
                "outcome": None if failure is None else failure.tag,
                "type": None if failure is None else failure.get("type"),
                "failure": None if failure is None else failure.text,
                "output": case.findtext("system-out"),
            }
        )
    counts = {name: suite.get(name) for name in ("tests", "failures", "errors")}
    print(json.dumps({**counts, "cases": cases}))
