package zhanggui.bench.endure;

/**
 * One line of the report.
 *
 * @param always whether it has to hold however slow the machine is; the others are figures
 */
record Finding(String what, String seen, String demand, boolean met, boolean always) {
    static Finding rule(String what, String seen, String demand, boolean met) {
        return new Finding(what, seen, demand, met, true);
    }

    static Finding figure(String what, String seen, String demand, boolean met) {
        return new Finding(what, seen, demand, met, false);
    }

    boolean fails() {
        return always && !met;
    }

    /** @param brief when it was tried too shortly to judge figures */
    String line(boolean brief) {
        var verdict = met ? "met" : brief && !always ? "not judged" : "**missed**";
        return "| " + String.join(" | ", what, seen, demand, verdict) + " |";
    }
}
