package zhanggui.customers;

import java.util.List;

/** Why two contacts of one customer may be one person. */
enum ContactReason {
    SAME_NAME(0.7),
    SAME_PHONE(0.8),
    SAME_EMAIL(0.8);

    private final double weight;

    ContactReason(double weight) {
        this.weight = weight;
    }

    /** 0–100; grows with every reason: 100·(1 − Π(1 − weight)). */
    static int score(List<String> reasons) {
        double different = 1;
        for (var reason : reasons) different *= 1 - valueOf(reason).weight;
        return (int) Math.round(100 * (1 - different));
    }
}
