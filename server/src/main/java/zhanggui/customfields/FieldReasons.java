package zhanggui.customfields;

import zhanggui.problems.Reason;

/** Why a change of custom fields is refused. */
enum FieldReasons implements Reason {
    TOO_MANY("too-many"),
    IN_USE("in-use"),
    DECIDES("decides"),
    COMPUTES("computes");

    private final String code;

    FieldReasons(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return "customfields." + code;
    }

    @Override
    public int status() {
        return 409;
    }
}
