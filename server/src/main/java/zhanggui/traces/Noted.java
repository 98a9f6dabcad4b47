package zhanggui.traces;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number that knows how it came about. */
public final class Noted {
    private final Trace.Kind kind;
    private final String label;
    private final @Nullable String ref;
    private final @Nullable Op op;
    private final List<Noted> inputs;
    private final BigDecimal value;
    private final String key;

    Noted(Trace.Kind kind, String label, @Nullable String ref, @Nullable Op op, List<Noted> inputs, BigDecimal value) {
        this.kind = kind;
        this.label = label;
        this.ref = ref;
        this.op = op;
        this.inputs = op != null && op.commutes()
                ? inputs.stream().sorted(Comparator.comparing(n -> n.key)).toList()
                : List.copyOf(inputs);
        this.value = value;
        this.key = key();
    }

    public BigDecimal value() {
        return value;
    }

    Trace.Kind kind() {
        return kind;
    }

    String label() {
        return label;
    }

    @Nullable String ref() {
        return ref;
    }

    @Nullable Op op() {
        return op;
    }

    List<Noted> inputs() {
        return inputs;
    }

    /** The same for numbers that came about in the same way from the same, and for no others. */
    String key() {
        if (key != null) return key;
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : new String[] {kind.name(), label, "" + ref, "" + op, plain(value)}) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            for (var input : inputs) digest.update(input.key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
