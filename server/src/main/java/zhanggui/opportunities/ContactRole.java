package zhanggui.opportunities;

/** What part a contact plays in the customer's decision. */
enum ContactRole {
    DECIDES,
    INFLUENCES,
    USES,
    EVALUATES,
    BUYS,
    GATEKEEPER
}
