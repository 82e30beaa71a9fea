#!/usr/bin/env bash
# Brings a release to a server over ssh and upgrades it there. The work on the server goes on by itself when the connection
# ends: the server has the old release or the new one, and running this again tells which. 'deploy.sh --help' tells more.
#
# Exit codes: 0 the server runs this release, 1 to 5 as install.sh, 6 the end is not known: run the same again.

set -euo pipefail

here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd -P)
host='' port=22 known_hosts='' identity='' signers='' sums='' watch=60 patience=1200 tarball='' options=()

usage() {
    cat <<'END'
Usage: deploy.sh --host [USER@]HOST --known-hosts FILE [OPTIONS] TARBALL [-- OPTIONS OF INSTALL.SH]

  --host [USER@]HOST    where to; a user other than root needs sudo without a password
  --known-hosts FILE    the server's key, as ssh-keyscan prints it and you have checked it; no other key is accepted
  --port N              of ssh (22)
  --identity FILE       the private key to sign in with (those of ssh)
  --sums FILE           the sums of the release (SHA256SUMS beside the tarball)
  --signers FILE        whose signature of the sums, in SHA256SUMS.sig beside them, counts (none is asked for)
  --watch SECONDS       how long the new release has to become well, and to stay so, before the old one returns (60; 0: not watched)
  --patience SECONDS    how long to wait for the server's answer (1200)
END
}

fail() {
    local code=$1
    shift
    echo "deploy.sh: $*" >&2
    exit "$code"
}

need_number() {
    case $2 in '' | *[!0-9]* | ??????*) fail 2 "$1 wants a number of up to five digits, not '$2'." ;; esac
}

read_words() {
    while [ $# -gt 0 ]; do
        case $1 in
        --host | --known-hosts | --port | --identity | --sums | --signers | --watch | --patience)
            if [ $# -lt 2 ] || [ -z "$2" ]; then fail 2 "$1 wants a value after it."; fi
            case $1 in
            --host) host=$2 ;;
            --known-hosts) known_hosts=$2 ;;
            --port) port=$2 ;;
            --identity) identity=$2 ;;
            --sums) sums=$2 ;;
            --signers) signers=$2 ;;
            --watch) watch=$2 ;;
            --patience) patience=$2 ;;
            esac
            shift
            ;;
        -h | --help)
            usage
            exit 0
            ;;
        --)
            shift
            options=("$@")
            break
            ;;
        -*) fail 2 "'$1' is unknown: see 'deploy.sh --help'." ;;
        *)
            [ -z "$tarball" ] || fail 2 "both '$tarball' and '$1': name one tarball."
            tarball=$1
            ;;
        esac
        shift
    done
    need_number --port "$port"
    need_number --watch "$watch"
    need_number --patience "$patience"
    [ -n "$tarball" ] || fail 2 "name the tarball to deploy: see 'deploy.sh --help'."
    case $host in '' | -* | *[!A-Za-z0-9._:@-]*) fail 2 "--host wants [USER@]HOST, not '$host'." ;; esac
    [ -n "$known_hosts" ] || fail 2 "--known-hosts is missing: give a file with the key of $host, which you have checked."
    local word
    for word in "${options[@]}"; do
        # They go through the server's shell.
        case $word in *[!A-Za-z0-9._/=:@-]*) fail 2 "'$word' has characters that install.sh does not get from here." ;; esac
    done
}

check_release() {
    local file name
    for file in "$tarball" "$known_hosts" ${identity:+"$identity"} ${signers:+"$signers"}; do
        [ -r "$file" ] || fail 2 "$file cannot be read: check the path."
    done
    name=$(basename "$tarball")
    sums=${sums:-$(dirname "$tarball")/SHA256SUMS}
    [ -r "$sums" ] || fail 2 "$sums cannot be read: put the release's sums there, or name them with --sums."
    if [ -n "$signers" ]; then
        ssh-keygen -Y verify -f "$signers" -I release -n wvw-builder -s "$sums.sig" <"$sums" >/dev/null 2>&1 ||
            fail 3 "$sums is not signed by a key of $signers: get both from the release's page again."
    fi
    sum=$(sha256sum "$tarball" | cut -d ' ' -f 1)
    [ "$(awk -v name="$name" '$2 == name || $2 == "*" name { print $1 }' "$sums")" = "$sum" ] ||
        fail 3 "$name is not what $sums says: get both from the release's page again."
}

