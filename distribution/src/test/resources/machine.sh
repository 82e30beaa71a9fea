#!/bin/sh
# A Debian of its own with systemd as process 1: this machine's files with all changes in memory, its own processes, network,
# control group and devices. Nothing that happens in there is seen outside.
#
# machine.sh FOLDER SHARED...: an empty folder to work in, and folders that are shared read-only. Ends when it is killed.

set -eu

if [ "${1:-}" != inside ]; then
    mount=/sys/fs/cgroup
    [ -f "$mount/cgroup.controllers" ] || mount=/sys/fs/cgroup/unified
    # systemd takes the control group that it wakes up in for the root of all.
    group=$(mktemp -d "$mount/gw2-machine-XXXXXX")
    echo $$ >"$group/cgroup.procs"
    echo "group $group"
    exec unshare --pid --mount --fork --kill-child --cgroup --ipc --uts --net sh "$0" inside "$@"
fi

shift
work=$1
shift
mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs "$work"
root=$work/root
mkdir "$work/upper" "$work/changes" "$root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$work/upper,workdir=$work/changes" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount --bind "$root/proc/sys" "$root/proc/sys"
mount -o remount,ro,bind "$root/proc/sys"
for folder in run tmp dev; do mount -t tmpfs -o mode=755 tmpfs "$root/$folder"; done
chmod 1777 "$root/tmp"
mkdir "$root/dev/pts" "$root/dev/shm"
chmod 1777 "$root/dev/shm"
for device in null zero full random urandom tty; do
    : >"$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
done
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
for folder in "$@"; do
    mkdir -p "$root$folder"
    mount --bind "$folder" "$root$folder"
    mount -o remount,ro,bind "$root$folder"
done
# What this machine has installed is of no concern.
rm -rf "$root/opt/wvw-builder" "$root/etc/wvw-builder" "$root/var/lib/wvw-builder" "$root/var/log/wvw-builder"
for unit in systemd-udevd systemd-udev-trigger systemd-modules-load systemd-sysctl systemd-remount-fs systemd-binfmt \
    systemd-hwclock systemd-random-seed systemd-timesyncd systemd-tmpfiles-setup-dev; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit.service"
done
cd "$root"
mkdir -p .outside
pivot_root . .outside
umount -l /.outside
# As on a machine: systemd hands credentials over by a mount of one process that all others see.
mount --make-rshared /
export container=gw2-machine
exec /lib/systemd/systemd --unit=basic.target
