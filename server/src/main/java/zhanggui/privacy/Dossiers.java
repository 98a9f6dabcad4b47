package zhanggui.privacy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Erasing;
import zhanggui.audit.Records;
import zhanggui.audit.Subject;
import zhanggui.bin.Catalog;
import zhanggui.listings.Column;
import zhanggui.listings.Listing;
import zhanggui.problems.Refused;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Gathers what is stored about a contact, whoever may see it otherwise: whoever is asked by the law answers whole. */
@Service
@Transactional
class Dossiers {
    private static final String FILES = "files.attachment";
    private static final int MOST_PASSAGES = 1000;
    private static final int AROUND = 200;
    /** Kept beside the fields to find and show them faster. */
    private static final Set<String> DERIVED =
            Set.of("search", "sound", "custom_search", "version", "hash", "thumbnail", "preview", "name_fits");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final ErasureStore contacts;
    private final Erasures erasures;
    private final Surroundings surroundings;
    private final Sweeper sweeper;
    private final Erasing log;
    private final Catalog catalog;
    private final Records records;
    private final Audit audit;
    private final Texts texts;

    Dossiers(
            ErasureStore contacts,
            Erasures erasures,
            Surroundings surroundings,
            Sweeper sweeper,
            Erasing log,
            Catalog catalog,
            Records records,
            Audit audit,
            Texts texts) {
        this.contacts = contacts;
        this.erasures = erasures;
        this.surroundings = surroundings;
        this.sweeper = sweeper;
        this.log = log;
        this.catalog = catalog;
        this.records = records;
        this.audit = audit;
        this.texts = texts;
    }

    /** Says in the contact's history that it was taken out. */
    Dossier of(UUID contact, Viewer viewer) {
        var head = records.open(Erasures.CONTACTS, contact, viewer);
        var known = contacts.contact(contact).orElseThrow(Refused::notFound);
        var own = erasures.table();
        var tables = new LinkedHashMap<String, Listing>();
        for (var list : records.lists()) {
            var table = surroundings.lists().get(list.name());
            if (table != null) tables.putIfAbsent(table, list);
        }
        var parts = new ArrayList<Dossier.Part>();
        var files = new LinkedHashMap<String, Dossier.Stored>();
        surroundings.of(own, contact).rows().forEach((table, rows) -> {
            List<Map<String, @Nullable Object>> all = sweeper.rows(table, rows);
            if (all.isEmpty()) return;
            if (table.equals(FILES)) {
                for (Map<String, @Nullable Object> row : all) addFile(files, row);
            }
            var list = tables.get(table);
            parts.add(part(table, label(table, list, viewer), list, all, viewer));
        });
        for (var table : catalog.all()) {
            if (!table.has("list") || !table.has("record_id") || told(parts, table.name())) continue;
            var rows = sweeper.rows(
                    table.name(),
                    field(name("t", "list"), SQLDataType.CLOB)
                            .eq(Erasures.CONTACTS)
                            .and(field(name("t", "record_id"), SQLDataType.UUID).eq(contact)));
            if (!rows.isEmpty()) parts.add(part(table.name(), label(table.name(), null, viewer), null, rows, viewer));
        }
        parts.add(history(contact, viewer));
        parts.add(passages(known, viewer));
        audit.did(viewer, "handed-out", new Subject(Erasures.CONTACTS, contact, head.title()), Map.of("format", "ZIP"));
        return new Dossier(known.name(), parts, files);
    }

    private static boolean told(List<Dossier.Part> parts, String table) {
        return parts.stream().anyMatch(part -> part.key().equals(table));
    }

