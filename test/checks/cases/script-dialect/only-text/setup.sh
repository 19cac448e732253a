#!/bin/sh
# [[ and <(…) and source
echo "[[ $1 ]] <(a)" '&>' source function
cat <<END
[[ a ]] && b=(c)
END
[ a = b ] || awk '{ a[1] = $1 }' <file >out 2>&1
