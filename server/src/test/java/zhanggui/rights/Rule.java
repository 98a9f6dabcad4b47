package zhanggui.rights;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use a route, and how a request to it is made: one line of {@link RouteRules}.
 *
 * @param template the path as the server maps it, its variables in braces
 * @param path a path to ask for; {@code {id}} is the object's id
 * @param entry what is needed to come in at all
 * @param permissions of which one is needed, each of one or several that are needed together, as {@code a&b}
 * @param object what {@code {id}} is of
 * @param action what has to reach the object once it is seen; absent where seeing it is enough. Of what is
 *     everybody's, the permission without which there is none
 * @param listed whether the object has to stand in the asker's list, which may be less than its page
 * @param body a minimal valid body; quotes are single, {@code $names} are filled in by the walk
 */
record Rule(
        String method,
        String template,
        String path,
        Entry entry,
        List<String> permissions,
        @Nullable Kind object,
        @Nullable String action,
        boolean listed,
        String body) {

    enum Entry {
        /** Anybody, without signing in. */
        PUBLIC,
        /** Whoever is signed in, or has a token. */
        SIGNED_IN,
        /** Whoever is signed in, but no token. */
        IN_PERSON,
        /** Whoever has the permission. */
        PERMITTED,
        /** Whoever is signed in, for there may be something of their own; a token needs the permission. */
        FOR_OWN
    }

    /** What objects a path may be about. */
    enum Kind {
        CUSTOMER,
        CONTACT,
        DEAL,
        FOLLOW_UP,
        TODO,
        UPLOAD,
        WORK,
        HANDOVER,
        // The rest belongs to everybody who has the permission.
        PERSON,
        ACCOUNT,
        ROLE,
        UNIT,
        SEAT,
        VACANT_SEAT,
        EMPTY_UNIT,
        PRODUCT,
        RATE,
        /** A draft of the organisation. */
        ORGANISATION_DRAFT,
        CATEGORY,
        PIPELINE,
        /** A custom field of contacts. */
        FIELD,
        MY_TOKEN,
        /** A saved view of customers. */
        MY_VIEW,
        /** Something the asker was told. */
        MY_NOTICE,
        /** Where messages go. */
        WEBHOOK,
        /** A message on its way there. */
        WEBHOOK_DELIVERY,
        /** Of the audit log. */
        ENTRY,
        /** What is in the bin, was merged or is there twice: the walk knows of none, so that everybody is told so. */
        BINNED,
        /** A file in the folder of backups. */
        BACKUP;

        private static final Set<Kind> OWNED = Set.of(CUSTOMER, CONTACT, DEAL, FOLLOW_UP, TODO, UPLOAD, WORK, HANDOVER);

        /** Whether it is somebody's, so that a reach decides. */
        boolean isOwned() {
            return OWNED.contains(this);
        }
    }

    static Rule open(String method, String path) {
        return new Rule(method, path, path, Entry.PUBLIC, List.of(), null, null, false, "");
    }

    static Rule signedIn(String method, String path) {
        return new Rule(method, path, path, Entry.SIGNED_IN, List.of(), null, null, false, "");
    }

    static Rule inPerson(String method, String path) {
        return new Rule(method, path, path, Entry.IN_PERSON, List.of(), null, null, false, "");
    }

    static Rule may(String method, String path, String... permissions) {
        return new Rule(method, path, path, Entry.PERMITTED, List.of(permissions), null, null, false, "");
    }

    static Rule forOwn(String method, String path, String permission) {
        return new Rule(method, path, path, Entry.FOR_OWN, List.of(permission), null, null, false, "");
    }

    Rule of(Kind kind) {
        return new Rule(method, template, path, entry, permissions, kind, action, listed, body);
    }

    /** Seeing the object is not enough: this has to reach it. */
    Rule acting(String permission) {
        return new Rule(method, template, path, entry, permissions, object, permission, listed, body);
    }

    Rule standingInList() {
        return new Rule(method, template, path, entry, permissions, object, action, true, body);
    }

    Rule with(String body) {
        return new Rule(method, template, path, entry, permissions, object, action, listed, body.replace('\'', '"'));
    }

    /** The same route, asked for under another path. */
    Rule at(String path) {
        return new Rule(method, template, path, entry, permissions, object, action, listed, body);
    }

    /** Whether it cannot succeed here, for want of a secret; whoever comes that far is told so. */
    boolean asksForSecret() {
        return body.contains("$unknown");
    }

    boolean isSafe() {
        return method.equals("GET");
    }

    String name() {
        return method + " " + template;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
