package zhanggui.accounts.factors;

import java.math.BigInteger;

/** Bytes in letters and digits that are hard to mistake (RFC 4648), as authenticator apps take them. */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** @param bytes a multiple of five of them, which leaves nothing over */
    static String of(byte[] bytes) {
        var number = new BigInteger(1, bytes);
        var text = new StringBuilder();
        for (int at = bytes.length * Byte.SIZE - BITS; at >= 0; at -= BITS) {
            text.append(ALPHABET.charAt(number.shiftRight(at).intValue() & 0x1f));
        }
        return text.toString();
    }
}
