package zhanggui.rules;

import static zhanggui.rules.Kind.DAY;
import static zhanggui.rules.Kind.NUMBER;
import static zhanggui.rules.Kind.TEXT;
import static zhanggui.rules.Kind.TEXTS;
import static zhanggui.rules.Kind.TRUTH;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.jexl3.parser.*;
import org.jspecify.annotations.Nullable;
import zhanggui.rules.NotARule.Why;

/**
 * Finds what each part of a rule is, and refuses every part that is not known here: what the library may come to
 * understand in later versions is refused as well.
 */
final class KindCheck {
    private record Function(List<Kind> takes, Kind gives) {}

    private static final Map<String, Function> FUNCTIONS = Map.of(
            "round", new Function(List.of(NUMBER, NUMBER), NUMBER),
            "abs", new Function(List.of(NUMBER), NUMBER),
            "min", new Function(List.of(NUMBER, NUMBER), NUMBER),
            "max", new Function(List.of(NUMBER, NUMBER), NUMBER),
            "days", new Function(List.of(DAY, DAY), NUMBER),
            "year", new Function(List.of(DAY), NUMBER),
            "month", new Function(List.of(DAY), NUMBER),
            "day", new Function(List.of(TEXT), DAY));
    private final Map<String, Kind> names;
    private final Set<String> mentioned = new TreeSet<>();

    KindCheck(Map<String, Kind> names) {
        this.names = names;
    }

    Set<String> mentioned() {
        return Set.copyOf(mentioned);
    }

    Kind of(JexlNode node) {
        return switch (node) {
            case ASTJexlScript script when !(script instanceof ASTJexlLambda) -> of(only(script));
            case ASTReferenceExpression brackets -> of(only(brackets));
            case ASTReference reference -> of(only(reference));
            case ASTNumberLiteral number -> NUMBER;
            case ASTStringLiteral text -> TEXT;
            case ASTTrueNode yes -> TRUTH;
            case ASTFalseNode no -> TRUTH;
            case ASTSetLiteral set -> {
                each(set, TEXT);
                yield TEXTS;
            }
            case ASTIdentifier name -> named(name);
            case ASTFunctionNode call -> called(call);
            case ASTAddNode sum -> each(sum, NUMBER);
            case ASTSubNode difference -> each(difference, NUMBER);
            case ASTMulNode product -> each(product, NUMBER);
            case ASTDivNode quotient -> each(quotient, NUMBER);
            case ASTModNode remainder -> each(remainder, NUMBER);
            case ASTUnaryMinusNode minus -> each(minus, NUMBER);
            case ASTUnaryPlusNode plus -> each(plus, NUMBER);
            case ASTAndNode and -> each(and, TRUTH);
            case ASTOrNode or -> each(or, TRUTH);
            case ASTNotNode not -> each(not, TRUTH);
            case ASTEQNode same -> alike(same, false);
            case ASTNENode other -> alike(other, false);
            case ASTLTNode less -> alike(less, true);
            case ASTLENode most -> alike(most, true);
            case ASTGTNode more -> alike(more, true);
            case ASTGENode least -> alike(least, true);
            case ASTERNode among -> among(among);
            case ASTNRNode notAmong -> among(notAmong);
            case ASTTernaryNode choice when choice.jjtGetNumChildren() == 3 -> choice(choice);
            default -> throw new NotARule(Why.SYNTAX, said(node));
        };
    }

    private Kind named(ASTIdentifier node) {
        var kind = node.getNamespace() == null ? names.get(node.getName()) : null;
        if (kind == null) throw new NotARule(Why.UNKNOWN_NAME, node.getName());
        mentioned.add(node.getName());
        return kind;
    }

    private Kind called(ASTFunctionNode call) {
        if (!(call.jjtGetChild(0) instanceof ASTIdentifier name) || name.getNamespace() != null)
            throw new NotARule(Why.SYNTAX, said(call));
        var function = FUNCTIONS.get(name.getName());
        if (function == null) throw new NotARule(Why.UNKNOWN_FUNCTION, name.getName());
        var given = children(call.jjtGetChild(1));
        if (given.size() != function.takes().size()) throw new NotARule(Why.KINDS, said(call));
        for (int i = 0; i < given.size(); i++)
            if (of(given.get(i)) != function.takes().get(i)) throw new NotARule(Why.KINDS, said(call));
        if (function.gives() == DAY) written(given.getFirst());
        return function.gives();
    }

    /** A day that is written down is a day. */
    private static void written(JexlNode node) {
        var text = node instanceof ASTReference reference ? only(reference) : node;
        if (!(text instanceof ASTStringLiteral literal)) throw new NotARule(Why.KINDS, "day");
        try {
            LocalDate.parse(literal.getLiteral());
        } catch (DateTimeException e) {
            throw new NotARule(Why.KINDS, literal.getLiteral());
        }
    }

    private Kind each(JexlNode node, Kind kind) {
        for (var child : children(node)) if (of(child) != kind) throw new NotARule(Why.KINDS, said(node));
        return kind;
    }

    private Kind alike(JexlNode node, boolean ordered) {
        var left = of(node.jjtGetChild(0));
        if (node.jjtGetNumChildren() != 2
                || left != of(node.jjtGetChild(1))
                || left == TEXTS
                || (ordered && left != NUMBER && left != DAY)) throw new NotARule(Why.KINDS, said(node));
        return TRUTH;
    }

    /** Never a pattern: those may take for ever. */
    private Kind among(JexlNode node) {
        if (of(node.jjtGetChild(0)) != TEXT || of(node.jjtGetChild(1)) != TEXTS)
            throw new NotARule(Why.KINDS, said(node));
        return TRUTH;
    }

    private Kind choice(JexlNode node) {
        var yes = of(node.jjtGetChild(1));
        if (of(node.jjtGetChild(0)) != TRUTH || yes != of(node.jjtGetChild(2)) || yes == TEXTS)
            throw new NotARule(Why.KINDS, said(node));
        return yes;
    }

    private static JexlNode only(JexlNode node) {
        if (node.jjtGetNumChildren() != 1) throw new NotARule(Why.SYNTAX, said(node));
        return node.jjtGetChild(0);
    }

    private static List<JexlNode> children(JexlNode node) {
        return IntStream.range(0, node.jjtGetNumChildren())
                .mapToObj(node::jjtGetChild)
                .toList();
    }

    private static String said(@Nullable JexlNode node) {
        if (node == null) return "";
        var info = node.jexlInfo();
        return info == null ? "" : info.getLine() + ":" + info.getColumn();
    }
}
