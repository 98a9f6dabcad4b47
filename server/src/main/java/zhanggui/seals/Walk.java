package zhanggui.seals;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.seals.Finding.Kind;

/**
 * Goes along the chain. Each link is held against the stored hash before it, so that one wrong link is one finding; what
 * follows something that is gone cannot be held against it and is taken as it stands.
 */
final class Walk {
    private final Findings findings;
    private final Written written = new Written();
    private final Erasures erasures = new Erasures();
    private byte @Nullable [] before = Chain.beginning();
    /** What the hash before should have been, where it was not. */
    private byte @Nullable [] shouldBe;

    private long next = 1;
    private long sealedUntil;
    private long bareUntil;

    Walk(Findings findings) {
        this.findings = findings;
    }

    /** @param to the number this part ends with, whether or not there is such a seal */
    void part(List<Sealing> sealings, List<SealStore.Link> links, long to) {
        int reached = 0;
        for (var link : links) {
            long number = link.seal().number();
            missing(number);
            while (reached < sealings.size() && sealings.get(reached).first() <= number)
                enter(sealings.get(reached++), number);
            if (number > sealedUntil) bare(number);
            link(link);
            next = number + 1;
        }
        while (reached < sealings.size()) enter(sealings.get(reached++), to + 1);
        missing(to + 1);
    }

    /** Called at the end; returns how many entries something was taken out of, as others attest. */
    long erased() {
        return erasures.tell(findings);
    }

    /** Numbers before this one that have no seals. */
    private void missing(long number) {
        if (number <= next) return;
        findings.add(Finding.of(Kind.SEALS_MISSING, next, number - 1));
        before = null;
        shouldBe = null;
        next = number;
    }

    private void enter(Sealing sealing, long number) {
        if (sealing.number() <= sealedUntil) return; // told in an earlier part
        sealedUntil = sealing.number();
        written.sealing(sealing);
        if (sealing.first() != number) return; // its beginning is among what is missing
        check(Chain.sealing(before == null ? Chain.beginning() : before, sealing), sealing);
        before = sealing.hash();
    }

    private void check(byte[] expected, Sealing sealing) {
        if (before == null || Arrays.equals(expected, sealing.hash())) {
            shouldBe = null;
        } else if (shouldBe != null && Arrays.equals(Chain.sealing(shouldBe, sealing), sealing.hash())) {
            findings.sealWasChanged();
            shouldBe = null;
        } else {
            findings.add(Finding.of(Kind.SEALING_CHANGED, sealing.first(), sealing.number()));
            shouldBe = expected;
        }
    }

    /** A number for which no sealing stands. */
    private void bare(long number) {
        if (bareUntil == number - 1 && bareUntil > 0) {
            findings.extend(Kind.SEALING_MISSING, number);
        } else {
            findings.add(Finding.of(Kind.SEALING_MISSING, number, number));
            before = null;
            shouldBe = null;
        }
        bareUntil = number;
    }

    private void link(SealStore.Link link) {
        var seal = link.seal();
        var entry = link.entry();
        if (entry == null) {
            findings.add(Finding.deleted(seal));
            shouldBe = null;
        } else if (before == null) {
            shouldBe = null;
        } else {
            check(before, seal, entry);
        }
        before = seal.hash();
    }

    private void check(byte[] before, Seal seal, LogEntry entry) {
        var expected = Chain.seal(before, seal.number(), entry);
        if (Arrays.equals(expected, seal.hash())) {
            shouldBe = null;
            erasures.fits(entry);
            if (!written.plausible(entry)) findings.add(Finding.of(Kind.BACKDATED, seal.number(), entry));
        } else if (shouldBe != null && Arrays.equals(Chain.seal(shouldBe, seal.number(), entry), seal.hash())) {
            findings.sealWasChanged();
            shouldBe = null;
        } else if (entry.erased()) {
            erasures.fitsNot(seal, before, entry);
            shouldBe = null;
        } else {
            findings.changed(seal, before, entry);
            shouldBe = expected;
        }
    }
}
