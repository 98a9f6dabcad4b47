package zhanggui.database;

/** The server cannot start, and the person who runs it can mend that. */
class CannotStart extends RuntimeException {
    private final String action;

    CannotStart(String what, String action) {
        super(what);
        this.action = action;
    }

    String action() {
        return action;
    }
}
