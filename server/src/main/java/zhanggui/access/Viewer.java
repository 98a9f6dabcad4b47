package zhanggui.access;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;

/**
 * The signed-in person on whose behalf a request is answered or a job runs.
 *
 * @param id the person's id, which is also the owner id on records
 * @param grants the permissions held, by {@code module:action}, each with its widest reach
 * @param fields what their roles say of single fields
 * @param origin how and from where they came
 */
public record Viewer(
        UUID id,
        String name,
        Language language,
        Map<String, Grant> grants,
        FieldRights fields,
        Colleagues colleagues,
        Calendar calendar,
        Origin origin) {

    /**
     * @param way how the request was authenticated
     * @param address the client's IP address, where there is one
     * @param cause what larger thing it is part of, where that is to be known later
     */
    public record Origin(
            Way way, @Nullable String address, @Nullable Cause cause) {
        public Origin(Way way, @Nullable String address) {
            this(way, address, null);
        }
    }

    /**
     * What histories say beside what changed.
     *
     * @param field its words stand under {@code entry.<field>}
     */
    public record Cause(String field, String words) {}

    public enum Way {
        SESSION,
        TOKEN,
        JOB
    }

    /** The same person, come another way. */
    public Viewer by(Origin other) {
        return new Viewer(id, name, language, grants, fields, colleagues, calendar, other);
    }

    /** The same person, while they do something that histories are to tell along with each change. */
    public Viewer because(String field, String words) {
        return by(new Origin(origin.way(), origin.address(), new Cause(field, words)));
    }

    /** The same person as if they held nothing but these permissions. */
    public Viewer holding(Map<String, Grant> others) {
        return new Viewer(id, name, language, Map.copyOf(others), fields, colleagues, calendar, origin);
    }

    public boolean may(String permission) {
        return grants.containsKey(permission);
    }

    public void require(String permission) {
        if (!may(permission)) throw Refused.notAllowed();
    }

    public Optional<Grant> grant(String permission) {
        return Optional.ofNullable(grants.get(permission));
    }

    /** Whether {@code permission} covers records of {@code owner}; records without an owner are covered by ALL only. */
    public boolean may(String permission, @Nullable UUID owner) {
        var grant = grants.get(permission);
        if (grant == null) return false;
        if (grant.reach() == Reach.ALL) return true;
        return owner != null
                && (owner.equals(id) || colleagues.coveredBy(grant, id).has(owner));
    }

    /** The people {@code permission} covers; empty when it covers whatever there is, owned or not. */
    public Optional<Circle> covered(String permission) {
        var grant = grants.get(permission);
        if (grant == null) return Optional.of(Circle.nobody());
        return grant.reach() == Reach.ALL ? Optional.empty() : Optional.of(colleagues.coveredBy(grant, id));
    }
}
