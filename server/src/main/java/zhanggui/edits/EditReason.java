package zhanggui.edits;

import zhanggui.problems.Reason;

/** Why many records cannot be changed. */
enum EditReason implements Reason {
    /** More than are changed at once. */
    TOO_MANY("edits.too-many"),
    /** Nothing was chosen that the viewer may read. */
    NOTHING("edits.nothing");

    private final String code;

    EditReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 422;
    }
}
