package zhanggui.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhanggui.rights.Exhibits.Exhibit;
import zhanggui.rights.Rule.Entry;
import zhanggui.rights.Wire.Answer;

/**
 * Every route, as everybody, with everything: the server says what the {@link Oracle} says. What is out of reach answers
 * like what never was, and what is refused leaves nothing behind.
 */
class RouteWalkTest extends RightsCase {
    private static final int FINE = 200;
    private SmallFirm small;
    private Oracle oracle;
    private Exhibits exhibits;
    private Words words;
    private final Map<String, Persona> personas = new LinkedHashMap<>();

    @BeforeAll
    void everybody() {
        small = new SmallFirm(today());
        settlement.settle(small.firm);
        oracle = new Oracle(small.firm);
        exhibits = new Exhibits(small, settlement, db, backups);
        words = new Words(db, small, exhibits);
        for (var person : List.of(small.li, small.sun, small.wu, small.ops, small.chen, small.admin)) {
            add(new Persona(person.username(), signIn(person), person, true, null));
        }
        var anonymous = wire.anonymous();
        anonymous.get("/api/session");
        add(new Persona("nobody", anonymous, small.li, false, null));
        add(new Persona("wang, disabled", signIn(small.wang), small.wang, false, null));
        add(new Persona("gone, who left", signIn(small.gone), small.gone, false, null));
        db.execute("update accounts.account set disabled = true where person_id = ?", small.wang.id());
        db.execute("update people.person set left_on = ? where id = ?", today().minusDays(9), small.gone.id());
        add(new Persona("a wrong token", wire.withToken("zg_wrong"), small.admin, false, Set.of()));
        add(token("sun's narrow token", small.sun, Set.of("customers:read")));
        add(token(
                "admin's narrow token",
                small.admin,
                Set.of("opportunities:read", "opportunities:edit", "imports:run", "customers:create")));
        personas.get("admin").visitor().upload("customers", "pattern.csv", "名称\n新客户\n".getBytes(UTF_8), true);
    }

    private Persona token(String name, Firm.Person of, Set<String> scopes) {
        return new Persona(name, wire.withToken(settlement.token(of.id(), scopes)), of, true, scopes);
    }

    private void add(Persona persona) {
        personas.put(persona.name(), persona);
    }

    private Wire.Visitor signIn(Firm.Person person) {
        return wire.signedIn(person.username(), Settlement.PASSWORD);
    }

    static Stream<Rule> rules() {
        return RouteRules.ALL.stream();
    }

