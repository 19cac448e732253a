#!/usr/bin/env bash
source /etc/os-release
[[ $ID == debian ]] && names=(a b)
