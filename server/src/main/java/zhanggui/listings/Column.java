package zhanggui.listings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import zhanggui.texts.Label;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/**
 * One column of a list, bound to the SQL expression that yields it. Its heading stands under {@code <list>.<key>}.
 *
 * @param value what is compared, sorted and totalled; the id where the kind is a reference
 * @param beside what the value is shown with: the name of a reference, the currency of money
 * @param order what sorting goes by where that is not the value
 * @param list the list in which a reference is a record
 * @param shown whether people see it without choosing it
 * @param totalled whether the list shows its sum
 * @param searched whether quick search looks into it
 * @param kept where the database keeps the words, with others of the row, ready to be searched: see
 *     {@code public.searchable}
 * @param sortable whether people may sort by it
 * @param placed whose unit the cell shows, where the viewer's organisation tells it: for showing, {@code value} is not
 *     asked for
 * @param label its heading, where people have named it themselves
 * @param reveals other fields of the list that can be told from it: it is for those who may read all of them
 * @param related how rows are matched where many records stand behind one cell, such as the products of a deal
 */
public record Column(
        String key,
        Kind kind,
        Field<?> value,
        @Nullable Field<String> beside,
        @Nullable Field<?> order,
        @Nullable Options options,
        @Nullable String list,
        boolean shown,
        boolean totalled,
        boolean searched,
        @Nullable Field<String> kept,
        boolean sortable,
        @Nullable Field<UUID> placed,
        @Nullable Related related,
        @Nullable Label label,
        Set<String> reveals,
        @Nullable Total total) {

    /** What is summed instead of the value: money of several currencies in one of them. */
    public record Total(Field<BigDecimal> value, Field<String> currency) {}

    private static final String CUSTOM = "custom.";

    /** Matches rows by records related to them, usually by an EXISTS. */
    public interface Related {
        /** Rows related to one of these. */
        Condition any(Collection<UUID> ids);

        /** Rows related to anything at all. */
        Condition some();
    }

    private static Column plain(String key, Kind kind, Field<?> value) {
        return new Column(
                key, kind, value, null, null, null, null, true, false, false, null, true, null, null, null, Set.of(),
                null);
    }

    public static Column text(String key, Field<String> value) {
        return plain(key, Kind.TEXT, value);
    }

    public static Column longText(String key, Field<String> value) {
        return plain(key, Kind.LONG_TEXT, value).unsorted();
    }

    public static Column phone(String key, Field<String> value) {
        return plain(key, Kind.PHONE, value);
    }

    public static Column email(String key, Field<String> value) {
        return plain(key, Kind.EMAIL, value);
    }

    public static Column link(String key, Field<String> value) {
        return plain(key, Kind.LINK, value).unsorted();
    }

    public static Column number(String key, Field<? extends Number> value) {
        return plain(key, Kind.NUMBER, value);
    }

    /** A share as a number from 0 to 100. */
    public static Column percent(String key, Field<? extends Number> value) {
        return plain(key, Kind.PERCENT, value);
    }

    public static Column money(String key, Field<BigDecimal> value, Field<String> currency) {
        return new Column(
                key,
                Kind.MONEY,
                value,
                currency,
                null,
                null,
                null,
                true,
                false,
                false,
                null,
                true,
                null,
                null,
                null,
                Set.of(),
                null);
    }

    public static Column date(String key, Field<LocalDate> value) {
        return plain(key, Kind.DATE, value);
    }

    public static Column instant(String key, Field<OffsetDateTime> value) {
        return plain(key, Kind.INSTANT, value);
    }

    public static Column flag(String key, Field<Boolean> value) {
        return plain(key, Kind.FLAG, value);
    }

    public static Column choice(String key, Field<?> value, Options options) {
        return new Column(
                key,
                Kind.CHOICE,
                value,
                null,
                null,
                options,
                null,
                true,
                false,
                false,
                null,
                true,
                null,
                null,
                null,
                Set.of(),
                null);
    }

    /** Tags that are codes, with their words. */
    public static Column tags(String key, Field<String[]> value, Options options) {
        return new Column(
                key, Kind.TAGS, value, null, null, options, null, true, false, false, null, false, null, null, null,
                Set.of(), null);
    }

    public static Column tags(String key, Field<String[]> value) {
        return plain(key, Kind.TAGS, value).unsorted();
    }

    public static Column person(String key, Field<UUID> id, Field<String> name) {
        return new Column(
                key,
                Kind.PERSON,
                id,
                name,
                name,
                null,
                "people",
                true,
                false,
                false,
                null,
                true,
                null,
                null,
                null,
                Set.of(),
                null);
    }

    public static Column unit(String key, Field<UUID> id, Field<String> name) {
        return new Column(
                key, Kind.UNIT, id, name, name, null, null, true, false, false, null, true, null, null, null, Set.of(),
                null);
    }

    /** The unit a person works in today: {@code id} and {@code name} find it in SQL, for filters and order. */
    public static Column unitOf(String key, Field<UUID> person, Field<UUID> id, Field<String> name) {
        return new Column(
                key, Kind.UNIT, id, name, name, null, null, true, false, false, null, true, person, null, null,
                Set.of(), null);
    }

    public static Column record(String key, String list, Field<UUID> id, Field<String> name) {
        return new Column(
                key,
                Kind.RECORD,
                id,
                name,
                name,
                null,
                list,
                true,
                false,
                false,
                null,
                true,
                null,
                null,
                null,
                Set.of(),
                null);
    }

    /**
     * Records related to a row, of which the cell shows one: {@code id} and {@code name} are sub-selects.
     *
     * @param kind PERSON, UNIT or RECORD
     * @param list the list in which they are records, where there is one
     */
    public static Column related(
            String key, Kind kind, @Nullable String list, Field<UUID> id, Field<String> name, Related related) {
        return new Column(
                key, kind, id, name, name, null, list, true, false, false, null, false, null, related, null, Set.of(),
                null);
    }

    /** Choices that apply to a row, of which the cell shows one: {@code value} is a sub-select. */
    public static Column related(String key, Field<UUID> value, Options options, Related related) {
        return new Column(
                key,
                Kind.CHOICE,
                value,
                null,
                null,
                options,
                null,
                true,
                false,
                false,
                null,
                false,
                null,
                related,
                null,
                Set.of(),
                null);
    }

    /** Not shown until a person chooses it. */
    public Column onDemand() {
        return new Column(
                key, kind, value, beside, order, options, list, false, totalled, searched, kept, sortable, placed,
                related, label, reveals, total);
    }

    /** Summed as this instead, which rows without it do not add to. */
    public Column withTotal(Field<BigDecimal> value, Field<String> currency) {
        return new Column(
                key,
                kind,
                this.value,
                beside,
                order,
                options,
                list,
                shown,
                true,
                searched,
                kept,
                sortable,
                placed,
                related,
                label,
                reveals,
                new Total(value, currency));
    }

    public Column withTotal() {
        return new Column(
                key, kind, value, beside, order, options, list, shown, true, searched, kept, sortable, placed, related,
                label, reveals, total);
    }

    public Column inSearch() {
        return new Column(
                key, kind, value, beside, order, options, list, shown, totalled, true, kept, sortable, placed, related,
                label, reveals, total);
    }

    /** Searched through an index: {@code kept} holds these words and perhaps others of the row. */
    public Column inSearch(Field<String> kept) {
        return new Column(
                key, kind, value, beside, order, options, list, shown, totalled, true, kept, sortable, placed, related,
                label, reveals, total);
    }

    public Column unsorted() {
        return new Column(
                key, kind, value, beside, order, options, list, shown, totalled, searched, kept, false, placed, related,
                label, reveals, total);
    }

    public Column sortedBy(Field<?> order) {
        return new Column(
                key, kind, value, beside, order, options, list, shown, totalled, searched, kept, true, placed, related,
                label, reveals, total);
    }

    /** Can be computed, or nearly, from these fields of the list, so that they can be told from it. */
    public Column revealing(String... fields) {
        return revealing(Set.of(fields));
    }

    public Column revealing(Set<String> fields) {
        return new Column(
                key, kind, value, beside, order, options, list, shown, totalled, searched, kept, sortable, placed,
                related, label, fields, total);
    }

    /** Named by people and not by the texts. */
    public Column headed(Label label) {
        return new Column(
                key, kind, value, beside, order, options, list, shown, totalled, searched, kept, sortable, placed,
                related, label, reveals, total);
    }

    /** What it is called in a list of that name. */
    public String heading(String list, Language language, Texts texts) {
        return label == null ? texts.get(language, list + "." + key) : label.in(language);
    }

    Field<?> sortField() {
        return order == null ? value : order;
    }

    /** Whether people defined it themselves. */
    public boolean isCustom() {
        return key.startsWith(CUSTOM);
    }

    /** Whether it is made of other fields. */
    public boolean isComputed() {
        return !reveals.isEmpty();
    }
}
