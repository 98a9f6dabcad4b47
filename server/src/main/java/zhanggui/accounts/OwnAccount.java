package zhanggui.accounts;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Viewer;
import zhanggui.accounts.passwords.Passwords;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;

/** What people change about their own account; never by a token, which must not outgrow its owner. */
@Service
class OwnAccount {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final PasswordNames names;
    private final SignIn signIn;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    OwnAccount(
            AccountStore accounts,
            Passwords passwords,
            PasswordNames names,
            SignIn signIn,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.names = names;
        this.signIn = signIn;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void speak(Language language, Viewer viewer) {
        notByToken(viewer);
        accounts.setLanguage(viewer.id(), language);
    }

    @Transactional
    void look(Theme theme, Viewer viewer) {
        notByToken(viewer);
        accounts.setTheme(viewer.id(), theme);
    }

    /** Ends every session of the viewer. No connection is held while passwords wait for their turn. */
    void changePassword(String current, String next, Viewer viewer, Visit visit) {
        var account = confirmed(current, "current", viewer, visit);
        var hash = passwords.hash(next, names.around(viewer.id(), account.username()), "next");
        transaction.executeWithoutResult(status -> {
            accounts.setPassword(viewer.id(), hash);
            accounts.signOut(viewer.id(), clock.instant());
            audit.did(viewer, "changed", subject(viewer, account), Map.of("password", "•"));
        });
    }

    @Transactional
    void signOutEverywhere(Viewer viewer) {
        notByToken(viewer);
        var account = mine(viewer);
        accounts.signOut(viewer.id(), clock.instant());
        audit.did(viewer, "signed-out", subject(viewer, account), Map.of("everywhere", true));
    }

    /**
     * The viewer's account, once they have shown the password again; guarded like a sign-in.
     *
     * @param field where complaints belong
     */
    AccountStore.Account confirmed(String password, String field, Viewer viewer, Visit visit) {
        notByToken(viewer);
        var account = mine(viewer);
        if (account.passwordHash() != null && !signIn.confirms(account, password, visit)) {
            throw Refused.invalid(field, "password-wrong");
        }
        return account;
    }

    private AccountStore.Account mine(Viewer viewer) {
        return accounts.byPerson(viewer.id()).orElseThrow(Refused::notFound);
    }

    static void notByToken(Viewer viewer) {
        if (viewer.origin().way() == Viewer.Way.TOKEN) throw Refused.notAllowed();
    }

    private static Subject subject(Viewer viewer, AccountStore.Account account) {
        return new Subject("accounts", viewer.id(), account.username());
    }
}
