package zhanggui.bench.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's browser session: cookies, and the token that has to come with every change. */
public final class Session {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORGERY = "XSRF-TOKEN";
    private final Wires wires;
    private final Map<String, String> cookies = new TreeMap<>();
    private JsonNode state;

    Session(Wires wires) throws IOException {
        this.wires = wires;
        refresh();
    }

    public static Session signIn(Wires wires, String username, String password) throws IOException {
        var session = new Session(wires);
        session.post("/api/session", Map.of("username", username, "password", password));
        session.refresh();
        return session;
    }

    private void refresh() throws IOException {
        state = get("/api/session");
    }

    /** What the server says of who this is. */
    public JsonNode state() {
        return state;
    }

    public JsonNode get(String path) throws IOException {
        return json(send(plain("GET", path, null, new byte[0])), path);
    }

    public JsonNode post(String path, Object body) throws IOException {
        return json(send(plain("POST", path, "application/json", JSON.writeValueAsBytes(body))), path);
    }

    public JsonNode put(String path, Object body) throws IOException {
        return json(send(plain("PUT", path, "application/json", JSON.writeValueAsBytes(body))), path);
    }

    /** Sends a file as a form does. */
    public JsonNode upload(String path, String fileName, byte[] content) throws IOException {
        var boundary = "----zhanggui-bench";
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return json(send(plain("POST", path, "multipart/form-data; boundary=" + boundary, body.toByteArray())), path);
    }

    /** The bytes of a request as the web client makes it; they can be sent any number of times. */
    public byte[] asked(String path) {
        return request("GET", path, null, new byte[0], true);
    }

    /** The bytes of a request that makes something, with a key under which it is made only once. */
    public byte[] posted(String path, Object body) {
        return request("POST", path, "application/json", JSON.writeValueAsBytes(body), true);
    }

    public byte[] deleted(String path) {
        return request("DELETE", path, "application/json", new byte[0], true);
    }

    private byte[] plain(String method, String path, String type, byte[] body) {
        return request(method, path, type, body, false);
    }

    private byte[] request(String method, String path, String type, byte[] body, boolean compressed) {
        var head =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n");
        if (compressed) head.append("Accept-Encoding: gzip\r\n");
        if (!cookies.isEmpty()) {
            head.append("Cookie: ");
            cookies.forEach(
                    (name, value) -> head.append(name).append('=').append(value).append("; "));
            head.setLength(head.length() - 2);
            head.append("\r\n");
        }
        if (type != null) {
            head.append("X-XSRF-TOKEN: ").append(cookies.get(FORGERY)).append("\r\n");
            head.append("Content-Type: ").append(type).append("\r\n");
            if (compressed)
                head.append("Idempotency-Key: ").append(UUID.randomUUID()).append("\r\n");
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private Wire.Answer send(byte[] request) throws IOException {
        var answer = wires.send(request);
        for (var cookie : answer.cookies()) {
            int is = cookie.indexOf('=');
            cookies.put(cookie.substring(0, is), cookie.substring(is + 1));
        }
        return answer;
    }

    private static JsonNode json(Wire.Answer answer, String path) throws IOException {
        if (answer.status() >= 400) throw new IOException(answer.status() + " " + path + ": " + answer.text());
        return answer.body().length == 0 ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
