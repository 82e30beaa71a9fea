# shellcheck shell=bash
# shellcheck disable=SC2015,SC2154  # shared with install.sh, which reads this
# The site of nginx, when a domain is named.

site=/etc/nginx/sites-available/wvw-builder.conf
enabled=/etc/nginx/sites-enabled/wvw-builder.conf
# Debian's welcome page is the default server of port 80: it would answer names that nobody serves.
welcome=/etc/nginx/sites-available/default
welcome_enabled=/etc/nginx/sites-enabled/default
# Holds the link that was taken away, for the day of the removal, and says that it is not taken away twice.
welcome_kept=$prefix/nginx-default

wants_nginx() {
    [ "$nginx" = yes ] && [ -n "$domain" ]
}

check_nginx() {
    wants_nginx || return 0
    case $domain in
    *[!A-Za-z0-9.-]* | .* | *. | -*) fail 2 "'$domain' is no name of a host: give one like builds.guild.example." ;;
    esac
    [ -n "$certificate" ] && [ -n "$certificate_key" ] ||
        fail 2 "--domain needs --certificate and --key: get them with certbot, or use --no-nginx."
    local file
    for file in "$certificate" "$certificate_key"; do
        case $file in
        /*) ;;
        *) fail 2 "'$file' is a relative path, and nginx would look elsewhere: give the whole one." ;;
        esac
        case $file in *[!A-Za-z0-9._/@+-]*) fail 2 "'$file' has signs in its name that nginx would misread: rename it." ;; esac
        [ -r "$file" ] || fail 3 "$file cannot be read: check its name."
    done
    [ -f "$here/nginx/wvw-builder.conf" ] || fail 3 "this release brings no configuration for nginx: use --no-nginx."
    [ -n "$root" ] || command -v nginx >/dev/null || fail 3 "nginx is not installed: apt-get install nginx, or --no-nginx."
}

put_nginx() {
    wants_nginx || return 0
    local file filled changed=no
    filled=$(mktemp)
    for file in "$here"/nginx/snippets/*.conf; do
        [ -e "$file" ] || continue
        fill "$file" >"$filled"
        put "$filled" "/etc/nginx/snippets/${file##*/}" 0644
        [ "$written" = no ] || changed=yes
    done
    fill "$here/nginx/wvw-builder.conf" >"$filled"
    put "$filled" $site 0644
    [ "$written" = no ] || changed=yes
    rm "$filled"
    [ -L "$root$enabled" ] || changed=yes
    link ../sites-available/wvw-builder.conf $enabled
    if welcome_is_debians; then
        echo "switching Debian's welcome site off, so that names that nobody serves are closed"
        changes=$((changes + 1))
        changed=yes
        [ "$dry" = yes ] || mv "$root$welcome_enabled" "$root$welcome_kept"
    fi
    if [ -f "$here/nginx/renewal-hook.sh" ]; then
        put "$here/nginx/renewal-hook.sh" /etc/letsencrypt/renewal-hooks/deploy/wvw-builder 0755
    fi
    if [ "$changed" = yes ] && [ -z "$root" ] && [ "$dry" = no ]; then load_nginx; fi
}

# Enabled, as Debian packed it, and not enabled again by the operator since.
welcome_is_debians() {
    local packed
    [ ! -L "$root$welcome_kept" ] && [ -f "$root$welcome" ] || return 1
    case $(readlink "$root$welcome_enabled" 2>/dev/null) in
    "$welcome" | ../sites-available/default) ;;
    *) return 1 ;;
    esac
    packed=$(dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${Conffiles}' nginx-common 2>/dev/null |
        awk -v path=$welcome '$1 == path { print $2 }')
    [ "$(md5sum <"$root$welcome" | cut -d ' ' -f 1)" = "$packed" ]
}

welcome_back() {
    [ -L "$root$welcome_kept" ] && [ -f "$root$welcome" ] && [ ! -e "$root$welcome_enabled" ] || return 0
    echo "switching Debian's welcome site on again"
    [ "$dry" = yes ] || mv "$root$welcome_kept" "$root$welcome_enabled"
}

fill() {
    sed -e "s|@DOMAIN@|$domain|g" -e "s|@CERTIFICATE@|$certificate|g" -e "s|@CERTIFICATE_KEY@|$certificate_key|g" \
        -e "s|@ROOT@|$prefix/current|g" -e "s|@BACKEND@|127.0.0.1:8000|g" "$1"
}

# A site that nginx refuses must not keep the others from being served at its next start.
load_nginx() {
    local told
    if told=$(nginx -t 2>&1); then
        ! systemctl is-active --quiet nginx || systemctl reload nginx
        return 0
    fi
    rm -f $enabled
    welcome_back
    echo "$told" >&2
    fail 1 "nginx refuses the site, so it was switched off again: mend what nginx says, then run this again."
}

remove_nginx() {
    welcome_back
    [ -e "$root$site" ] || [ -L "$root$enabled" ] || return 0
    local file
    remove $enabled $site /etc/letsencrypt/renewal-hooks/deploy/wvw-builder
    for file in "$here"/nginx/snippets/*.conf; do
        [ ! -e "$file" ] || remove "/etc/nginx/snippets/${file##*/}"
    done
    if [ -z "$root" ] && [ "$dry" = no ] && systemctl is-active --quiet nginx; then systemctl reload nginx; fi
}
