# shellcheck shell=sh
# What ./gatehouse and tools/build-app both know of the built program. Sourced, with $root set.

# shellcheck disable=SC2034 # used by those that source this
app_jvm_options='-Xshare:auto -Xlog:disable -Xlog:all=error:stderr -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
    -XX:-UsePerfData -XX:+UseTransparentHugePages -Dfile.encoding=UTF-8 -Dslf4j.internal.verbosity=ERROR'
# shellcheck disable=SC2154 # set by those that source this
app_current=$root/.cache/app/current

# Reads what was built last: the root that it was built in, JAVA_HOME as it was then, the java to run it, the class-data
# archive, the class path. The file is replaced as a whole, and its time is when that build began.
read_app() {
    [ -r "$app_current" ] && {
        IFS= read -r app_root && IFS= read -r app_java_home && IFS= read -r app_java &&
            IFS= read -r app_archive && IFS= read -r app_class_path
    } <"$app_current"
}

# Whether that is what a build would give now: the same places, and no source newer (a folder is newer when a file went).
app_is_fresh() {
    read_app && [ "$app_root" = "$root" ] && [ "$app_java_home" = "${JAVA_HOME:-}" ] && [ -x "$app_java" ] &&
        [ -z "$(find "$root/pom.xml" "$root/.mvn" "$root/tools/app.sh" "$root/tools/build-app" "$root"/*/pom.xml \
            "$root"/*/src/main "$root/docs/rules.md" "$app_java" -newer "$app_current" 2>/dev/null)" ]
}
