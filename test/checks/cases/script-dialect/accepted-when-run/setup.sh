#!/bin/sh
set -euo noglob
set -e -- -o pipefail
[ "$1" = == ] || [ == = a ] || test -n ==
trap 'echo stopped' EXIT INT TERM
trap - HUP
read -rp 'name: ' name
read -p -s name
printf '%s' -v
kill -TERM 1 -SIGHUP
