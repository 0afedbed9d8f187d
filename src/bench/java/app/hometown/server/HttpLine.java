// SPDX-License-Identifier: GPL-3.0-or-later
package app.hometown.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One connection that is kept open, for requests whose bytes were made beforehand: so little work that what is
/// measured
/// is the server. Knows HTTP/1.1 as far as both servers speak it: bodies with a length or in chunks.
///
/// Belongs to one thread.
final class HttpLine implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 300_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final byte[] line = new byte[8192];

    /// What came back.
    static final class Answer {
        private final int status;
        private final byte[] body;

        private Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    HttpLine(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    }

    /// The bytes of a request.
    static byte[] request(String method, int port, String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n"
                + (content.length == 0
                        ? ""
                        : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n")
                + "\r\n";
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[first.length + content.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        return all;
    }

    /// Asks and waits for the answer.
    Answer ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String start = readLine();
        int status = Integer.parseInt(start.substring(9, 12));
        int length = -1;
        boolean chunked = false;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
            if (name.equals("content-length")) {
                length = Integer.parseInt(header.substring(colon + 1).strip());
            } else if (name.equals("transfer-encoding")) {
                chunked = true;
            }
        }
        return new Answer(status, chunked ? chunks() : read(Math.max(0, length)));
    }

    private byte[] chunks() throws IOException {
        byte[] all = {};
        while (true) {
            int size = Integer.parseInt(readLine().strip(), 16);
            byte[] chunk = read(size);
            readLine();
            if (size == 0) {
                return all;
            }
            byte[] longer = new byte[all.length + size];
            System.arraycopy(all, 0, longer, 0, all.length);
            System.arraycopy(chunk, 0, longer, all.length, size);
            all = longer;
        }
    }

    private byte[] read(int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("cut off after " + body.length + " of " + length + " bytes");
        }
        return body;
    }

    private String readLine() throws IOException {
        int length = 0;
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed by the server");
            }
            if (next == '\n') {
                return new String(line, 0, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
            }
            line[length++] = (byte) next;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
