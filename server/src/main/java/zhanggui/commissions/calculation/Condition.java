package zhanggui.commissions.calculation;

import java.util.HashMap;
import java.util.Map;
import zhanggui.rules.Kind;
import zhanggui.rules.Rule;

/** A condition of an event, written as a rule. */
public final class Condition {
    /** The facts there are of an event; texts that are missing are empty. */
    public static final Map<String, Kind> NAMES = Map.of(
            "kind", Kind.TEXT,
            "grade", Kind.TEXT,
            "customerType", Kind.TEXT,
            "amount", Kind.NUMBER,
            "quantity", Kind.NUMBER,
            "margin", Kind.NUMBER,
            "date", Kind.DAY);

    private final Rule rule;

    private Condition(Rule rule) {
        this.rule = rule;
    }

    /** @throws zhanggui.rules.NotARule where it is none */
    public static Condition of(String text) {
        return new Condition(Rule.of(text, NAMES, Kind.TRUTH));
    }

    boolean holds(SalesEvent event) {
        return rule.holds(facts(event));
    }

    private static Map<String, Object> facts(SalesEvent event) {
        var facts = new HashMap<String, Object>();
        facts.put("kind", event.kind().name());
        facts.put("grade", event.grade() == null ? "" : event.grade());
        facts.put("customerType", event.customerType() == null ? "" : event.customerType());
        facts.put("amount", event.amount());
        facts.put("quantity", event.quantity());
        facts.put("margin", event.margin());
        facts.put("date", event.date());
        return facts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition condition && rule.text().equals(condition.rule.text());
    }

    @Override
    public int hashCode() {
        return rule.text().hashCode();
    }

    @Override
    public String toString() {
        return rule.text();
    }
}
