package zhanggui.logs;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/** A message on one line; what would break it, or steer a terminal, shows as a mark. */
public final class OneLine extends ClassicConverter {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]");

    @Override
    public String convert(ILoggingEvent event) {
        return of(event.getFormattedMessage());
    }

    static String of(String text) {
        return CONTROL.matcher(text).replaceAll("�");
    }
}
