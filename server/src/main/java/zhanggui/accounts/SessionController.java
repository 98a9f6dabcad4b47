package zhanggui.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Reach;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.people.Organisations;
import zhanggui.texts.Language;

/** Signing in and out, and what the client has to know before it draws anything. */
@RestController
@RequestMapping("/api/session")
@PreAuthorize("permitAll()")
class SessionController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final AccountStore accounts;
    private final CompanySettings company;
    private final Personas personas;
    private final Organisations organisations;
    private final Audit audit;

    SessionController(
            SignIn signIn,
            Sessions sessions,
            AccountStore accounts,
            CompanySettings company,
            Personas personas,
            Organisations organisations,
            Audit audit) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.company = company;
        this.personas = personas;
        this.organisations = organisations;
        this.audit = audit;
    }

    enum State {
        SETUP,
        ANONYMOUS,
        SIGNED_IN
    }

    record UnitOf(UUID id, String name) {}

    /** @param permissions how far each permission reaches */
    record Me(
            UUID id,
            String name,
            String username,
            Language language,
            @Nullable UnitOf unit,
            @Nullable String title,
            Map<String, Reach> permissions) {}

    /** @param personas whom one may sign in as by a click; none outside the demonstration */
    record Session(
            State state,
            boolean demo,
            List<Personas.Persona> personas,
            @Nullable Company company,
            @Nullable Me me) {}

    record Credentials(
            @NotBlank @Size(max = 100) String username,
            @NotNull @Size(max = 500) String password) {}

    record AsPersona(@NotBlank @Size(max = 100) String username) {}

    @GetMapping
    Session get() {
        var found = company.find().orElse(null);
        var demo = found != null && found.demo();
        var who = signIn.offersPersonas() ? personas.all() : List.<Personas.Persona>of();
        if (found == null) return new Session(State.SETUP, false, List.of(), null, null);
        return SecurityContextHolder.getContext().getAuthentication() instanceof Recognised r
                ? new Session(State.SIGNED_IN, demo, who, found, me(r.viewer()))
                : new Session(State.ANONYMOUS, demo, who, found, null);
    }

    @PostMapping
    Session signIn(@Valid @RequestBody Credentials body, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(
                signIn.with(body.username().strip(), body.password(), request.getRemoteAddr()), request, response);
        return get();
    }

    @PostMapping("/persona")
    Session asPersona(@Valid @RequestBody AsPersona body, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(signIn.asPersona(body.username(), request.getRemoteAddr()), request, response);
        return get();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof Recognised r) {
            audit.did(
                    r.viewer(),
                    "signed-out",
                    new Subject("accounts", r.viewer().id(), r.viewer().name()),
                    Map.of());
        }
        Sessions.end(request);
    }

    private Me me(Viewer viewer) {
        var account = accounts.byPerson(viewer.id()).orElseThrow();
        var organisation = organisations.today(viewer.calendar().zone());
        var seat = organisation.mainSeat(viewer.id());
        return new Me(
                viewer.id(),
                viewer.name(),
                account.username(),
                viewer.language(),
                seat.flatMap(s -> organisation.unit(s.unit()))
                        .map(u -> new UnitOf(u.id(), u.name()))
                        .orElse(null),
                seat.map(s -> s.title()).orElse(null),
                viewer.grants().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, g -> g.getValue()
                        .reach())));
    }
}
