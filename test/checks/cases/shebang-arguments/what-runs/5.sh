#!/usr/bin/env --split-string=sh -e
ls
