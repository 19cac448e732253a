#!/bin/sh
source() { . "$1"; }
source /etc/os-release
