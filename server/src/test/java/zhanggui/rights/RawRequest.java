package zhanggui.rights;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request written byte by byte, also as no client would write it; in the old way, which is answered in one piece. */
record RawRequest(
        String method,
        String path,
        Map<String, String> headers,
        byte[] body,
        @Nullable String from) {
    static RawRequest of(String method, String path) {
        return new RawRequest(method, path, Map.of(), new byte[0], null);
    }

    RawRequest header(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new RawRequest(method, path, more, body, from);
    }

    RawRequest json(String text) {
        return new RawRequest(method, path, headers, text.getBytes(StandardCharsets.UTF_8), from)
                .header("Content-Type", "application/json");
    }

    /** As if it came from another computer. */
    RawRequest from(String address) {
        return new RawRequest(method, path, headers, body, address);
    }

    /** What came back; the names of headers in lower case. */
    record Answer(int status, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    Answer send(int port) {
        var local = from == null ? null : address(from);
        try (var socket = new Socket(address("127.0.0.1"), port, local, 0)) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            var head = new StringBuilder(method + " " + path + " HTTP/1.0\r\nHost: localhost\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            if (body.length > 0)
                head.append("Content-Length: ").append(body.length).append("\r\n");
            out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
            out.write(body);
            out.flush();
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    private static Answer read(String all) {
        var parts = all.split("\r\n\r\n", 2);
        var lines = List.of(parts[0].split("\r\n"));
        var headers = new TreeMap<String, List<String>>();
        for (var line : lines.subList(1, lines.size())) {
            var pair = line.split(":", 2);
            headers.computeIfAbsent(pair[0].toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .add(pair[1].strip());
        }
        return new Answer(Integer.parseInt(lines.getFirst().split(" ")[1]), headers, parts.length > 1 ? parts[1] : "");
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return method + " " + (path.length() > 80 ? path.substring(0, 80) + "…" : path);
    }
}
