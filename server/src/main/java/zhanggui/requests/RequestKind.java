package zhanggui.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.web.util.UrlPathHelper;

/** What a request has to do with, so that requests that may get stuck together are counted together. */
final class RequestKind {
    /** Begins no work: pages and files of the client, and what a proxy asks to know whether the server is there. */
    static final String FREE = "";

    static final String SESSION = "session";
    static final String UPLOAD = "upload";
    private static final String EXPORT = "export";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    // Decoded like the routes are: /%61pi is /api.
    private static final UrlPathHelper PATHS = new UrlPathHelper();

    private RequestKind() {}

    static String of(HttpServletRequest request) {
        var path = PATHS.getPathWithinApplication(request);
        if (!path.startsWith("/api/") || path.startsWith("/api/system/")) return FREE;
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) return UPLOAD;
        if (path.endsWith("/export")) return EXPORT;
        var parts = path.split("/", 5);
        if (parts[2].equals(SESSION)) return SESSION;
        var about = parts[2].equals("lists") && parts.length > 3 ? "lists/" + parts[3] : parts[2];
        return READING.contains(request.getMethod()) ? about : "change " + about;
    }
}
