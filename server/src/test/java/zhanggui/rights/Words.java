package zhanggui.rights;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import zhanggui.rights.Exhibits.Exhibit;

/** Fills in what the bodies of {@link RouteRules} leave open. */
final class Words {
    private final DSLContext db;
    private final SmallFirm small;
    private final Map<UUID, UUID> ofEach = new HashMap<>();
    private final UUID somebody;
    private final UUID seat;
    private final UUID stage;
    private int number;

    Words(DSLContext db, SmallFirm small, Exhibits exhibits) {
        this.db = db;
        this.small = small;
        for (var person : small.firm.people.values()) {
            ofEach.put(person.id(), exhibits.customer(person.id(), Map.of()).id());
        }
        somebody = person();
        seat = small.firm.seats.keySet().iterator().next();
        stage = db.fetchSingle("select id from opportunities.stage where name_en = 'Engaging'")
                .get(0, UUID.class);
    }

    /** @param fresh whether the request will succeed, so that it needs somebody of its own */
    String fill(String body, Persona persona, @Nullable Exhibit exhibit, boolean fresh) {
        if (!body.contains("$")) return body;
        var all = new HashMap<String, Object>();
        all.put("password", Settlement.PASSWORD);
        all.put("permission", "customers:read");
        all.put("tomorrow", RightsCase.today().plusDays(1));
        all.put("company", db.fetchValue("select version from company.settings"));
        all.put("rules", db.fetchValue("select version from accounts.sign_in_rules"));
        all.put("schedule", db.fetchValue("select version from backups.schedule"));
        all.put("layout", db.fetchValue("select max(version) from views.layout where list = 'products'"));
        all.put("retention", db.fetchValue("select version from privacy.retention"));
        all.put("revision", db.fetchValue("select number from people.revision"));
        all.put(
                "toldDay",
                db.fetchValue("select coalesce(max(version), 0) from calendar.day where day = date '2031-03-01'"));
        var month = " from periods.month where first_day = date '2001-01-01'";
        all.put("monthTold", db.fetchValue("select coalesce(max(version), 0)" + month));
        all.put(
                "monthNext",
                db.fetchValue("select case max(status) when 'CALCULATED' then 'OPEN' else 'CALCULATED' end" + month));
        all.put("unknown", "000000");
        all.put("unit", small.company.id());
        all.put("seat", seat);
        all.put("stage", stage);
        all.put("mine", ofEach.get(persona.person().id()));
        all.put("me", persona.person().id());
        all.put("day", java.time.LocalDate.of(2010, 1, 1).plusDays(++number));
        all.put("nothing", UUID.randomUUID());
        all.put("somebody", fresh && body.contains("$somebody") ? person() : somebody);
        if (exhibit != null) all.put("itself", exhibit.id());
        if (exhibit != null) all.putAll(exhibit.words());
        for (var word : all.entrySet()) body = body.replace("$" + word.getKey(), String.valueOf(word.getValue()));
        return body.replace("$n", "" + ++number);
    }

    private UUID person() {
        return db.fetchSingle("insert into people.person (name) values ('某人') returning id")
                .get(0, UUID.class);
    }
}
