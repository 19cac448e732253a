#!/bin/sh
set -euo pipefail
if [ "$1" == web ]; then echo web; fi
trap 'echo failed' ERR
trap 'echo stopped' INT SIGTERM
read -rs password
echo a b | read -a names
printf -v name %s web
kill -SIGHUP 1
mapfile -t lines <list
