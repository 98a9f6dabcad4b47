package zhanggui.seals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.audit.Erasing;

/**
 * Entries that no longer say what was sealed because something personal was taken out of them. That is as it should be
 * where a sealed entry attests what they say since; otherwise they were changed.
 */
final class Erasures {
    private record Entry(Seal seal, byte[] before, LogEntry entry) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private final Map<UUID, String> attested = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** To be told of every entry that fits its seal, in order. */
    void fits(LogEntry entry) {
        if (entry.action().equals(Erasing.ACTION)) attested.putAll(Erasing.attested(entry.changes(), JSON));
    }

    void fitsNot(Seal seal, byte[] before, LogEntry entry) {
        entries.add(new Entry(seal, before, entry));
    }

    /** @return how many are as attested */
    long tell(Findings findings) {
        long as = 0;
        for (var one : entries) {
            var entry = one.entry();
            var hash = Erasing.hash(entry.id(), entry.subjectName(), entry.changes());
            if (hash.equals(attested.get(entry.id()))) as++;
            else findings.changed(one.seal(), one.before(), entry);
        }
        return as;
    }
}
