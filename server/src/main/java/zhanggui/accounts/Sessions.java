package zhanggui.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.accounts.SignedIn.Proof;

/**
 * Begins browser sessions, says what they are worth, and ends them. One ends when it is not used for a while, which the
 * store of sessions sees to, and some days after signing in in any case.
 */
@Component
public class Sessions {
    /** How long a password counts that was not followed by what is missing. */
    private static final Duration HALF = Duration.ofMinutes(15);

    private final SecurityContextRepository contexts;
    private final Recognition recognition;
    private final Devices devices;
    private final Clock clock;
    private final Duration longest;

    Sessions(
            SecurityContextRepository contexts,
            Recognition recognition,
            Devices devices,
            Clock clock,
            @Value("${zhanggui.sessions.longest}") Duration longest) {
        this.contexts = contexts;
        this.recognition = recognition;
        this.devices = devices;
        this.clock = clock;
        this.longest = longest;
    }

    /** Begins a session for a person who was just created by set-up. */
    public void begin(UUID person, HttpServletRequest request, HttpServletResponse response) {
        begin(Proof.PASSWORD, person, request, response);
    }

    void begin(Proof proof, UUID person, HttpServletRequest request, HttpServletResponse response) {
        var signedOutUntil =
                recognition.of(person).map(k -> k.account().signedOutUntil()).orElse(Instant.EPOCH);
        begin(SignedIn.by(proof, person, clock.instant(), signedOutUntil, Visit.of(request)), request, response);
    }

    /** Whatever the session was before, it gets another name, which nobody can have known. */
    void begin(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) request.changeSessionId();
        var stored = SecurityContextHolder.createEmptyContext();
        stored.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
        contexts.saveContext(stored, request, response);
        var now = SecurityContextHolder.createEmptyContext();
        recognise(signedIn, request).ifPresent(viewer -> {
            now.setAuthentication(new Recognised(viewer));
            remember(signedIn, request, response);
        });
        SecurityContextHolder.setContext(now);
    }

    /** From now on this browser's mistakes are told from those of strangers. */
    private void remember(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (signedIn.proof() == Proof.PERSONA) return;
        var device = devices.remember(Visit.of(request).device(), signedIn.person());
        Visit.keep(device, request, response);
    }

    /** The viewer of a session; none when it is over, or something is missing yet. */
    Optional<Viewer> recognise(SignedIn signedIn, HttpServletRequest request) {
        var age = Duration.between(signedIn.at(), clock.instant());
        if (age.compareTo(longest) > 0) return Optional.empty();
        var known = recognition.of(signedIn.person()).filter(k -> signedIn.at()
                .isAfter(k.account().signedOutUntil()));
        var standing = known.map(k -> Standing.of(signedIn, k.account()))
                .filter(s -> s.missing() == null || age.compareTo(HALF) <= 0);
        standing.ifPresent(s -> s.keepIn(request));
        return known.filter(k -> standing.map(s -> s.missing() == null).orElse(false))
                .map(k -> k.viewer().by(new Viewer.Origin(Viewer.Way.SESSION, request.getRemoteAddr())));
    }

    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        Standing.leave(request);
        SecurityContextHolder.clearContext();
    }
}
