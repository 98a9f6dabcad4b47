package zhanggui.customfields;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static zhanggui.customfields.db.Tables.FIELD;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.customfields.CustomField.Required;
import zhanggui.customfields.CustomField.When;
import zhanggui.customfields.db.tables.records.FieldRecord;
import zhanggui.texts.Label;

/** The definitions of custom fields in PostgreSQL, and whether records hold values of them. */
@Repository
class FieldStore {
    private static final TypeReference<List<CustomField.Option>> OPTIONS = new TypeReference<>() {};
    private final DSLContext db;
    private final JsonMapper mapper;

    FieldStore(DSLContext db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /** In the order people are shown them. */
    List<CustomField> of(String type) {
        return db.selectFrom(FIELD)
                .where(FIELD.RECORD_TYPE.eq(type))
                .orderBy(FIELD.POSITION, FIELD.ID)
                .fetch(this::field);
    }

    Optional<CustomField> find(String type, UUID id) {
        return db.selectFrom(FIELD)
                .where(FIELD.RECORD_TYPE.eq(type), FIELD.ID.eq(id))
                .fetchOptional(this::field);
    }

    /** Changes of one type's fields come one after the other. */
    void lock(String type) {
        db.execute("select pg_advisory_xact_lock(hashtextextended('custom fields ' || {0}, 0))", DSL.val(type));
    }

    UUID insert(String type, String code, FieldType holds, SaveField field) {
        var r = db.newRecord(FIELD);
        fill(r, field, holds);
        r.setRecordType(type);
        r.setCode(code);
        r.setType(holds.name());
        var last = db.select(coalesce(max(FIELD.POSITION), inline(0)))
                .from(FIELD)
                .where(FIELD.RECORD_TYPE.eq(type))
                .fetchSingle()
                .value1();
        r.setPosition(last + 1);
        return db.insertInto(FIELD)
                .set(r)
                .returningResult(FIELD.ID)
                .fetchSingle()
                .value1();
    }

    void update(CustomField before, SaveField field) {
        var r = db.newRecord(FIELD);
        fill(r, field, before.type());
        r.setRetired(field.retired());
        r.setVersion(before.version() + 1);
        db.update(FIELD).set(r).where(FIELD.ID.eq(before.id())).execute();
    }

    void place(UUID id, int position) {
        db.update(FIELD).set(FIELD.POSITION, position).where(FIELD.ID.eq(id)).execute();
    }

    void delete(UUID id) {
        db.deleteFrom(FIELD).where(FIELD.ID.eq(id)).execute();
    }

    /** How many records have a value of a field. */
    int used(TableField<?, JSONB> custom, String code) {
        return db.fetchCount(table(custom), condition("jsonb_exists({0}, {1})", custom, inline(code)));
    }

    /** Whether a record has one of these choices in a field. */
    boolean usesAny(TableField<?, JSONB> custom, String code, Collection<String> options) {
        return db.fetchExists(
                table(custom),
                condition(
                        "jsonb_exists_any({0} -> {1}, {2})",
                        custom, inline(code), DSL.val(options.toArray(String[]::new))));
    }

    /** Keeps anew the words of the records that have a value of one field, out of these fields. */
    void keepWords(FieldHost host, String changed, List<String> searched) {
        if (host.words() == null) return;
        db.execute("set local statement_timeout = 0");
        var words = DSL.field(
                "(select string_agg({0} ->> code, E'\\n') from unnest({1}) with ordinality as s (code, n))",
                String.class, host.custom(), DSL.val(searched.toArray(String[]::new)));
        db.update(table(host.custom()))
                .set(host.words(), words)
                .where(condition("jsonb_exists({0}, {1})", host.custom(), inline(changed)))
                .execute();
    }

    private static org.jooq.Table<?> table(TableField<?, JSONB> custom) {
        return Objects.requireNonNull(custom.getTable());
    }

    private void fill(FieldRecord r, SaveField f, FieldType type) {
        r.setName(f.name().strip());
        r.setNameEn(f.nameEn().strip());
        r.setHelp(SaveField.text(f.help()));
        r.setHelpEn(SaveField.text(f.helpEn()));
        r.setSection(SaveField.text(f.section()));
        r.setSectionEn(SaveField.text(f.sectionEn()));
        var required = f.required() == null ? Required.NEVER : f.required();
        r.setRequired(required.when().name());
        r.setRequiredField(required.when() == When.WHEN ? required.field() : null);
        r.setRequiredValues(required.when() == When.WHEN ? required.values().toArray(String[]::new) : new String[0]);
        r.setFallback(f.fallback() == null ? null : JSONB.valueOf(mapper.writeValueAsString(f.fallback())));
        r.setFormula(type == FieldType.FORMULA ? SaveField.text(f.formula()) : null);
        r.setOptions(JSONB.valueOf(mapper.writeValueAsString(f.options())));
        r.setShown(f.shown());
        r.setTotalled(f.totalled() && type.canBeTotalled());
        r.setFilterable(f.filterable() && type.canBeFilterable());
        r.setSearched(f.searched() && type == FieldType.TEXT);
    }

    private CustomField field(FieldRecord r) {
        var type = FieldType.valueOf(r.getType());
        var fallback = r.getFallback() == null
                ? null
                : type.read(mapper.readValue(r.getFallback().data(), Object.class));
        return new CustomField(
                r.getId(),
                r.getCode(),
                type,
                new Label(r.getName(), r.getNameEn()),
                label(r.getHelp(), r.getHelpEn()),
                label(r.getSection(), r.getSectionEn()),
                new Required(When.valueOf(r.getRequired()), r.getRequiredField(), List.of(r.getRequiredValues())),
                fallback,
                r.getFormula(),
                mapper.readValue(r.getOptions().data(), OPTIONS),
                r.getShown(),
                r.getTotalled(),
                r.getFilterable(),
                r.getSearched(),
                r.getRetired(),
                r.getVersion());
    }

    /** Said in one language only, it is said so in the other. */
    private static @Nullable Label label(@Nullable String zh, @Nullable String en) {
        if (zh == null && en == null) return null;
        return new Label(Objects.requireNonNullElse(zh, en), Objects.requireNonNullElse(en, zh));
    }
}
