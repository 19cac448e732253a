#!/usr/bin/env -iS sh -e
ls
