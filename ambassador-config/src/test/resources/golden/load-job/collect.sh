#!/bin/sh
# Fetches the results of every part into the folder that it is called in; CONTEXT names a context of kubectl.
# Then: gatehouse load --merge part-* --out merged
set -eu
job=gatehouse-load-4f2a
namespace=load
parts=3

kube() { kubectl ${CONTEXT:+--context "$CONTEXT"} --namespace "$namespace" "$@"; }

part=0
while [ "$part" -lt "$parts" ]; do
    label=batch.kubernetes.io/job-name=$job,batch.kubernetes.io/job-completion-index=$part
    pod=$(kube get pods --selector "$label" --output 'jsonpath={.items[0].metadata.name}')
    until kube exec "$pod" -- test -e /results/measured 2>/dev/null; do
        phase=$(kube get pod "$pod" --output 'jsonpath={.status.phase}')
        case $phase in
            Pending | Running) sleep 10 ;;
            *)
                echo "part $part: pod $pod is $phase and holds no results; kubectl logs $pod says why" >&2
                exit 1
                ;;
        esac
    done
    kube cp "$pod:/results/part-$part" "part-$part"
    kube exec "$pod" -- touch /results/collected
    echo "part-$part"
    part=$((part + 1))
done
