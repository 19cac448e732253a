#!/bin/sh
apt-get -y upgrade
sudo reboot
systemctl start app
