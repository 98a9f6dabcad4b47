package zhanggui.database;

/** The server, or a command beside it, cannot do its work, and the person who runs it can mend that. */
public class CannotStart extends RuntimeException {
    private final String action;

    /**
     * @param what is wrong
     * @param action what to do about it
     */
    public CannotStart(String what, String action) {
        super(what);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
