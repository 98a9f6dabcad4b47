package zhanggui.company;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static zhanggui.company.db.Tables.SETTINGS;

import java.time.LocalDate;
import org.jooq.Field;

/** What lists of other modules need to know of the company while they are answered; sub-selects of one row. */
public final class CompanyDirectory {
    private CompanyDirectory() {}

    /** The currency in which the company keeps its books. */
    public static Field<String> currency() {
        var settings = SETTINGS.as("company_currency");
        return field(select(settings.CURRENCY).from(settings));
    }

    /** Today in the company's time zone. */
    public static Field<LocalDate> today() {
        var settings = SETTINGS.as("company_zone");
        var zone = field(select(settings.TIME_ZONE).from(settings));
        return field("(now() at time zone {0})::date", LocalDate.class, zone);
    }
}
