#!/bin/bash
# Sourced by ./run and ./test: says what is missing, why it is needed, and installs it (Debian 12).
# Usage: . installer/prepare.sh; prepare_system [test]; prepare_sources

# name|why
sheaf_packages=(
    'build-essential|the C++ compiler'
    'cmake|builds Sheaf'
    'ninja-build|builds Sheaf quickly'
    'ccache|makes the second build quick'
    'pkg-config|finds libraries'
    'file|lets CPack find what the package depends on'
    'git|version of the program'
    'qt6-base-dev|the window, the database layer'
    'qt6-svg-dev|icons'
    'qt6-tools-dev|translations'
    'qt6-l10n-tools|translations'
    'qt6-translations-l10n|the texts of Qt'"'"'s own dialogs'
    'libqt6sql6-sqlite|the local database'
    'qtkeychain-qt6-dev|keeps keys in the system keychain'
    'libcurl4-openssl-dev|talks to the canister'
    'libssl-dev|signatures'
    'libsodium-dev|signatures'
    'libsqlite3-dev|the local database'
    'zlib1g-dev|compresses documents'
    'xvfb|a display where there is none'
    'xauth|a display where there is none'
    'fonts-dejavu-core|letters'
    'dbus|the system keychain'
)
sheaf_test_packages=(
    'gnome-keyring|tests against a real keychain'
    'desktop-file-utils|checks the desktop entry'
    'appstream|checks the metadata'
    'clang|fuzzing'
    'libclang-rt-dev|fuzzing'
)

prepare_say() { printf '%s\n' "$*"; }

prepare_system() {
    local wanted=("${sheaf_packages[@]}") entry missing=() have
    [ "${1:-}" = test ] && wanted+=("${sheaf_test_packages[@]}")
    # A Node from elsewhere brings its own npm; Debian's would clash with it.
    command -v npm >/dev/null || wanted+=('nodejs|runs the local network' 'npm|fetches the canister compiler')
    if ! command -v dpkg-query >/dev/null; then
        prepare_say "This is not Debian or Ubuntu. Install what CONTRIBUTING.md lists, then start again with SHEAF_SKIP_INSTALL=1."
        [ -n "${SHEAF_SKIP_INSTALL:-}" ] && return 0
        return 1
    fi
    have=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]%%|*}" 2>/dev/null | awk '$2 == "installed" { print $1 }' || true)
    for entry in "${wanted[@]}"; do
        grep -qx -- "${entry%%|*}" <<<"$have" || missing+=("$entry")
    done
    [ "${#missing[@]}" -eq 0 ] && return 0
    prepare_say "Sheaf needs these packages of Debian; they are installed now:"
    for entry in "${missing[@]}"; do printf '  %-24s %s\n' "${entry%%|*}" "${entry#*|}"; done
    local root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { prepare_say "Installing needs root: run this as root, or install sudo."; return 1; }
        root=(sudo)
    fi
    "${root[@]}" apt-get update -qq || { prepare_say "apt-get update failed: is there a network?"; return 1; }
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "${missing[@]%%|*}" >/dev/null || { prepare_say "apt-get could not install the packages."; return 1; }
}

# npm packages: the BLS library's C sources, the Motoko compiler, the local network's parts.
prepare_sources() {
    local folder
    for folder in sync/blst canister; do
        if [ ! "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then
            prepare_say "Fetching the npm packages of $folder (exact versions, nothing of theirs is run) ..."
            npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --prefix "$folder" >/dev/null ||
                { prepare_say "npm could not fetch the packages of $folder: is there a network?"; return 1; }
            touch "$folder/node_modules/.package-lock.json"
        fi
    done
}

# prepare_build PRESET [cmake options...]: configures when needed, then builds everything.
prepare_build() {
    local preset=$1; shift
    if command -v ccache >/dev/null; then
        export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
    fi
    [ -f "build/$preset/build.ninja" ] || prepare_say "Building ($preset); the first time takes some minutes ..."
    cmake --preset "$preset" "$@" >"build/configure-$preset.log" 2>&1 || { cat "build/configure-$preset.log"; return 1; }
    cmake --build --preset "$preset" >"build/build-$preset.log" 2>&1 || { tail -n 60 "build/build-$preset.log"; return 1; }
}
