"""Reads JUnit reports as XML: each test case with its failure and its output."""

import json
import sys
import xml.etree.ElementTree as ElementTree

for line in sys.stdin:
    suite = ElementTree.fromstring(json.loads(line).encode()).find("testsuite")
    cases = []
    for case in suite.findall("testcase"):
        failure = case.find("failure")
        cases.append(
            {
                "name": case.get("name"),
                "type": None if failure is None else failure.get("type"),
                "failure": None if failure is None else failure.text,
                "output": case.findtext("system-out"),
            }
        )
    print(json.dumps({"tests": suite.get("tests"), "failures": suite.get("failures"), "cases": cases}))
