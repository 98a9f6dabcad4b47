package zhanggui.traces;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a number came about: business records and what rules say, and the steps from there, each input before what is made
 * of it, the number itself last. Labels are codes; their words stand under them in {@code texts/traces} and in those of
 * whoever calculates.
 */
public record Trace(List<Node> nodes) {
    enum Kind {
        LEAF,
        CONSTANT,
        STEP
    }

    /** One number of an explanation. */
    public sealed interface Node {
        String label();

        BigDecimal value();
    }

    /** What a business record says. */
    public record Leaf(String label, String ref, BigDecimal value) implements Node {}

    /** What a rule or plan says. */
    public record Constant(String label, BigDecimal value) implements Node {}

    /**
     * What was done.
     *
     * @param rule which version of what rule, where one was applied
     * @param inputs places of what it was done with, all before its own
     */
    public record Step(String label, Op op, @Nullable String rule, List<Integer> inputs, BigDecimal value)
            implements Node {
        public Step {
            inputs = List.copyOf(inputs);
        }
    }

    public Trace {
        if (nodes.isEmpty()) throw new IllegalArgumentException("an explanation of nothing");
        for (int i = 0; i < nodes.size(); i++) {
            int place = i;
            if (nodes.get(i) instanceof Step step && step.inputs().stream().anyMatch(n -> n < 0 || n >= place))
                throw new IllegalArgumentException("what is made of something comes after it");
        }
        nodes = List.copyOf(nodes);
    }

    /** The explanation of a number; the same for the same history, in whatever order it was noted. */
    public static Trace of(Noted number) {
        var nodes = new ArrayList<Node>();
        place(number, nodes, new HashMap<>());
        return new Trace(nodes);
    }

    private static int place(Noted number, List<Node> nodes, Map<String, Integer> places) {
        var known = places.get(number.key());
        if (known != null) return known;
        var inputs = new ArrayList<Integer>();
        for (var input : number.inputs()) inputs.add(place(input, nodes, places));
        var value = new BigDecimal(Noted.plain(number.value()));
        var ref = number.ref();
        var op = number.op();
        nodes.add(
                op != null
                        ? new Step(number.label(), op, ref, inputs, value)
                        : ref != null ? new Leaf(number.label(), ref, value) : new Constant(number.label(), value));
        places.put(number.key(), nodes.size() - 1);
        return nodes.size() - 1;
    }

    /** The number that is explained. */
    public BigDecimal value() {
        return nodes.getLast().value();
    }

    public List<Leaf> leaves() {
        return nodes.stream()
                .filter(Leaf.class::isInstance)
                .map(Leaf.class::cast)
                .toList();
    }

    /** The number computed again from what is written at the leaves. */
    public BigDecimal evaluate() {
        return evaluate(Leaf::value);
    }

    /** The number computed again from what the records say now. */
    public BigDecimal evaluate(Function<Leaf, BigDecimal> now) {
        var values = new ArrayList<BigDecimal>(nodes.size());
        for (var node : nodes) {
            values.add(
                    switch (node) {
                        case Leaf leaf -> now.apply(leaf);
                        case Constant constant -> constant.value();
                        case Step step ->
                            step.op().of(step.inputs().stream().map(values::get).toList());
                    });
        }
        return values.getLast();
    }

    /** Whether every step gives what is written beside it. */
    public boolean holds() {
        for (var node : nodes) {
            if (!(node instanceof Step step)) continue;
            var again = step.op()
                    .of(step.inputs().stream().map(i -> nodes.get(i).value()).toList());
            if (again.compareTo(step.value()) != 0) return false;
        }
        return true;
    }

    /** As it is stored: the same bytes for the same explanation, whenever and wherever. */
    public byte[] bytes() {
        return TraceBytes.write(this);
    }

    /** @throws IllegalArgumentException where it is none */
    public static Trace read(byte[] bytes) {
        return TraceBytes.read(bytes);
    }

    /** Why this became the other: see {@link Difference}. */
    public List<Difference> to(Trace other) {
        return Comparison.of(this, other);
    }
}
