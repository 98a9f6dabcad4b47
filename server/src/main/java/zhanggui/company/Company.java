package zhanggui.company;

import java.time.ZoneId;
import zhanggui.access.Calendar;
import zhanggui.texts.Language;

/**
 * The company.
 *
 * @param currency ISO 4217 code in which it keeps its books
 * @param fiscalYearStartMonth 1–12
 * @param demo whether everything in here is invented
 * @param trialCopy whether this is a restored copy for trying things; what acts outside of the system by itself does not
 */
public record Company(
        String nameZh,
        String nameEn,
        String currency,
        ZoneId timeZone,
        int fiscalYearStartMonth,
        Language language,
        boolean demo,
        boolean trialCopy,
        int version) {
    public String in(Language reader) {
        return reader == Language.ZH ? nameZh : nameEn;
    }

    public Calendar calendar() {
        return new Calendar(timeZone, fiscalYearStartMonth);
    }
}
