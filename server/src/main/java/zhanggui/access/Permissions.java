package zhanggui.access;

import java.util.List;

/** The permissions one module declares, in the order a role page shows them. */
public record Permissions(List<Permission> all) {
    public static Permissions of(Permission... all) {
        return new Permissions(List.of(all));
    }
}
