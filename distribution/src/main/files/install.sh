#!/usr/bin/env bash
# Installs WvW Builder on Debian 12 from the unpacked tarball that this file lies in. Asks nothing, and a second run changes
# nothing. 'install.sh --help' tells more.
#
# Exit codes: 0 done, 1 it failed and is as it was before, 2 the words make no sense, 3 the machine does not fit,
# 4 an upgrade failed and was taken back, 5 an upgrade failed and could not be taken back.

# shellcheck disable=SC2015,SC2034,SC2154  # 'fail' ends, and variables are shared with the parts

set -euo pipefail
umask 022

here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd -P)
account=wvw-builder
unit=gw2-backend.service
prefix=/opt/wvw-builder
etc=/etc/wvw-builder
lib=/var/lib/wvw-builder
logs=/var/log/wvw-builder
cache=/var/cache/wvw-builder
room_mib=600

for part in files release nginx upgrade; do
    # shellcheck source-path=SCRIPTDIR
    # shellcheck source=/dev/null
    . "$here/libexec/install/$part.sh"
done

usage() {
    cat <<'END'
Usage: install.sh install|upgrade|rollback|uninstall [OPTIONS]

  install      puts this release beside the others, makes the account, the folders, the service and the commands, and starts
  upgrade      stops the server, makes a backup, changes to this release and starts; all of it is taken back when it is not well
  rollback     changes back to the release before the last upgrade
  uninstall    removes program, service and commands; settings and data stay

Options, or the variable of the environment that stands for each:
  --domain NAME        WVW_DOMAIN           also set nginx up for this name
  --certificate FILE   WVW_CERTIFICATE      its certificate with the chain, PEM
  --key FILE           WVW_CERTIFICATE_KEY  the certificate's key
  --no-nginx           WVW_NGINX=no         leave nginx alone
  --no-start           WVW_START=no         start, stop and enable nothing
  --root DIR           WVW_ROOT             install below a folder, without account and service: for images and tests
  --dry-run            WVW_DRY_RUN=yes      only say what would change
  --restore --yes                           rollback: also go back to the data from before the upgrade; what was written since
                                            is in the safety copy only that the restore makes
                       WVW_PATIENCE=30      upgrade, rollback: seconds in which a started server has to be well
  --purge                                   uninstall: also remove settings, data, backups, logs and the account
END
}

fail() {
    local code=$1
    shift
    echo "install.sh: $*" >&2
    exit "$code"
}

# Only one at a time. Folders of --root are their maker's own business.
lock() {
    [ -z "$root" ] && [ "$dry" = no ] || return 0
    exec 9>/run/lock/wvw-builder-install
    flock -n 9 || fail 1 "another install.sh is at work: wait for its end."
}

action=
domain=${WVW_DOMAIN:-} certificate=${WVW_CERTIFICATE:-} certificate_key=${WVW_CERTIFICATE_KEY:-}
nginx=${WVW_NGINX:-yes} start=${WVW_START:-yes} root=${WVW_ROOT:-} dry=${WVW_DRY_RUN:-no} patience=${WVW_PATIENCE:-30} restore=no yes=no purge=no

read_words() {
    while [ $# -gt 0 ]; do
        case $1 in
        --domain | --certificate | --key | --root)
            [ $# -gt 1 ] && [ -n "$2" ] || fail 2 "$1 wants a value after it."
            case $1 in
            --domain) domain=$2 ;;
            --certificate) certificate=$2 ;;
            --key) certificate_key=$2 ;;
            --root) root=$2 ;;
            esac
            shift
            ;;
        --no-nginx) nginx=no ;;
        --no-start) start=no ;;
        --dry-run) dry=yes ;;
        --restore) restore=yes ;;
        --yes) yes=yes ;;
        --purge) purge=yes ;;
        -h | --help)
            usage
            exit 0
            ;;
        install | upgrade | rollback | uninstall)
            [ -z "$action" ] || fail 2 "both '$action' and '$1': name one."
            action=$1
            ;;
        *) fail 2 "'$1' is unknown: see 'install.sh --help'." ;;
        esac
        shift
    done
    [ -n "$action" ] || fail 2 "say what to do: install, upgrade, rollback or uninstall; see 'install.sh --help'."
    [ "$restore" = no ] || [ "$action" = rollback ] || fail 2 "--restore goes with rollback only."
    [ "$yes" = no ] || [ "$restore" = yes ] || fail 2 "--yes goes with rollback --restore only."
    [ "$restore" = no ] || [ "$yes" = yes ] || [ "$dry" = yes ] ||
        fail 2 "'rollback --restore' takes away what was written since the upgrade: add --yes if that is meant."
    [ "$purge" = no ] || [ "$action" = uninstall ] || fail 2 "--purge goes with uninstall only."
    case $patience in '' | *[!0-9]*) fail 2 "WVW_PATIENCE=$patience is no number of seconds." ;; esac
    if [ -n "$root" ]; then
        [ -d "$root" ] || fail 2 "the folder $root of --root does not exist: make it first."
        root=$(cd "$root" && pwd -P)
        [ "$root" != / ] || root=
    fi
}

