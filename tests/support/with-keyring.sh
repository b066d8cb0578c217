#!/bin/sh
# Runs a command with a private session bus and an unlocked, empty secret service.
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir -m 700 "$work/run"
export HOME="$work" XDG_RUNTIME_DIR="$work/run" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" XDG_CACHE_HOME="$work/cache"
unset DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL
# The password must not be empty: no keyring comes into being with an empty one.
dbus-run-session -- sh -c '
  printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || exit 97
  exec "$@"' sh "$@"
