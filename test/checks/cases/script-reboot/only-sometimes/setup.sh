#!/bin/sh
if [ -f /run/reboot-required ]; then
  reboot
fi
test -f /srv/ready || reboot
shutdown -r +5
shutdown -c
(sleep 60; reboot) &
reboot --help
echo "reboot"
systemctl status reboot.target
systemctl start app
