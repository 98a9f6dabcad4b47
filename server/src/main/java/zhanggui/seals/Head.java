package zhanggui.seals;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far the chain was at a moment. Whoever keeps one outside the database can tell later whether everything up to it
 * is still what it was.
 *
 * @param number of the last entry sealed
 * @param hash in hexadecimal
 */
@Schema(name = "AuditHead")
record Head(long number, String hash, Instant at) {
    private static final Pattern LINE = Pattern.compile("(\\S+) ([1-9]\\d{0,17}) ([0-9a-f]{64})");

    static Head of(long number, byte[] hash, Instant at) {
        return new Head(number, HexFormat.of().formatHex(hash), at);
    }

    /** As it is written into files and logs, and read again. */
    String line() {
        return at + " " + number + " " + hash;
    }

    static Optional<Head> read(String line) {
        var found = LINE.matcher(line.strip());
        if (!found.find()) return Optional.empty();
        try {
            return Optional.of(new Head(Long.parseLong(found.group(2)), found.group(3), Instant.parse(found.group(1))));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
