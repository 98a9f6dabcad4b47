package zhanggui.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;
import zhanggui.problems.Refused;

/**
 * Checks who someone is. After four failures in a row a name has to wait, each time twice as long, up to a quarter of an
 * hour; names that do not exist are treated alike.
 */
@Service
class SignIn {
    private static final int FREE_FAILURES = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private final AccountStore accounts;
    private final Passwords passwords;
    private final ViewerFactory viewers;
    private final CompanySettings company;
    private final Personas personas;
    private final Audit audit;
    private final Clock clock;
    private final boolean demoMode;

    SignIn(
            AccountStore accounts,
            Passwords passwords,
            ViewerFactory viewers,
            CompanySettings company,
            Personas personas,
            Audit audit,
            Clock clock,
            @Value("${zhanggui.demo}") boolean demoMode) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.viewers = viewers;
        this.company = company;
        this.personas = personas;
        this.audit = audit;
        this.clock = clock;
        this.demoMode = demoMode;
    }

    /** Whether people may come in as a persona by a click: in demo mode, over invented data, and nowhere else. */
    boolean offersPersonas() {
        return demoMode && company.find().map(Company::demo).orElse(false);
    }

    /** @throws Refused when name and password do not fit, or it is too early to try again */
    SignedIn with(String username, String password, @Nullable String address) {
        var now = clock.instant();
        count(username, now);
        var account = accounts.byUsername(username);
        var right = passwords.matches(
                password, account.map(AccountStore.Account::passwordHash).orElse(null));
        if (!right || account.isEmpty() || account.get().disabled()) {
            audit.attempted(
                    account.map(AccountStore.Account::person).orElse(null),
                    username,
                    address,
                    "sign-in-failed",
                    new Subject("accounts", null, username));
            throw Refused.because(AccountReasons.SIGN_IN_FAILED);
        }
        accounts.forgetFailures(username);
        return begin(account.get(), address, now);
    }

    /**
     * Whether this is the viewer's own password; wrong ones count like failed sign-ins.
     *
     * @throws Refused when it is too early to try again
     */
    boolean confirms(AccountStore.Account account, String password, @Nullable String address) {
        count(account.username(), clock.instant());
        if (passwords.matches(password, account.passwordHash())) {
            accounts.forgetFailures(account.username());
            return true;
        }
        audit.attempted(
                account.person(),
                account.username(),
                address,
                "sign-in-failed",
                new Subject("accounts", account.person(), account.username()));
        return false;
    }

    /** Counts an attempt before it is made, so that attempts at the same time count each. */
    private void count(String username, Instant now) {
        if (accounts.attempt(username, now, FREE_FAILURES, LONGEST_WAIT)) return;
        var again =
                accounts.failure(username).map(AccountStore.Failure::retryAfter).orElse(now);
        throw Refused.later(
                AccountReasons.TOO_MANY_ATTEMPTS, Duration.between(now, again).plusSeconds(1));
    }

    /** The demonstration's one click, refused everywhere else. */
    SignedIn asPersona(String username, @Nullable String address) {
        if (!offersPersonas()) throw Refused.because(AccountReasons.NOT_DEMO);
        if (personas.all().stream().noneMatch(p -> p.username().equals(username))) throw Refused.notFound();
        var account = accounts.byUsername(username).filter(a -> !a.disabled()).orElseThrow(Refused::notFound);
        return begin(account, address, clock.instant());
    }

    private SignedIn begin(AccountStore.Account account, @Nullable String address, Instant now) {
        accounts.seen(account.person());
        var viewer = viewers.of(account, new Viewer.Origin(Viewer.Way.SESSION, address));
        audit.did(viewer, "signed-in", new Subject("accounts", account.person(), account.username()), Map.of());
        return new SignedIn(account.person(), now);
    }

    /** Ends all sessions of a person, on every server. */
    @Transactional
    public void outEverywhere(UUID person) {
        accounts.signOut(person, clock.instant());
    }
}
