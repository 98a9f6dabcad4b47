package zhanggui.backups.copying;

/** Why there was nothing to be done, or nothing may be done now; the message says it. */
public class NothingDone extends RuntimeException {
    private final boolean later;

    private NothingDone(String message, boolean later) {
        super(message);
        this.later = later;
    }

    static NothingDone nothingThere() {
        return new NothingDone("There is no company in this system yet.", false);
    }

    /** A backup of tables this program does not know would be none. */
    static NothingDone otherTables() {
        return new NothingDone(
                "The tables were made by another version of Zhanggui than this one. Use that version, or start this one"
                        + " once so that it brings them up to date.",
                false);
    }

    static NothingDone anotherRuns() {
        return new NothingDone("Another backup is being made right now.", true);
    }

    /** Whether it helps to try again. */
    public boolean isForNow() {
        return later;
    }
}
