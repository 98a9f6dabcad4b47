package zhanggui.backups.copying;

/** Why a backup is not restored; the message says it, and nothing was changed. */
public class CannotRestore extends RuntimeException {
    CannotRestore(String message) {
        super(message);
    }
}
