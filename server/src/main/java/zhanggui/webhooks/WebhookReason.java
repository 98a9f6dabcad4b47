package zhanggui.webhooks;

import zhanggui.problems.Reason;

/** Why something about webhooks is refused. */
enum WebhookReason implements Reason {
    /** Without a key of the installation no secret can be kept. */
    NO_KEY;

    @Override
    public String code() {
        return "webhook-no-key";
    }

    @Override
    public int status() {
        return 409;
    }
}
