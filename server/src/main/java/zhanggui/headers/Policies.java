package zhanggui.headers;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Puts the policies on an answer before anything else is done about it, so that refusals have them too, also those of
 * addresses which never come to the server's own code.
 */
final class Policies extends ValveBase {
    /** Data is not a page: it loads nothing and runs nothing, should a browser ever be made to show it. */
    private static final String OF_DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String OF_PAGES = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s';"
            + " style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " manifest-src 'self'; worker-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String NOTHING_OF_THE_DEVICE =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), midi=(), display-capture=()";

    Policies() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var data = request.getRequestURI() instanceof String path && path.startsWith("/api/");
        response.setHeader("Content-Security-Policy", data ? OF_DATA : OF_PAGES.formatted(Nonce.of(request)));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", NOTHING_OF_THE_DEVICE);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        // What may be kept says so itself.
        response.setHeader("Cache-Control", "private, no-store");
        if (request.isSecure()) response.setHeader("Strict-Transport-Security", "max-age=31536000");
        getNext().invoke(request, response);
    }
}