    /** One request of the walk, and what it is to come to. */
    private record Step(
            Persona persona,
            Exhibits.@Nullable Case which,
            @Nullable Exhibit shown,
            int expected) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyRouteAnswersEverybodyAsTheRulesSay(Rule rule) {
        var wrong = new ArrayList<String>();
        var steps = steps(rule);
        var before = contents();
        var refusals = new HashMap<String, String>();
        for (var step : steps) {
            if (step.expected() == FINE && !rule.isSafe()) continue;
            judge(rule, step, step.shown(), ask(rule, step, step.shown(), true), refusals, wrong);
        }
        var after = contents();
        after.forEach((table, content) -> {
            if (!content.equals(before.get(table))) wrong.add("something was left behind in " + table);
        });
        if (!rule.isSafe()) {
            for (var step : steps) {
                if (step.expected() != FINE) continue;
                var exhibit = step.which() == null ? null : step.which().fresh().get();
                judge(rule, step, exhibit, ask(rule, step, exhibit, true), refusals, wrong);
                comeBack(rule, step.persona());
            }
            untilJobsAreOver();
        }
        assertThat(wrong).as(rule.toString()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void nothingIsChangedFromAnotherSite(Rule rule) {
        if (rule.isSafe() || rule.method().equals("ANY")) return;
        var admin = Objects.requireNonNull(personas.get("admin"));
        var kind = rule.object();
        var which = kind == null ? null : exhibits.of(kind, admin.person()).getFirst();
        var exhibit = which == null ? null : exhibits.shown(kind, which, admin.person());
        var before = contents();
        var answer = ask(rule, new Step(admin, which, exhibit, 403), exhibit, false);
        assertThat(answer.status()).as(rule + " " + answer).isEqualTo(403);
        assertThat(contents()).isEqualTo(before);
    }

    private List<Step> steps(Rule rule) {
        var steps = new ArrayList<Step>();
        for (var persona : personas.values()) {
            var kind = rule.object();
            if (kind == null) {
                steps.add(new Step(persona, null, null, expected(rule, persona, null)));
                continue;
            }
            for (var which : exhibits.of(kind, persona.person())) {
                var shown = exhibits.shown(kind, which, persona.person());
                steps.add(new Step(persona, which, shown, expected(rule, persona, shown)));
            }
        }
        return steps;
    }

    private int expected(Rule rule, Persona persona, @Nullable Exhibit exhibit) {
        if (rule.entry() == Entry.PUBLIC) return FINE;
        if (!persona.recognised()) return 401;
        if (rule.entry() == Entry.IN_PERSON && persona.hasToken()) return 403;
        if (rule.entry() == Entry.PERMITTED && !isPermitted(rule, persona)) return 403;
        if (rule.entry() == Entry.FOR_OWN && persona.hasToken() && !isPermitted(rule, persona)) return 403;
        if (exhibit == null) return FINE;
        var thing = exhibit.thing();
        if (thing == null) {
            var known = rule.action() == null || oracle.may(persona.asker(), rule.action());
            return exhibit.exists() && known ? FINE : 404;
        }
        var seen = rule.listed() ? oracle.lists(persona.asker(), thing, "read") : oracle.sees(persona.asker(), thing);
        if (!seen) return 404;
        var action = rule.action();
        return action == null || oracle.mayDo(persona.asker(), action, thing) ? FINE : 403;
    }

    private boolean isPermitted(Rule rule, Persona persona) {
        return rule.permissions().stream().anyMatch(together -> Stream.of(together.split("&"))
                .allMatch(permission -> oracle.may(persona.asker(), permission)));
    }

    private Answer ask(Rule rule, Step step, @Nullable Exhibit exhibit, boolean withCsrf) {
        var path = exhibit == null
                ? rule.path()
                : rule.path()
                        .replaceAll("\\{(id|person|customer)}", exhibit.id().toString());
        var method = rule.method().equals("ANY") ? "GET" : rule.method();
        var persona = step.persona();
        if (rule.body().equals("a file")) {
            var to = rule.name().equals("POST /api/imports") ? path + "?kind=customers" : path;
            return persona.visitor().uploadTo(to, "walk.csv", "名称\n甲\n".getBytes(UTF_8), withCsrf);
        }
        var body = words.fill(rule.body(), persona, exhibit, step.expected() == FINE);
        return persona.visitor().send(method, path, body.isEmpty() ? null : body, withCsrf);
    }

    private static void judge(
            Rule rule,
            Step step,
            @Nullable Exhibit exhibit,
            Answer answer,
            Map<String, String> refusals,
            List<String> wrong) {
        var what = step.persona() + ", " + (exhibit == null ? "" : exhibit.label());
        if (answer.status() >= 500 && !rule.method().equals("ANY")) wrong.add(what + " → " + answer);
        if (rule.entry() == Entry.PUBLIC) return;
        var fine = rule.asksForSecret() ? answer.status() == 422 : answer.isFine();
        if (step.expected() == FINE ? !fine : answer.status() != step.expected()) {
            wrong.add(what + " is to be " + step.expected() + " → " + answer);
            return;
        }
        if (fine) return;
        var text = exhibit == null
                ? answer.body()
                : answer.body().replace(exhibit.id().toString(), "{id}");
        var first = refusals.putIfAbsent(step.persona() + " " + answer.status(), text);
        if (first != null && !first.equals(text)) {
            wrong.add(what + " is told apart: " + text + " is not " + first);
        }
    }

    /** Whoever was signed out by what they did signs in again. */
    private void comeBack(Rule rule, Persona persona) {
        var ends = Set.of("DELETE /api/session", "DELETE /api/me/sessions", "PUT /api/me/password");
        if (!ends.contains(rule.name()) || persona.hasToken() || !persona.recognised()) return;
        personas.put(persona.name(), persona.with(signIn(persona.person())));
    }
}
