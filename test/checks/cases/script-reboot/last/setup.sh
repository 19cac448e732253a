#!/bin/sh
apt-get -y upgrade
systemctl reboot
sleep 60
exit 0
