package zhanggui.customfields;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportRow;
import zhanggui.listings.Column;
import zhanggui.people.PeopleVocabulary;
import zhanggui.people.UnitVocabulary;

/** What the module of a record needs to have custom fields in its list, its commands and its import. */
@Service
public class CustomFields {
    private final KnownFields known;
    private final FieldHosts hosts;
    private final References references;
    private final PeopleVocabulary people;
    private final UnitVocabulary units;

    CustomFields(
            KnownFields known, FieldHosts hosts, References references, PeopleVocabulary people, UnitVocabulary units) {
        this.known = known;
        this.hosts = hosts;
        this.references = references;
        this.people = people;
        this.units = units;
    }

    /** The columns they are in the list of their type, as they are when they are asked for. */
    public Supplier<List<Column>> columns(String type) {
        return () -> known.of(type).columns();
    }

    /** With this and the column of the values, {@link CustomValues#of} makes what a record says of them. */
    public Field<JSONB> beside(String type) {
        return FieldColumns.beside(hosts.get(type), known.of(type).all());
    }

    /** What quick search is to find a record by; absent where there is nothing. */
    public @Nullable String words(String type, @Nullable Map<String, ?> values) {
        if (values == null || values.isEmpty()) return null;
        var words = known.of(type).all().stream()
                .filter(f -> f.searched() && values.get(f.code()) != null)
                .map(f -> String.valueOf(values.get(f.code())))
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : words;
    }

    /** Stored values with the names of what they refer to, for a record or two; for many, select {@link #beside}. */
    public CustomValues named(String type, Map<String, Object> stored) {
        if (stored.isEmpty()) return CustomValues.NONE;
        var names = new TreeMap<String, String>();
        for (var f : known.of(type).all()) {
            if (f.type().isReference() && stored.get(f.code()) instanceof String id) {
                references.name(f.type(), UUID.fromString(id)).ifPresent(name -> names.put(f.code(), name));
            }
        }
        return new CustomValues(stored, names, Map.of());
    }

    /** Looks at what commands of one viewer say of them; for one command or for many. */
    public FieldCheck check(String type, Viewer viewer) {
        return new FieldCheck(known.of(type).all(), references, field -> viewer.fields()
                .of(type, field.key())
                .isWritable());
    }

    /** The fields that columns of a file can be mapped to. */
    public List<ImportField> importFields(String type) {
        return known.of(type).current().stream()
                .filter(f -> f.type() != FieldType.FORMULA)
                .map(this::importField)
                .toList();
    }

    private ImportField importField(CustomField f) {
        var words = new String[] {
            f.name().zh().toLowerCase(Locale.ROOT), f.name().en().toLowerCase(Locale.ROOT), f.code()
        };
        var field =
                switch (f.type()) {
                    case TEXT, LONG_TEXT, LINK -> ImportField.text(f.key(), words);
                    case NUMBER, MONEY -> ImportField.number(f.key(), words);
                    case DATE -> ImportField.date(f.key(), words);
                    case FLAG -> ImportField.flag(f.key(), words);
                    case CHOICES -> ImportField.tags(f.key(), words);
                    case CHOICE -> ImportField.value(f.key(), new OptionVocabulary(f), words);
                    case PERSON -> ImportField.value(f.key(), people, words);
                    case UNIT -> ImportField.value(f.key(), units, words);
                    case FORMULA -> throw new IllegalArgumentException(f.key());
                };
        return field.headed(f.name());
    }

    /** What a row of a file says of them, by code. */
    public Map<String, @Nullable Object> told(String type, ImportRow row) {
        var told = new TreeMap<String, @Nullable Object>();
        for (var f : known.of(type).current()) {
            if (row.has(f.key())) told.put(f.code(), told(f, row));
        }
        return told;
    }

    private static @Nullable Object told(CustomField f, ImportRow row) {
        return switch (f.type()) {
            case TEXT, LONG_TEXT, LINK, CHOICE, PERSON, UNIT -> row.text(f.key());
            case NUMBER, MONEY -> row.number(f.key());
            case DATE -> row.date(f.key());
            case FLAG -> row.flag(f.key());
            case FORMULA -> null;
            case CHOICES -> {
                var codes = OptionVocabulary.codes(f);
                yield row.tags(f.key()).stream()
                        .map(word -> codes.getOrDefault(word.strip().toLowerCase(Locale.ROOT), word))
                        .toList();
            }
        };
    }
}
