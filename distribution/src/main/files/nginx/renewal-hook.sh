#!/bin/sh
# certbot runs this after each renewal: nginx then serves the new certificate, without losing a connection.
set -eu
# Not NGINX: nginx takes that name for sockets that it inherits.
nginx=${WVW_NGINX_COMMAND:-nginx}
# Words, so that a test may add '-c FILE'.
# shellcheck disable=SC2086
$nginx -t -q || {
    echo "wvw-builder: nginx refuses its configuration, so the old certificate stays: run 'nginx -t', mend it, then 'systemctl reload nginx'." >&2
    exit 1
}
# shellcheck disable=SC2086
$nginx -s reload
