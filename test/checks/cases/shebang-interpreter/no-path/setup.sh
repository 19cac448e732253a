#! bash
echo hello
