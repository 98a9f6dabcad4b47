package zhanggui.bench.work;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import tools.jackson.databind.JsonNode;
import zhanggui.bench.data.Kept;
import zhanggui.bench.server.Server;
import zhanggui.bench.server.Session;

/** Where work is measured: a running server, the company it serves, and who is signed in. */
public final class Place {
    private static final int HEADS = 8;
    private final Kept kept;
    private final Pace pace;
    private final ExecutorService threads;
    private final Map<String, Session> sessions;
    private final Server server;

    public Place(Server server, Kept kept, Pace pace, ExecutorService threads) {
        this(server, kept, pace, threads, new HashMap<>());
    }

    private Place(Server server, Kept kept, Pace pace, ExecutorService threads, Map<String, Session> sessions) {
        this.server = server;
        this.kept = kept;
        this.pace = pace;
        this.threads = threads;
        this.sessions = sessions;
    }

    /** The same after the server was started anew; sessions go on. */
    public Place on(Server again) {
        return new Place(again, kept, pace, threads, sessions);
    }

    Server server() {
        return server;
    }

    Kept kept() {
        return kept;
    }

    Pace pace() {
        return pace;
    }

    ExecutorService threads() {
        return threads;
    }

    Session session(String username) throws Exception {
        var known = sessions.get(username);
        if (known != null) return known;
        var session = server.signIn(username, kept.password());
        sessions.put(username, session);
        return session;
    }

    /** Some heads of branches: each reaches about fifty people in a company that is large enough. */
    List<Session> heads() throws Exception {
        var heads = new ArrayList<Session>();
        for (var name : kept.heads().subList(0, Math.min(HEADS, kept.heads().size()))) heads.add(session(name));
        return heads;
    }

    /** The head of the department that is the whole company. */
    Session top() throws Exception {
        return session(kept.top());
    }

    Session administrator() throws Exception {
        return session(Kept.ADMINISTRATOR);
    }

    /** The columns the web client shows of a list when nobody chose others. */
    static String shownColumns(Session session, String list) throws Exception {
        var shown = new ArrayList<String>();
        for (var column : columns(session, list)) {
            if (column.get("shown").asBoolean()) shown.add(column.get("key").asString());
        }
        return String.join(",", shown);
    }

    static List<String> sortableColumns(Session session, String list) throws Exception {
        var sortable = new ArrayList<String>();
        for (var column : columns(session, list)) {
            if (column.get("sortable").asBoolean())
                sortable.add(column.get("key").asString());
        }
        return sortable;
    }

    private static JsonNode columns(Session session, String list) throws Exception {
        return session.get("/api/lists/" + list).get("columns");
    }

    /** The address of rows of a list. */
    static String rows(String list, String... namesAndValues) {
        var path = new StringBuilder("/api/lists/" + list + "/rows");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            path.append(i == 0 ? '?' : '&').append(namesAndValues[i]).append('=');
            path.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return path.toString();
    }

    static List<JsonNode> rowsOf(JsonNode page) {
        var rows = new ArrayList<JsonNode>();
        page.get("rows").forEach(rows::add);
        return rows;
    }
}
