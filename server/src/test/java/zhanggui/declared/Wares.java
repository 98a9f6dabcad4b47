package zhanggui.declared;

import jakarta.validation.constraints.NotBlank;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.impl.CustomRecord;
import org.jooq.impl.CustomTable;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.bin.Bin;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.CustomValues;
import zhanggui.customfields.FieldHost;
import zhanggui.edits.Changes;
import zhanggui.edits.Deleting;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession;
import zhanggui.imports.RowMemory;
import zhanggui.listings.Column;
import zhanggui.listings.FieldGuard;
import zhanggui.listings.Listing;
import zhanggui.people.Directory;
import zhanggui.problems.Refused;

/**
 * A module as a later one will be: it declares a list and offers its commands, and has everything else by that. It is no
 * part of the product.
 */
@TestConfiguration(proxyBeanMethods = false)
class Wares {
    static final WareTable WARE = new WareTable();
    static final String LIST = "wares";

    static final class WareRecord extends CustomRecord<WareRecord> {
        WareRecord() {
            super(WARE);
        }
    }

    static final class WareTable extends CustomTable<WareRecord> {
        final TableField<WareRecord, UUID> id = createField(DSL.name("id"), SQLDataType.UUID);
        final TableField<WareRecord, String> name = createField(DSL.name("name"), SQLDataType.CLOB);
        final TableField<WareRecord, Integer> size = createField(DSL.name("size"), SQLDataType.INTEGER);
        final TableField<WareRecord, UUID> owner = createField(DSL.name("owner_id"), SQLDataType.UUID);
        final TableField<WareRecord, JSONB> custom = createField(DSL.name("custom"), SQLDataType.JSONB);
        final TableField<WareRecord, Integer> version = createField(DSL.name("version"), SQLDataType.INTEGER);

        WareTable() {
            super(DSL.name("ware"), DSL.schema(DSL.name("declared")));
        }

        @Override
        public Class<? extends WareRecord> getRecordType() {
            return WareRecord.class;
        }
    }

    /** What is entered of a ware. */
    record SaveWare(
            @NotBlank String name,
            @Nullable Integer size,
            @Nullable Map<String, @Nullable Object> custom) {
        Map<String, Object> logged() {
            var log = new LinkedHashMap<String, Object>();
            log.put("name", name);
            if (size != null) log.put("size", size);
            if (custom != null) custom.forEach((code, value) -> log.put("custom." + code, value));
            return log;
        }
    }

    @Bean
    Permissions warePermissions() {
        return Permissions.of(
                Permission.scoped(LIST, "read"), Permission.scoped(LIST, "edit"), Permission.scoped(LIST, "export"));
    }

    @Bean
    FieldHost wareFields() {
        return FieldHost.of(LIST, WARE.custom);
    }

    @Bean
    Listing wareListing(CustomFields fields) {
        var owner = Directory.as("ware_owner");
        return Listing.of(
                        LIST,
                        LIST,
                        WARE.leftJoin(owner.table()).on(owner.id().eq(WARE.owner)),
                        WARE.id,
                        Scope.ownedBy(WARE.owner),
                        "name",
                        List.of(
                                Column.text("name", WARE.name).inSearch(),
                                Column.number("size", WARE.size).withTotal(),
                                Column.person("owner", WARE.owner, owner.name())))
                .titled("name")
                .found("name", "owner")
                .entering("name", "size")
                .deletedWith("wares:edit")
                .withMore(fields.columns(LIST))
                .withActions("edit", "export");
    }

    @Bean
    Commands wareCommands(
            DSLContext db,
            CustomFields fields,
            FieldGuard guard,
            Bin bin,
            Audit audit,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        return new Commands(db, fields, guard, bin, audit, json, new TransactionTemplate(transactions));
    }

    /** What can be done to wares. */
    record Commands(
            DSLContext db,
            CustomFields own,
            FieldGuard guard,
            Bin bin,
            Audit audit,
            JsonMapper json,
            TransactionTemplate transaction)
            implements Deleting, ImportKind {
        @Override
        public String list() {
            return LIST;
        }

        UUID create(SaveWare command, Viewer viewer) {
            viewer.require("wares:edit");
            var told = guard.guarded(LIST, command, null, viewer);
            var custom = checked(told, null, viewer);
            return transaction.execute(status -> {
                var id = db.insertInto(WARE)
                        .set(WARE.name, told.name())
                        .set(WARE.size, told.size())
                        .set(WARE.owner, viewer.id())
                        .set(WARE.custom, CustomValues.json(custom))
                        .returningResult(WARE.id)
                        .fetchSingle()
                        .value1();
                audit.created(viewer, new Subject(LIST, id, told.name()), told.logged());
                return id;
            });
        }

        @Override
        public void edit(UUID id, Changes changes, Viewer viewer) {
            var before = locked(id, viewer);
            var told = guard.guarded(LIST, changes.in(before), before, viewer);
            var custom = checked(told, before, viewer);
            var after = new SaveWare(told.name(), told.size(), custom);
            db.update(WARE)
                    .set(WARE.name, after.name())
                    .set(WARE.size, after.size())
                    .set(WARE.custom, CustomValues.json(custom))
                    .set(WARE.version, WARE.version.plus(1))
                    .where(WARE.id.eq(id))
                    .execute();
            audit.changed(viewer, new Subject(LIST, id, after.name()), before.logged(), after.logged());
        }

        @Override
        public void delete(UUID id, Viewer viewer) {
            var before = locked(id, viewer);
            var subject = new Subject(LIST, id, before.name());
            bin.keep(subject, new zhanggui.listings.Page.Reference(viewer.id(), viewer.name()), "wares:edit", viewer);
            db.deleteFrom(WARE).where(WARE.id.eq(id)).execute();
            audit.deleted(viewer, subject, before.logged());
        }

        private SaveWare locked(UUID id, Viewer viewer) {
            var row = db.select(WARE.name, WARE.size, WARE.custom)
                    .from(WARE)
                    .where(WARE.id.eq(id))
                    .and(Scope.ownedBy(WARE.owner).of(viewer, "wares:edit"))
                    .forUpdate()
                    .fetchOptional()
                    .orElseThrow(Refused::notFound);
            Map<String, @Nullable Object> custom = json.readValue(row.value3().data(), new TypeReference<>() {});
            return new SaveWare(row.value1(), row.value2(), custom);
        }

        private Map<String, Object> checked(SaveWare command, @Nullable SaveWare before, Viewer viewer) {
            Map<String, Object> was = before == null || before.custom() == null ? null : new TreeMap<>(before.custom());
            var checked = own.check(LIST, viewer).check(command.custom(), was, Map.of());
            if (!checked.problems().isEmpty()) throw Refused.invalid(checked.problems());
            return checked.values();
        }

        @Override
        public String name() {
            return LIST;
        }

        @Override
        public String permission() {
            return "wares:edit";
        }

        @Override
        public List<ImportField> fields() {
            return List.of(ImportField.text("name", "ware").need(), ImportField.number("size", "inches"));
        }

        @Override
        public ImportSession open(Viewer viewer, RowMemory memory) {
            return rows -> rows.stream().map(row -> take(row, viewer)).toList();
        }

        private ImportSession.Outcome take(ImportRow row, Viewer viewer) {
            try {
                var size = row.number("size");
                var command = new SaveWare(
                        String.valueOf(row.text("name")), size == null ? null : size.intValueExact(), null);
                return new ImportSession.Outcome.Created(create(command, viewer));
            } catch (Refused e) {
                return new ImportSession.Outcome.Refused(e.fields());
            }
        }
    }
}
