#!/bin/sh
set -eu
curl -sfL https://get.k3s.io | sh -s - server
