#!/bin/sh
if (set -o pipefail) 2>/dev/null; then set -o pipefail; fi
