#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# register.sh add|remove: tells the desktop about Hometown, and puts the command into the PATH, or takes both back. Run by
# the package's scripts. What a system without a desktop lacks is left out.
set -e
share=$(dirname "$(readlink -f "$0")")

# from, to
links="
$share/../../../bin/hometown-command /usr/bin/hometown
$share/hometown.desktop /usr/share/applications/hometown.desktop
$share/hometown.xml /usr/share/mime/packages/hometown.xml
$share/hometown.1 /usr/share/man/man1/hometown.1
$share/icons/hometown.svg /usr/share/icons/hicolor/scalable/apps/hometown.svg
"
for size in 16 24 32 48 64 128 256 512; do
  links="$links$share/icons/hometown-$size.png /usr/share/icons/hicolor/${size}x$size/apps/hometown.png
"
done

echo "$links" | while read -r from to; do
  [ -n "$from" ] || continue
  case $1 in
    add)
      mkdir -p "$(dirname "$to")"
      ln -sfn "$(readlink -f "$from")" "$to" ;;
    remove)
      # Only our own link, not what somebody has put in its place.
      case $(readlink "$to" 2>/dev/null) in "$(readlink -f "$from")") rm -f "$to" ;; esac ;;
    *) echo "register.sh add|remove" >&2; exit 2 ;;
  esac
done

have() { command -v "$1" >/dev/null 2>&1; }
if have update-mime-database; then update-mime-database /usr/share/mime || true; fi
if have update-desktop-database; then update-desktop-database -q /usr/share/applications || true; fi
if have gtk-update-icon-cache; then gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true; fi
