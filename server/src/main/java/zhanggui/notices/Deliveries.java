package zhanggui.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.notices.Channel.Letter;
import zhanggui.notices.Channel.Undeliverable;
import zhanggui.notices.DeliveryStore.Claimed;
import zhanggui.notices.DeliveryStore.End;

/**
 * Sends what was committed, each at least once: what is sent is said to be only afterwards. What fails is tried again,
 * later each time, and given up in the end. From a copy for trying things nothing is sent.
 */
@Component
class Deliveries {
    static final int MOST_ATTEMPTS = 8;
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final int AT_ONCE = 20;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration DIGESTED = Duration.ofDays(7);
    private static final int LONGEST_DIGEST = 50;
    private static final Viewer.Origin LATER = new Viewer.Origin(Viewer.Way.JOB, null);

    private final DeliveryStore store;
    private final NoticeStore notices;
    private final Preferences preferences;
    private final Speech speech;
    private final Viewers viewers;
    private final CompanySettings companies;
    private final Clock clock;
    private final Map<String, Channel> channels;

    Deliveries(
            DeliveryStore store,
            NoticeStore notices,
            Preferences preferences,
            Speech speech,
            Viewers viewers,
            CompanySettings companies,
            Clock clock,
            List<Channel> channels) {
        this.store = store;
        this.notices = notices;
        this.preferences = preferences;
        this.speech = speech;
        this.viewers = viewers;
        this.companies = companies;
        this.clock = clock;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
    }

    /** Sends whatever is due. */
    void send() {
        var company = companies.find().orElse(null);
        if (company == null || company.trialCopy() || !store.isAnyDue(clock.instant())) return;
        List<Claimed> claimed;
        do {
            claimed = store.claim(clock.instant(), AT_ONCE);
            for (var one : claimed) send(one, company);
        } while (claimed.size() == AT_ONCE);
    }

    private void send(Claimed one, Company company) {
        var channel = channels.get(one.channel());
        var viewer = viewers.of(one.person(), LATER).orElse(null);
        if (channel == null || !channel.isReady() || viewer == null) {
            store.end(one.id(), End.DROPPED, null);
            return;
        }
        var quiet = preferences.habit(one.person()).quietUntil(clock.instant().atZone(company.timeZone()));
        if (quiet.isPresent() && one.notice() != null) {
            store.later(one.id(), quiet.get().toInstant(), false, null);
            return;
        }
        var letter = letter(one, viewer);
        if (letter == null) {
            store.end(one.id(), End.DROPPED, null);
            return;
        }
        try {
            channel.deliver(letter);
            store.end(one.id(), End.DONE, null);
        } catch (Undeliverable e) {
            log.warn("a notice by {} is given up: {}", one.channel(), e.getMessage());
            store.end(one.id(), End.GIVEN_UP, e.getMessage());
        } catch (Exception e) {
            failed(one, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private void failed(Claimed one, String why) {
        log.warn("a notice by {} failed, attempt {}: {}", one.channel(), one.attempts(), why);
        if (one.attempts() >= MOST_ATTEMPTS) {
            store.end(one.id(), End.GIVEN_UP, why);
        } else {
            var pause = FIRST_PAUSE.multipliedBy(1L << (2 * (one.attempts() - 1)));
            store.later(one.id(), clock.instant().plus(pause), true, why);
        }
    }

    /** Absent where there is nothing to say any more: it was read in the meantime, or may not be read now. */
    private @Nullable Letter letter(Claimed one, Viewer viewer) {
        var notice = one.notice();
        var told = notice == null
                ? notices.unreadOf(one.person(), DIGESTED, LONGEST_DIGEST)
                : notices.find(notice).filter(n -> n.readAt() == null).stream().toList();
        var spoken = speech.of(told, viewer).stream().filter(s -> !s.gone()).toList();
        return spoken.isEmpty() ? null : new Letter(one.id(), viewer, notice == null, spoken);
    }
}
