"""Reads YAML texts; writes where PyYAML stops in each, and in which stage: the lines of its marks, from 1."""
import json
import sys

import yaml

for line in sys.stdin:
    try:
        yaml.safe_load(json.loads(line))
        answer = None
    except yaml.MarkedYAMLError as error:
        marks = [error.problem_mark, error.context_mark]
        answer = {"lines": [mark.line + 1 for mark in marks if mark], "problem": error.problem, "stage": type(error).__name__}
    except Exception as error:  # characters that it never takes, and values such as impossible dates, have no mark
        answer = {"lines": [], "problem": str(error), "stage": type(error).__name__}
    print(json.dumps(answer))
