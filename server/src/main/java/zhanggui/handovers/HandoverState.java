package zhanggui.handovers;

/** How far a hand-over is. What failed or was cancelled may be taken up again. */
enum HandoverState {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
