#!/usr/bin/env bash
# Prepares a checkout: system packages, virtual environment, pinned Python packages, the compiled
# texts of the window.
#   installer/linux/prepare.sh program    for the window and the demonstration
#   installer/linux/prepare.sh checks     for the checks and tests beside
# Does only what is missing, so that it costs nothing when nothing changed.
set -euo pipefail

group="${1:-checks}"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
environment="$root/.venv"
requirements=("$root/installer/requirements.txt" "$root/installer/requirements-build.txt")
[ "$group" = checks ] && requirements+=("$root/installer/requirements-dev.txt")

say() { printf '%s\n' "$*" >&2; }

twice() { "$@" || { say "Once more: $1"; sleep 3; "$@"; }; }

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

known() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }

# Prints the name to install for "old | new" when neither is installed, else nothing.
missing_of() {
    local name
    for name in "$@"; do installed "$name" && return; done
    for name in "$@"; do known "$name" && { printf '%s\n' "$name"; return; }; done
    printf '%s\n' "$1"
}

missing_packages() {
    local groups names
    while read -r groups names; do
        case "$groups" in
            program) ;;
            checks) [ "$group" = checks ] || continue ;;
            *) continue ;;
        esac
        # shellcheck disable=SC2086 # the line holds one or two names
        missing_of ${names//|/ }
    done <"$root/installer/linux/packages.txt"
}

apt() { DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 "$@" >&2; }

# Installs the named packages when root, else says what is missing and stops.
install_packages() {
    if [ "$(id -u)" -ne 0 ]; then
        say "These system packages are missing: $*"
        say "Ask an administrator to run:"
        say "    apt-get update && apt-get install --no-install-recommends $*"
        exit 1
    fi
    say "Installing system packages: $*"
    twice apt update
    twice apt install -y --no-install-recommends "$@"
}

prepare_system() {
    if ! command -v dpkg-query >/dev/null; then
        say "Not a Debian system: see installer/linux/packages.txt for the libraries Qt needs."
        return
    fi
    local missing
    mapfile -t missing < <(missing_packages)
    [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        new_enough "$name" && { printf '%s\n' "$name"; return; }
    done
    say "Python 3.11 or newer is needed. Install it, or name it: make PYTHON=/path/to/python3 ..."
    return 1
}

make_environment() {
    local python
    python="$(find_python)"
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        install_packages "python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    fi
    say "Making the virtual environment with $("$python" --version)"
    "$python" -m venv --clear "$environment"
}

pip() { "$environment/bin/python" -m pip --disable-pip-version-check -qq "$@"; }

install_python_packages() {
    local arguments=() file
    for file in "${requirements[@]}"; do arguments+=(--requirement "$file"); done
    say "Installing the pinned Python packages (about 110 MB the first time)"
    twice pip install --require-hashes --no-deps --only-binary=:all: "${arguments[@]}"
    # The checkout itself, so that reception and reception-admin stand in .venv/bin.
    pip install --no-deps --no-build-isolation --editable "$root"
}

prepare_python() {
    local stamp="$environment/.prepared-$group" wanted
    wanted="$root $(cat "${requirements[@]}" "$root/pyproject.toml" "${BASH_SOURCE[0]}" | sha256sum)"
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && new_enough "$environment/bin/python" && return
    new_enough "$environment/bin/python" || make_environment
    install_python_packages
    printf '%s' "$wanted" >"$stamp"
}

prepare_texts() { (cd "$root" && "$environment/bin/python" -m installer.translations compile); }

prepare_system
prepare_python
prepare_texts
