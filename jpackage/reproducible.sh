#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# reproducible.sh: builds the jar twice, in two fresh checkouts of what is committed, and compares the bytes.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for copy in one other; do
  git clone -q . "$work/$copy"
  (cd "$work/$copy" && mvn -q -B package -Dmaven.test.skip=true)
done
cmp "$work/one/target/hometown.jar" "$work/other/target/hometown.jar"
sha256sum "$work/one/target/hometown.jar" | cut -d' ' -f1
