"""The cloud-config in a checkout of cloud-init; out, one JSON object a line: module, name, text, accepted, why.

Takes the checkout's folder. The documents are its examples and what its unit tests validate: the values that they
are parametrized with, and every other literal there that is a mapping with keys of cloud-config. The verdict is
that of the checkout's own validator. Needs python3-yaml and python3-jsonschema.
"""
import ast
import glob
import importlib
import json
import os
import re
import sys
import textwrap

import yaml

ROOT = os.path.abspath(sys.argv[1])
sys.path.insert(0, ROOT)

from cloudinit.config import schema as official  # noqa: E402

SCHEMA = official.get_schema()
KEYS = set(SCHEMA["properties"])


def main():
    make_validator, make_checker = official.get_jsonschema_validator()
    validator = make_validator(SCHEMA, format_checker=make_checker())
    seen = set()
    for module, name, text in [*list_examples(), *list_tested()]:
        config = parse(text)
        if config is None or text in seen:
            continue
        seen.add(text)
        errors = [
            "%s: %s" % (".".join(map(str, error.path)), error.message)
            for error in validator.iter_errors(config)
            if not isinstance(error, official.SchemaDeprecationError)
        ]
        print(json.dumps({"module": module, "name": name, "text": text, "accepted": not errors, "why": errors[:1]}))


def list_examples():
    """The files, whose texts are cloud-config as a whole."""
    for path in sorted(glob.glob(ROOT + "/doc/module-docs/*/example*.yaml") + glob.glob(ROOT + "/doc/examples/*")):
        if os.path.isfile(path):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            folder = os.path.basename(os.path.dirname(path))
            module = folder[3:] if folder.startswith("cc_") else "doc/" + folder
            if text.startswith("#cloud-config\n"):
                yield module, os.path.relpath(path, ROOT), text


def list_tested():
    """The literals of the unit tests."""
    for path in sorted(glob.glob(ROOT + "/tests/unittests/config/test_*.py")):
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
        module = re.sub(r"^test_(cc_)?|\.py$", "", os.path.basename(path))
        constants = read_constants(tree)
        for node in walk_outermost(tree, constants):
            yield module, "%s:%d" % (os.path.relpath(path, ROOT), node[0]), node[1]


def read_constants(tree):
    constants = {"dedent": textwrap.dedent, "textwrap": textwrap, "range": range, "str": str, "dict": dict}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cloudinit.config."):
            imported = vars(importlib.import_module(node.module))
            names = [alias.name for alias in node.names if isinstance(imported.get(alias.name), str)]
            constants.update({name: imported[name] for name in names})
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            value = evaluate(node.value, constants)
            if value is not None:
                constants[node.targets[0].id] = value
    return constants


def walk_outermost(node, constants):
    """(line, text) of each expression that is cloud-config, but not of what is inside of one."""
    if isinstance(node, (ast.Dict, ast.Constant, ast.Call, ast.JoinedStr, ast.Name)):
        text = to_text(evaluate(node, constants))
        if text is not None:
            yield node.lineno, text
            return
    for child in ast.iter_child_nodes(node):
        yield from walk_outermost(child, constants)


def evaluate(node, constants):
    try:
        code = compile(ast.fix_missing_locations(ast.Expression(node)), "test", "eval")
        return eval(code, {"__builtins__": {}, **constants})
    except Exception:
        return None


def to_text(value):
    """The text of a mapping with keys of cloud-config, or of a text that is one; None of anything else."""
    if isinstance(value, dict) and is_config(value):
        try:
            body = yaml.safe_dump(value, sort_keys=False, allow_unicode=True)
        except yaml.YAMLError:
            return None
        return "#cloud-config\n" + body
    if isinstance(value, str) and re.match(r"\s*(#|[a-z_-]+:)", value) and is_config(parse(value)):
        return value if value.startswith("#cloud-config\n") else "#cloud-config\n" + value
    return None


def is_config(value):
    return isinstance(value, dict) and all(isinstance(key, str) for key in value) and not KEYS.isdisjoint(value)


def parse(text):
    try:
        config = yaml.safe_load(text)
    except yaml.YAMLError:
        return None
    return config if isinstance(config, dict) else None


main()
