#!/bin/bash -euo pipefail
ls
