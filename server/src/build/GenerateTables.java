import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Migrates a throw-away PostgreSQL and writes each module's tables into that module's own {@code db} package. */
class GenerateTables {
    static final String LIBRARY_TABLES = "spring_session.*|scheduled_tasks|flyway_schema_history";

    public static void main(String[] args) throws Exception {
        var migrations = Path.of(args[0]);
        var output = Path.of(args[1]);
        var stamp = Path.of(args[2]);
        var now = fingerprint(migrations);
        if (Files.exists(stamp)
                && Files.isDirectory(output)
                && Files.readString(stamp).equals(now)) return;
        Files.createDirectories(Path.of(args[3]));
        try (var postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(new File(args[3]))
                .setServerConfig("unix_socket_directories", "")
                .start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            for (var module : modules(migrations))
                generate(postgres.getJdbcUrl("postgres", "postgres"), module, output);
        }
        Files.writeString(stamp, now);
    }

    private static void generate(String url, String module, Path output) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(url).withUser("postgres"))
                .withGenerator(new Generator()
                        .withDatabase(new Database().withInputSchema(module).withExcludes(LIBRARY_TABLES))
                        .withGenerate(new Generate()
                                .withRecords(true)
                                .withJavadoc(false)
                                .withComments(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false))
                        .withTarget(new Target()
                                .withDirectory(output.toString())
                                .withPackageName("zhanggui." + module + ".db"))));
    }

    private static List<String> modules(Path migrations) throws IOException {
        try (var folders = Files.list(migrations)) {
            return folders.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .filter(name -> !name.startsWith("__"))
                    .sorted()
                    .toList();
        }
    }

    private static String fingerprint(Path migrations) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var files = Files.walk(migrations)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(migrations.relativize(file).toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        }
        digest.update(org.jooq.Constants.FULL_VERSION.getBytes());
        return HexFormat.of().formatHex(digest.digest());
    }
}
