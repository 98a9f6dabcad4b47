package zhanggui.webhooks;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.notices.News;
import zhanggui.notices.Notices;
import zhanggui.secrets.SecretKey;
import zhanggui.webhooks.MessageStore.Attempt;
import zhanggui.webhooks.MessageStore.Claimed;
import zhanggui.webhooks.MessageStore.State;

/**
 * Sends messages that were committed, each at least once and always under the same id. An endpoint that is slow keeps
 * only its own messages waiting. What fails is tried again over about a day, then kept until somebody sends it again; an
 * endpoint that nothing reaches for days is switched off. From a copy for trying things nothing is sent.
 */
@Component
class Sending implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int AT_ONCE = 4;
    private static final int GONE = 410;
    private static final Duration HOPELESS = Duration.ofDays(5);
    /** After each attempt; as many as there are, and one. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(8),
            Duration.ofHours(10));

    private final MessageStore store;
    private final EndpointStore endpoints;
    private final Post post;
    private final Guard guard;
    private final SecretKey key;
    private final Notices notices;
    private final Wanted wanted;
    private final CompanySettings companies;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UUID, AtomicInteger> busy = new ConcurrentHashMap<>();

    Sending(
            MessageStore store,
            EndpointStore endpoints,
            Post post,
            Guard guard,
            SecretKey key,
            Notices notices,
            Wanted wanted,
            CompanySettings companies,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.endpoints = endpoints;
        this.post = post;
        this.guard = guard;
        this.key = key;
        this.notices = notices;
        this.wanted = wanted;
        this.companies = companies;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins to send what is due, and does not wait for it. */
    List<Future<?>> send() {
        var begun = new ArrayList<Future<?>>();
        if (companies.find().map(Company::trialCopy).orElse(true)) return begun;
        for (var id : store.due(clock.instant())) {
            var running = busy.computeIfAbsent(id, e -> new AtomicInteger());
            var free = AT_ONCE - running.get();
            if (free <= 0) continue;
            for (var one : store.claim(id, clock.instant(), free)) {
                running.incrementAndGet();
                begun.add(threads.submit(() -> {
                    try {
                        send(one, id);
                    } catch (RuntimeException e) {
                        log.error("a webhook could not be sent", e);
                    } finally {
                        running.decrementAndGet();
                    }
                }));
            }
        }
        return begun;
    }

    private void send(Claimed one, UUID id) {
        var endpoint = endpoints.find(id).orElse(null);
        if (endpoint == null || !endpoint.enabled()) return;
        var at = clock.instant();
        var began = System.nanoTime();
        try {
            if (guard.refuses(endpoint.url()).isPresent()) throw new IOException("this address may not be reached");
            var answer = post.send(endpoint.url(), headers(one, endpoint, at), one.body());
            var attempt = new Attempt(at, answer.status(), millis(began), answer.text(), null);
            transaction.executeWithoutResult(status -> ended(one, endpoint, attempt, answer.status() / 100 == 2));
        } catch (IOException | RuntimeException e) {
            var why = Objects.requireNonNullElse(e.getMessage(), e.toString());
            var attempt = new Attempt(at, null, millis(began), null, why);
            transaction.executeWithoutResult(status -> ended(one, endpoint, attempt, false));
        }
    }

    private Map<String, String> headers(Claimed one, Endpoint endpoint, Instant at) {
        if (endpoint.secret().length == 0) throw new IllegalStateException("the endpoint has no secret");
        var id = Signature.id(one.message());
        var timestamp = at.getEpochSecond();
        var signature = Signature.of(key.decrypt(endpoint.secret()), id, timestamp, one.body());
        if (endpoint.formerSecret() != null && endpoint.formerUntil() != null && at.isBefore(endpoint.formerUntil())) {
            signature += " " + Signature.of(key.decrypt(endpoint.formerSecret()), id, timestamp, one.body());
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(timestamp));
        headers.put("webhook-signature", signature);
        return headers;
    }

    private void ended(Claimed one, Endpoint endpoint, Attempt attempt, boolean arrived) {
        store.attempted(one.id(), attempt);
        if (arrived) {
            store.end(one.id(), State.DONE);
            endpoints.arrived(endpoint.id());
            return;
        }
        if (one.attempts() > PAUSES.size()) {
            store.end(one.id(), State.DEAD);
        } else {
            store.later(one.id(), attempt.at().plus(PAUSES.get(one.attempts() - 1)));
        }
        var gone = Objects.equals(attempt.status(), GONE);
        var since = endpoint.failingSince();
        if (gone || (since != null && since.plus(HOPELESS).isBefore(attempt.at()))) {
            disable(endpoint, gone ? "410 Gone" : said(attempt));
        } else {
            endpoints.failed(endpoint.id(), attempt.at());
        }
    }

    private void disable(Endpoint endpoint, String why) {
        if (!endpoints.disable(endpoint.id(), why)) return;
        wanted.changed();
        log.warn("the webhook {} is switched off: {}", endpoint.name(), why);
        notices.tellHolders(News.plain(WebhookConfig.DISABLED, endpoint.name(), why), WebhookConfig.MANAGE);
    }

    private static String said(Attempt attempt) {
        return attempt.problem() != null ? attempt.problem() : "HTTP " + attempt.status();
    }

    private static int millis(long began) {
        return (int) Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
