package zhanggui.accounts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;

/** Where a person is signed in, as they see it themselves, and ending some of it. */
@Service
@Transactional
class OwnSessions {
    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final Audit audit;

    OwnSessions(FindByIndexNameSessionRepository<? extends Session> repository, Audit audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /**
     * @param browser as it calls itself
     * @param current whether it is the one that asks
     */
    record OwnSession(
            UUID id,
            Instant begunAt,
            Instant usedAt,
            @Nullable String address,
            @Nullable String browser,
            boolean current) {}

    /** The one that asks first, then the latest. */
    List<OwnSession> of(Viewer viewer, SignedIn current) {
        return all(viewer)
                .map(s -> new OwnSession(
                        s.signedIn().id(),
                        s.signedIn().at(),
                        s.session().getLastAccessedTime(),
                        s.signedIn().address(),
                        s.signedIn().browser(),
                        s.signedIn().id().equals(current.id())))
                .sorted(Comparator.comparing(OwnSession::current)
                        .thenComparing(OwnSession::usedAt)
                        .reversed())
                .toList();
    }

    /** What has ended already, or is somebody else's, is left as it is. */
    void end(UUID id, Viewer viewer) {
        end(all(viewer).filter(s -> s.signedIn().id().equals(id)), viewer);
    }

    void endOthers(Viewer viewer, SignedIn current) {
        end(all(viewer).filter(s -> !s.signedIn().id().equals(current.id())), viewer);
    }

    private void end(Stream<Kept> sessions, Viewer viewer) {
        var ids = sessions.map(s -> s.session().getId()).toList();
        ids.forEach(repository::deleteById);
        if (ids.isEmpty()) return;
        var subject = new Subject("accounts", viewer.id(), viewer.name());
        audit.did(viewer, "signed-out", subject, Map.of("others", ids.size()));
    }

    private record Kept(Session session, SignedIn signedIn) {}

    private Stream<Kept> all(Viewer viewer) {
        return repository.findByPrincipalName(viewer.id().toString()).values().stream()
                .filter(session -> !session.isExpired())
                .flatMap(session -> signedIn(session).map(s -> new Kept(session, s)).stream());
    }

    private static Optional<SignedIn> signedIn(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context != null
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }
}
