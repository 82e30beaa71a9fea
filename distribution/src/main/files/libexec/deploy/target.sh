#!/usr/bin/env bash
# What deploy.sh does on the server, as root: it puts this file into a folder that is named after the release's sum. The upgrade
# itself is a unit of systemd, so that the end of a connection, or of a session, does not reach it.

set -euo pipefail
umask 077

here=$(cd "$(dirname "$0")" && pwd -P)
all=${here%/*}
unit=wvw-builder-deploy.service
server=gw2-backend.service
current=/opt/wvw-builder/current
# So long the new release must be well without a break.
hold=10

fail() {
    local code=$1
    shift
    echo "$*" >&2
    exit "$code"
}

is_running() {
    case $(systemctl show -P ActiveState "$unit") in active | activating | deactivating | reloading) return 0 ;; esac
    return 1
}

is_sum() {
    [ -f "$1" ] && echo "$2  $1" | sha256sum --status --strict -c -
}

# prepare SUM: says whether the tarball has to be sent
prepare() {
    [ -d /run/systemd/system ] || fail 3 "systemd does not run here: unpack the tarball and run its install.sh by hand."
    local other
    if is_running; then
        [ "$(cat "$all/running")" = "${here##*/}" ] || fail 1 "another release is being deployed here: wait for its end."
        echo running
        return
    fi
    for other in "$all"/*/; do
        [ "$other" = "$here/" ] || rm -rf "$other"
    done
    if is_sum "$here/release.tar.gz" "$1"; then echo kept; else echo wanted; fi
}

receive() {
    local part
    part=$(mktemp "$here/part.XXXXXX")
    cat >"$part"
    is_sum "$part" "$1" || {
        rm "$part"
        fail 1 "what arrived is not what was sent: the connection broke, or the disk is full."
    }
    mv "$part" "$here/release.tar.gz"
}

# start SUM WATCH OPTIONS...
start() {
    exec 9>"$all/lock"
    flock -w 20 9 || fail 1 "another deployment is being started here: wait for its end."
    if is_running; then
        [ "$(cat "$all/running")" = "${here##*/}" ] || fail 1 "another release is being deployed here: wait for its end."
        return 0
    fi
    rm -f "$here/result" "$here/log" "$here"/part.*
    : >"$here/log"
    echo "${here##*/}" >"$all/running"
    systemctl reset-failed "$unit" 2>/dev/null || : # only a failed one can be reset
    systemd-run --quiet --collect --service-type=exec --unit="$unit" --description="Upgrade of WvW Builder" \
        bash "$here/target.sh" run "$@" 9>&-
}

# poll OFFSET: the log from there on, and in the last line how it stands and where the log ends
poll() {
    local state size
    if [ -f "$here/result" ]; then
        state="done $(cat "$here/result")"
    elif is_running; then
        state=running
    elif [ -f "$here/result" ]; then
        state="done $(cat "$here/result")"
    else
        state=gone
    fi
    size=$(stat -c %s "$here/log")
    [ "$size" -le "$1" ] || head -c "$size" "$here/log" | tail -c "+$(($1 + 1))"
    printf '\n@%s %s\n' "$state" "$size"
}

is_well() {
    systemctl is-active --quiet "$server" && /usr/local/bin/gw2 status >/dev/null
}

stays_well() {
    local until=$((SECONDS + watch)) since='' process=''
    while [ $SECONDS -lt $until ]; do
        if is_well; then
            [ "$(systemctl show -P MainPID $server)" = "$process" ] || since=
            process=$(systemctl show -P MainPID $server)
            since=${since:-$SECONDS}
            [ $((SECONDS - since)) -lt $hold ] || return 0
        else
            since=
        fi
        sleep 1
    done
    return 1
}

# Also when something here fails: whoever polls has to learn of it.
note_result() {
    local code=$?
    rm -rf "$here/unpacked" "$here/release.tar.gz"
    echo "$code" >"$here/result.new"
    mv "$here/result.new" "$here/result"
}

# run SUM WATCH OPTIONS...
run() {
    exec >>"$here/log" 2>&1 </dev/null
    trap note_result EXIT
    local sum=$1 watch=$2 release was action=upgrade
    shift 2
    is_sum "$here/release.tar.gz" "$sum" || fail 1 "the tarball is gone: run the same again."
    rm -rf "$here/unpacked"
    mkdir "$here/unpacked"
    tar -xzf "$here/release.tar.gz" --no-same-owner -C "$here/unpacked"
    release=$(echo "$here"/unpacked/*/)
    [ -x "$release/install.sh" ] || fail 3 "the tarball has no install.sh in its one folder: get the release again."
    # What is shut to others here must be open to the server's account there.
    umask 022
    was=$(readlink "$current" || :) # nothing is installed yet
    [ -n "$was" ] || action=install
    "$release/install.sh" "$action" "$@"
    [ "$watch" != 0 ] && systemctl is-enabled --quiet $server || return 0
    echo "watching for up to $watch seconds whether it stays well"
    ! stays_well || return 0
    journalctl -u $server -n 20 --no-pager -o cat
    # A first release, or the one that was there already.
    if [ -z "$was" ] || [ "$was" = "$(readlink $current)" ]; then
        fail 5 "the server is not well, and there is no release before to go back to: see 'gw2 doctor'."
    fi
    echo "the server did not stay well; going back"
    "$release/install.sh" rollback ||
        fail 5 "the release before does not run with what the new one has written: mend what the lines above say, or" \
            "'install.sh rollback --restore', which loses what was written since the upgrade."
    exit 4
}

case ${1:-} in
prepare | receive | start | poll | run) "$@" ;;
*) fail 2 "'${1:-}' is unknown here." ;;
esac
