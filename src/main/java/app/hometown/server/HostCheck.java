// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Refuses requests that call this machine by a name that is not its own (421): a page of another site whose name was
/// made to point here would otherwise read what it likes. An address is always good, for nobody can point it
/// elsewhere.
final class HostCheck extends Handler.Wrapper {
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private final Set<String> names;

    /// @param own the name or address that is listened at
    /// @param allowed other names, in lower case; `*` for all
    HostCheck(Handler next, String own, List<String> allowed) {
        super(next);
        names = new HashSet<>(allowed);
        names.add("localhost");
        names.add(own.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (allows(Request.getServerName(request))) {
            return super.handle(request, response, callback);
        }
        return Problem.of(
                        HttpStatus.MISDIRECTED_REQUEST_421,
                        "This endpoint does not answer to that host name. Call it by its address or by localhost, or "
                                + "let it answer to the name: hometown serve --allowed-host NAME.")
                .answer(response, callback);
    }

    boolean allows(String host) {
        if (host.isEmpty() || host.indexOf(':') >= 0 || IPV4.matcher(host).matches()) {
            return !host.isEmpty();
        }
        String name = host.toLowerCase(Locale.ROOT);
        return names.contains(name.endsWith(".") ? name.substring(0, name.length() - 1) : name) || names.contains("*");
    }
}
