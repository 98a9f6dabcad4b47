package zhanggui.logs;

import ch.qos.logback.classic.pattern.ExtendedThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.stream.Collectors;

/** What went wrong, under its message and set in, so that no part of it looks like a line of its own. */
public final class SetIn extends ExtendedThrowableProxyConverter {
    @Override
    public String convert(ILoggingEvent event) {
        return super.convert(event)
                .replace("\t", "    ")
                .lines()
                .map(line -> "    " + OneLine.of(line) + System.lineSeparator())
                .collect(Collectors.joining());
    }
}
