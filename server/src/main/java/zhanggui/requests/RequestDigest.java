package zhanggui.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** A fingerprint by which the same request is known again: SHA-256 over address and body, or over an upload's parts. */
final class RequestDigest {
    private RequestDigest() {}

    /** Streams the body through; each part counts with its length, so that none can run into the next. */
    static byte[] of(HttpServletRequest request) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            head(request.getMethod() + " " + request.getRequestURI(), request.getQueryString(), 0, out);
            var upload = upload(request);
            if (upload != null) parts(upload, out);
            else request.getInputStream().transferTo(out);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The upload that a request is, once its parts have been read. */
    static @Nullable MultipartHttpServletRequest upload(HttpServletRequest request) {
        return WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    }

    private static void parts(MultipartHttpServletRequest request, DataOutputStream out) throws IOException {
        for (var parameter : new TreeMap<>(request.getParameterMap()).entrySet()) {
            // Each form of a page has a token of its own: it is no part of what is asked for.
            if (parameter.getKey().equals("_csrf")) continue;
            for (var value : parameter.getValue()) {
                var bytes = value.getBytes(StandardCharsets.UTF_8);
                head(parameter.getKey(), "", bytes.length, out);
                out.write(bytes);
            }
        }
        for (var files : new TreeMap<>(request.getMultiFileMap()).entrySet()) {
            for (var file : files.getValue()) {
                head(files.getKey(), file.getOriginalFilename(), file.getSize(), out);
                try (var content = file.getInputStream()) {
                    content.transferTo(out);
                }
            }
        }
    }

    private static void head(String name, @Nullable String fileName, long size, DataOutputStream out)
            throws IOException {
        for (var text : List.of(name, Objects.requireNonNullElse(fileName, ""))) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.writeLong(size);
    }
}
