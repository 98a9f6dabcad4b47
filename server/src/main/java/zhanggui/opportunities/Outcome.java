package zhanggui.opportunities;

/** How an opportunity stands: still open, won or lost. */
public enum Outcome {
    OPEN,
    WON,
    LOST
}
