#!/bin/sh
# usage: enter-root.sh DIR COMMAND…   (inside new mount and PID namespaces; see cloud-init-root.ts)
# Runs COMMAND in a root that is the machine's, read-only, under DIR/upper. The mounts end with the namespace.
set -eu
dir=$1 root=$1/root
shift

# A new network namespace has a loopback device that is down; the host's is already up.
ip link set lo up

mount -t overlay overlay -o "lowerdir=/,upperdir=$dir/upper,workdir=$dir/work" "$root"
mount -t proc proc "$root/proc"

# Only devices that can't affect the machine: no disks, no console, no kernel log.
mount -t tmpfs tmpfs "$root/dev"
for name in null zero full random urandom; do
  : > "$root/dev/$name"
  mount --bind "/dev/$name" "$root/dev/$name"
done
ln -s /proc/self/fd "$root/dev/fd"

# These persist between commands until the next boot. systemd mounts /run noexec.
mount --bind "$dir/run" "$root/run"
mount -o remount,bind,noexec "$root/run"
mount --bind "$dir/tmp" "$root/tmp"

exec chroot "$root" "$@"
