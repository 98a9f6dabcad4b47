package zhanggui.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;

/** Begins and ends browser sessions. */
@Component
public class Sessions {
    private final SecurityContextRepository contexts;
    private final ViewerFactory viewers;
    private final Clock clock;

    Sessions(SecurityContextRepository contexts, ViewerFactory viewers, Clock clock) {
        this.contexts = contexts;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Begins a session for a person who has just shown who they are, or was just created by set-up. */
    public void begin(UUID person, HttpServletRequest request, HttpServletResponse response) {
        begin(new SignedIn(person, clock.instant()), request, response);
    }

    void begin(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) request.changeSessionId();
        var stored = SecurityContextHolder.createEmptyContext();
        stored.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, java.util.List.of()));
        contexts.saveContext(stored, request, response);
        viewers.of(signedIn.person(), new Viewer.Origin(Viewer.Way.SESSION, request.getRemoteAddr()))
                .ifPresent(viewer -> {
                    var now = SecurityContextHolder.createEmptyContext();
                    now.setAuthentication(new Recognised(viewer));
                    SecurityContextHolder.setContext(now);
                });
    }

    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }
}
