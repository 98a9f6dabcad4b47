package zhanggui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** No route without a rule, no rule without a route. */
class RouteRulesTest extends RightsCase {
    @Autowired
    ApplicationContext context;

    @Test
    void everyRouteHasARule() {
        var without = new TreeSet<>(routes());
        without.removeAll(ruled());
        assertThat(without)
                .as(
                        "Routes nobody has said who may use: add a line for each to RouteRules or RecordRules, as the comment there tells")
                .isEmpty();
    }

    @Test
    void everyRuleHasARoute() {
        var without = new TreeSet<>(ruled());
        without.removeAll(routes());
        assertThat(without)
                .as("Rules of routes that are there no more: take their lines out of RouteRules")
                .isEmpty();
    }

    private static Set<String> ruled() {
        return RouteRules.ALL.stream().map(Rule::name).collect(Collectors.toSet());
    }

    private Set<String> routes() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(RouteRulesTest::names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        return route.getPatternValues().stream()
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("ANY " + path)
                        : methods.stream().map(method -> method + " " + path));
    }
}
