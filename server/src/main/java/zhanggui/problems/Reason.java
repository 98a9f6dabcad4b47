package zhanggui.problems;

/** Why something was refused: a stable code for programs, an HTTP status, and a text under {@code problem.<code>}. */
public interface Reason {
    String code();

    int status();
}
