package zhanggui.accounts;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a session remembers: who came, when and how. Everything else is looked up at each request.
 *
 * @param id what the session is called where people see it; what the browser keeps stays a secret
 * @param browser as it calls itself
 */
record SignedIn(
        UUID person,
        Instant at,
        UUID id,
        Proof proof,
        @Nullable String address,
        @Nullable String browser) implements Serializable {

    /** How they showed who they are. */
    enum Proof {
        PASSWORD,
        /** A password, and a code of the second factor. */
        CODE,
        /** The company's own sign-in, which sees to everything. */
        PROVIDER,
        /** The demonstration's one click. */
        PERSONA
    }

    /**
     * Somebody who has just shown who they are. On a clock that was set back they still come after they were signed out.
     *
     * @param signedOutUntil the sessions of theirs begun before are over
     */
    static SignedIn by(Proof proof, UUID person, Instant now, Instant signedOutUntil, Visit visit) {
        var at = now.isAfter(signedOutUntil) ? now : signedOutUntil.plusMillis(1);
        return new SignedIn(person, at, UUID.randomUUID(), proof, visit.address(), visit.browser());
    }

    SignedIn with(Proof proof) {
        return new SignedIn(person, at, id, proof, address, browser);
    }

    @Override
    public String toString() {
        return person.toString();
    }
}
