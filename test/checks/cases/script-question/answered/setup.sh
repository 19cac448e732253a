#!/bin/sh
apt-get -y install nginx
apt-get install --yes --no-install-recommends nginx
apt-get -qq install nginx
apt-get install -q -q nginx
apt-get -o APT::Get::Assume-No=1 install nginx
apt-get install -s nginx
apt-get $OPTIONS install nginx
apt-get install <answers nginx
echo y | apt-get install nginx
dnf -qy install nginx
zypper -n install nginx
pacman -S --noconfirm nginx
pacman -Sy
dnf search install
echo "apt-get install nginx"
