package zhanggui.accounts;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** What a session remembers: who signed in, and when. Everything else is looked up at each request. */
record SignedIn(UUID person, Instant at) implements Serializable {
    @Override
    public String toString() {
        return person.toString();
    }
}
