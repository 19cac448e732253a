"""Mappings of cloud-config in; out, whether cloud-init's JSON schema takes each, deprecated keys included."""
import json
import sys

from cloudinit.config import schema

official = schema.get_schema()
make_validator, make_checker = schema.get_jsonschema_validator()
validator = make_validator(official, format_checker=make_checker())
deprecation = getattr(schema, "SchemaDeprecationError", ())
for line in sys.stdin:
    errors = validator.iter_errors(json.loads(line))
    print(json.dumps(all(isinstance(error, deprecation) for error in errors)))
