package zhanggui.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations this version knows, and what they make in a database. */
public final class Migrations {
    private static final String LOCATION = "db/migration";
    private static final Pattern VERSION = Pattern.compile("^V([0-9._]+?)__");
    private static final Pattern SCHEMA = Pattern.compile("(?im)^\\s*create schema (\\w+)");
    private static final Pattern FUNCTION =
            Pattern.compile("(?im)^\\s*create (?:or replace )?function public\\.(\\w+)");

    private Migrations() {}

    /** Their versions, in order. */
    public static List<String> versions() {
        return scripts().stream()
                .map(script -> VERSION.matcher(String.valueOf(script.getFilename())))
                .filter(Matcher::find)
                .map(found -> MigrationVersion.fromVersion(found.group(1)))
                .sorted()
                .map(MigrationVersion::getVersion)
                .toList();
    }

    /** The schemas that belong to modules, in alphabetical order. */
    public static Set<String> schemas() {
        return found(SCHEMA);
    }

    /** What they make outside of these schemas: functions in the schema public. */
    public static Set<String> functions() {
        return found(FUNCTION);
    }

    /**
     * Brings the tables of a database to a version.
     *
     * @param target the last one to apply; absent for all there are
     */
    public static void migrate(DataSource owner, @Nullable String target) {
        var flyway = Flyway.configure()
                .dataSource(owner)
                .locations("classpath:" + LOCATION)
                .defaultSchema("public")
                .group(true);
        if (target != null) flyway.target(MigrationVersion.fromVersion(target));
        flyway.load().migrate();
    }

    private static Set<String> found(Pattern what) {
        var all = new TreeSet<String>();
        try {
            for (var script : scripts()) {
                var matcher = what.matcher(script.getContentAsString(StandardCharsets.UTF_8));
                while (matcher.find()) all.add(matcher.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<Resource> scripts() {
        try {
            return List.of(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + LOCATION + "/**/*.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
