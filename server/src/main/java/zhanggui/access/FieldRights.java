package zhanggui.access;

import java.util.Map;

/**
 * What somebody's roles say of single fields. Whoever reaches a record reads and, where they may change it, writes all of
 * its fields that no rule names.
 *
 * @param rules by the name of the list and the key of the field; {@link FieldLevel#WRITE} is never among them
 */
public record FieldRights(Map<String, Map<String, FieldLevel>> rules) {
    public static final FieldRights OPEN = new FieldRights(Map.of());

    /** Whether any field of that list is ruled. */
    public boolean limit(String list) {
        return rules.containsKey(list);
    }

    /** As the roles say it; {@code Listing#level} knows what follows for fields made of others. */
    public FieldLevel of(String list, String field) {
        return rules.getOrDefault(list, Map.of()).getOrDefault(field, FieldLevel.WRITE);
    }
}
