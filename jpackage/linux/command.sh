#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hometown: starts the program's own Java, for the window and for every command.
here=$(dirname "$(readlink -f "$0")")
app=$here/../lib/app

# What --help prints was printed by the program when the package was built.
case $# in
  1) case $1 in
       --help | -h) exec cat "$app/help/hometown.txt" ;;
       --version | -V) echo 'hometown @VERSION@'; exit ;;
     esac ;;
  2) if [ "$2" = --help ] || [ "$2" = -h ]; then
       case $1 in
         *[!a-z]*) ;;
         *) if [ -r "$app/help/$1.txt" ]; then exec cat "$app/help/$1.txt"; fi ;;
       esac
     fi ;;
esac

cache=
if [ -r "$app/hometown.aot" ]; then cache=-XX:AOTCache=$app/hometown.aot; fi
exec "$here/../lib/runtime/bin/java" @FLAGS@ $cache "-Dhometown.look=$app/first-look" -cp "$app/hometown.jar" app.hometown.Hometown "$@"
