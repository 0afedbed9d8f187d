// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.util.ArrayList;
import java.util.List;

/// What went wrong: all counted, the first ones kept. Safe to use from any thread.
final class Faults {
    private static final int KEPT = 10;

    private final List<String> first = new ArrayList<>();
    private long count;

    synchronized void add(String what) {
        count++;
        if (first.size() < KEPT) {
            first.add(what);
        }
    }

    synchronized long count() {
        return count;
    }

    synchronized void print() {
        first.forEach(System.out::println);
    }
}
