# shellcheck shell=sh
# The programs of the machine that Gatehouse needs: found, or installed where we may, or else the line to type is printed.
# Sourced by tools/build-app and ./check. Nothing here prints to standard output.

say() {
    printf '%s: %s\n' "${me:-gatehouse}" "$*" >&2
}

# The major version of the JDK in a folder: 17 for 17.0.15. Nothing if there is no JDK.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

is_jdk_17() {
    jdk_found=$(jdk_version "$1") && [ -n "$jdk_found" ] && [ "$jdk_found" -ge 17 ]
}

# A file's path with every symbolic link followed; realpath and readlink -f are not everywhere.
real_path() {
    path=$1
    while [ -h "$path" ]; do
        link=$(readlink "$path")
        case $link in /*) path=$link ;; *) path=$(dirname "$path")/$link ;; esac
    done
    printf '%s\n' "$path"
}

# Sets jdk to the home of a JDK of 17 or newer: JAVA_HOME's, else the one on the PATH, else the first that is installed.
find_jdk() {
    jdk=${JAVA_HOME:-}
    [ -n "$jdk" ] && is_jdk_17 "$jdk" && return
    if javac=$(command -v javac); then
        jdk=$(dirname "$(dirname "$(real_path "$javac")")")
        is_jdk_17 "$jdk" && return
    fi
    for jdk in ${GATEHOUSE_JDKS-/usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home}; do
        is_jdk_17 "$jdk" && return
    done
    jdk=
    return 1
}

# Whether Maven is here and 3.8 or newer; sets maven to the version that is here.
find_maven() {
    maven=
    command -v mvn >/dev/null || return 1
    maven=$(JAVA_HOME=${jdk:-${JAVA_HOME:-}} mvn -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
    maven_major=${maven%%.*}
    maven_minor=${maven#*.}
    maven_minor=${maven_minor%%.*}
    [ -n "$maven" ] && { [ "$maven_major" -gt 3 ] || { [ "$maven_major" -eq 3 ] && [ "$maven_minor" -ge 8 ]; }; }
}

# The command that installs what is named (jdk, maven, venv) with this system's package manager; nothing if it has none we know.
install_command() {
    if command -v apt-get >/dev/null; then
        manager='apt-get install -y --no-install-recommends'
        jdk_package=default-jdk-headless
        for package in openjdk-17-jdk-headless openjdk-21-jdk-headless openjdk-25-jdk-headless; do
            if apt-cache show "$package" 2>/dev/null | grep -q .; then
                jdk_package=$package
                break
            fi
        done
        venv_package=python3-venv
    elif command -v dnf >/dev/null; then
        manager='dnf install -y' jdk_package=java-21-openjdk-devel venv_package=python3
    elif command -v apk >/dev/null; then
        manager='apk add --no-cache' jdk_package=openjdk17-jdk venv_package=python3
    elif command -v zypper >/dev/null; then
        manager='zypper --non-interactive install' jdk_package=java-21-openjdk-devel venv_package=python3
    elif command -v pacman >/dev/null; then
        manager='pacman -S --noconfirm' jdk_package=jdk21-openjdk venv_package=python
    elif command -v brew >/dev/null; then
        manager='brew install' jdk_package=openjdk venv_package=python
    else
        return 1
    fi
    packages=
    for what in "$@"; do
        case $what in
            jdk) packages="$packages $jdk_package" ;;
            maven) packages="$packages maven" ;;
            venv) packages="$packages $venv_package" ;;
            *) packages="$packages $what" ;;
        esac
    done
    printf '%s%s\n' "$manager" "$packages"
}

may_install() {
    [ "${GATEHOUSE_UID-$(id -u)}" = 0 ] && ! command -v brew >/dev/null
}

# Installs what is named, if we are root; else, or if that fails, prints the line to type and fails.
install() {
    command_line=$(install_command "$@") || {
        say "install $* (a JDK of 17 or newer, Maven of 3.8 or newer), then start again"
        return 1
    }
    if may_install; then
        say "installing: $command_line"
        export DEBIAN_FRONTEND=noninteractive
        case $command_line in apt-get*) apt-get update >/dev/null 2>&1 || true ;; esac
        command_line=$(install_command "$@")
        install_log=$(mktemp)
        # shellcheck disable=SC2086 # a command and its words
        if $command_line >"$install_log" 2>&1 </dev/null; then
            rm -f "$install_log"
            return
        fi
        tail -n 5 "$install_log" >&2
        rm -f "$install_log"
        say "that failed; type it yourself, then start again:"
        printf '  %s\n' "$command_line" >&2
        return 1
    fi
    case $command_line in brew*) sudo= ;; *) sudo='sudo ' ;; esac
    say 'type this, then start again:'
    printf '  %s%s\n' "$sudo" "$command_line" >&2
    return 1
}

# Sets and exports JAVA_HOME to a JDK of 17 or newer and sees that Maven of 3.8 or newer is there; fails if they can't be had.
need_jdk_and_maven() {
    missing=
    find_jdk || {
        say 'needs a JDK of 17 or newer, and found none'
        missing=jdk
    }
    find_maven || {
        say "needs Maven 3.8 or newer, and found ${maven:-none}"
        missing="$missing maven"
    }
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086 # one word each
        install $missing || return 1
        find_jdk || {
            say 'still finds no JDK of 17 or newer: install one, and set JAVA_HOME to its folder'
            return 1
        }
        find_maven || {
            say "still needs Maven 3.8 or newer, and found ${maven:-none}: install it, and put its bin folder on the PATH"
            return 1
        }
    fi
    export JAVA_HOME="$jdk"
}

# The commit that a build writes into the program: twelve digits, and whether files differ from it.
commit_of() {
    commit=$(git -C "$1" rev-parse --short=12 HEAD 2>/dev/null) || {
        echo unknown
        return
    }
    if [ -n "$(git -C "$1" status --porcelain --untracked-files=no 2>/dev/null | head -n 1)" ]; then
        echo "$commit with changes"
    else
        echo "$commit"
    fi
}
