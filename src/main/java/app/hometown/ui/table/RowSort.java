// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.ui.table;

import app.hometown.domain.Progress;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.atomic.AtomicLong;

/// Merges halves of rows, each sorted by a core: stable, without boxing. Memory: another four bytes a row.
final class RowSort extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    /// Rows that one core sorts alone: some 1 ms.
    private static final int ALONE = 1 << 13;

    private static final int STEP = 1 << 16;

    private final transient Shared shared;
    private final transient int[] from;
    private final transient int[] to;
    private final int start;
    private final int end;

    /// What all parts of one sort share.
    ///
    /// @param done rows merged so far, on all levels
    private record Shared(RowOrder order, Progress progress, AtomicLong done) {
        void merged(int rows) {
            progress.done(done.addAndGet(rows));
        }
    }

    private RowSort(Shared shared, int[] from, int[] to, int start, int end) {
        this.shared = shared;
        this.from = from;
        this.to = to;
        this.start = start;
        this.end = end;
    }

    /// Sorts rows in place. When it is cancelled they are in no order, but all there or not: throw them away.
    static void sort(int[] rows, RowOrder order, Progress progress) {
        int levels = 1;
        for (int size = ALONE; size < rows.length && size > 0; size *= 2) {
            levels++;
        }
        progress.phase("sorting", (long) rows.length * levels);
        new RowSort(new Shared(order, progress, new AtomicLong()), rows.clone(), rows, 0, rows.length).invoke();
    }

    @Override
    protected void compute() {
        if (end - start <= ALONE) {
            alone(from, to, start, end);
            shared.merged(end - start);
            return;
        }
        int middle = (start + end) >>> 1;
        invokeAll(new RowSort(shared, to, from, start, middle), new RowSort(shared, to, from, middle, end));
        merge(from, to, start, middle, end, true);
    }

    private void alone(int[] source, int[] target, int first, int last) {
        if (last - first < 2) {
            return;
        }
        int middle = (first + last) >>> 1;
        alone(target, source, first, middle);
        alone(target, source, middle, last);
        merge(source, target, first, middle, last, false);
    }

    private void merge(int[] source, int[] target, int first, int middle, int last, boolean told) {
        RowOrder order = shared.order();
        if (order.compare(source[middle - 1], source[middle]) <= 0) {
            System.arraycopy(source, first, target, first, last - first);
            if (told) {
                shared.merged(last - first);
            }
            return;
        }
        int left = first;
        int right = middle;
        for (int i = first; i < last; i++) {
            boolean takeLeft = right >= last || (left < middle && order.compare(source[left], source[right]) <= 0);
            target[i] = source[takeLeft ? left++ : right++];
            if (told && (i - first + 1) % STEP == 0) {
                shared.merged(STEP);
            }
        }
        if (told) {
            shared.merged((last - first) % STEP);
        }
    }
}
