package zhanggui.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;

/** The ids in a request that were refused as unknown, for whoever writes down what people were refused. */
public final class RefusedIds {
    private static final String ATTRIBUTE = RefusedIds.class.getName();

    private RefusedIds() {}

    static void set(HttpServletRequest request, Refused refused) {
        request.setAttribute(
                ATTRIBUTE,
                refused.fields().stream()
                        .flatMap(field -> field.arguments().stream())
                        .filter(UUID.class::isInstance)
                        .toList());
    }

    public static List<UUID> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof List<?> ids
                ? ids.stream().map(UUID.class::cast).toList()
                : List.of();
    }
}
