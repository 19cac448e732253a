#!/bin/sh
for i in {1..3}; do echo "$i"; done
echo -e "a\tb"
if [ "$EUID" -ne 0 ]; then exit 1; fi
sleep "$RANDOM"
