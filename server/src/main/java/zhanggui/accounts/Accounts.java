package zhanggui.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Grant;
import zhanggui.access.Viewer;
import zhanggui.accounts.passwords.Passwords;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;

/** Giving people accounts, and taking them away. */
@Service
@Transactional
public class Accounts {
    private final DSLContext db;
    private final AccountStore store;
    private final RoleStore roles;
    private final TokenStore tokens;
    private final Passwords passwords;
    private final PasswordNames names;
    private final SecondFactors factors;
    private final Attempts attempts;
    private final Administrators administrators;
    private final Audit audit;
    private final Clock clock;

    Accounts(
            DSLContext db,
            AccountStore store,
            RoleStore roles,
            TokenStore tokens,
            Passwords passwords,
            PasswordNames names,
            SecondFactors factors,
            Attempts attempts,
            Administrators administrators,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.roles = roles;
        this.tokens = tokens;
        this.passwords = passwords;
        this.names = names;
        this.factors = factors;
        this.attempts = attempts;
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A new account.
     *
     * @param password absent where the person cannot sign in with one (yet)
     * @param roles codes of roles
     */
    public record NewAccount(
            @NotNull UUID person,
            @NotBlank @Pattern(regexp = "\\S{2,100}") String username,
            @Nullable @Size(max = 500) String password,
            @NotNull Language language,
            @NotNull List<@NotNull String> roles) {}

    /**
     * What an account is to be.
     *
     * @param roles codes of roles
     * @param language as it is where nothing is said
     */
    public record EditAccount(
            @NotBlank @Pattern(regexp = "\\S{2,100}") String username,
            @NotNull List<@NotNull String> roles,
            @Nullable Language language,
            @NotNull Boolean disabled,
            @NotNull Integer version) {}

    /** An account as the log tells of it: with the columns of the list of accounts. */
    record Described(String username, List<String> roles, Language language, boolean disabled) {}

    /** Opens an account while nobody is signed in yet: at set-up. */
    public void open(NewAccount account) {
        open(account, "");
    }

    /** @param within the part of a larger command that complaints belong to, such as {@code administrator.} */
    public void open(NewAccount account, String within) {
        if (store.exists(account.username())) throw Refused.invalid(within + "username", "taken", account.username());
        var hash = account.password() == null
                ? null
                : hash(account.password(), account.person(), account.username(), within + "password");
        store.add(account.person(), account.username(), hash, account.language());
        store.setRoles(account.person(), ids(account.roles()));
    }

    public void create(NewAccount account, Viewer viewer) {
        var name = store.nameOf(account.person())
                .orElseThrow(() -> Refused.invalid("person", "unknown", account.person()));
        if (store.byPerson(account.person()).isPresent()) throw Refused.invalid("person", "taken", name);
        open(account);
        var view = view(account.person());
        audit.created(viewer, subject(view), describe(view, viewer));
    }

    AccountView view(UUID person) {
        return AccountList.find(db, person).orElseThrow(Refused::notFound);
    }

    /** A disabled account's sessions and tokens end at once. */
    public void edit(UUID person, EditAccount edit, Viewer viewer) {
        administrators.keptBy(() -> {
            var before = view(person);
            if (before.version() != edit.version()) throw Refused.stale(before);
            if (!before.username().equalsIgnoreCase(edit.username()) && store.exists(edit.username())) {
                throw Refused.invalid("username", "taken", edit.username());
            }
            var language = edit.language() != null ? edit.language() : before.language();
            if (!store.change(person, edit.username(), language, edit.disabled(), edit.version())) {
                throw Refused.stale(view(person));
            }
            store.setRoles(person, ids(edit.roles()));
            if (edit.disabled()) {
                store.signOut(person, clock.instant());
                tokens.removeAll(person);
            }
            var after = view(person);
            audit.changed(viewer, subject(after), describe(before, viewer), describe(after, viewer));
        });
    }

    /** How far some permissions reach for everybody whose account works, by person and permission. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<String, Grant>> grants(Collection<String> permissions) {
        var all = new HashMap<UUID, Map<String, Grant>>();
        store.grants(permissions)
                .forEach((person, granted) -> granted.forEach(g -> all.computeIfAbsent(person, p -> new HashMap<>())
                        .merge(g.permission(), g.grant(), Grant::and)));
        return all;
    }

    /** Whether somebody has an account that works. */
    @Transactional(readOnly = true)
    public boolean signsIn(UUID person) {
        return AccountList.find(db, person)
                .filter(a -> a.state() == AccountView.State.ACTIVE)
                .isPresent();
    }

    /** Disables an account, where there is one that is not. */
    public void disable(UUID person, Viewer viewer) {
        viewer.require(Administrators.PERMISSION);
        AccountList.find(db, person)
                .filter(a -> !a.disabled())
                .ifPresent(a -> edit(
                        person, new EditAccount(a.username(), a.roles(), a.language(), true, a.version()), viewer));
    }

    /** Sets a person's password for them; whoever is signed in with the old one is signed out. */
    public void setPassword(UUID person, String password, Viewer viewer) {
        var account = view(person);
        store.setPassword(person, hash(password, person, account.username(), "password"));
        attempts.forget(account.username());
        store.signOut(person, clock.instant());
        audit.did(viewer, "changed", subject(account), Map.of("password", "•••"));
    }

    /** For somebody who lost both app and recovery codes; whoever is signed in is signed out. */
    public void resetSecondFactor(UUID person, Viewer viewer) {
        var account = view(person);
        if (!factors.reset(person)) return;
        store.signOut(person, clock.instant());
        audit.did(viewer, "changed", subject(account), Map.of("secondFactor", false));
    }

    /** Ends all sessions of a person, on every server; tokens stay. */
    public void signOut(UUID person, Viewer viewer) {
        var account = view(person);
        store.signOut(person, clock.instant());
        audit.did(viewer, "signed-out", subject(account), Map.of());
    }

    /** Creates the roles a company starts with, where there are none. */
    public void createDefaultRoles() {
        if (roles.isEmpty()) DefaultRoles.ALL.forEach(roles::add);
    }

    private String hash(String password, UUID person, String username, String field) {
        return passwords.hash(password, names.around(person, username), field);
    }

    private List<UUID> ids(List<String> codes) {
        var ids = new ArrayList<UUID>();
        for (var code : codes.stream().distinct().toList()) {
            ids.add(roles.byCode(code)
                    .orElseThrow(() -> Refused.invalid("roles", "unknown", code))
                    .id());
        }
        return ids;
    }

    private Described describe(AccountView account, Viewer viewer) {
        var names = roles.all().stream()
                .filter(r -> account.roles().contains(r.code()))
                .map(r -> r.in(viewer.language()))
                .toList();
        return new Described(account.username(), names, account.language(), account.disabled());
    }

    private static Subject subject(AccountView account) {
        return new Subject("accounts", account.id(), account.name());
    }
}
