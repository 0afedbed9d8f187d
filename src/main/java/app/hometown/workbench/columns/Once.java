// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.workbench.columns;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something made when it is first needed, then kept. Threads that need it at the same time wait for the one that makes
/// it.
final class Once<T> {
    private final Supplier<T> making;
    private volatile @Nullable T made;

    Once(Supplier<T> making) {
        this.making = making;
    }

    T get() {
        T now = made;
        if (now != null) {
            return now;
        }
        synchronized (this) {
            T after = made;
            if (after == null) {
                after = making.get();
                made = after;
            }
            return after;
        }
    }
}
