#!/usr/bin/env bash
# Compares two versions of a schema in a workflow: annotations in the log, the report in the job's summary, the result as an output. What
# users write comes in variables and is never part of a command's text.
set -euo pipefail

arguments=(--fail-on "${FAIL_ON:-readers,writers}")
[ -z "${CONFIG:-}" ] || arguments+=(--config "$CONFIG")

# compare runs the comparison in a format; what it finds is no failure of this script yet.
compare() {
	code=0
	xsdgen diff --format "$1" "${arguments[@]}" -- "$OLD" "$NEW" || code=$?
}

compare github
case $code in
0) result=compatible ;;
1) result=breaking ;;
*) result=failed ;;
esac
echo "result=$result" >>"${GITHUB_OUTPUT:-/dev/null}"
annotated=$code
[ "$result" = failed ] || [ -z "${GITHUB_STEP_SUMMARY:-}" ] || compare markdown >>"$GITHUB_STEP_SUMMARY"
exit "$annotated"
