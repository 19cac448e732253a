#!/bin/bash
echo "deploy ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/deploy
DB_PASSWORD=`cat /root/db-password`
KEY_FOLDER= ; PRIVATE_KEY="`pwd`/private.key"
client_secret=   # filled in below
grep -Eq '^API_KEY=.+$' /etc/app.env || sed -E 's/(access_token=)([^&]*)/\1/' /etc/app.url
ansible-playbook --ask-vault-password site.yml
JOIN_TOKEN="node-${RANDOM}"
echo "usage: setup -e MYSQL_ROOT_PASSWORD=... or X-CSRF-Token: xxx"
sed -i "s/'token': 'REDACTED'/'token': '$TOKEN'/" /etc/app.json
cat > /etc/app.json <<EOF
{"token": "__SERVICEACCOUNT_TOKEN__"}
EOF
