#cloud-boothook
#! /usr/bin/env	-i sh
ls
