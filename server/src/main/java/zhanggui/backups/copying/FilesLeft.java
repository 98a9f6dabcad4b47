package zhanggui.backups.copying;

/** The rows are restored, a file beside them is not; the message says which and why. */
public class FilesLeft extends RuntimeException {
    FilesLeft(Exception cause) {
        super(cause);
    }
}
