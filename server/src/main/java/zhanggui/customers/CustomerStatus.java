package zhanggui.customers;

/** Where the company stands with a customer. */
public enum CustomerStatus {
    /** 潜在: has not bought yet. */
    POTENTIAL,
    /** 合作中: buys. */
    ACTIVE,
    /** 沉睡: bought once, silent since. */
    DORMANT,
    /** 流失. */
    LOST
}
