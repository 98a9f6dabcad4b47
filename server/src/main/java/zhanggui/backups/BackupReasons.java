package zhanggui.backups;

import zhanggui.problems.Reason;

/** Why something with backups is refused. */
enum BackupReasons implements Reason {
    /** Another backup is being made. */
    RUNNING("backup-running", 409),
    /** The folder cannot be written, with what the system says of it. */
    CANNOT_WRITE("backup-cannot-write", 507),
    /** What asked for it is part of a backup that was restored since. */
    RESTORED_SINCE("backup-restored-since", 409);

    private final String code;
    private final int status;

    BackupReasons(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
