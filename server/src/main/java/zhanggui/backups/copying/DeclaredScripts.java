package zhanggui.backups.copying;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** SQL that modules declare for an occasion: a file each, named after the module, in a folder of the resources. */
final class DeclaredScripts {
    private DeclaredScripts() {}

    /**
     * Runs them in the order of their names, in the transaction of the connection.
     *
     * @return the modules that had one
     */
    static List<String> run(String folder, Connection connection) throws IOException, SQLException {
        var found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.sql");
        var modules = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            for (var script : Arrays.stream(found)
                    .sorted(Comparator.comparing(DeclaredScripts::name))
                    .toList()) {
                statement.execute(script.getContentAsString(StandardCharsets.UTF_8));
                modules.add(name(script).replaceFirst("\\.sql$", ""));
            }
        }
        return modules;
    }

    private static String name(Resource script) {
        return String.valueOf(script.getFilename());
    }
}
