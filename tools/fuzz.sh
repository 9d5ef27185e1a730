#!/bin/sh
# Runs every fuzz target of the repository, one after the other, for the time given (default 10m). A target that fails does not keep the others from running:
# those that did are named in the end.
set -eu
duration="${1:-10m}"
failed=""
for package in $(grep -rl --include='*_test.go' '^func Fuzz' . | xargs -n 1 dirname | sort -u); do
	for target in $(grep -ho '^func Fuzz[A-Za-z0-9_]*' "$package"/*_test.go | cut -d' ' -f2 | sort -u); do
		echo "== $package $target"
		go test -run '^$' -fuzz "^$target\$" -fuzztime "$duration" -fuzzminimizetime 1x "$package" || failed="$failed $package:$target"
	done
done
[ -z "$failed" ] || { echo "failed:$failed"; exit 1; }
