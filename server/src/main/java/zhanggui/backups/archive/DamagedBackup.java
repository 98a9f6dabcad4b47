package zhanggui.backups.archive;

/** A file that is no whole backup, or none this version can read; the message says why. */
public class DamagedBackup extends RuntimeException {
    DamagedBackup(String message) {
        super(message);
    }

    static DamagedBackup newer() {
        return new DamagedBackup("It was made by a newer version of Zhanggui, which writes backups in another way.");
    }
}
