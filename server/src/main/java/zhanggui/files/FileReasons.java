package zhanggui.files;

import zhanggui.problems.Reason;

/** Why files refuse. */
enum FileReasons implements Reason {
    EMPTY("file-empty", 422),
    TOO_LARGE("file-too-large", 413),
    RECORD_FULL("record-full-of-files", 409),
    TOO_MANY("too-many-files", 409),
    /** The store does not answer. */
    UNREACHABLE("files-unreachable", 503),
    /** The row is there, the content is not. */
    LOST("file-lost", 410);

    private final String code;
    private final int status;

    FileReasons(String code, int status) {
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
