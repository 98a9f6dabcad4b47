package zhanggui.bench.work;

import static zhanggui.bench.work.Place.rows;
import static zhanggui.bench.work.Place.rowsOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.bench.server.Session;

/** What the web client asks for on its screens. */
final class Readings {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int VARIANTS = 24;
    private static final List<String> COMMON = List.of(
            "科技",
            "keji",
            "chongqing",
            "cq",
            "kjyx",
            "上海",
            "shanghai",
            "zhangwei",
            "zw",
            "liqiang",
            "weifanglan",
            "138",
            "有限公司",
            "yaoye",
            "贸易");
    private static final Object OPEN = compare("outcome", "IS", "OPEN");

    private Readings() {}

    private static Map<String, Object> compare(String column, String operator, String... values) {
        return Map.of("column", column, "operator", operator, "values", List.of(values));
    }

    private static String all(Object... conditions) {
        return JSON.writeValueAsString(Map.of("all", List.of(conditions)));
    }

    /** Page after page of fifty, as heads of branches leaf through. */
    static List<Visit> newest(Place place, String list) throws Exception {
        var visits = new ArrayList<Visit>();
        for (var head : place.heads()) {
            var columns = Place.shownColumns(head, list);
            visits.add(Visit.of(head.asked(rows(list, "page", "1", "size", "50", "columns", columns))));
        }
        return visits;
    }

    static List<Visit> sorted(Place place, String list) throws Exception {
        var heads = place.heads();
        var columns = Place.shownColumns(heads.getFirst(), list);
        var visits = new ArrayList<Visit>();
        for (var column : Place.sortableColumns(heads.getFirst(), list)) {
            for (var sort : List.of(column, "-" + column)) {
                var head = heads.get(visits.size() % heads.size());
                var path = rows(list, "sort", sort, "page", "1", "size", "50", "columns", columns);
                visits.add(new Visit(sort, List.of(head.asked(path))));
            }
        }
        return visits;
    }

    /** Two characters of the name of some customer a head has. */
    static List<Visit> named(Place place, boolean quickly) throws Exception {
        var visits = new ArrayList<Visit>();
        for (var head : place.heads()) {
            var columns = Place.shownColumns(head, "customers");
            for (var row : rowsOf(head.get(rows("customers", "page", "3", "size", "3", "columns", "name")))) {
                var part = brandOf(row.get("cells").get("name").asString());
                visits.add(Visit.of(head.asked(
                        quickly
                                ? rows("customers", "q", part, "page", "1", "size", "50", "columns", columns)
                                : rows(
                                        "customers",
                                        "filter",
                                        JSON.writeValueAsString(compare("name", "CONTAINS", part)),
                                        "page",
                                        "1",
                                        "size",
                                        "50",
                                        "columns",
                                        columns))));
            }
        }
        return visits;
    }

