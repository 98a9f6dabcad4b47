package zhanggui.accounts;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.accounts.factors.FactorStore;
import zhanggui.accounts.factors.RecoveryCodes;
import zhanggui.accounts.factors.Totp;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.company.CompanySettings;
import zhanggui.problems.Refused;
import zhanggui.secrets.SecretKey;
import zhanggui.texts.Texts;

/**
 * Second factors of people: set up with an app, asked for at each sign-in, replaced by a recovery code where the app is
 * lost. The secret is told once, to whom it belongs; every code counts once.
 */
@Service
@Transactional
class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private final FactorStore store;
    private final SecretKey key;
    private final Attempts attempts;
    private final CompanySettings company;
    private final Texts texts;
    private final Audit audit;
    private final Clock clock;

    SecondFactors(
            FactorStore store,
            SecretKey key,
            Attempts attempts,
            CompanySettings company,
            Texts texts,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.key = key;
        this.attempts = attempts;
        this.company = company;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param since when it was set up; absent where there is none
     * @param recoveryCodes how many are left
     */
    record FactorState(@Nullable Instant since, int recoveryCodes) {}

    /**
     * What an app needs to know.
     *
     * @param secret as people type it
     * @param uri as apps read it from a picture
     */
    record Enrolment(String secret, String uri) {}

    /** What was shown instead of a code, when it was right. */
    enum Shown {
        CODE,
        RECOVERY_CODE
    }

    FactorState of(UUID person) {
        return new FactorState(store.confirmedAt(person).orElse(null), store.recoveryCodes(person));
    }

    /** Begins anew at each call; nothing is asked for before a code has confirmed it. */
    Enrolment begin(AccountStore.Account account) {
        if (!key.isThere()) throw Refused.because(AccountReasons.NO_SECRET_KEY);
        if (account.hasFactor()) throw Refused.because(AccountReasons.SECOND_FACTOR_ON);
        var secret = Secrets.bytes(SECRET_BYTES);
        store.begin(account.person(), secret);
        var name = company.find().map(c -> c.in(account.language())).orElse("");
        var issuer = texts.get(account.language(), "accounts.issuer", name);
        return new Enrolment(Totp.typed(secret), Totp.address(secret, issuer, account.username()));
    }

    /** Returns the recovery codes, which are told this once. */
    List<String> confirm(String code, Viewer viewer) {
        var right = attempts.make(Attempts.Kind.code(viewer.id()), () -> isCode(viewer.id(), typed(code), false));
        if (!right || !store.confirm(viewer.id())) throw wrong();
        var codes = newRecoveryCodes(viewer.id());
        audit.did(viewer, "changed", subject(viewer), Map.of("secondFactor", true));
        return codes;
    }

    /** Uses up a code, if it is one of this person. */
    Optional<Shown> show(UUID person, String code) {
        var typed = typed(code);
        if (isCode(person, typed, true)) return Optional.of(Shown.CODE);
        return store.useRecoveryCode(person, RecoveryCodes.hash(person, typed))
                ? Optional.of(Shown.RECOVERY_CODE)
                : Optional.empty();
    }

    /** Those before are worth nothing any more. */
    List<String> renewRecoveryCodes(String code, Viewer viewer) {
        require(code, viewer);
        var codes = newRecoveryCodes(viewer.id());
        audit.did(viewer, "changed", subject(viewer), Map.of("recoveryCodes", codes.size()));
        return codes;
    }

    void end(String code, Viewer viewer) {
        require(code, viewer);
        store.remove(viewer.id());
        audit.did(viewer, "changed", subject(viewer), Map.of("secondFactor", false));
    }

    /** Returns whether there was one. */
    boolean reset(UUID person) {
        return store.remove(person);
    }

    private void require(String code, Viewer viewer) {
        var right = attempts.make(
                Attempts.Kind.code(viewer.id()), () -> show(viewer.id(), code).isPresent());
        if (!right) throw wrong();
    }

    private boolean isCode(UUID person, String typed, boolean confirmed) {
        var secret = store.secret(person, confirmed);
        if (secret.isEmpty()) return false;
        var step = Totp.step(secret.get(), typed, clock.instant());
        return step.isPresent() && store.use(person, step.getAsLong());
    }

    private List<String> newRecoveryCodes(UUID person) {
        var codes = RecoveryCodes.make();
        store.setRecoveryCodes(
                person, codes.stream().map(c -> RecoveryCodes.hash(person, c)).toList());
        return codes;
    }

    /** However it was typed: with a space in the middle, in full-width digits. */
    private static String typed(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    static Refused wrong() {
        return Refused.invalid("code", "code-wrong");
    }

    private static Subject subject(Viewer viewer) {
        return new Subject("accounts", viewer.id(), viewer.name());
    }
}
