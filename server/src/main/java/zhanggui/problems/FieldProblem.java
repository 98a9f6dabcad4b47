package zhanggui.problems;

import java.util.List;

/**
 * What is wrong with one field of a command.
 *
 * @param field the path of the field in the command, such as {@code lines[0].quantity}
 * @param code the key of the text is {@code field.<code>}
 * @param arguments what the text mentions
 */
public record FieldProblem(String field, String code, List<Object> arguments) {
    public static FieldProblem of(String field, String code, Object... arguments) {
        return new FieldProblem(field, code, List.of(arguments));
    }
}
