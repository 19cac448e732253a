#!/bin/bash
# “quoted” – here
echo "no context – using “it”"
awk -F' ' '{print}' /etc/hosts
echo Don’t – stop 5–6
cat <<EOF
“a” –b
EOF
sed "s/ / /g" file
