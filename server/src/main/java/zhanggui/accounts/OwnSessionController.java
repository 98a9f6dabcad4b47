package zhanggui.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.accounts.OwnSessions.OwnSession;
import zhanggui.problems.Refused;

/** Where a person is signed in. */
@RestController
@RequestMapping("/api/me/sessions")
@PreAuthorize("isAuthenticated()")
class OwnSessionController {
    private final OwnSessions all;
    private final OwnAccount own;

    OwnSessionController(OwnSessions all, OwnAccount own) {
        this.all = all;
        this.own = own;
    }

    @GetMapping
    List<OwnSession> get(Viewer viewer, HttpServletRequest request) {
        return all.of(viewer, current(viewer, request));
    }

    /** Signs out everywhere, here included. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(Viewer viewer, HttpServletRequest request) {
        own.signOutEverywhere(viewer);
        Sessions.end(request);
    }

    /** Signs out everywhere else. */
    @DeleteMapping("/others")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Viewer viewer, HttpServletRequest request) {
        all.endOthers(viewer, current(viewer, request));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, Viewer viewer, HttpServletRequest request) {
        current(viewer, request);
        all.end(id, viewer);
    }

    private static SignedIn current(Viewer viewer, HttpServletRequest request) {
        OwnAccount.notByToken(viewer);
        return Standing.in(request).map(Standing::signedIn).orElseThrow(Refused::notAllowed);
    }
}
