package zhanggui.backups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import zhanggui.TestDatabase;
import zhanggui.Zhanggui;
import zhanggui.database.InstalledDatabase;

/** The commands, on a data folder of their own and on a PostgreSQL somebody else runs. */
class CommandsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void onADataFolder() throws Exception {
        var real = embedded("real");
        assertThat(execute(real, "backup", file("none.tar"))).isEqualTo(1);
        assertThat(said()).contains("There is no database in the data folder");
        try (var server = server(real)) {
            setUp(real);
            assertThat(execute(real, "backup", file("a.tar"))).as(said()).isZero();
            assertThat(said()).contains("Backed up to", "试用");
            assertThat(execute(real, "restore", file("a.tar"), "--replace")).isEqualTo(1);
            assertThat(said()).contains("in use by another running Zhanggui");
            assertThat(execute(real, "neutralize")).isEqualTo(1);
            assertThat(server.isActive()).isTrue();
        }
        assertThat(execute(real, "backup", file("a.tar"))).isEqualTo(1);
        assertThat(said()).contains("There is a file");
        assertThat(execute(real, "backup", file("b.tar"))).isZero();
        var copy = embedded("copy");
        assertThat(execute(copy, "restore", file("b.tar"))).as(said()).isZero();
        assertThat(said()).contains("Restored", "Everybody has to sign in again");
        assertThat(execute(copy, "restore", file("b.tar"))).isEqualTo(1);
        assertThat(said()).contains("holds a company already", "Nothing was changed");
        assertThat(execute(copy, "restore", file("b.tar"), "--replace"))
                .as(said())
                .isZero();
        assertThat(execute(copy, "neutralize")).as(said()).isZero();
        assertThat(said()).contains("accounts, audit, backups, company");
        try (var server = server(copy);
                var database = InstalledDatabase.beside(copy);
                var connection = database.connect()) {
            assertThat(server.isActive()).isTrue();
            assertThat(ask(connection, "select name_zh || trial_copy from company.settings"))
                    .isEqualTo("试用true");
        }
    }

    @Test
    void onAnExternalDatabase() throws Exception {
        var url = TestDatabase.fresh();
        var environment = embedded("external")
                .withProperty("zhanggui.database.url", url)
                .withProperty("zhanggui.database.user", "postgres");
        setUp(environment);
        try (var server = server(environment)) {
            assertThat(execute(environment, "backup", file("c.tar"))).as(said()).isZero();
            assertThat(execute(environment, "restore", file("c.tar"), "--replace"))
                    .isEqualTo(1);
            assertThat(said()).contains("A server works on this database now");
            assertThat(server.isActive()).isTrue();
        }
        assertThat(execute(environment, "restore", file("c.tar"), "--replace"))
                .as(said())
                .isZero();
    }

    @Test
    void whatIsAskedWronglyIsSaid() {
        var environment = embedded("wrong");
        assertThat(execute(environment, "backup")).isEqualTo(1);
        assertThat(said()).contains("usage: ./zhanggui backup FILE");
        assertThat(execute(environment, "restore", file("x"), "--force")).isEqualTo(1);
        assertThat(said()).contains("usage: ./zhanggui restore FILE [--replace]");
        assertThat(execute(environment, "restore", file("x"))).isEqualTo(1);
        assertThat(said()).contains("This file cannot be restored. There is no file");
        assertThat(Commands.areMeantBy("restore", "x")).isTrue();
        assertThat(Commands.areMeantBy("--server.port=0")).isFalse();
        assertThat(Commands.areMeantBy()).isFalse();
        assertThat(Files.exists(folder.resolve("wrong"))).isFalse();
    }

    private MockEnvironment embedded(String name) {
        var data = folder.resolve(name);
        return new MockEnvironment()
                .withProperty("zhanggui.data", data.toString())
                .withProperty("zhanggui.backups", data + "/backups")
                .withProperty("zhanggui.files.folder", data + "/files")
                .withProperty("zhanggui.audit-heads", data + "/audit-heads.txt")
                .withProperty("zhanggui.secret-key", "")
                .withProperty("zhanggui.database.url", "")
                .withProperty("zhanggui.database.user", "")
                .withProperty("zhanggui.database.password", "")
                .withProperty("zhanggui.database.binaries", System.getProperty("postgres.cache"));
    }

    private static ConfigurableApplicationContext server(MockEnvironment environment) {
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=0");
        arguments.add("--db-scheduler.shutdown-max-wait=0s");
        arguments.add("--spring.datasource.hikari.minimum-idle=1");
        for (var name : new String[] {"data", "backups", "audit-heads", "database.url", "database.user"}) {
            arguments.add("--zhanggui." + name + "=" + environment.getProperty("zhanggui." + name));
        }
        arguments.add("--zhanggui.database.binaries=" + environment.getProperty("zhanggui.database.binaries"));
        return (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(Zhanggui.class).run(arguments.toArray(String[]::new));
    }

    private static void setUp(MockEnvironment environment) throws SQLException {
        try (var database = InstalledDatabase.beside(environment);
                var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into company.settings (name_zh, name_en, currency, time_zone, fiscal_year_start, language)
                    values ('试用', 'Trial', 'CNY', 'Asia/Shanghai', 1, 'zh-CN')""");
        }
    }

    private int execute(MockEnvironment environment, String... arguments) {
        said.reset();
        return new Commands(environment, new PrintStream(said, true, UTF_8)).execute(arguments);
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
