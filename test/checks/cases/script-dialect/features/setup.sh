#!/bin/sh
source /etc/os-release
if [[ $ID == debian ]]; then
  names=(a b)
fi
[[ -n $ID ]]
function install {
  diff <(sort a) <(sort b) &>/dev/null
}