# All that can be known before the first change.
check_machine() {
    [ -n "$root" ] || [ "$(id -u)" = 0 ] || fail 3 "only root can install: use sudo, or --root for a try in a folder."
    [ "$(uname -s) $(uname -m)" = "Linux x86_64" ] ||
        fail 3 "this release is for Linux on x86_64 and this is $(uname -sm): get the one for this machine."
    [ -z "$root" ] || return 0
    local ID='' VERSION_ID=''
    # shellcheck source=/dev/null
    [ ! -r /etc/os-release ] || . /etc/os-release
    [ "$ID" = debian ] && [ "${VERSION_ID%%.*}" -ge 12 ] ||
        fail 3 "this is ${ID:-unknown} ${VERSION_ID:-} and the service is made for Debian 12 and later: run bin/gw2 by hand."
    [ "$start" = no ] || [ -d /run/systemd/system ] ||
        fail 3 "systemd does not run here: use --no-start, and start bin/gw2 by another supervisor."
}

check_release() {
    [ -f "$here/SHA256SUMS" ] && [ -f "$here/lib/version" ] ||
        fail 3 "$here is not a whole release: unpack the tarball again."
    (cd "$here" && sha256sum --quiet --strict -c SHA256SUMS) >/dev/null 2>&1 ||
        fail 3 "files in $here differ from what was released: unpack the tarball again."
    local folder=$root$prefix free
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    free=$(df -Pm "$folder" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge "$room_mib" ] || fail 3 "$folder has $free MiB free, and $room_mib are needed: make room."
}

do_install() {
    check_machine
    check_release
    check_nginx
    [ ! -e "$root$prefix/current" ] || [ "$(installed_release)" = "$(release_name)" ] ||
        fail 1 "release $(installed_release) is installed: use 'install.sh upgrade'."
    put_account
    put_release
    point_to "$(release_name)"
    put_system
    put_nginx
    start_service
    conclude
}

start_service() {
    [ "$start" = yes ] && [ -z "$root" ] || return 0
    act "the service starts with the machine" systemctl is-enabled --quiet "$unit" -- systemctl enable --quiet "$unit"
    if ! systemctl is-active --quiet $unit; then
        changes=$((changes + 1))
        echo "starting $unit"
        [ "$dry" = yes ] || systemctl start $unit ||
            fail 1 "the server does not start: see 'journalctl -u $unit -n 50' and 'gw2 doctor', then run this again."
    elif [ "$unit_changed" = yes ]; then
        echo "restarting $unit, whose unit changed"
        [ "$dry" = yes ] || systemctl restart $unit || fail 1 "the server does not start: see 'journalctl -u $unit -n 50'."
    fi
}

conclude() {
    if [ "$changes" = 0 ]; then
        echo "Nothing to change: $(release_name) is installed."
    elif [ "$dry" = yes ]; then
        echo "$changes changes would be made; nothing was changed."
    elif [ "$start" = yes ] && [ -z "$root" ]; then
        echo "$(release_name) is installed and runs at http://127.0.0.1:8000. For the first administrator:" \
            "journalctl -u $unit -o cat | grep 'setup token' | tail -n 1"
    else
        echo "$(release_name) is installed. Start it with: systemctl enable --now $unit"
    fi
}

do_uninstall() {
    check_machine
    [ -e "$root$prefix/current" ] || [ "$purge" = yes ] || fail 1 "nothing is installed below $root$prefix."
    if [ -z "$root" ] && [ "$dry" = no ] && [ -d /run/systemd/system ]; then
        systemctl disable --now --quiet $unit 2>/dev/null || [ ! -e /etc/systemd/system/$unit ] ||
            fail 1 "$unit could not be stopped: see 'systemctl status $unit'."
        systemctl stop --quiet gw2-backend.socket gw2-backend-port.service 2>/dev/null || : # the port may never have been open
    fi
    remove_files
    if [ "$purge" = yes ]; then
        remove "$etc" "$lib" "$logs" "$cache"
        if [ -z "$root" ] && getent passwd $account >/dev/null; then
            echo "removing the account $account"
            [ "$dry" = yes ] || userdel $account
        fi
    else
        echo "Settings, data and logs stay in $etc, $lib and $logs; --purge removes them."
    fi
}

read_words "$@"
lock
case $action in
install) do_install ;;
upgrade) do_upgrade ;;
rollback) do_rollback ;;
uninstall) do_uninstall ;;
esac
