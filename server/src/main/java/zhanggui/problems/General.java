package zhanggui.problems;

/** The reasons that belong to no module. */
public enum General implements Reason {
    INVALID("invalid", 422),
    UNREADABLE("unreadable", 400),
    NOT_SIGNED_IN("not-signed-in", 401),
    NOT_ALLOWED("not-allowed", 403),
    NOT_FOUND("not-found", 404),
    WRONG_METHOD("wrong-method", 405),
    STALE("stale", 409),
    CONFLICT("conflict", 409),
    REQUEST_IN_FLIGHT("request-in-flight", 409),
    TOO_LARGE("too-large", 413),
    ADDRESS_TOO_LONG("address-too-long", 414),
    UNSUPPORTED_TYPE("unsupported-type", 415),
    KEY_REUSED("key-reused", 422),
    NOT_STORABLE("not-storable", 422),
    ANSWER_NOT_KEPT("answer-not-kept", 409),
    TOO_MANY("too-many", 429),
    INTERNAL("internal", 500),
    UNAVAILABLE("unavailable", 503),
    STORAGE_FULL("storage-full", 507);

    private final String code;
    private final int status;

    General(String code, int status) {
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
