package zhanggui.customers;

/** The part a contact has in a decision to buy. */
public enum ContactRole {
    /** 决策者. */
    DECIDES,
    /** 影响者. */
    INFLUENCES,
    /** 使用者. */
    USES,
    /** 评估者. */
    EVALUATES,
    /** 采购. */
    BUYS,
    /** 把关者. */
    GATEKEEPER
}
