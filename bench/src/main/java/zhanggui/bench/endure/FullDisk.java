package zhanggui.bench.endure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import zhanggui.bench.data.Kept;
import zhanggui.bench.server.Session;

/** No room for a file that arrives: refused in words, nothing left behind, everything else goes on. */
final class FullDisk implements Trial {
    private static final String LINE = "一家客户,X-1\n";

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Finding> run(Stand stand) throws Exception {
        if (!stand.disk().isMounted()) {
            return List.of(Finding.figure("a full disk", "not tried: only root may mount a small one", "–", true));
        }
        var session = stand.server().signIn(Kept.ADMINISTRATOR, stand.kept().password());
        var refused = upload(session, 200_000);
        var empty = stand.disk().isEmpty();
        session.get("/api/lists/customers/rows?size=1");
        var taken = upload(session, 20_000);
        return List.of(
                Finding.rule(
                        "a file larger than what the disk has room for", refused, "507", refused.startsWith("507")),
                Finding.rule("what is left of it", empty ? "nothing" : "something", "nothing", empty),
                Finding.rule("a file there is room for, afterwards", taken, "taken", taken.equals("taken")));
    }

    private static String upload(Session session, int lines) {
        var content = ("客户名称,外部编号\n" + LINE.repeat(lines)).getBytes(StandardCharsets.UTF_8);
        try {
            session.upload("/api/imports?kind=customers", "customers.csv", content);
            return "taken";
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).replaceAll(" /api/imports.*", "");
        }
    }
}
