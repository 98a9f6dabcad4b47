package zhanggui.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;

/** Personal tokens for machines: some of a person's own permissions, until a day. */
@Service
@Transactional
class Tokens {
    static final String PREFIX = "zg_";
    private static final int LONGEST_YEARS = 2;
    private final TokenStore store;
    private final ViewerFactory viewers;
    private final Audit audit;
    private final Clock clock;

    Tokens(TokenStore store, ViewerFactory viewers, Audit audit, Clock clock) {
        this.store = store;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param token the secret; it cannot be shown again */
    record NewToken(UUID id, String token) {}

    NewToken create(String name, List<String> scopes, LocalDate expiresOn, Viewer viewer) {
        var today = viewer.calendar().day(clock.instant());
        if (!expiresOn.isAfter(today)) throw Refused.invalid("expiresOn", "future");
        if (expiresOn.isAfter(today.plusYears(LONGEST_YEARS))) throw Refused.invalid("expiresOn", "max");
        for (var scope : scopes) {
            if (!viewer.may(scope)) throw Refused.invalid("scopes", "unknown", scope);
        }
        var token = PREFIX + Secrets.random();
        var id = store.add(viewer.id(), name, Secrets.hash(token), scopes, expiresOn);
        audit.did(viewer, "created", new Subject("tokens", id, name), Map.of("scopes", scopes, "expiresOn", expiresOn));
        return new NewToken(id, token);
    }

    List<TokenStore.Token> of(Viewer viewer) {
        return store.of(viewer.id());
    }

    void remove(UUID id, Viewer viewer) {
        if (!store.remove(id, viewer.id())) throw Refused.notFound();
        audit.did(viewer, "deleted", new Subject("tokens", id, null), Map.of());
    }

    /** The viewer a token speaks for, cut down to the token's scopes. */
    Optional<Viewer> viewer(String token, @Nullable String address) {
        if (!token.startsWith(PREFIX)) return Optional.empty();
        var today = viewers.calendar().day(clock.instant());
        return store.use(Secrets.hash(token), today)
                .flatMap(use -> viewers.of(use.person(), new Viewer.Origin(Viewer.Way.TOKEN, address))
                        .map(v -> v.holding(v.grants().entrySet().stream()
                                .filter(g -> use.scopes().contains(g.getKey()))
                                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)))));
    }
}
