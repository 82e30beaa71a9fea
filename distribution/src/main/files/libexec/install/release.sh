# shellcheck shell=bash
# shellcheck disable=SC2154,SC2034  # shared with install.sh
# The release's folder, the account, the service and the commands.

units=(gw2-backend.service gw2-backend.socket gw2-backend-port.service gw2-backend-failed.service)
man_pages=/usr/local/share/man/man1
completions=/usr/local/share/bash-completion/completions

release_name() {
    cat "$here/lib/version"
}

installed_release() {
    local link
    link=$(readlink "$root$prefix/current" 2>/dev/null) || return 0
    echo "${link##*/}"
}

put_account() {
    [ -z "$root" ] || return 0
    act "making the account $account" getent passwd "$account" -- \
        useradd --system --user-group --home-dir "$lib" --no-create-home --shell /usr/sbin/nologin "$account"
    # To read what the log monitor shows: the journal and nginx's logs.
    act "letting $account read logs" member_of adm -- usermod -aG adm "$account"
}

member_of() {
    id -nG "$account" | tr ' ' '\n' | grep -qx "$1"
}

# Copied beside and renamed: a folder with the release's name is a whole release.
put_release() {
    local to
    to=$root$prefix/releases/$(release_name)
    if [ -d "$to" ]; then
        cmp -s "$here/lib/build-id" "$to/lib/build-id" ||
            fail 1 "another build of $(release_name) is installed: uninstall it first, or give yours a version of its own."
        return 0
    fi
    echo "copying the release to $prefix/releases/$(release_name)"
    changes=$((changes + 1))
    [ "$dry" = no ] || return 0
    rm -rf "$to.new"
    mkdir -p "$to.new"
    cp -R --no-preserve=ownership "$here/." "$to.new"
    rm -rf "$to.new/cache" "$to.new/data" "$to.new/logs"
    mv -T "$to.new" "$to"
}

point_to() {
    link "releases/$1" "$prefix/current"
}

# Everything outside of the release's folder but nginx.
put_system() {
    local settings name
    folder "$etc" 0750 root
    folder "$lib" 0750 "$account"
    folder "$logs" 0750 "$account"
    folder "$cache" 0750 "$account"
    settings=$(mktemp)
    # The service may write nowhere but in its folders, and logs have one of their own.
    sed 's|^# directory = "logs"$|directory = "/var/log/wvw-builder"|' "$here/etc/gw2.toml" >"$settings"
    grep -q '^directory = "/var/log/wvw-builder"$' "$settings" || fail 1 "etc/gw2.toml has no setting logs.directory: report this."
    put "$settings" "$etc/gw2.toml" 0640
    [ "$written" = no ] || own "$etc/gw2.toml"
    rm "$settings"
    for name in "${units[@]}"; do
        put "$here/systemd/$name" "/etc/systemd/system/$name" 0644
        [ "$written" = no ] || unit_changed=yes
    done
    if [ "$unit_changed" = yes ] && [ -z "$root" ] && [ "$dry" = no ] && [ -d /run/systemd/system ]; then
        systemctl daemon-reload
    fi
    put "$here/logrotate/wvw-builder" /etc/logrotate.d/wvw-builder 0644
    for name in gw2 gw2-status gw2-logs gw2-backup; do
        link "$prefix/current/libexec/gw2" "/usr/local/bin/$name"
    done
    link_all share/man/man1 $man_pages
    link_all share/bash-completion/completions $completions
}

link_all() {
    local file
    for file in "$here/$1"/*; do
        [ -e "$file" ] || continue
        link "$prefix/current/$1/${file##*/}" "$2/${file##*/}"
    done
}

own() {
    [ -n "$root" ] || [ "$dry" = yes ] || chown "root:$account" "$1"
}

remove_files() {
    local name
    for name in gw2 gw2-status gw2-logs gw2-backup; do remove_link "/usr/local/bin/$name"; done
    for name in "$root$man_pages"/* "$root$completions"/*; do remove_link "${name#"$root"}"; done
    remove_nginx
    remove "${units[@]/#//etc/systemd/system/}"
    remove /etc/logrotate.d/wvw-builder
    if [ -z "$root" ] && [ "$dry" = no ] && [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
    remove "$prefix"
}

# Only what leads into the installation.
remove_link() {
    case $(readlink "$root$1" 2>/dev/null) in
    "$prefix"/*) remove "$1" ;;
    esac
}
