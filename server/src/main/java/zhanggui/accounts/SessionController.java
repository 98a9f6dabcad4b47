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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.FieldLevel;
import zhanggui.access.Reach;
import zhanggui.access.Viewer;
import zhanggui.accounts.SecondFactorController.ShowCode;
import zhanggui.accounts.oidc.ProviderSettings;
import zhanggui.accounts.passwords.Passwords;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.people.Organisations;
import zhanggui.problems.General;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;

/** Signing in and out, and what the client has to know before it draws anything. */
@RestController
@RequestMapping("/api/session")
@PreAuthorize("permitAll()")
class SessionController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Passwords passwords;
    private final ProviderSettings provider;
    private final AccountStore accounts;
    private final CompanySettings company;
    private final Personas personas;
    private final Organisations organisations;
    private final Audit audit;

    SessionController(
            SignIn signIn,
            Sessions sessions,
            SecondFactors factors,
            Passwords passwords,
            ProviderSettings provider,
            AccountStore accounts,
            CompanySettings company,
            Personas personas,
            Organisations organisations,
            Audit audit) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.factors = factors;
        this.passwords = passwords;
        this.provider = provider;
        this.accounts = accounts;
        this.company = company;
        this.personas = personas;
        this.organisations = organisations;
        this.audit = audit;
    }

    enum State {
        SETUP,
        ANONYMOUS,
        /** The password was right; the second factor is asked for. */
        CODE,
        /** The password was right; a second factor has to be set up first. */
        ENROLMENT,
        SIGNED_IN
    }

    record UnitOf(UUID id, String name) {}

    /**
     * @param permissions how far each permission reaches
     * @param fields how far one may go with fields of records, by list and field, where that is less than to write them
     */
    record Me(
            UUID id,
            String name,
            String username,
            Language language,
            Theme theme,
            @Nullable UnitOf unit,
            @Nullable String title,
            Map<String, Reach> permissions,
            Map<String, Map<String, FieldLevel>> fields) {}

    /**
     * @param personas whom one may sign in as by a click; none outside the demonstration
     * @param shortestPassword how many characters a new password needs
     * @param passwords whether one may sign in with a password
     * @param provider what the company's own sign-in is called, where there is one
     */
    record Session(
            State state,
            boolean demo,
            int shortestPassword,
            boolean passwords,
            @Nullable String provider,
            List<Personas.Persona> personas,
            @Nullable Company company,
            @Nullable Me me) {}

    record Credentials(
            @NotBlank @Size(max = 100) String username,
            @NotNull @Size(max = 500) String password) {}

    record AsPersona(@NotBlank @Size(max = 100) String username) {}

    /** @param recoveryCodes told this once */
    record Enrolled(List<String> recoveryCodes, Session session) {}

    @GetMapping
    Session get(HttpServletRequest request) {
        var found = company.find().orElse(null);
        if (found == null) return session(State.SETUP, null, null);
        return SecurityContextHolder.getContext().getAuthentication() instanceof Recognised r
                ? session(State.SIGNED_IN, found, me(r.viewer()))
                : session(half(request), found, null);
    }

    private Session session(State state, @Nullable Company found, @Nullable Me me) {
        return new Session(
                state,
                found != null && found.demo(),
                passwords.shortest(),
                provider.passwords(),
                provider.isThere() ? provider.name() : null,
                signIn.offersPersonas() ? personas.all() : List.of(),
                found,
                me);
    }

    @PostMapping
    Session signIn(@Valid @RequestBody Credentials body, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(signIn.with(body.username().strip(), body.password(), Visit.of(request)), request, response);
        return get(request);
    }

    @PostMapping("/second-factor")
    Session showCode(@Valid @RequestBody ShowCode body, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(
                signIn.with(body.code(), missing(Standing.Step.CODE, request), Visit.of(request)), request, response);
        return get(request);
    }

    /** For whoever has to set up a second factor before anything else is answered. */
    @PostMapping("/second-factor/enrolment")
    SecondFactors.Enrolment beginEnrolment(HttpServletRequest request, HttpServletResponse response) {
        SecondFactorController.notKept(response);
        return factors.begin(missing(Standing.Step.ENROLMENT, request).account());
    }

    @PutMapping("/second-factor/enrolment")
    Enrolled enrol(@Valid @RequestBody ShowCode body, HttpServletRequest request, HttpServletResponse response) {
        SecondFactorController.notKept(response);
        var standing = missing(Standing.Step.ENROLMENT, request);
        var codes = factors.confirm(body.code(), signIn.viewer(standing, request.getRemoteAddr()));
        sessions.begin(signIn.enrolled(standing, Visit.of(request)), request, response);
        return new Enrolled(codes, get(request));
    }

    @PostMapping("/persona")
    Session asPersona(@Valid @RequestBody AsPersona body, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(signIn.asPersona(body.username(), Visit.of(request)), request, response);
        return get(request);
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

    private static State half(HttpServletRequest request) {
        return Standing.in(request)
                .map(Standing::missing)
                .map(step -> step == Standing.Step.CODE ? State.CODE : State.ENROLMENT)
                .orElse(State.ANONYMOUS);
    }

    private static Standing missing(Standing.Step step, HttpServletRequest request) {
        return Standing.in(request)
                .filter(s -> s.missing() == step)
                .orElseThrow(() -> Refused.because(General.NOT_SIGNED_IN));
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
                account.theme(),
                seat.flatMap(s -> organisation.unit(s.unit()))
                        .map(u -> new UnitOf(u.id(), u.name()))
                        .orElse(null),
                seat.map(s -> s.title()).orElse(null),
                viewer.grants().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, g -> g.getValue()
                        .reach())),
                viewer.fields().rules());
    }
}
