package zhanggui.accounts;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;

/** What people change about their own account; never by a token, which must not outgrow its owner. */
@Service
@Transactional(noRollbackFor = Refused.class)
class OwnAccount {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Audit audit;

    OwnAccount(AccountStore accounts, Passwords passwords, SignIn signIn, Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.audit = audit;
    }

    void speak(Language language, Viewer viewer) {
        notByToken(viewer);
        accounts.setLanguage(viewer.id(), language);
    }

    /** Ends every session of the viewer; {@code current} is guarded like a sign-in. */
    void changePassword(String current, String next, Viewer viewer) {
        notByToken(viewer);
        var account = accounts.byPerson(viewer.id()).orElseThrow(Refused::notFound);
        if (!signIn.confirms(account, current, viewer.origin().address())) {
            throw Refused.invalid("current", "password-wrong");
        }
        accounts.setPassword(viewer.id(), passwords.hash(next, account.username(), "next"));
        signIn.outEverywhere(viewer.id());
        audit.did(viewer, "changed", subject(viewer, account), Map.of("password", "•"));
    }

    void signOutEverywhere(Viewer viewer) {
        notByToken(viewer);
        var account = accounts.byPerson(viewer.id()).orElseThrow(Refused::notFound);
        signIn.outEverywhere(viewer.id());
        audit.did(viewer, "signed-out", subject(viewer, account), Map.of("everywhere", true));
    }

    static void notByToken(Viewer viewer) {
        if (viewer.origin().way() == Viewer.Way.TOKEN) throw Refused.notAllowed();
    }

    private static Subject subject(Viewer viewer, AccountStore.Account account) {
        return new Subject("accounts", viewer.id(), account.username());
    }
}