    /**
     * What people type into the palette: parts of names and whole ones, pinyin and initials, numbers and telephones, of
     * what they reach and of what everybody has; half of it by heads of branches, half by the head of the company.
     */
    static List<Visit> palette(Place place) throws Exception {
        var visits = new ArrayList<Visit>();
        var asking = new ArrayList<Session>();
        for (var head :
                place.heads().subList(0, Math.min(VARIANTS, place.heads().size()))) {
            asking.add(head);
            asking.add(place.top());
        }
        for (int i = 0; i < asking.size(); i++) {
            var who = asking.get(i);
            var page = String.valueOf(2 + i);
            var customer = rowsOf(who.get(rows("customers", "page", page, "size", "1", "columns", "name,number")))
                    .getFirst()
                    .get("cells");
            var contact = rowsOf(who.get(rows("contacts", "page", page, "size", "1", "columns", "name,mobile")))
                    .getFirst()
                    .get("cells");
            var name = customer.get("name").asString();
            var typed = List.of(
                    brandOf(name),
                    name.substring(0, 4),
                    name,
                    customer.get("number").asString(),
                    contact.get("name").asString(),
                    contact.get("mobile").asString("").replaceFirst("\\+86", ""),
                    COMMON.get(i % COMMON.size()),
                    COMMON.get((i + 5) % COMMON.size()));
            for (var text : typed) {
                if (text.length() < 2) continue;
                visits.add(Visit.of(who.asked(
                        "/api/search?q=" + java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8))));
            }
        }
        return visits;
    }

    /** The two characters after the place. */
    private static String brandOf(String name) {
        int from = name.startsWith("石家庄") || name.startsWith("哈尔滨") ? 3 : 2;
        return name.substring(from, from + 2);
    }

    /** Row 50,001 and those after it, where there are as many. */
    static List<Visit> deep(Place place) throws Exception {
        var top = place.top();
        var columns = Place.shownColumns(top, "customers");
        int total = top.get(rows("customers", "size", "1")).get("total").asInt();
        int page = Math.min(2501, total / 20);
        return List.of(
                Visit.of(top.asked(rows("customers", "page", String.valueOf(page), "size", "20", "columns", columns))));
    }

    /** Everything the page of one customer shows at first. */
    static List<Visit> customer(Place place) throws Exception {
        var visits = new ArrayList<Visit>();
        for (var head : place.heads()) {
            var found = rowsOf(head.get(
                    rows("customers", "sort", "-lastFollowedAt", "size", String.valueOf(VARIANTS), "columns", "name")));
            for (int i = 0; i < found.size(); i += 8) {
                var id = found.get(i).get("id").asString();
                var own = JSON.writeValueAsString(compare("customer", "IS", id));
                visits.add(visit(
                        head,
                        "/api/customers/" + id,
                        "/api/opportunities/of-customer/" + id + "/summary",
                        "/api/customers/" + id + "/timeline",
                        "/api/history/customers/" + id,
                        rows("opportunities", "filter", own, "size", "1")));
            }
        }
        return visits;
    }

    /** Everything the first screen of a manager shows. */
    static List<Visit> firstScreen(Place place) throws Exception {
        var today = place.kept().day();
        var from = today.withDayOfYear(1);
        var to = from.plusYears(1);
        var before = today.minusYears(1).plusDays(1);
        return List.of(visit(
                place.top(),
                "/api/session",
                rows("opportunities", "size", "1"),
                "/api/reports/sales?from=" + from + "&to=" + to,
                "/api/reports/sales?parts=FIGURES&from=" + from.minusYears(1) + "&to=" + before,
                "/api/reports/units",
                "/api/pipelines",
                queue("customers", forgotten(today), "lastFollowedAt", "name,owner,lastFollowedAt"),
                queue("tasks", plan(), "dueOn", "title,dueOn,priority,customer,opportunity,doneAt"),
                deals(all(OPEN, compare("expectedClose", "WITHIN", "THIS_MONTH")), "expectedClose", "expectedClose"),
                deals(all(OPEN, compare("expectedClose", "WITHIN", "PAST")), "expectedClose", "expectedClose"),
                deals(all(OPEN, compare("nextStepOn", "EMPTY")), "-amount", "expectedClose"),
                deals(all(OPEN, compare("overdue", "IS", "true")), "-daysInStage", "daysInStage")));
    }

    private static String forgotten(LocalDate today) {
        var last = today.minusDays(30) + "T00:00:00+08:00";
        return all(
                Map.of("any", List.of(compare("lastFollowedAt", "EMPTY"), compare("lastFollowedAt", "AT_MOST", last))));
    }

    private static String plan() {
        return all(
                Map.of("any", List.of(compare("dueOn", "WITHIN", "PAST"), compare("dueOn", "WITHIN", "TODAY"))),
                compare("doneAt", "EMPTY"),
                compare("owner", "ME"));
    }

    private static String deals(String filter, String sort, String last) {
        return queue("opportunities", filter, sort, "name,owner,amount," + last);
    }

    private static String queue(String list, String filter, String sort, String columns) {
        return rows(list, "filter", filter, "sort", sort, "size", "5", "columns", columns);
    }

    private static Visit visit(Session session, String... paths) {
        var asks = new ArrayList<byte[]>();
        for (var path : paths) asks.add(session.asked(path));
        return new Visit(null, asks);
    }
}
