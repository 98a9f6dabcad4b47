package zhanggui.imports;

import zhanggui.problems.Reason;

/** Why something about an import as a whole is refused. */
enum ImportReasons implements Reason {
    BUSY("import-busy", 409),
    FINISHED("import-finished", 409),
    FILE_DROPPED("import-file-dropped", 409),
    MOVED_ON("import-moved-on", 409),
    PERMISSION_LOST("import-permission-lost", 403);

    private final String code;
    private final int status;

    ImportReasons(String code, int status) {
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
