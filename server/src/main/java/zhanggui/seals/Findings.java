package zhanggui.seals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhanggui.seals.Finding.Kind;

/** What does not fit: the first of it by name, the rest counted. */
final class Findings {
    static final int MOST = 200;
    private final List<Finding> first = new ArrayList<>();
    private final Map<Integer, Changed> changed = new LinkedHashMap<>();
    private long count;

    private record Changed(Seal seal, byte[] before, LogEntry entry) {}

    void add(Finding finding) {
        count++;
        if (first.size() < MOST) first.add(finding);
    }

    void changed(Seal seal, byte[] before, LogEntry entry) {
        if (first.size() < MOST) changed.put(first.size(), new Changed(seal, before, entry));
        add(Finding.of(Kind.CHANGED, seal.number(), entry));
    }

    /** The finding added last is of a seal whose entry is as it was, as the link after it shows. */
    void sealWasChanged() {
        if (count != first.size() || first.isEmpty()) return;
        int last = first.size() - 1;
        changed.remove(last);
        var finding = first.get(last);
        if (finding.kind() == Kind.CHANGED) first.set(last, finding.as(Kind.SEAL_CHANGED, null));
    }

    /** The finding added last reaches on to another number. */
    void extend(Kind kind, long until) {
        if (count != first.size() || first.isEmpty()) return;
        var finding = first.getLast();
        if (finding.kind() == kind) first.set(first.size() - 1, finding.as(kind, until));
    }

    /** Entries that fit each other's seals have changed places. */
    void tellMoved() {
        for (var here : changed.entrySet()) {
            for (var there : changed.values()) {
                var seal = here.getValue().seal();
                if (there.seal().number() == seal.number()) continue;
                var swapped = Chain.seal(here.getValue().before(), seal.number(), there.entry());
                if (Arrays.equals(swapped, seal.hash())) {
                    int at = here.getKey();
                    first.set(at, first.get(at).as(Kind.MOVED, there.seal().number()));
                }
            }
        }
    }

    long count() {
        return count;
    }

    List<Finding> first() {
        return List.copyOf(first);
    }
}
