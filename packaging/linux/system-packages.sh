#!/usr/bin/env bash
# Sees that the system has what the Python packages cannot bring along: the libraries Qt links to,
# the Inter font and Python's own venv module; for the tests, a virtual display and the buses of a
# desktop, without which those that open a real window are skipped.
#
#   system-packages.sh run|test VENV_PYTHON PYTHON
#
# On Debian and its relatives, as root or with password-less sudo, it installs what is missing.
# Otherwise it says in one line what to install; it fails only when the purpose cannot do without.
set -euo pipefail

purpose=$1
venv_python=$2
python=$3

[ "$(uname -s)" = Linux ] || exit 0

# library -> Debian package, as `readelf -d` names them in PySide6 6.11's Qt libraries and plugins.
# Needed by every Qt program, also without a display:
always='
libEGL.so.1 libegl1
libGL.so.1 libgl1
libX11.so.6 libx11-6
libbrotlidec.so.1 libbrotli1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libglib-2.0.so.0 libglib2.0-0
libgssapi_krb5.so.2 libgssapi-krb5-2
libxkbcommon.so.0 libxkbcommon0
libzstd.so.1 libzstd1
'
# Needed to open a window (X11 and Wayland) and to play a sound:
window='
libX11-xcb.so.1 libx11-xcb1
libXext.so.6 libxext6
libXrandr.so.2 libxrandr2
libpulse.so.0 libpulse0
libspeechd.so.2 libspeechd2
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-glx.so.0 libxcb-glx0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-render.so.0 libxcb-render0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
'

known_libraries=$({ ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null || true)

# Prints the packages of a table's libraries that the loader does not know.
missing() {
    # Without a loader cache to ask (musl, NixOS) nothing can be said.
    [ -n "$known_libraries" ] || return 0
    printf '%s\n--\n%s\n' "$known_libraries" "$1" |
        awk '/^--$/ { table = 1; next } !table { known[$1] = 1; next } NF == 2 && !($1 in known) { print $2 }'
}

missing_python() {
    [ ! -x "$venv_python" ] || return 0
    if ! command -v "$python" >/dev/null 2>&1; then
        [ "$python" != python3 ] || echo python3 python3-venv
    elif ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        echo "$(basename "$python")-venv"
    fi
}

missing_font() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    dpkg-query --show --showformat '${db:Status-Abbrev}' fonts-inter 2>/dev/null | grep -q '^ii' ||
        echo fonts-inter
}

# Prints the packages of the programs that only tests start.
missing_programs() {
    command -v Xvfb >/dev/null 2>&1 || echo xvfb
    command -v dbus-daemon >/dev/null 2>&1 || echo dbus
    [ -x /usr/libexec/at-spi-bus-launcher ] || [ -x /usr/lib/at-spi2-core/at-spi-bus-launcher ] ||
        echo at-spi2-core
}

one_line() { tr '\n' ' ' | sed 's/ *$//'; }

needed=$({ missing_python; missing "$always"; } | one_line)
for_window=$(missing "$window" | one_line)
for_tests=$([ "$purpose" != test ] || missing_programs | one_line)
font=$(missing_font)
all=$(echo $needed $for_window $for_tests $font)
[ -n "$all" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        as_root=sudo
    fi
    if [ -z "$as_root" ] || sudo -n true 2>/dev/null; then
        echo "Installing with apt-get: $all"
        install="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120"
        log=$(mktemp)
        if { $install update && $install install --yes --no-install-recommends $all; } \
            </dev/null >"$log" 2>&1; then
            rm -f "$log"
            exit 0
        fi
        tail -n 5 "$log" >&2
        rm -f "$log"
    fi
    advice="sudo apt-get install $all"
else
    advice="what Debian calls $all"
fi

if [ -n "$needed" ] || { [ "$purpose" = run ] && [ -n "$for_window" ]; }; then
    echo "KneeGuide needs more from the system. Install: $advice" >&2
    exit 2
elif [ -n "$for_window" ]; then
    echo "Going on, but the program's window will need more. Install: $advice" >&2
elif [ -n "$for_tests" ]; then
    echo "Going on, but some tests will be skipped. Install: $advice" >&2
elif [ "$purpose" = run ]; then
    echo "Going on without the Inter font. Install: $advice" >&2
fi