connect() {
    local line=(ssh -p "$port" -o BatchMode=yes -o StrictHostKeyChecking=yes -o UserKnownHostsFile="$known_hosts"
        -o GlobalKnownHostsFile=/dev/null -o UpdateHostKeys=no -o ForwardAgent=no -o ForwardX11=no
        -o ClearAllForwardings=yes -o ControlPath=none -o ConnectTimeout=10 -o ServerAliveInterval=5
        -o ServerAliveCountMax=3 -o LogLevel=ERROR)
    [ -z "$identity" ] || line+=(-i "$identity" -o IdentitiesOnly=yes)
    "${line[@]}" -- "$host" "$1"
}

# on_server WORDS...: what stands in libexec/deploy/target.sh, as root
on_server() {
    connect "${sudo}bash $folder/target.sh $*"
}

put_target() {
    local user
    user=$(connect 'id -u' </dev/null) || fail 1 "no connection to $host; nothing was changed: see what ssh says above."
    sudo=
    [ "$user" = 0 ] || sudo='sudo -n '
    folder=/var/lib/wvw-builder-deploy/${sum:0:16}
    connect "${sudo}sh -c 'umask 077 && mkdir -p $folder && cat >$folder/target.new && mv $folder/target.new $folder/target.sh'" \
        <"$here/libexec/deploy/target.sh" || fail 1 "nothing can be put on $host; nothing was changed: see what is said above."
}

send() {
    local state
    state=$(on_server prepare "$sum" </dev/null) || fail 1 "$host does not take a release; nothing was changed."
    case $state in
    running) echo "$host is at it already: waiting for the end" ;;
    kept) echo "$host has the tarball already" ;;
    *)
        echo "copying $(basename "$tarball") to $host"
        on_server receive "$sum" <"$tarball" || fail 1 "the tarball did not arrive; nothing was changed: run the same again."
        ;;
    esac
}

start() {
    local code=0
    on_server start "$sum" "$watch" "${options[@]}" </dev/null || code=$?
    case $code in
    0) ;;
    255) fail 6 "the connection ended while the upgrade was started: run the same again, it tells how it went." ;;
    *) fail "$code" "$host did not start the upgrade; nothing was changed." ;;
    esac
}

# Prints what the server tells, until it has ended.
follow() {
    local told state offset=0 lost=no until=$((SECONDS + patience))
    while [ $SECONDS -lt $until ]; do
        if told=$(on_server poll "$offset" </dev/null); then
            lost=no
            state=${told##*$'\n'@}
            told=${told%$'\n'@*}
            offset=${state##* }
            printf '%s' "$told"
            case $state in
            running*) ;;
            done*) conclude "$(echo "$state" | cut -d ' ' -f 2)" ;;
            *) fail 6 "$host stopped in the middle, perhaps it was started anew: run the same again." ;;
            esac
        elif [ $lost = no ]; then
            lost=yes
            echo "no connection to $host: the upgrade goes on there, trying again" >&2
        fi
        sleep 2
    done
    fail 6 "$host did not end within $patience seconds: run the same again to go on waiting."
}

conclude() {
    case $1 in
    0) echo "$host runs $(basename "$tarball" .tar.gz)." ;;
    4) fail 4 "the release is not well on $host, which runs the one from before: see the lines above." ;;
    *) fail "$1" "the upgrade on $host failed: see the lines above." ;;
    esac
    exit 0
}

read_words "$@"
check_release
put_target
send
start
follow
