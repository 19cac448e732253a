#!/bin/bash
set -e
if [ -f /etc/app ]; then
  echo found
