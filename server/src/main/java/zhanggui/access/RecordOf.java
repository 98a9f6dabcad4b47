package zhanggui.access;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFilter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what the API shows of the records of a list: its components are named like the fields of that list, and whoever
 * asks is answered without those hidden from them, and with masks where they see no more.
 */
@Documented
@JacksonAnnotationsInside
@JsonFilter(RecordOf.FILTER)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RecordOf {
    /** The filter that writes them; a mapper that does not have it writes nothing at all. */
    String FILTER = "fields";

    /** The name of the list. */
    String value();
}
