#!/bin/sh
cat <<'END' >/etc/app.sh
if [[ "$1" ]]; then (
END
echo 'if (' "case x in" # if (
