# shellcheck shell=sh
# What the scripts here need: Debian's haproxy and wrk, and the built benchmarks. Sourced, in the root of the project.
me=benchmarks
. tools/machine.sh

# The versions of Debian 12 that results are compared with; another one is used too, and said.
debian_version() {
    case $1 in haproxy) echo 2.6.12 ;; wrk) echo 4.1.0 ;; esac
}

installed_version() {
    dpkg-query -W -f='${Version}' "$1" 2>/dev/null || echo "unknown"
}

# Sees that programs are there; installs Debian's where we may.
need_debian() {
    for program in "$@"; do
        command -v "$program" >/dev/null || install "$program" || exit 3
        case $(installed_version "$program") in
            "$(debian_version "$program")"-*) ;;
            *) say "$program is $(installed_version "$program"), results so far are of $(debian_version "$program")" ;;
        esac
    done
    command -v taskset >/dev/null || install util-linux || exit 3
}

# Compiles, and sets classpath.
build_benchmarks() {
    need_jdk_and_maven || exit 3
    say 'building'
    classpath=$PWD/benchmarks/target/classpath
    mvn -q -B -pl benchmarks -am test-compile dependency:build-classpath -Dmdep.includeScope=runtime \
        -Dmdep.outputFile="$classpath" >&2
    classpath=benchmarks/target/classes:$(cat "$classpath")
}

run_benchmark() {
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dslf4j.internal.verbosity=ERROR \
        -Dgatehouse.commit="$(commit_of .)" -Dgatehouse.haproxy="$(installed_version haproxy)" \
        -Dgatehouse.wrk="$(installed_version wrk)" -cp "$classpath" "$@"
}
