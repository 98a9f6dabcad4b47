package zhanggui.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.apache.commons.jexl3.introspection.JexlSandbox;
import org.apache.commons.jexl3.parser.Parser;
import zhanggui.rules.NotARule.Why;

/**
 * An expression that was checked: {@code amount * (grade =~ {'HIGH', 'MIDDLE'} ? 0.05 : 0.03)}. Numbers are exact, with 34
 * digits where a division does not end.
 */
public final class Rule {
    private static final int LARGEST = 60;
    private static final JexlFeatures FEATURES = JexlFeatures.createNone().structuredLiteral(true);
    private static final JexlEngine ENGINE = new JexlBuilder()
            .features(FEATURES)
            .permissions(new JexlPermissions.ClassPermissions(RuleFunctions.class))
            .sandbox(sandbox())
            .namespaces(namespaces())
            .arithmetic(new JexlArithmetic(true, MathContext.DECIMAL128, Integer.MIN_VALUE))
            .strict(true)
            .silent(false)
            .safe(false)
            .cache(0)
            .create();
    private final String text;
    private final Map<String, Kind> names;
    private final Kind result;
    private final Set<String> mentioned;
    private final JexlExpression expression;

    private Rule(String text, Map<String, Kind> names, Kind result, Set<String> mentioned, JexlExpression expression) {
        this.text = text;
        this.names = names;
        this.result = result;
        this.mentioned = mentioned;
        this.expression = expression;
    }

    /** The outcome of facts for which there is none, such as a division by zero. */
    public static final class NoOutcome extends RuntimeException {
        NoOutcome(String text) {
            super("no outcome of " + text);
        }
    }

    /**
     * What a rule should come to for some facts; kept beside it and tried whenever it is saved.
     *
     * @param expected of the rule's kind
     */
    public record Example(Map<String, Object> facts, Object expected) {
        public Example {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * Checks a rule.
     *
     * @param names the facts there are, and what they are
     * @param result what the rule has to come to
     * @throws NotARule where it is none
     */
    public static Rule of(String text, Map<String, Kind> names, Kind result) {
        var exact = Words.exact(text);
        var check = new KindCheck(names);
        try {
            var tree = new Parser(exact).parse(new JexlInfo("rule", 1, 1), FEATURES, exact, null);
            if (check.of(tree) != result) throw new NotARule(Why.RESULT, result.name());
            return new Rule(text, Map.copyOf(names), result, check.mentioned(), ENGINE.createExpression(exact));
        } catch (JexlException e) {
            var at = e.getInfo();
            throw new NotARule(Why.SYNTAX, at == null ? "" : at.getLine() + ":" + at.getColumn());
        } catch (StackOverflowError e) {
            throw new NotARule(Why.TOO_DEEP, "");
        }
    }

    public String text() {
        return text;
    }

    /** The facts it asks for. */
    public Set<String> mentioned() {
        return mentioned;
    }

    /**
     * @param facts all that are mentioned, each of its kind
     * @throws NoOutcome where there is none for these facts
     */
    public BigDecimal number(Map<String, Object> facts) {
        if (result != Kind.NUMBER) throw new IllegalStateException("it is no number");
        return (BigDecimal) outcome(facts);
    }

    /** @throws NoOutcome where there is none for these facts */
    public boolean holds(Map<String, Object> facts) {
        if (result != Kind.TRUTH) throw new IllegalStateException("it is no condition");
        return (Boolean) outcome(facts);
    }

    /** The examples that come to something else, with what they come to. */
    public Map<Example, String> failing(List<Example> examples) {
        var failing = new HashMap<Example, String>();
        for (var example : examples) {
            try {
                var outcome = outcome(example.facts());
                if (!same(outcome, example.expected())) failing.put(example, String.valueOf(outcome));
            } catch (NoOutcome | IllegalArgumentException e) {
                failing.put(example, "");
            }
        }
        return failing;
    }

    private Object outcome(Map<String, Object> facts) {
        var context = new MapContext();
        for (var name : mentioned) {
            var value = facts.get(name);
            var kind = names.get(name);
            if (kind == null || value == null || !kind.holds(value))
                throw new IllegalArgumentException(name + " is missing or not " + kind);
            context.set(name, value);
        }
        try {
            var outcome = expression.evaluate(context);
            if (!result.holds(outcome) || (outcome instanceof BigDecimal number && tooLarge(number)))
                throw new NoOutcome(text);
            return outcome;
        } catch (JexlException | ArithmeticException e) {
            throw new NoOutcome(text);
        }
    }

    private static boolean tooLarge(BigDecimal number) {
        return number.signum() != 0 && Math.abs((long) number.precision() - number.scale()) > LARGEST;
    }

    private static boolean same(Object outcome, Object expected) {
        return outcome instanceof BigDecimal a && expected instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : outcome.equals(expected);
    }

    /** Nothing of any object may be asked for. */
    private static JexlSandbox sandbox() {
        var sandbox = new JexlSandbox(false);
        sandbox.allow(RuleFunctions.class.getName());
        return sandbox;
    }

    private static Map<String, Object> namespaces() {
        var namespaces = new HashMap<String, Object>();
        namespaces.put(null, RuleFunctions.class);
        return namespaces;
    }
}
