package zhanggui.seals;

import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import zhanggui.seals.Finding.Kind;

/** Heads told earlier, held against the chain as it is. */
final class Heads {
    private Heads() {}

    /**
     * Tells of the first head that is not part of the chain and of the farthest beyond its end: the others say no more.
     *
     * @param hashes the hashes of numbers
     * @param last the chain's last number
     */
    static void compare(
            List<Head> known, Function<Collection<Long>, Map<Long, byte[]>> hashes, long last, Findings findings) {
        var stored = hashes.apply(known.stream().map(Head::number).distinct().toList());
        known.stream()
                .filter(head -> head.number() <= last)
                .filter(head -> {
                    var hash = stored.get(head.number());
                    return hash == null || !HexFormat.of().formatHex(hash).equals(head.hash());
                })
                .min(Comparator.comparingLong(Head::number))
                .ifPresent(head -> findings.add(Finding.of(Kind.REWRITTEN, head)));
        known.stream()
                .filter(head -> head.number() > last)
                .max(Comparator.comparingLong(Head::number))
                .ifPresent(head -> findings.add(Finding.of(Kind.TRUNCATED, head)));
    }
}
