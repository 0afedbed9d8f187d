#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# rootfs.sh: lays out target/package/container, the context that the Dockerfile is built in, from the application image
# (mvn -Ppackage verify -Dpackage.form=image) and this system's C library. From the project's folder.
set -eu
image=target/package/hometown
context=target/package/container
root=$context/rootfs
[ -x "$image/lib/runtime/bin/java" ] || { echo "no $image; run mvn -Ppackage verify -Dpackage.form=image first" >&2; exit 1; }
rm -rf "$context"
mkdir -p "$root/opt" "$root/etc" "$root/tmp" "$root/data" "$root/models"
cp -a "$image" "$root/opt/hometown"
# Only the window needs these.
rm -rf "$root/opt/hometown/lib/app/share" "$root/opt/hometown/lib/app/first-look" "$root/opt/hometown/bin"
# What Java, its libraries that the endpoint loads, and names of hosts need.
needed() {
  ldd "$image/lib/runtime/bin/java" "$image/lib/runtime/lib/server/libjvm.so" "$image"/lib/runtime/lib/lib*.so 2>/dev/null |
    awk '$2 == "=>" && $3 ~ /^\// { print $3 } $1 ~ /^\// && $1 !~ /:$/ { print $1 }' |
    grep -E '/(ld-linux|libc|libm|libdl|libpthread|librt|libz|libstdc\+\+|libgcc_s)[-.]' | sort -u
}
for file in $(needed) $(ls /lib/x86_64-linux-gnu/libnss_files.so.2 /lib/x86_64-linux-gnu/libnss_dns.so.2 /lib/x86_64-linux-gnu/libresolv.so.2 2>/dev/null); do
  mkdir -p "$root$(dirname "$file")"
  cp -L "$file" "$root$file"
done
printf 'root:x:0:0::/:\nhometown:x:10001:10001::/tmp:\n' > "$root/etc/passwd"
printf 'root:x:0:\nhometown:x:10001:\n' > "$root/etc/group"
printf 'hosts: files dns\n' > "$root/etc/nsswitch.conf"
chmod 1777 "$root/tmp"
cp jpackage/container/Dockerfile "$context/Dockerfile"
du -sh "$root" | cut -f1
