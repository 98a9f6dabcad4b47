package zhanggui.access;

/**
 * Something a role may allow, written {@code module:action}; its words stand under {@code permission.<module>.<action>}.
 *
 * @param scoped whether it carries a {@link Reach}; otherwise it is had or not had
 */
public record Permission(String module, String action, boolean scoped) {
    public static Permission scoped(String module, String action) {
        return new Permission(module, action, true);
    }

    public static Permission plain(String module, String action) {
        return new Permission(module, action, false);
    }

    public String name() {
        return module + ":" + action;
    }
}
