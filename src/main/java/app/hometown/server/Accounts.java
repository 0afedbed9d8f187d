// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Request;

/// What each client has taken of what it may: one number a client, the time up to which its requests are paid for. A
/// client is an address, for IPv6 the network that a customer gets (/64). One that was silent may catch up for one
/// second at once. Safe to use from any thread.
///
/// What Jetty's own handler for this keeps is larger, and it cannot say when to come again.
final class Accounts {
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int MOST_CLIENTS = 100_000;

    private final long costNanos;
    private final long aheadNanos;
    private final LongSupplier nanoTime;
    private final ConcurrentHashMap<Long, AtomicLong> paid = new ConcurrentHashMap<>();

    /// @param requestsPerSecond at least 1
    /// @param nanoTime the clock, as [System#nanoTime]
    Accounts(int requestsPerSecond, LongSupplier nanoTime) {
        costNanos = Math.max(1, SECOND_NANOS / requestsPerSecond);
        aheadNanos = SECOND_NANOS - costNanos;
        this.nanoTime = nanoTime;
    }

    /// Takes a request of a client.
    ///
    /// @return 0 when it is let through, else in how many ns it will be
    long take(long client) {
        AtomicLong account = account(client);
        while (true) {
            long now = nanoTime.getAsLong();
            long before = account.get();
            long ahead = Math.max(0, before - now);
            if (ahead > aheadNanos) {
                return ahead - aheadNanos;
            }
            if (account.compareAndSet(before, now + ahead + costNanos)) {
                return 0;
            }
        }
    }

    /// Makes a client pay for more than the request that was let through. It may get into debt.
    void charge(long client, int more) {
        long now = nanoTime.getAsLong();
        account(client).updateAndGet(before -> now + Math.max(0, before - now) + more * costNanos);
    }

    private AtomicLong account(long client) {
        AtomicLong account = paid.get(client);
        if (account != null) {
            return account;
        }
        long now = nanoTime.getAsLong();
        if (paid.size() >= MOST_CLIENTS) {
            paid.values().removeIf(until -> until.get() - now <= 0);
        }
        return paid.computeIfAbsent(client, _ -> new AtomicLong(now));
    }

    /// What stands for the client of a request.
    static long client(Request request) {
        return client(request.getConnectionMetaData().getRemoteSocketAddress());
    }

    static long client(SocketAddress remote) {
        if (remote instanceof InetSocketAddress address && address.getAddress() != null) {
            byte[] bytes = address.getAddress().getAddress();
            return address.getAddress() instanceof Inet6Address
                    ? ByteBuffer.wrap(bytes).getLong()
                    : ByteBuffer.wrap(bytes).getInt();
        }
        return 0;
    }
}
