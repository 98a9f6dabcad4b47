package zhanggui.requests;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * How long requests to this server took, by route: patterns such as {@code /api/customers/{id}}, never addresses, which
 * tell of records and of what was searched for. There are as many as the server has routes, and a bound above that.
 */
@Component
class Timings {
    static final int MOST_ROUTES = 1_000;
    private static final int SHOWN = 20;
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private final Map<Route, RouteTimes> routes = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Instant since;

    Timings(Clock clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    private record Route(String method, String pattern) {}

    /**
     * The slowest routes of one server, which remembers them until it stops.
     *
     * @param server the machine it runs on
     */
    @Schema(name = "SlowRequests")
    record Slow(String server, Instant since, List<SlowRoute> lastHour, List<SlowRoute> sinceStart) {}

    /**
     * How long requests to one route took, in milliseconds.
     *
     * @param half within which half of them were over
     * @param most within which 95 of 100 were over
     */
    @Schema(name = "SlowRoute")
    record SlowRoute(String method, String route, int count, long half, long most, long longest, Instant last) {}

    void add(String method, String pattern, long nanos) {
        var route = new Route(METHODS.contains(method) ? method : "?", pattern);
        var times = routes.get(route);
        if (times == null) {
            if (routes.size() >= MOST_ROUTES) return;
            times = routes.computeIfAbsent(route, r -> new RouteTimes());
        }
        times.add(Math.max(0, nanos / 1_000), clock.instant());
    }

    Slow slowest() {
        var now = clock.instant();
        return new Slow(machine(), since, slowest(times -> times.lately(now)), slowest(RouteTimes::sinceStart));
    }

    private List<SlowRoute> slowest(Function<RouteTimes, RouteTimes.Taken> taken) {
        return routes.entrySet().stream()
                .map(e -> told(e.getKey(), taken.apply(e.getValue())))
                .filter(route -> route.count() > 0)
                .sorted(Comparator.comparingLong(SlowRoute::most)
                        .thenComparingLong(SlowRoute::longest)
                        .reversed()
                        .thenComparing(SlowRoute::route)
                        .thenComparing(SlowRoute::method))
                .limit(SHOWN)
                .toList();
    }

    private static SlowRoute told(Route route, RouteTimes.Taken taken) {
        var durations = taken.durations();
        return new SlowRoute(
                route.method(),
                route.pattern(),
                durations.count(),
                millis(durations.within(0.5)),
                millis(durations.within(0.95)),
                millis(durations.longest()),
                taken.last());
    }

    private static long millis(long micros) {
        return Math.round(micros / 1_000.0);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
