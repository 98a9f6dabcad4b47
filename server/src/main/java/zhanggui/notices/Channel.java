package zhanggui.notices;

import java.util.List;
import java.util.UUID;
import zhanggui.access.Viewer;

/**
 * A way out of the house for notices, such as mail or a company's messenger. A bean of it is asked for each notice that
 * a person wants by it, after what is told was committed; what it throws is tried again.
 */
public interface Channel {
    /** Its name in the API; its words stand under {@code notice.channel.<name>}. */
    String name();

    /** Whether it is set up; where it is not, nothing is kept for it. */
    boolean isReady();

    /** @throws Undeliverable where trying again is of no use */
    void deliver(Letter letter) throws Exception;

    /**
     * What goes out to one person.
     *
     * @param id stays the same when it is sent again
     * @param digest whether it is the unread ones of a day
     */
    record Letter(UUID id, Viewer to, boolean digest, List<Spoken> notices) {}

    /** It will not arrive, however often it is sent. */
    final class Undeliverable extends Exception {
        private static final long serialVersionUID = 1L;

        public Undeliverable(String why) {
            super(why);
        }
    }
}
