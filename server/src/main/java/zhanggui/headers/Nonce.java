package zhanggui.headers;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;

/** The word that lets the styles of one answered page apply, and of no other: new with each answer. */
public final class Nonce {
    private static final String ATTRIBUTE = Nonce.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    /** The one that this request is answered with. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String nonce) return nonce;
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(ATTRIBUTE, nonce);
        return nonce;
    }
}
