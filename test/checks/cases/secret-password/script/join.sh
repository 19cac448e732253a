#!/bin/sh
K3S_TOKEN=abcdef.0123456789abcdef ./install.sh
kubeadm join --token abcdef.0123456789abcdef 10.0.0.1:6443
echo "root:redhat" | chpasswd
git clone https://me:letmein@git.example.com/repository.git
