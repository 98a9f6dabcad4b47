package zhanggui.accounts;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses to start while any route of ours does not say who may use it. */
@Component
class RouteCheck implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping routes;

    RouteCheck(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var open = routes.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("zhanggui"))
                .filter(e -> !declares(e.getValue()))
                .map(Map.Entry::getKey)
                .map(RequestMappingInfo::toString)
                .toList();
        if (!open.isEmpty()) throw new IllegalStateException("routes without @PreAuthorize: " + List.copyOf(open));
    }

    private static boolean declares(HandlerMethod route) {
        return AnnotatedElementUtils.hasAnnotation(route.getMethod(), PreAuthorize.class)
                || AnnotatedElementUtils.hasAnnotation(route.getBeanType(), PreAuthorize.class);
    }
}
