package zhanggui.accounts;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import zhanggui.access.FieldLevel;
import zhanggui.access.Reach;
import zhanggui.texts.Language;

/** A role: what those who have it may do, and how far. */
record Role(UUID id, String code, String name, String nameEn, List<Allowed> allows, List<Field> fields, int version) {
    /** @param units the chosen units when the reach is CHOSEN */
    record Allowed(String permission, Reach reach, Set<UUID> units) {}

    /** @param level less than {@link FieldLevel#WRITE}, which is what holds of fields a role does not name */
    record Field(String list, String field, FieldLevel level) {}

    String in(Language language) {
        return language == Language.ZH ? name : nameEn;
    }
}
