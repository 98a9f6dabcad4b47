package zhanggui.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.springframework.mock.env.MockEnvironment;

/** As much of the S3 protocol as a store of files speaks, in memory, for one bucket; lists in pages of two. */
public final class FakeS3 implements Closeable {
    private static final int PAGE = 2;
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Instant> times = new ConcurrentSkipListMap<>();
    private final HttpServer server;
    private final String bucket;
    volatile int failing;

    public FakeS3(String bucket) throws IOException {
        this.bucket = bucket;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The settings that lead to it. */
    public MockEnvironment settings() {
        return new MockEnvironment()
                .withProperty("zhanggui.files.s3.bucket", bucket)
                .withProperty(
                        "zhanggui.files.s3.endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort())
                .withProperty("zhanggui.files.s3.region", "us-east-1")
                .withProperty("zhanggui.files.s3.access-key", "key")
                .withProperty("zhanggui.files.s3.secret-key", "secret");
    }

    public Set<String> keys() {
        return Set.copyOf(objects.keySet());
    }

    private void handle(HttpExchange request) throws IOException {
        var body = request.getRequestBody().readAllBytes();
        var authorization = String.valueOf(request.getRequestHeaders().getFirst("Authorization"));
        if (failing > 0) answer(request, failing, "");
        else if (!authorization.startsWith("AWS4-HMAC-SHA256 Credential=key/")) answer(request, 403, "");
        else if (!request.getRequestURI().getPath().startsWith("/" + bucket)) answer(request, 404, "");
        else serve(request, body);
    }

    private void serve(HttpExchange request, byte[] body) throws IOException {
        var key =
                request.getRequestURI().getPath().substring(bucket.length() + 1).replaceFirst("^/", "");
        var query = String.valueOf(request.getRequestURI().getRawQuery());
        switch (request.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, body);
                times.put(key, Instant.now());
                answer(request, 200, "");
            }
            case "DELETE" -> {
                objects.remove(key);
                answer(request, 204, "");
            }
            case "HEAD" -> {
                request.sendResponseHeaders(objects.containsKey(key) ? 200 : 404, -1);
                request.close();
            }
            default -> {
                if (key.isEmpty()) answer(request, 200, list(query));
                else if (objects.containsKey(key)) bytes(request, objects.get(key));
                else answer(request, 404, "<Error><Code>NoSuchKey</Code></Error>");
            }
        }
    }

    private String list(String query) {
        var token = query.contains("continuation-token=")
                ? query.replaceFirst(".*continuation-token=([^&]*).*", "$1").replace("%2F", "/")
                : "";
        var rest = objects.keySet().stream()
                .filter(key -> key.startsWith("files/") && key.compareTo(token) > 0)
                .toList();
        var page = rest.stream().limit(PAGE).toList();
        var more = rest.size() > PAGE;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult><Name>" + bucket + "</Name><KeyCount>"
                + page.size() + "</KeyCount><IsTruncated>" + more + "</IsTruncated>"
                + (more ? "<NextContinuationToken>" + page.getLast() + "</NextContinuationToken>" : "")
                + page.stream()
                        .map(key -> "<Contents><Key>" + key + "</Key><LastModified>" + times.get(key)
                                + "</LastModified><Size>" + objects.get(key).length + "</Size></Contents>")
                        .collect(Collectors.joining())
                + "</ListBucketResult>";
    }

    private static void answer(HttpExchange request, int status, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        request.getResponseHeaders().set("Content-Type", "application/xml");
        request.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) request.getResponseBody().write(bytes);
        request.close();
    }

    private static void bytes(HttpExchange request, byte[] bytes) throws IOException {
        request.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        request.getResponseBody().write(bytes);
        request.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
