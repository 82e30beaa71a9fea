# shellcheck shell=bash
# shellcheck disable=SC2015,SC2154  # shared with install.sh, which reads this
# Changing to another release, and back.

# Which backup belongs to which release before: "RELEASE BACKUP", the backup '-' when there was no server with data.
before=$prefix/before-upgrade

# command_of RELEASE WORDS...: the command of a certain release, as the account that owns the data
command_of() {
    local release=$1
    shift
    (
        cd /
        GW2_BASE=$lib GW2_CONFIG=$etc/gw2.toml GW2_CACHE=$cache WVW_CURRENT=$prefix/releases/$release \
            sh "$here/libexec/gw2" "$@"
    )
}

# One that is enabled and down is meant to run, and may be what the upgrade shall mend.
is_wanted() {
    [ -z "$root" ] && [ "$start" = yes ] || return 1
    systemctl is-active --quiet "$unit" || systemctl is-enabled --quiet "$unit"
}

# A lost connection or Ctrl-C must not end this halfway, and what fails before the other release starts leads back: the data
# are untouched then.
hold_on() {
    trap '' INT HUP TERM
    # shellcheck disable=SC2064  # the release of this moment is meant
    trap "leave_to '$1'" EXIT
}

let_go() {
    trap - EXIT INT HUP TERM
}

leave_to() {
    let_go
    echo "that failed; $1 stays installed and is started again" >&2
    point_to "$1"
    here=$root$prefix/releases/$1
    # What failed may fail again; the server is what counts.
    (put_system) || echo "not all files of $1 could be put back: run its install.sh again" >&2
    systemctl start "$unit"
    exit 1
}

do_upgrade() {
    check_machine
    check_release
    check_nginx
    local from to backup=- ran=no since
    from=$(installed_release)
    to=$(release_name)
    since=$(date +%s)
    [ -n "$from" ] || fail 1 "nothing is installed below $root$prefix: use 'install.sh install'."
    if [ "$from" = "$to" ]; then
        put_release
        put_system
        put_nginx
        conclude
        return
    fi
    echo "upgrading from $from to $to"
    put_account
    put_release
    if [ "$dry" = yes ]; then
        echo "would stop the server, make a backup, change to $to and start again; nothing was changed."
        return
    fi
    if is_wanted; then
        ran=yes
        hold_on "$from"
        # From here on nobody writes: the backup holds every write that was acknowledged.
        systemctl stop --quiet "$unit"
    fi
    if [ -z "$root" ] && [ "$ran" = yes ]; then
        echo "making a backup"
        backup=$(make_backup "$from") || fail 1 "no backup could be made, so nothing was changed: see 'gw2 backup list'."
        echo "backup $backup"
    fi
    echo "$from $backup" >"$root$before"
    point_to "$to"
    put_system
    put_nginx
    if [ "$ran" = no ]; then
        echo "$to is installed; the server did not run and was not started."
        return
    fi
    trap - EXIT
    local started=no
    if systemctl start "$unit"; then
        started=yes
        if healthy; then
            prune "$from" "$to"
            echo "upgraded from $from to $to; the server is ready."
            return
        fi
    fi
    echo "$to is not well; going back to $from" >&2
    journalctl -u "$unit" -n 20 --since "@$since" --no-pager -o cat >&2 || : # the way back is what counts
    [ "$started" = no ] || keep_written "$from" "$to"
    take_back "$from" "$to" "$backup"
}

# It said that it serves, so it may have acknowledged writes: the old release takes them if it can.
keep_written() {
    local from=$1 to=$2
    systemctl stop --quiet "$unit" || :
    systemctl reset-failed "$unit" 2>/dev/null || : # nothing to reset is no fault
    point_to "$from"
    here=$prefix/releases/$from
    put_system
    if systemctl start "$unit" && healthy; then
        fail 4 "the upgrade to $to was taken back: $from runs with all data; tell what the lines above say."
    fi
    echo "$from cannot work with the tables of $to: going back to the backup; what was written since is in" \
        "$lib/data/before-restore-*" >&2
}

# The release before is enough to go back to.
prune() {
    local folder
    for folder in "$root$prefix/releases"/*; do
        case ${folder##*/} in
        "$1" | "$2") ;;
        *) remove "$prefix/releases/${folder##*/}" ;;
        esac
    done
}

make_backup() {
    local told
    told=$(command_of "$1" backup --json) || return 1
    printf '%s\n' "$told" | sed -n 's/.*"id" *: *"\([^"]*\)".*/\1/p' | head -n 1 | grep .
}

# Ready it is already: whether it also can work. Degraded is well enough, as it may have been so before. Right after the start all
# who waited are answered, so a look may come late.
healthy() {
    local release until=$((SECONDS + patience))
    release=$(installed_release)
    until command_of "$release" status >/dev/null; do
        [ $SECONDS -lt $until ] || return 1
        sleep 1
    done
}

take_back() {
    local from=$1 to=$2 backup=$3
    systemctl stop --quiet "$unit" || :
    systemctl reset-failed "$unit" gw2-backend-failed.service 2>/dev/null || : # nothing to reset is no fault
    # The new release knows the tables that it made; where it is too broken for that, the old one tries.
    if command_of "$to" restore "$backup" --yes || command_of "$from" restore "$backup" --yes; then
        point_to "$from"
        here=$prefix/releases/$from
        put_system
        if systemctl start "$unit" && healthy; then
            fail 4 "the upgrade to $to was taken back: $from runs with the data from before; tell what the lines above say."
        fi
    fi
    fail 5 "the upgrade to $to could not be taken back: mend what the lines above say, then run 'gw2 restore $backup' and" \
        "'install.sh rollback' of $to."
}

do_rollback() {
    check_machine
    local from to backup ran=no
    from=$(installed_release)
    [ -n "$from" ] && [ -f "$root$before" ] || fail 1 "there is no upgrade to go back from."
    read -r to backup <"$root$before"
    [ -d "$root$prefix/releases/$to" ] || fail 1 "release $to is not there any more: install it from its tarball."
    [ "$from" != "$to" ] || fail 1 "$to is installed already, as before the last upgrade."
    [ "$restore" = no ] || [ "$backup" != - ] || fail 1 "no backup was made at the upgrade: leave --restore out."
    echo "going back from $from to $to$([ "$restore" = no ] || echo ", and to the data of backup $backup")"
    if [ "$dry" = yes ]; then
        echo "nothing was changed."
        return
    fi
    if is_wanted; then
        ran=yes
        hold_on "$from"
        systemctl stop --quiet "$unit"
    fi
    if [ "$restore" = yes ]; then
        command_of "$from" restore "$backup" --yes || fail 1 "the backup $backup could not be restored; $from is still installed."
    fi
    point_to "$to"
    here=$root$prefix/releases/$to
    put_system
    [ "$ran" = yes ] || return 0
    trap - EXIT
    if systemctl start "$unit" && healthy; then
        echo "$to runs again."
        return
    fi
    systemctl stop --quiet "$unit" || :
    systemctl reset-failed "$unit" 2>/dev/null || :
    point_to "$from"
    here=$root$prefix/releases/$from
    put_system
    systemctl start "$unit" || fail 5 "neither $to nor $from starts: see 'journalctl -u $unit -n 50'."
    [ "$restore" = no ] || fail 1 "$to does not start with the data from before the upgrade either, so $from runs with them." \
        "What was written since is in $lib/data/before-restore-*: 'gw2 restore' takes it."
    fail 1 "$to does not start with these data, so $from runs again: 'rollback --restore --yes' also takes the data of the" \
        "backup $backup, and takes away what was written since."
}
