#!/bin/sh
apt-get update
apt-get install nginx
sudo DEBIAN_FRONTEND=noninteractive apt upgrade
yum --quiet install nginx
dnf group install web
zypper install nginx
pacman -Syu