    private static void addFile(Map<String, Dossier.Stored> files, Map<String, @Nullable Object> row) {
        var name = String.valueOf(row.get("name")).replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "_");
        var key = "files/" + (files.size() + 1) + " " + name;
        files.put(
                key,
                new Dossier.Stored(String.valueOf(row.get("hash")), Long.parseLong(String.valueOf(row.get("bytes")))));
    }

    private Dossier.Part history(UUID contact, Viewer viewer) {
        var told = log.told(Erasures.CONTACTS, erasures.self(contact));
        var lines = told.stream()
                .map(entry -> {
                    var line = new LinkedHashMap<String, String>();
                    line.put(word("dossier.at", viewer), String.valueOf(worded(entry.get("at"), viewer)));
                    line.put(word("dossier.by", viewer), String.valueOf(entry.get("by")));
                    line.put(
                            word("dossier.action", viewer),
                            texts.find(viewer.language(), "action." + entry.get("action"))
                                    .orElse(String.valueOf(entry.get("action"))));
                    return (Map<String, String>) line;
                })
                .toList();
        return new Dossier.Part("history", word("dossier.history", viewer), told, lines);
    }

    /** Where texts around the customer name the contact: no more of them than that. */
    private Dossier.Part passages(ErasureStore.Known contact, Viewer viewer) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        var lines = new ArrayList<Map<String, String>>();
        Wording.of(Erasures.words(contact), Erasures.HOME)
                .ifPresent(wording -> erasures.around(catalog.table(erasures.table()), contact.customer())
                        .rows()
                        .forEach((table, which) -> {
                            for (var passage : sweeper.find(
                                    table, erasures.others(table, which, contact.id()), wording, MOST_PASSAGES)) {
                                var text = excerpt(passage.text(), wording);
                                rows.add(Map.of("table", table, "key", passage.key(), "text", text));
                                lines.add(Map.of(word("dossier.text", viewer), text));
                            }
                        }));
        return new Dossier.Part("passages", word("dossier.passages", viewer), rows, lines);
    }

    private static String excerpt(String text, Wording wording) {
        var match = wording.compiled().matcher(text);
        if (!match.find()) return "";
        return text.substring(Math.max(0, match.start() - AROUND), Math.min(text.length(), match.end() + AROUND));
    }

    private Dossier.Part part(
            String key, String label, @Nullable Listing list, List<Map<String, @Nullable Object>> rows, Viewer viewer) {
        var columns = new HashMap<String, Column>();
        if (list != null) list.allColumns().forEach(c -> columns.put(c.key(), c));
        var all = rows.stream().map(row -> without(row)).toList();
        var lines = all.stream().map(row -> lines(row, list, columns, viewer)).toList();
        return new Dossier.Part(key, label, all, lines);
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> row) {
        var kept = new LinkedHashMap<String, @Nullable Object>(row);
        kept.keySet().removeAll(DERIVED);
        kept.values().removeIf(Objects::isNull);
        return kept;
    }

    private Map<String, String> lines(
            Map<String, @Nullable Object> row, @Nullable Listing list, Map<String, Column> columns, Viewer viewer) {
        var lines = new LinkedHashMap<String, String>();
        row.forEach((column, value) -> {
            if (column.equals("custom") && value instanceof Map<?, ?> custom) {
                custom.forEach((key, one) -> line(lines, "custom." + key, one, list, columns, viewer));
            } else {
                line(lines, camel(column), value, list, columns, viewer);
            }
        });
        return lines;
    }

    private void line(
            Map<String, String> lines,
            String key,
            @Nullable Object value,
            @Nullable Listing list,
            Map<String, Column> columns,
            Viewer viewer) {
        if (value == null || ID.matcher(String.valueOf(value)).matches()) return;
        var column = columns.get(key);
        var worded = worded(value, viewer);
        if (column != null && column.options() != null) {
            worded = column.options().in(viewer.language(), texts).stream()
                    .filter(o -> String.valueOf(o.value()).equals(String.valueOf(value)))
                    .map(o -> o.label())
                    .findFirst()
                    .orElse(worded);
        }
        if (worded.isBlank()) return;
        lines.put(heading(key, column, list, viewer.language()), worded);
    }

    private String heading(String key, @Nullable Column column, @Nullable Listing list, Language language) {
        if (column != null && column.label() != null) return column.label().in(language);
        var own = list == null
                ? null
                : texts.find(language, list.name() + "." + key).orElse(null);
        return own != null ? own : texts.find(language, "dossier." + key).orElse(key);
    }

    private static String camel(String column) {
        var parts = column.split("_");
        var key = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].isEmpty()) continue;
            key.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return key.toString();
    }

    private String worded(@Nullable Object value, Viewer viewer) {
        return switch (value) {
            case null -> "";
            case Boolean flag -> word(flag ? "flag.yes" : "flag.no", viewer);
            case List<?> all ->
                String.join(", ", all.stream().map(String::valueOf).toList());
            default -> moment(String.valueOf(value), viewer.calendar().zone());
        };
    }

    private static String moment(String text, ZoneId zone) {
        if (text.length() < 20 || text.charAt(10) != 'T') return text;
        try {
            var at = text.endsWith("Z")
                    ? Instant.parse(text)
                    : OffsetDateTime.parse(text).toInstant();
            return MINUTES.format(at.atZone(zone));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    private String label(String table, @Nullable Listing list, Viewer viewer) {
        if (list != null) return word(list.name(), viewer);
        return texts.find(viewer.language(), "stored." + table).orElse(table);
    }

    private String word(String key, Viewer viewer) {
        return texts.get(viewer.language(), key);
    }
}
