package zhanggui.customers;

/** How much a customer matters, A the most. */
public enum CustomerLevel {
    A,
    B,
    C,
    D
}
