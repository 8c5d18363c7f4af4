package dev.gatehouse.ambassador.job;

/** The shell script that fetches the results of every part, and lets each pod end when it has them. */
final class CollectScript {
    private CollectScript() {}

    static String of(LoadJob job) {
        return """
                #!/bin/sh
                # Fetches the results of every part into the folder that it is called in; CONTEXT names a context of kubectl.
                # Then: gatehouse load --merge part-* --out merged
                set -eu
                job=%s
                namespace=%s
                parts=%d

                kube() { kubectl ${CONTEXT:+--context "$CONTEXT"} --namespace "$namespace" "$@"; }

                part=0
                while [ "$part" -lt "$parts" ]; do
                    label=batch.kubernetes.io/job-name=$job,batch.kubernetes.io/job-completion-index=$part
                    pod=$(kube get pods --selector "$label" --output 'jsonpath={.items[0].metadata.name}')
                    until kube exec "$pod" -- test -e %4$s/measured 2>/dev/null; do
                        phase=$(kube get pod "$pod" --output 'jsonpath={.status.phase}')
                        case $phase in
                            Pending | Running) sleep 10 ;;
                            *)
                                echo "part $part: pod $pod is $phase and holds no results; kubectl logs $pod says why" >&2
                                exit 1
                                ;;
                        esac
                    done
                    kube cp "$pod:%4$s/part-$part" "part-$part"
                    kube exec "$pod" -- touch %4$s/collected
                    echo "part-$part"
                    part=$((part + 1))
                done
                """.formatted(job.name(), job.namespace(), job.parts(), LoadJob.RESULTS);
    }
}
