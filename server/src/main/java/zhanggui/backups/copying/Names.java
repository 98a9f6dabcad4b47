package zhanggui.backups.copying;

import java.util.stream.Collectors;
import zhanggui.backups.archive.Manifest;

/** Names as SQL writes them. */
final class Names {
    private Names() {}

    static String of(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String of(String schema, String name) {
        return of(schema) + "." + of(name);
    }

    static String of(Manifest.Table table) {
        return of(table.schema(), table.name());
    }

    /** The table with its columns, as COPY takes it. */
    static String rows(Manifest.Table table) {
        return of(table) + table.columns().stream().map(Names::of).collect(Collectors.joining(", ", " (", ")"));
    }
}
