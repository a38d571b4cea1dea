#!/bin/sh
# As root: a bare Debian (python3 and python3-venv, nothing else) in a temporary folder; there a clone of this repository
# is prepared and serves a page; with `--test [ARGS]` it then runs ./test ARGS. Needs debootstrap.
# `--suite NAME` takes another Debian than bookworm.
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")/..
suite=bookworm tests=
while [ $# -gt 0 ]; do
    case $1 in
        --test) tests=yes; shift; break ;;
        --suite) suite=$2; shift ;;
        *) printf 'usage: %s [--suite NAME] [--test [ARGS]]\n' "$0" >&2; exit 2 ;;
    esac
    shift
done
[ "$(id -u)" = 0 ] || { echo "bare_debian: run me as root" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "bare_debian: apt-get install debootstrap" >&2; exit 1; }

root=$(mktemp -d /var/tmp/bare.XXXXXX)
chmod 755 "$root"
clean() {
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/root")" = "$root" ] && kill "${process#/proc/}" && sleep 2
    done 2>/dev/null
    for place in proc dev/shm; do
        mountpoint -q "$root/$place" && umount "$root/$place"
    done
    rm -rf --one-file-system -- "$root"
}
trap clean EXIT
trap 'exit 130' INT TERM

say() { printf '\n== %s (%s s)\n' "$1" "$(($(date +%s) - began))"; }
began=$(date +%s)

say "debootstrap $suite"
debootstrap --variant=minbase --include=python3,python3-venv,ca-certificates "$suite" "$root" >"$root.log" 2>&1 ||
    { tail -n 20 "$root.log" >&2; exit 1; }
rm -f -- "$root.log"
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm"
mount -t tmpfs tmpfs "$root/dev/shm"

# How this machine reaches the package registries holds inside too: files and variables, whatever they say.
for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/apt/apt.conf.d /etc/apt/sources.list /etc/apt/sources.list.d \
    /etc/apt/trusted.gpg.d /usr/share/keyrings /etc/ssl/certs /usr/share/ca-certificates \
    /usr/local/share/ca-certificates "$HOME/.config/pip" "$HOME/.pip"; do
    if [ -e "$file" ]; then
        target=$root$file
        case $file in "$HOME"/*) target=$root/root${file#"$HOME"} ;; esac
        mkdir -p "$(dirname "$target")"
        rm -rf -- "$target"
        cp -aL -- "$file" "$target" 2>/dev/null || true
    fi
done
# Replaces the shell that calls it: (inside …) waits, inside … & can be ended by its number.
inside() {
    # shellcheck disable=SC2046
    exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C \
        $(env | grep -i -E '^(pip_[a-z_]+|[a-z]+_proxy|ssl_cert_[a-z]+|requests_ca_bundle)=[^ ]*$') "$@"
}

say "clone"
if git -C "$here" rev-parse -q --verify HEAD >/dev/null 2>&1; then
    git clone -q "$(cd "$here" && pwd -P)" "$root/srv/archive"
else
    mkdir -p "$root/srv/archive"
    (cd "$here" && tar cf - --exclude=./.git --exclude=./.venv --exclude=./var --exclude=__pycache__ .) |
        tar xf - -C "$root/srv/archive"
fi

say "./run prepare, cold"
(inside /srv/archive/run prepare)
say "./run prepare, warm"
(inside /srv/archive/run prepare)
say "./run"
inside /srv/archive/run --port 8917 &
server=$!
(inside /srv/archive/.venv/bin/python - <<'REQUESTS'
import time, urllib.request
for attempt in range(100):
    try:
        answer = urllib.request.urlopen("http://127.0.0.1:8917/readyz", timeout=5)
        break
    except OSError:
        time.sleep(0.2)
else:
    raise SystemExit("no answer")
print("/readyz", answer.status, answer.read().decode())
print("/", urllib.request.urlopen("http://127.0.0.1:8917/").status)
REQUESTS
)
kill "$server"
wait "$server" || true

if [ -n "$tests" ]; then
    say "./test"
    (inside /usr/bin/env CI=true /srv/archive/test "$@")
fi
say "done"
