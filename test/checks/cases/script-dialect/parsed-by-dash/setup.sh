#!/bin/dash
[[ -f /etc/app ]] && echo ${1/a/b} ${1:0:2} ${1^^} ${!1} ${HOME:-x} $'\n'
version+=1
((count++))
apt-get update &>/dev/null
shopt -s nullglob
