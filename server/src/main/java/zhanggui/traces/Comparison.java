package zhanggui.traces;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import zhanggui.traces.Trace.Constant;
import zhanggui.traces.Trace.Leaf;
import zhanggui.traces.Trace.Node;
import zhanggui.traces.Trace.Step;

/** Two explanations beside each other: causes first, then what came of them. */
final class Comparison {
    private final Trace before;
    private final Trace after;
    private final LinkedHashSet<Difference> causes = new LinkedHashSet<>();
    private final List<Difference> effects = new ArrayList<>();
    private final HashSet<List<Integer>> seen = new HashSet<>();

    private Comparison(Trace before, Trace after) {
        this.before = before;
        this.after = after;
    }

    static List<Difference> of(Trace before, Trace after) {
        var comparison = new Comparison(before, after);
        comparison.leaves();
        comparison.nodes(before.nodes().size() - 1, after.nodes().size() - 1);
        var all = new ArrayList<Difference>(comparison.causes);
        all.addAll(comparison.effects);
        return List.copyOf(all);
    }

    private void leaves() {
        var old = byName(before);
        var now = byName(after);
        old.forEach((name, leaf) -> {
            var other = now.get(name);
            if (other == null) causes.add(new Difference.Went(leaf.label(), leaf.ref(), leaf.value()));
            else if (other.value().compareTo(leaf.value()) != 0)
                causes.add(new Difference.Says(leaf.label(), leaf.ref(), leaf.value(), other.value()));
        });
        now.forEach((name, leaf) -> {
            if (!old.containsKey(name)) causes.add(new Difference.Came(leaf.label(), leaf.ref(), leaf.value()));
        });
    }

    private static Map<List<String>, Leaf> byName(Trace trace) {
        var leaves = new LinkedHashMap<List<String>, Leaf>();
        for (var leaf : trace.leaves()) leaves.put(List.of(leaf.label(), leaf.ref()), leaf);
        return leaves;
    }

    private void nodes(int was, int is) {
        if (!seen.add(List.of(was, is))) return;
        var a = before.nodes().get(was);
        var b = after.nodes().get(is);
        if (a instanceof Constant x && b instanceof Constant y) {
            if (x.value().compareTo(y.value()) != 0) causes.add(new Difference.Set(x.label(), x.value(), y.value()));
            return;
        }
        if (!(a instanceof Step x) || !(b instanceof Step y)) {
            if (a.getClass() != b.getClass()) causes.add(new Difference.Done(b.label()));
            return;
        }
        if (!Objects.equals(x.rule(), y.rule()))
            causes.add(new Difference.Rule(
                    y.label(), Objects.requireNonNullElse(x.rule(), ""), Objects.requireNonNullElse(y.rule(), "")));
        if (x.op() != y.op()) causes.add(new Difference.Done(y.label()));
        inputs(x, y);
        if (x.value().compareTo(y.value()) != 0) effects.add(new Difference.Became(y.label(), x.value(), y.value()));
    }

    /** Inputs belong together by what they are called, and by their order among those called the same. */
    private void inputs(Step x, Step y) {
        var old = byLabel(x, before);
        var now = byLabel(y, after);
        var labels = new LinkedHashSet<>(old.keySet());
        labels.addAll(now.keySet());
        for (var label : labels) {
            var a = old.getOrDefault(label, List.of());
            var b = now.getOrDefault(label, List.of());
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) nodes(a.get(i), b.get(i));
            if (a.size() != b.size()) causes.add(new Difference.Done(label));
        }
    }

    /** Leaves are compared by themselves. */
    private static Map<String, List<Integer>> byLabel(Step step, Trace trace) {
        var inputs = new LinkedHashMap<String, List<Integer>>();
        for (var input : step.inputs()) {
            Node node = trace.nodes().get(input);
            if (!(node instanceof Leaf))
                inputs.computeIfAbsent(node.label(), l -> new ArrayList<>()).add(input);
        }
        return inputs;
    }
}
