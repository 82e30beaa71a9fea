# shellcheck shell=bash
# shellcheck disable=SC2034,SC2154  # shared with install.sh, which reads this
# Putting files in their places, without ever writing over what the operator changed.

changes=0
written=no
unit_changed=no
# What was put where, with its sum: a file that differs from it is the operator's.
record=$prefix/installed

sum() {
    sha256sum "$1" | cut -d ' ' -f 1
}

recorded() {
    [ ! -f "$root$record" ] || awk -v path="$1" '$2 == path { print $1 }' "$root$record"
}

remember() {
    local fresh=$root$record.new
    mkdir -p "$(dirname "$fresh")"
    { [ ! -f "$root$record" ] || awk -v path="$1" '$2 != path' "$root$record"; echo "$2 $1"; } | sort -k 2 >"$fresh"
    mv "$fresh" "$root$record"
}

# Renamed into place: whoever reads sees the old file or the new one.
write() {
    mkdir -p "$(dirname "$2")"
    install -m "$3" "$1" "$2.wvw-new"
    mv "$2.wvw-new" "$2"
}

# put FILE PATH MODE: leaves a file that the operator changed, and puts the new one beside it as PATH.new. Sets 'written'.
put() {
    local from=$1 path=$2 mode=$3 to=$root$2 was
    written=no
    if [ -f "$to" ] && cmp -s "$from" "$to"; then
        [ "$dry" = yes ] || [ "$(recorded "$path")" = "$(sum "$from")" ] || remember "$path" "$(sum "$from")"
        return 0
    fi
    was=$(recorded "$path")
    if [ -f "$to" ] && [ "$(sum "$to")" != "$was" ]; then
        if [ "$was" = "$(sum "$from")" ] || { [ -f "$to.new" ] && cmp -s "$from" "$to.new"; }; then return 0; fi
        echo "keeping $path as you changed it; the release's own is $path.new"
        changes=$((changes + 1))
        [ "$dry" = yes ] || write "$from" "$to.new" "$mode"
        return 0
    fi
    echo "writing $path"
    changes=$((changes + 1))
    [ "$dry" = no ] || return 0
    write "$from" "$to" "$mode"
    remember "$path" "$(sum "$from")"
    written=yes
}

# link TARGET PATH
link() {
    local to=$root$2
    [ "$(readlink "$to" 2>/dev/null)" != "$1" ] || return 0
    if [ -e "$to" ] && [ ! -L "$to" ]; then
        echo "leaving $2, which is a file of yours, as it is" >&2
        return 0
    fi
    echo "linking $2 to $1"
    changes=$((changes + 1))
    [ "$dry" = no ] || return 0
    mkdir -p "$(dirname "$to")"
    ln -sfn "$1" "$to.wvw-new"
    mv -T "$to.wvw-new" "$to"
}

# act SENTENCE TEST... -- COMMAND...: does what the test says is not done yet
act() {
    local sentence=$1 test=()
    shift
    while [ "$1" != -- ]; do
        test+=("$1")
        shift
    done
    shift
    ! "${test[@]}" >/dev/null 2>&1 || return 0
    echo "$sentence"
    changes=$((changes + 1))
    [ "$dry" = yes ] || "$@"
}

# folder PATH MODE OWNER: only a new one gets its owner and mode
folder() {
    [ ! -d "$root$1" ] || return 0
    echo "making $1"
    changes=$((changes + 1))
    [ "$dry" = no ] || return 0
    mkdir -p "$root$1"
    chmod "$2" "$root$1"
    [ -n "$root" ] || chown "$3:$account" "$root$1"
}

remove() {
    local path
    for path in "$@"; do
        [ -e "$root$path" ] || [ -L "$root$path" ] || continue
        echo "removing $path"
        # shellcheck disable=SC2115  # no path is empty
        [ "$dry" = yes ] || rm -rf "$root$path"
    done
}
