package zhanggui.bench.data;

import static zhanggui.bench.data.Generation.at;

import java.sql.Connection;
import java.sql.SQLException;

/** The invented tasks: about twenty for each person, on opportunities of theirs, most of the old ones done. */
final class Tasks {
    private static final int TASK = 51;
    private static final int EACH = 20;
    private final Generation.Ground ground;

    Tasks(Generation.Ground ground) {
        this.ground = ground;
    }

    void load(Connection connection) throws SQLException {
        try (var rows = new Rows(
                connection,
                "activities.task",
                "id, title, due_on, done_at, priority, customer_id, opportunity_id, owner_id, created_by, created_at, updated_at, search")) {
            var deals = ground.deals();
            int count = Math.min(deals.count, ground.staff().people.size() * EACH);
            for (int i = 0; i < count; i++) add(rows, i, deals.count - 1 - (int) ((long) i * deals.count / count));
            rows.finish();
        }
    }

    private void add(Rows rows, int index, int deal) {
        var dice = new Dice(ground.seed(), TASK, index);
        var times = ground.times();
        var firms = ground.firms();
        int firm = ground.deals().firm(deal);
        int days = dice.between(-90, 20);
        long made = times.end() - Times.days(100 - dice.part());
        boolean done = days < 0 ? dice.chance(0.9) : dice.chance(0.05);
        var owner = ground.staff().people.get(firms.owner(firm)).id();
        var id = dice.id(made);
        var title = dice.one(Words.TASKS);
        rows.add(
                id,
                title,
                times.day().plusDays(days),
                done ? at(times.end() - Times.days(Math.max(1, -days))) : null,
                dice.chance(0.15) ? "HIGH" : "NORMAL",
                firms.id(firm),
                ground.deals().id(deal),
                owner,
                owner,
                at(made),
                at(made),
                Sought.of(title, firms.name(firm)));
    }
}
