package zhanggui.bench.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One connection to the server that stays open, with as little of HTTP as is needed: measuring must cost little. */
public final class Wire implements Closeable {
    private final Socket socket;
    private final BufferedInputStream in;
    private boolean open = true;

    public Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(180_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /**
     * @param retryAfter in how many seconds one may ask again; empty when the answer does not say
     * @param body as sent, which may be compressed
     */
    public record Answer(int status, String retryAfter, List<String> cookies, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public Answer send(byte[] request) throws IOException {
        var body = new ByteArrayOutputStream();
        var answer = send(request, body);
        return new Answer(answer.status(), answer.retryAfter(), answer.cookies(), body.toByteArray());
    }

    /** The answer's body goes into {@code body} as it comes. */
    public Answer send(byte[] request, OutputStream body) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ")[1]);
        var cookies = new ArrayList<String>();
        var retryAfter = "";
        long length = -1;
        boolean chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            var value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Long.parseLong(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "set-cookie" -> cookies.add(value.split(";")[0]);
                case "retry-after" -> retryAfter = value;
                case "connection" -> open = !value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        if (chunked) {
            for (long size = chunk(); size > 0; size = chunk()) {
                copy(size, body);
                line();
            }
            line();
        } else if (length > 0) {
            copy(length, body);
        }
        return new Answer(status, retryAfter, cookies, new byte[0]);
    }

    /** Whether another request may follow. */
    boolean isOpen() {
        return open;
    }

    private long chunk() throws IOException {
        return Long.parseLong(line().split(";")[0].strip(), 16);
    }

    private void copy(long size, OutputStream body) throws IOException {
        var buffer = new byte[1 << 14];
        for (long left = size; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) throw new EOFException();
            body.write(buffer, 0, read);
            left -= read;
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException();
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        open = false;
        socket.close();
    }
}
