package zhanggui.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests over real HTTP, as a browser or a machine sends them. */
final class Wire {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Wire(int port) {
        this.port = port;
    }

    record Answer(int status, String type, String body) {
        boolean isFine() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            if (!isFine()) throw new AssertionError(this);
            return JSON.readTree(body);
        }
    }

    Visitor anonymous() {
        return new Visitor(null);
    }

    Visitor withToken(String secret) {
        return new Visitor(secret);
    }

    Visitor signedIn(String username, String password) {
        var visitor = new Visitor(null);
        visitor.get("/api/session");
        var answer = visitor.send(
                "POST", "/api/session", JSON.writeValueAsString(Map.of("username", username, "password", password)));
        if (!answer.isFine()) throw new AssertionError(username + " cannot sign in: " + answer);
        visitor.get("/api/session");
        return visitor;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Somebody with their cookies, or with a token. */
    final class Visitor {
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private final @Nullable String token;
        private @Nullable String idempotencyKey;

        private Visitor(@Nullable String token) {
            this.token = token;
        }

        Answer get(String path) {
            return send("GET", path, null);
        }

        JsonNode read(String path) {
            var answer = get(path);
            if (!answer.isFine()) throw new AssertionError(path + " → " + answer);
            return answer.json();
        }

        Answer send(String method, String path, @Nullable String body) {
            return send(method, path, body, true);
        }

        Answer send(String method, String path, @Nullable String body, boolean withCsrf) {
            var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
            return send(method, path, "application/json", publisher, withCsrf);
        }

        /** The same request may be sent again under its key. */
        Answer once(String key, String method, String path, String body) {
            idempotencyKey = key;
            try {
                return send(method, path, body);
            } finally {
                idempotencyKey = null;
            }
        }

        /** The id of the session, as the server knows it. */
        String session() {
            var cookie = cookies.entrySet().stream()
                    .filter(c -> c.getKey().endsWith("ZHANGGUI"))
                    .findFirst()
                    .orElseThrow();
            return new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
        }

        Answer upload(String kind, String fileName, byte[] content, boolean withCsrf) {
            return uploadTo("/api/imports?kind=" + encoded(kind), fileName, content, withCsrf);
        }

        Answer uploadTo(String path, String fileName, byte[] content, boolean withCsrf) {
            var boundary = "zhanggui-boundary";
            var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
            return send(
                    "POST",
                    path,
                    "multipart/form-data; boundary=" + boundary,
                    BodyPublishers.concat(
                            BodyPublishers.ofString(head),
                            BodyPublishers.ofByteArray(content),
                            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")),
                    withCsrf);
        }

        private Answer send(String method, String path, String type, HttpRequest.BodyPublisher body, boolean withCsrf) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(60))
                    .method(method, body);
            if (body.contentLength() != 0) request.header("Content-Type", type);
            if (idempotencyKey != null) request.header("Idempotency-Key", idempotencyKey);
            if (token != null) request.header("Authorization", "Bearer " + token);
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(c -> c.getKey() + "=" + c.getValue())
                                .collect(Collectors.joining("; ")));
            }
            if (withCsrf && cookies.containsKey("XSRF-TOKEN")) {
                request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
            }
            var response = exchange(request.build());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    new String(response.body(), StandardCharsets.UTF_8));
        }

        private void keep(String cookie) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) cookies.remove(pair[0]);
            else cookies.put(pair[0], pair[1]);
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
