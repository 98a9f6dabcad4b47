package zhanggui.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Logs sealed once must be verifiable for ever: when these hashes change, every sealed log looks forged. */
class ChainTest {
    private static final UUID ID = UUID.fromString("019AB7C1-2345-7000-8000-0123456789AB");

    @Test
    void anEntryIsHashedAsItAlwaysWas() {
        assertThat(hex(Chain.seal(Chain.beginning(), 1, entry("2026-11-25T01:02:03.456789Z"))))
                .isEqualTo("448587ce7e3076d2e63602845b233802e45daa82ef6894f6dc9c2153cb424933");
    }

    @Test
    void aSealingIsHashedAsItAlwaysWas() {
        var at = OffsetDateTime.parse("2026-11-25T01:02:03.456789Z");
        var whole = new Sealing(1, 7, at, new Seen("700:705:701,703"), "7300000000000000001", null, new byte[32]);
        assertThat(hex(Chain.sealing(Chain.beginning(), whole)))
                .isEqualTo("152a00d90c440b5ad1fcae1f915f3e184fef0778f797e48c19ca0a28a3a83c69");
        var part = new Sealing(8, 9, at, whole.seen(), whole.cluster(), new Sealing.Place(702, ID), new byte[32]);
        assertThat(hex(Chain.sealing(Chain.beginning(), part)))
                .isEqualTo("a39bebae440f967bb2829210a25c26091b1bdcb05f09e570d8d8b1a121d2e4ea");
    }

    @Test
    void theTimeZoneAnEntryIsReadInDoesNotMatter() {
        assertThat(Chain.seal(Chain.beginning(), 1, entry("2026-11-25T09:02:03.456789+08:00")))
                .isEqualTo(Chain.seal(Chain.beginning(), 1, entry("2026-11-25T01:02:03.456789Z")));
    }

    private static LogEntry entry(String at) {
        return new LogEntry(
                ID,
                OffsetDateTime.parse(at),
                null,
                "李雷",
                "SESSION",
                "192.0.2.1",
                "changed",
                "customers",
                ID,
                "衡川科技",
                "[{\"field\": \"level\", \"before\": \"B\", \"after\": \"A\"}]",
                700,
                false);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
