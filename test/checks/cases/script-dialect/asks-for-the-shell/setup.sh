#!/bin/sh
if [ -n "$BASH_VERSION" ]; then
  source /etc/bash.bashrc
fi
