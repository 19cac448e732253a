#!/bin/sh
 echo a
apt-get update
csf –r && service lfd restart
curl —silent https://example.com
echo “deb http://example.com stable main”
NAME=“web server” printenv NAME
echo "$(ls –l)"
