package zhanggui.accounts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.FieldLevel;
import zhanggui.access.Grant;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Reach;
import zhanggui.access.Viewer;
import zhanggui.audit.RecordHead;
import zhanggui.audit.Records;
import zhanggui.listings.Listing;
import zhanggui.listings.Lists;
import zhanggui.listings.Page;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Says what a person may see of one record and do with it, and by which of their roles. */
@Service
@Transactional(readOnly = true)
class Explanations {
    private static final String OWNER = "owner";
    private final AccountStore accounts;
    private final RoleStore roles;
    private final RoleFields fields;
    private final ViewerFactory viewers;
    private final Records records;
    private final Lists lists;
    private final List<Permissions> permissions;
    private final Texts texts;

    Explanations(
            AccountStore accounts,
            RoleStore roles,
            RoleFields fields,
            ViewerFactory viewers,
            Records records,
            Lists lists,
            List<Permissions> permissions,
            Texts texts) {
        this.accounts = accounts;
        this.roles = roles;
        this.fields = fields;
        this.viewers = viewers;
        this.records = records;
        this.lists = lists;
        this.permissions = permissions;
        this.texts = texts;
    }

    /** How a role comes to a record. */
    enum Way {
        /** By whom it belongs to. */
        OWNER,
        /** As it is shared with the person. */
        SHARED,
        /** Whomever it belongs to. */
        EVERYTHING
    }

    record Because(UUID role, String name, Reach reach, Way way) {}

    /** @param because the roles by which it is allowed; none where it is not */
    @Schema(name = "ExplainedAction")
    record Action(String permission, String label, boolean allowed, List<Because> because) {}

    record ByRole(UUID role, String name, FieldLevel level) {}

    /** @param roles what the roles that count say of it, where any of them says something */
    @Schema(name = "ExplainedField")
    record Field(String key, String label, FieldLevel level, List<ByRole> roles) {}

    /**
     * @param account whether the person can sign in at all
     * @param reads whether they see the record
     * @param owner whom it belongs to, where it belongs to somebody
     */
    record Explained(
            RecordHead record,
            boolean account,
            boolean reads,
            Page.@Nullable Reference owner,
            List<Action> actions,
            List<Field> fields) {}

    /** @throws Refused as not found when there is no such record within the reach of whoever asks */
    Explained of(UUID person, String list, UUID id, Viewer asking) {
        var record = records.find(list, id, asking).orElseThrow(Refused::notFound);
        var listing = lists.find(list, asking);
        var owner = owner(listing, id);
        var account = accounts.byPerson(person).filter(a -> !a.disabled());
        if (account.isEmpty()) return new Explained(record, false, false, owner, List.of(), List.of());
        var viewer = viewers.of(account.get(), asking.origin());
        var reads = records.find(list, id, viewer).isPresent();
        var names = names(asking.language());
        var actions = actionsOf(listing).stream()
                .map(p -> action(p, listing, id, owner, viewer, account.get(), reads, names, asking.language()))
                .toList();
        return new Explained(
                record, true, reads, owner, actions, fields(listing, viewer, account.get(), names, asking));
    }

    private List<Permission> actionsOf(Listing listing) {
        return permissions.stream()
                .flatMap(p -> p.all().stream())
                .filter(p -> p.module().equals(listing.module()) && !p.action().equals("create"))
                .toList();
    }

    private Map<UUID, String> names(Language language) {
        var names = new HashMap<UUID, String>();
        roles.all().forEach(r -> names.put(r.id(), r.in(language)));
        return names;
    }

    private Page.@Nullable Reference owner(Listing listing, UUID id) {
        return lists.cell(listing, id, OWNER) instanceof Page.Reference owner ? owner : null;
    }

    private Action action(
            Permission permission,
            Listing listing,
            UUID id,
            Page.@Nullable Reference owner,
            Viewer viewer,
            AccountStore.Account account,
            boolean reads,
            Map<UUID, String> names,
            Language language) {
        var because = new ArrayList<Because>();
        if (reads) {
            for (var granted : account.grants()) {
                if (!granted.permission().equals(permission.name())) continue;
                var grant = granted.grant();
                way(permission.name(), grant, listing, id, owner, viewer)
                        .ifPresent(way -> because.add(new Because(
                                granted.role(),
                                Objects.requireNonNull(names.get(granted.role())),
                                grant.reach(),
                                way)));
            }
        }
        var label = texts.get(language, "permission." + permission.module() + "." + permission.action());
        return new Action(permission.name(), label, !because.isEmpty(), because);
    }

    /** How somebody with this grant alone would come to the record. */
    private Optional<Way> way(
            String permission, Grant grant, Listing listing, UUID id, Page.@Nullable Reference owner, Viewer viewer) {
        var alone = viewer.holding(Map.of(permission, grant));
        if (!lists.reaches(listing, id, alone, permission)) return Optional.empty();
        if (grant.reach() == Reach.ALL) return Optional.of(Way.EVERYTHING);
        return Optional.of(owner != null && alone.may(permission, owner.id()) ? Way.OWNER : Way.SHARED);
    }

    private List<Field> fields(
            Listing listing, Viewer viewer, AccountStore.Account account, Map<UUID, String> names, Viewer asking) {
        var counting = fields.counting(listing, account);
        return listing.allColumns().stream()
                .map(c -> new Field(
                        c.key(),
                        c.heading(listing.name(), asking.language(), texts),
                        listing.level(c.key(), viewer),
                        account.ruled().stream()
                                .filter(r -> r.list().equals(listing.name())
                                        && r.field().equals(c.key())
                                        && counting.contains(r.role()))
                                .map(r -> new ByRole(r.role(), Objects.requireNonNull(names.get(r.role())), r.level()))
                                .toList()))
                .toList();
    }
}
