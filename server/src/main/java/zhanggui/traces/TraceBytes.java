package zhanggui.traces;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import zhanggui.traces.Trace.Constant;
import zhanggui.traces.Trace.Leaf;
import zhanggui.traces.Trace.Node;
import zhanggui.traces.Trace.Step;

/**
 * Explanations as bytes: a version, all texts once, then the nodes; numbers of seven bits to the byte, low ones first.
 * Values are texts without trailing zeros, so that equal ones are equal.
 */
final class TraceBytes {
    private static final int VERSION = 1;
    private static final int LEAF = 0;
    private static final int CONSTANT = 1;
    private static final int STEP = 2;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private TraceBytes() {}

    static byte[] write(Trace trace) {
        var bytes = new TraceBytes();
        number(bytes.body, trace.nodes().size());
        for (var node : trace.nodes()) bytes.node(node);
        var all = new ByteArrayOutputStream();
        all.write(VERSION);
        number(all, bytes.texts.size());
        for (var text : bytes.texts.keySet()) {
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(all, utf8.length);
            all.writeBytes(utf8);
        }
        all.writeBytes(bytes.body.toByteArray());
        return all.toByteArray();
    }

    private void node(Node node) {
        switch (node) {
            case Leaf leaf -> {
                body.write(LEAF);
                text(leaf.label());
                text(leaf.ref());
            }
            case Constant constant -> {
                body.write(CONSTANT);
                text(constant.label());
            }
            case Step step -> {
                body.write(STEP);
                text(step.label());
                text(step.op().name());
                text(step.rule() == null ? "" : step.rule());
                number(body, step.inputs().size());
                for (var input : step.inputs()) number(body, input);
            }
        }
        text(Noted.plain(node.value()));
    }

    private void text(String text) {
        var place = texts.get(text);
        if (place == null) {
            place = texts.size();
            texts.put(text, place);
        }
        number(body, place);
    }

    private static void number(ByteArrayOutputStream out, int number) {
        while (number >= 0x80) {
            out.write((number & 0x7f) | 0x80);
            number >>>= 7;
        }
        out.write(number);
    }

    static Trace read(byte[] bytes) {
        try {
            return new Reader(bytes).trace();
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("it ends too soon", e);
        }
    }

    private static final class Reader {
        private final byte[] bytes;
        private final List<String> texts = new ArrayList<>();
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        Trace trace() {
            if (bytes[at++] != VERSION) throw new IllegalArgumentException("of an unknown version");
            for (int i = number(); i > 0; i--) {
                int length = number();
                if (length > bytes.length - at) throw new IllegalArgumentException("it ends too soon");
                texts.add(new String(bytes, at, length, StandardCharsets.UTF_8));
                at += length;
            }
            var nodes = new ArrayList<Node>();
            for (int i = number(); i > 0; i--) nodes.add(node());
            if (at != bytes.length) throw new IllegalArgumentException("something follows it");
            return new Trace(nodes);
        }

        private Node node() {
            int kind = bytes[at++];
            if (kind == LEAF) return new Leaf(text(), text(), value());
            if (kind == CONSTANT) return new Constant(text(), value());
            if (kind != STEP) throw new IllegalArgumentException("no kind " + kind);
            var label = text();
            var op = Op.valueOf(text());
            var rule = text();
            var inputs = new ArrayList<Integer>();
            for (int i = number(); i > 0; i--) inputs.add(number());
            return new Step(label, op, rule.isEmpty() ? null : rule, inputs, value());
        }

        private String text() {
            return texts.get(number());
        }

        private BigDecimal value() {
            return new BigDecimal(text());
        }

        private int number() {
            int number = 0;
            for (int shift = 0; shift < 32; shift += 7) {
                int next = bytes[at++];
                number |= (next & 0x7f) << shift;
                if (next >= 0) return number;
            }
            throw new IllegalArgumentException("no number");
        }
    }
}
