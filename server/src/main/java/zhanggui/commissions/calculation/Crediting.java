package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import zhanggui.amounts.Allocation;
import zhanggui.commissions.calculation.Credit.Type;
import zhanggui.commissions.calculation.Deal.Share;

/**
 * Who is credited with what of a deal.
 *
 * @param hierarchy of which those above at the day of the event get all of what those below get, each once
 * @param ownToo whether somebody who leads others is credited with his or her own sales a second time as a leader
 * @param quantum in which money is shared
 */
public record Crediting(Hierarchy hierarchy, boolean ownToo, BigDecimal quantum) {
    public static final BigDecimal CENT = new BigDecimal("0.01");

    public List<Credit> of(Deal deal) {
        var credits = new ArrayList<Credit>();
        for (var event : deal.events()) {
            var direct = direct(event, deal.shares());
            credits.addAll(direct);
            rollUp(event, direct, credits);
            for (var overlay : deal.overlays()) credits.add(part(event, overlay, Type.OVERLAY));
        }
        return credits;
    }

    private List<Credit> direct(SalesEvent event, List<Share> shares) {
        if (shares.size() == 1) {
            var only = shares.getFirst().person();
            return List.of(new Credit(event, only, Type.DIRECT, event.amount(), event.quantity(), event.margin()));
        }
        var weights = new TreeMap<String, BigDecimal>();
        for (var share : shares) weights.put(share.person(), share.part());
        var amounts = Allocation.split(event.amount(), weights, quantum);
        var margins = Allocation.split(event.margin(), weights, quantum);
        var credits = new ArrayList<Credit>(shares.size());
        amounts.forEach((person, amount) -> credits.add(new Credit(
                event,
                person,
                Type.DIRECT,
                amount,
                event.quantity().multiply(weights.getOrDefault(person, BigDecimal.ZERO)),
                margins.getOrDefault(person, BigDecimal.ZERO))));
        return credits;
    }

    private void rollUp(SalesEvent event, List<Credit> direct, List<Credit> credits) {
        Map<String, Credit> above = new LinkedHashMap<>();
        for (var credit : direct) {
            var leaders = hierarchy.above(credit.person(), event.date());
            for (var leader : leaders) above.merge(leader, rolled(credit, leader), Crediting::together);
            if (ownToo && hierarchy.leads(credit.person(), event.date()))
                above.merge(credit.person(), rolled(credit, credit.person()), Crediting::together);
        }
        credits.addAll(above.values());
    }

    private static Credit rolled(Credit credit, String leader) {
        return new Credit(credit.event(), leader, Type.ROLLUP, credit.amount(), credit.quantity(), credit.margin());
    }

    private static Credit together(Credit a, Credit b) {
        return new Credit(
                a.event(),
                a.person(),
                a.type(),
                a.amount().add(b.amount()),
                a.quantity().add(b.quantity()),
                a.margin().add(b.margin()));
    }

    private static Credit part(SalesEvent event, Share share, Type type) {
        return new Credit(
                event,
                share.person(),
                type,
                event.amount().multiply(share.part()),
                event.quantity().multiply(share.part()),
                event.margin().multiply(share.part()));
    }
}
