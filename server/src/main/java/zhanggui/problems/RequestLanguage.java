package zhanggui.problems;

import jakarta.servlet.http.HttpServletRequest;
import zhanggui.texts.Language;

/** The language a request is answered in: the signed-in person's, else what the browser asks for. */
public final class RequestLanguage {
    private static final String ATTRIBUTE = RequestLanguage.class.getName();

    private RequestLanguage() {}

    public static void set(HttpServletRequest request, Language language) {
        request.setAttribute(ATTRIBUTE, language);
    }

    public static Language of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Language language
                ? language
                : Language.of(request.getHeader("Accept-Language"));
    }
}
