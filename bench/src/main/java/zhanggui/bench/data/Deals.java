package zhanggui.bench.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The invented opportunities, each with its course from stage to stage. */
final class Deals {
    private static final int DEAL = 20;
    private static final int COURSE = 21;
    private static final int PARTS = 22;
    static final int DAYS = 3 * 365;

    /** @param open the open stages in order */
    record Pipeline(UUID id, List<UUID> open, UUID won, UUID lost) {}

    record Product(UUID id, String name, BigDecimal price) {}

    /** @param to absent while it is there */
    record Span(UUID stage, long from, Long to) {}

    record Line(Product product, int quantity, int discount, BigDecimal amount) {}

    record Course(List<Span> spans, String outcome, Long engaged, Long closed) {}

    record Deal(
            int index,
            UUID id,
            long created,
            int firm,
            int owner,
            String name,
            Pipeline pipeline,
            Course course,
            List<Line> lines,
            BigDecimal amount,
            LocalDate expected,
            String loss,
            String source,
            String competitor,
            String nextStep,
            LocalDate nextStepOn,
            UUID contact,
            String contactRole) {}

    final int count;
    private final long seed;
    private final Times times;
    private final Firms firms;
    private final List<Pipeline> pipelines;
    private final List<Product> products;

    Deals(int count, long seed, Times times, Firms firms, List<Pipeline> pipelines, List<Product> products) {
        this.count = count;
        this.seed = seed;
        this.times = times;
        this.firms = firms;
        this.pipelines = pipelines;
        this.products = products;
    }

    long created(int index) {
        return times.moment(index, count, DAYS, new Dice(seed, DEAL, index).part());
    }

    UUID id(int index) {
        var dice = new Dice(seed, DEAL, index);
        return dice.id(times.moment(index, count, DAYS, dice.part()));
    }

    /** One of the customers there were by then. */
    int firm(int index) {
        var known = Math.max(1, times.happened(created(index), firms.count, Firms.DAYS) - 1);
        return new Dice(seed, DEAL + 50, index).below((int) known);
    }

    /** When it was won or lost; the end of time while it is open. */
    long until(int index) {
        var closed = course(index).closed();
        return closed == null ? times.end() : closed;
    }

    private Pipeline pipeline(int index) {
        return pipelines.get(new Dice(seed, DEAL + 60, index).chance(0.85) ? 0 : pipelines.size() - 1);
    }

    private Course course(int index) {
        var dice = new Dice(seed, COURSE, index);
        var way = pipeline(index);
        boolean wins = dice.chance(0.35);
        int last = wins ? way.open().size() : 1 + dice.below(way.open().size());
        var spans = new ArrayList<Span>();
        long from = created(index);
        for (int stage = 0; stage < last; stage++) {
            long to = from + 3_600_000 + Times.days(dice.exponential(30));
            boolean left = to < times.end();
            spans.add(new Span(way.open().get(stage), from, left ? to : null));
            if (!left)
                return new Course(spans, "OPEN", spans.size() > 1 ? spans.get(1).from() : null, null);
            from = to;
        }
        spans.add(new Span(wins ? way.won() : way.lost(), from, null));
        return new Course(spans, wins ? "WON" : "LOST", spans.get(1).from(), from);
    }

    Deal deal(int index) {
        var dice = new Dice(seed, PARTS, index);
        int firm = firm(index);
        var course = course(index);
        var main = products.get((int) Math.min(products.size() - 1, dice.exponential(products.size() / 4.0)));
        var lines = lines(dice, main);
        var amount = lines.isEmpty()
                ? main.price().multiply(BigDecimal.valueOf(dice.between(1, 5)))
                : lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean open = course.closed() == null;
        boolean planned = open && dice.chance(0.7);
        boolean met = dice.chance(0.4);
        return new Deal(
                index,
                id(index),
                created(index),
                firm,
                firms.owner(firm),
                firms.name(firm) + " · " + main.name() + dice.one(Words.PURPOSES),
                pipeline(index),
                course,
                lines,
                amount,
                open ? times.day().plusDays(dice.between(-25, 80)) : Times.dayOf(course.closed()),
                course.outcome().equals("LOST") ? dice.one(Words.LOSSES) : null,
                dice.one(Words.SOURCES),
                dice.chance(0.3) ? dice.one(Words.COMPETITORS) : null,
                planned ? dice.one(Words.STEPS) : null,
                planned ? times.day().plusDays(dice.between(-6, 21)) : null,
                met ? firms.contact(firm, 0) : null,
                met ? dice.one(Words.ROLES) : null);
    }

    private List<Line> lines(Dice dice, Product main) {
        var lines = new ArrayList<Line>();
        int many = dice.weighted(3, 5, 2);
        for (int i = 0; i < many; i++) {
            var product = i == 0 ? main : products.get(dice.below(products.size()));
            int quantity = 1 + (int) dice.exponential(2);
            int discount = dice.between(0, 18);
            var amount = product.price()
                    .multiply(BigDecimal.valueOf((long) quantity * (100 - discount)))
                    .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
            lines.add(new Line(product, quantity, discount, amount));
        }
        return lines;
    }
}
