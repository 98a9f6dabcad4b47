package zhanggui.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhanggui.texts.Language;

/**
 * About six thousand invented deals over three years: quiet Februaries, strong quarter ends, growth from year to year,
 * and a history of stages each.
 */
final class DemoDeals {
    /** @param grade LOW, MIDDLE or HIGH */
    record Product(String name, String series, String category, String grade, int price, String unit) {}

    record Entered(String stage, LocalDate on) {}

    record Activity(
            String kind,
            LocalDate on,
            String text,
            @Nullable String nextStep) {}

    record Deal(
            String externalId,
            String name,
            DemoCustomers.Customer customer,
            Product product,
            int quantity,
            BigDecimal amount,
            LocalDate created,
            List<Entered> history,
            @Nullable LocalDate engaged,
            @Nullable LocalDate closed,
            @Nullable LocalDate expected,
            String stage,
            @Nullable String lossReason,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable String competitor,
            List<Activity> activities) {}

    private static final int COUNT = 6000;
    private static final List<String> STAGES = List.of("Prospecting", "Engaging", "Proposal", "Negotiation");
    private static final double[] MONTHS = {0.85, 0.5, 1.15, 0.95, 1.0, 1.15, 0.9, 0.9, 1.1, 0.95, 1.1, 1.35};
    private static final Map<String, Double> WIN = Map.of("LOW", 0.5, "MIDDLE", 0.4, "HIGH", 0.28);
    private static final List<String> LOSSES =
            List.of("price", "competitor", "no-budget", "no-decision", "product-fit", "timing");

    final List<Product> products = new ArrayList<>();
    final List<Deal> deals = new ArrayList<>();
    private final Map<String, List<Deal>> byCustomer;
    private final Dice dice;
    private final Words words;
    private final Language language;
    private final LocalDate today;

    DemoDeals(long seed, Words words, Language language, List<DemoCustomers.Customer> customers, LocalDate today) {
        this.dice = new Dice(seed);
        this.words = words;
        this.language = language;
        this.today = today;
        readProducts();
        int n = 0;
        while (deals.size() < COUNT) {
            var deal = deal(n++, dice.one(customers));
            if (deal != null) deals.add(deal);
        }
        byCustomer =
                deals.stream().collect(Collectors.groupingBy(d -> d.customer().externalId()));
    }

    /** Buyers of the last year are active, earlier ones dormant; who only ever refused is lost after a year. */
    String standing(DemoCustomers.Customer customer) {
        var own = byCustomer.getOrDefault(customer.externalId(), List.of());
        var won = own.stream().filter(d -> d.stage().equals("Won")).toList();
        var yearAgo = today.minusYears(1);
        if (won.stream().anyMatch(d -> d.closed() != null && d.closed().isAfter(yearAgo))) return "ACTIVE";
        if (!won.isEmpty()) return "DORMANT";
        boolean refused = own.size() > 1
                && own.stream().allMatch(d -> d.closed() != null && d.closed().isBefore(yearAgo));
        return refused ? "LOST" : "POTENTIAL";
    }

    /** External ids of the person's open deals. */
    List<String> openOf(DemoPeople.Person person) {
        return deals.stream()
                .filter(d -> d.closed() == null && d.customer().owner() == person)
                .map(Deal::externalId)
                .toList();
    }

    private void readProducts() {
        var series = words.one("products").split(";");
        for (int s = 0; s < series.length; s++) {
            var parts = series[s].split(":");
            for (var product : parts[1].split(",")) {
                var p = product.split("/");
                products.add(new Product(
                        p[0], parts[0], words.list("categories").get(s), p[1], Integer.parseInt(p[2]), p[3]));
            }
        }
    }

    private @Nullable Deal deal(int n, DemoCustomers.Customer customer) {
        var created = start();
        if (created.isBefore(customer.created())) created = customer.created().plusDays(dice.between(0, 40));
        if (created.isAfter(today)) return null;
        var product = products.get(dice.weighted(products.stream()
                .mapToDouble(p -> p.grade().equals("LOW") ? 5 : p.grade().equals("MIDDLE") ? 3 : 1)
                .toArray()));
        int quantity = Math.max(1, (int) Math.round(dice.around(product.grade().equals("LOW") ? 3 : 1.2, 0.5)));
        var seller = customer.owner();
        boolean wins = dice.chance(Math.min(0.9, WIN.getOrDefault(product.grade(), 0.4) * seller.skill()));
        var path = path(created, product, wins);
        var closed = path.closed;
        var amount = BigDecimal.valueOf(
                Math.round(quantity * product.price() * (1 - dice.between(0, 18) / 100.0) / 10.0) * 10L);
        boolean open = closed == null;
        var name = customer.name()
                + (language == Language.EN ? " – " : " · ")
                + product.name()
                + (language == Language.EN ? " " : "")
                + dice.one(words.list("deal"));
        var competitor = dice.one(words.list("competitors"));
        return new Deal(
                "demo-o-" + n,
                name,
                customer,
                product,
                quantity,
                amount,
                created,
                path.history,
                path.history.size() > 1 ? path.history.get(1).on() : null,
                closed,
                open ? today.plusDays(dice.between(-25, 80)) : closed,
                open ? path.history.getLast().stage() : wins ? "Won" : "Lost",
                open || wins ? null : dice.one(LOSSES),
                open && dice.chance(0.8) ? dice.one(words.list("next")) : null,
                open && dice.chance(0.8) ? today.plusDays(dice.between(-6, 21)) : null,
                competitor.isEmpty() ? null : competitor,
                activities(path));
    }

    /** A day in the last three years, by season and with growth. */
    private LocalDate start() {
        while (true) {
            var day = today.minusDays(dice.between(0, 3 * 365));
            double growth = 1 - 0.15 * (today.toEpochDay() - day.toEpochDay()) / 365.0;
            if (day.getDayOfWeek().getValue() <= 5 && dice.chance(MONTHS[day.getMonthValue() - 1] * growth / 1.4))
                return day;
        }
    }

    private record Path(List<Entered> history, @Nullable LocalDate closed) {}

    private Path path(LocalDate created, Product product, boolean wins) {
        var history = new ArrayList<Entered>();
        history.add(new Entered(STAGES.get(0), created));
        double pace = product.grade().equals("HIGH") ? 26 : product.grade().equals("MIDDLE") ? 17 : 10;
        var day = created;
        int last = wins ? STAGES.size() : dice.weighted(3, 4, 3, 2) + 1;
        for (int stage = 1; stage <= last; stage++) {
            day = day.plusDays(1 + (long) dice.around(pace, 0.6));
            if (day.isAfter(today)) return new Path(history, null);
            if (stage < last) history.add(new Entered(STAGES.get(stage), day));
        }
        return new Path(history, day);
    }

    private List<Activity> activities(Path path) {
        var activities = new ArrayList<Activity>();
        var from = path.history.getFirst().on();
        var to = path.closed != null ? path.closed : today;
        if (to.isBefore(today.minusMonths(15))) return activities;
        int count = 1 + dice.between(0, 3);
        int days = (int) (to.toEpochDay() - from.toEpochDay());
        for (int i = 0; i < count; i++) {
            boolean visit = dice.chance(0.3);
            var on = from.plusDays(days == 0 ? 0 : dice.between(0, days));
            activities.add(new Activity(
                    visit ? "VISIT" : dice.one(List.of("CALL", "CALL", "MESSAGE", "MEETING", "EMAIL")),
                    on,
                    dice.one(words.list(visit ? "visits" : "calls")),
                    dice.chance(0.5) ? dice.one(words.list("next")) : null));
        }
        return activities;
    }
}
