#!/bin/ksh
function f { print "$1"; }
[[ -n $1 ]] && f x
