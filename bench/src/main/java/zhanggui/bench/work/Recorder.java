package zhanggui.bench.work;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import zhanggui.bench.server.Server;

/** Finds out what SQL a server runs for a request, from the log of a server that tells. */
final class Recorder {
    /** The environment of a server that tells. */
    static final Map<String, String> TELLING = Map.of("LOGGING_LEVEL_ORG_JOOQ_TOOLS", "TRACE");

    /** What begins an entry of the log; statements may take several lines. */
    private static final Pattern ENTRY = Pattern.compile("\n(?=\\d\\d:\\d\\d:\\d\\d\\.\\d+ )");

    private static final Pattern EXECUTED = Pattern.compile("LoggerListener Executing query +: (.+)", Pattern.DOTALL);
    private static final Pattern BOUND = Pattern.compile("LoggerListener -> with bind values +: (.+)", Pattern.DOTALL);
    private static final Pattern READS = Pattern.compile("\\(?(select|with) ");
    /** What the log writes for the line breaks of a statement. */
    private static final char BROKEN = '\uFFFD';

    private final Server server;
    private long read;

    Recorder(Server server) {
        this.server = server;
    }

    /** A step that makes the server run something. */
    interface Step {
        void take() throws Exception;
    }

    /** The statements the server ran for it, with their values. */
    List<String> during(Step step) throws Exception {
        news();
        step.take();
        var statements = new ArrayList<String>();
        for (var line : ENTRY.split(news().stripTrailing())) {
            var executed = EXECUTED.matcher(line);
            var bound = BOUND.matcher(line);
            if (executed.find()) statements.add(executed.group(1));
            else if (bound.find()) statements.set(statements.size() - 1, bound.group(1));
        }
        return statements;
    }

    /** One list of statements for each request of a visit. */
    List<List<String>> of(Visit visit) throws Exception {
        var all = new ArrayList<List<String>>();
        for (var ask : visit.asks()) {
            all.add(during(() -> Visit.ask(server.wires(), ask)).stream()
                    .filter(sql -> READS.matcher(sql).lookingAt())
                    .toList());
        }
        return all;
    }

    private String news() throws IOException {
        Server.pause(30);
        try (var file = new RandomAccessFile(server.log().toFile(), "r")) {
            var bytes = new byte[(int) (file.length() - read)];
            file.seek(read);
            file.readFully(bytes);
            read += bytes.length;
            return new String(bytes, StandardCharsets.UTF_8).replace(BROKEN, '\n');
        }
    }
}
