package zhanggui.accounts;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import zhanggui.access.Viewer;
import zhanggui.accounts.SecondFactors.Shown;
import zhanggui.accounts.SignedIn.Proof;
import zhanggui.accounts.oidc.Claims;
import zhanggui.accounts.oidc.ProviderSettings;
import zhanggui.accounts.passwords.Passwords;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.problems.Refused;

/** Checks who someone is; names that do not exist are treated like those that do. */
@Service
class SignIn {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Attempts attempts;
    private final Devices devices;
    private final ViewerFactory viewers;
    private final CompanySettings company;
    private final Personas personas;
    private final ProviderSettings settings;
    private final Audit audit;
    private final Clock clock;
    private final boolean demoMode;

    SignIn(
            AccountStore accounts,
            Passwords passwords,
            SecondFactors factors,
            Attempts attempts,
            Devices devices,
            ViewerFactory viewers,
            CompanySettings company,
            Personas personas,
            ProviderSettings settings,
            Audit audit,
            Clock clock,
            @Value("${zhanggui.demo}") boolean demoMode) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.attempts = attempts;
        this.devices = devices;
        this.viewers = viewers;
        this.company = company;
        this.personas = personas;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.demoMode = demoMode;
    }

    /** Whether people may come in as a persona by a click: in demo mode, over invented data, and nowhere else. */
    boolean offersPersonas() {
        return demoMode && company.find().map(Company::demo).orElse(false);
    }

    /**
     * The first step, and often the last: what is missing yet, {@link Standing} tells.
     *
     * @throws Refused when name and password do not fit, or it is too early to try again
     */
    SignedIn with(String username, String password, Visit visit) {
        if (!settings.passwords()) throw Refused.because(AccountReasons.PASSWORDS_OFF);
        var account = accounts.byUsername(username).orElse(null);
        var kind = account == null
                ? Attempts.Kind.name(username, visit.address())
                : kind(account.person(), username, visit);
        var right = attempts.make(
                kind,
                () -> passwords.matches(password, account == null ? null : account.passwordHash())
                        && account != null
                        && !account.disabled());
        if (!right || account == null) {
            failed(account == null ? null : account.person(), username, visit);
            throw Refused.because(AccountReasons.SIGN_IN_FAILED);
        }
        var signedIn = signedIn(Proof.PASSWORD, account, visit);
        if (Standing.of(signedIn, account).missing() == null) isIn(account, visit, Map.of());
        return signedIn;
    }

    /**
     * The second step, of whoever has a second factor.
     *
     * @throws Refused when the code is wrong, or it is too early to try again
     */
    SignedIn with(String code, Standing standing, Visit visit) {
        var account = standing.account();
        var shown = new AtomicReference<@Nullable Shown>();
        var right = attempts.make(Attempts.Kind.code(account.person()), () -> {
            shown.set(factors.show(account.person(), code).orElse(null));
            return shown.get() != null;
        });
        if (!right) {
            failed(account.person(), account.username(), visit);
            throw SecondFactors.wrong();
        }
        var details = new LinkedHashMap<String, Object>();
        details.put("secondFactor", true);
        if (shown.get() == Shown.RECOVERY_CODE) {
            details.put("recoveryCodes", factors.of(account.person()).recoveryCodes());
        }
        isIn(account, visit, details);
        return standing.signedIn().with(Proof.CODE);
    }

    /** Somebody the company's own sign-in vouches for; empty where no account here is theirs. */
    Optional<SignedIn> by(Claims claims, Visit visit) {
        var account = accounts.known(claims, settings.match()).filter(a -> !a.disabled());
        if (account.isEmpty()) failed(null, claims.name(), visit);
        return account.map(a -> {
            isIn(a, visit, Map.of());
            return signedIn(Proof.PROVIDER, a, visit);
        });
    }

    /** Somebody who had nothing to show beside the password yet, and has set it up now. */
    SignedIn enrolled(Standing standing, Visit visit) {
        isIn(standing.account(), visit, Map.of("secondFactor", true));
        return standing.signedIn().with(Proof.CODE);
    }

    /**
     * Whether this is a person's own password; wrong ones count like failed sign-ins.
     *
     * @throws Refused when it is too early to try again
     */
    boolean confirms(AccountStore.Account account, String password, Visit visit) {
        var kind = kind(account.person(), account.username(), visit);
        if (attempts.make(kind, () -> passwords.matches(password, account.passwordHash()))) return true;
        failed(account.person(), account.username(), visit);
        return false;
    }

    /** The demonstration's one click, refused everywhere else. */
    SignedIn asPersona(String username, Visit visit) {
        if (!offersPersonas()) throw Refused.because(AccountReasons.NOT_DEMO);
        if (personas.all().stream().noneMatch(p -> p.username().equals(username))) throw Refused.notFound();
        var account = accounts.byUsername(username).filter(a -> !a.disabled()).orElseThrow(Refused::notFound);
        isIn(account, visit, Map.of());
        return signedIn(Proof.PERSONA, account, visit);
    }

    private SignedIn signedIn(Proof proof, AccountStore.Account account, Visit visit) {
        return SignedIn.by(proof, account.person(), clock.instant(), account.signedOutUntil(), visit);
    }

    private Attempts.Kind kind(UUID person, String username, Visit visit) {
        return devices.known(visit.device(), person)
                .map(Attempts.Kind::device)
                .orElseGet(() -> Attempts.Kind.name(username, visit.address()));
    }

    private void failed(@Nullable UUID person, String username, Visit visit) {
        audit.attempted(person, username, visit.address(), "sign-in-failed", new Subject("accounts", person, username));
    }

    /** Whoever is about to come in, for the log. */
    Viewer viewer(Standing standing, @Nullable String address) {
        return viewers.of(standing.account(), new Viewer.Origin(Viewer.Way.SESSION, address));
    }

    private void isIn(AccountStore.Account account, Visit visit, Map<String, ?> details) {
        accounts.seen(account.person());
        var viewer = viewers.of(account, new Viewer.Origin(Viewer.Way.SESSION, visit.address()));
        audit.did(viewer, "signed-in", new Subject("accounts", account.person(), account.username()), details);
    }
}
