package zhanggui.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The ids in a request that were refused as unknown, or passed over in a selection, for whoever writes down what people
 * were refused.
 */
public final class RefusedIds {
    private static final String ATTRIBUTE = RefusedIds.class.getName();

    private RefusedIds() {}

    static void set(HttpServletRequest request, Refused refused) {
        add(
                request,
                refused.fields().stream()
                        .flatMap(field -> field.arguments().stream())
                        .filter(UUID.class::isInstance)
                        .map(UUID.class::cast)
                        .toList());
    }

    /** Ids of a selection that lead to nothing within reach, whether they lead to anything or not. */
    public static void passedOver(Collection<UUID> ids) {
        if (!ids.isEmpty() && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
            add(now.getRequest(), ids);
        }
    }

    private static void add(HttpServletRequest request, Collection<UUID> ids) {
        var all = new ArrayList<>(of(request));
        all.addAll(ids);
        request.setAttribute(ATTRIBUTE, List.copyOf(all));
    }

    public static List<UUID> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof List<?> ids
                ? ids.stream().map(UUID.class::cast).toList()
                : List.of();
    }
}
