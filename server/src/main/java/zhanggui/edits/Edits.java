package zhanggui.edits;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.access.Viewer;
import zhanggui.listings.Listing;
import zhanggui.listings.Lists;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** Changes single fields of records, of whatever list. */
@Service
public class Edits {
    private final Map<String, Editing> editings = new LinkedHashMap<>();
    private final Map<String, BulkAction> actions = new LinkedHashMap<>();
    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final Lists lists;
    private final JsonMapper mapper;
    private final Validator validator;

    Edits(
            List<Editing> editings,
            List<BulkAction> actions,
            List<Listing> listings,
            Lists lists,
            JsonMapper mapper,
            Validator validator) {
        listings.forEach(list -> this.listings.put(list.name(), list));
        this.lists = lists;
        this.mapper = mapper;
        this.validator = validator;
        editings.forEach(editing -> {
            this.editings.put(editing.list(), editing);
            add(new EditAction(editing, this));
            if (editing instanceof Deleting deleting) {
                add(new DeleteAction(
                        deleting, Objects.requireNonNull(list(editing).deletePermission())));
            }
        });
        actions.forEach(this::add);
    }

    private Listing list(Editing editing) {
        return Objects.requireNonNull(listings.get(editing.list()), editing.list());
    }

    private void add(BulkAction action) {
        actions.put(action.list() + "/" + action.name(), action);
    }

    /** @throws Refused where nothing of the name can be done to records of the list */
    BulkAction action(String list, String name) {
        var action = actions.get(list + "/" + name);
        if (action == null) throw Refused.invalid("action", "unknown", name);
        return action;
    }

    /** @param was what the person saw of these fields; not asked for where they say nothing of it */
    @Transactional
    public void edit(String list, UUID id, Map<String, JsonNode> values, Map<String, JsonNode> was, Viewer viewer) {
        var editing = editings.get(list);
        if (editing == null) throw Refused.notFound();
        viewer.require(list(editing).editPermission());
        requireOpen(list, values, viewer);
        editing.edit(id, new Changes(values, was, false, mapper, validator), viewer);
    }

    /** Whether it made a difference. */
    private boolean edit(Editing editing, UUID id, Map<String, JsonNode> values, Viewer viewer) {
        var changes = new Changes(values, Map.of(), false, mapper, validator);
        editing.edit(id, changes, viewer);
        return !changes.made().isEmpty();
    }

    /**
     * For modules that have seen to which fields may be set; what the viewer may write is asked as ever.
     *
     * @param onlyWhereStill fields are set only where they are still this
     * @return what it made of them, by field
     */
    @Transactional
    public Map<String, Changes.Difference> set(
            String list, UUID id, Map<String, JsonNode> values, Map<String, JsonNode> onlyWhereStill, Viewer viewer) {
        if (values.isEmpty()) return Map.of();
        var changes = new Changes(values, onlyWhereStill, true, mapper, validator);
        Objects.requireNonNull(editings.get(list), list).edit(id, changes, viewer);
        return Map.copyOf(changes.made());
    }

    /** @throws Refused where one of the fields cannot be changed so by this viewer */
    public void requireOpen(String list, Map<String, JsonNode> values, Viewer viewer) {
        if (values.isEmpty()) throw Refused.invalid("values", "required");
        var listing = lists.find(list, viewer);
        var problems = new ArrayList<FieldProblem>();
        for (var field : values.keySet()) {
            if (!isOpen(listing, field, viewer)) problems.add(FieldProblem.of(field, "field-closed"));
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    private static boolean isOpen(Listing listing, String field, Viewer viewer) {
        return listing.allColumns().stream()
                .filter(column -> column.key().equals(field))
                .anyMatch(column -> listing.isEntered(column, viewer));
    }

    /** Some fields set to the same of many records. */
    record EditAction(Editing editing, Edits edits) implements BulkAction {
        @Override
        public String list() {
            return editing.list();
        }

        @Override
        public String name() {
            return "edit";
        }

        @Override
        public String permission() {
            return edits.list(editing).editPermission();
        }

        @Override
        public void check(JsonNode input, Viewer viewer) {
            edits.requireOpen(list(), Changes.fields(input), viewer);
        }

        @Override
        public boolean apply(UUID id, JsonNode input, Viewer viewer) {
            return edits.edit(editing, id, Changes.fields(input), viewer);
        }
    }

    /** Many records deleted. */
    record DeleteAction(Deleting editing, String permission) implements BulkAction {
        @Override
        public String list() {
            return editing.list();
        }

        @Override
        public String name() {
            return "delete";
        }

        @Override
        public boolean apply(UUID id, JsonNode input, Viewer viewer) {
            editing.delete(id, viewer);
            return true;
        }
    }
}
