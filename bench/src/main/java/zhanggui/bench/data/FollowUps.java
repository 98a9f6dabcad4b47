package zhanggui.bench.data;

import java.util.UUID;

/** The invented follow-ups: each about an opportunity that ran at the time, or else about its customer. */
final class FollowUps {
    private static final int FOLLOW_UP = 30;
    final int count;
    private final long seed;
    private final Times times;
    private final Firms firms;
    private final Deals deals;

    FollowUps(int count, long seed, Times times, Firms firms, Deals deals) {
        this.count = count;
        this.seed = seed;
        this.times = times;
        this.firms = firms;
        this.deals = deals;
    }

    /** @param deal none where it is about the customer only */
    record FollowUp(
            UUID id, long at, int firm, int deal, int owner, UUID contact, String kind, String text, String next) {}

    FollowUp followUp(int index) {
        var dice = new Dice(seed, FOLLOW_UP, index);
        long at = times.moment(index, count, Deals.DAYS, dice.part());
        int begun = (int) Math.min(deals.count - 1, times.happened(at, deals.count, Deals.DAYS));
        int deal = Math.max(0, begun - 1 - (int) dice.exponential(deals.count * 0.05));
        int firm = deals.firm(deal);
        boolean running = deals.created(deal) <= at && at <= deals.until(deal);
        return new FollowUp(
                dice.id(at),
                at,
                firm,
                running ? deal : -1,
                firms.owner(firm),
                dice.chance(0.5) ? firms.contact(firm, 0) : null,
                dice.one(Words.KINDS),
                dice.one(Words.SAID),
                dice.chance(0.4) ? dice.one(Words.STEPS) : null);
    }
}
