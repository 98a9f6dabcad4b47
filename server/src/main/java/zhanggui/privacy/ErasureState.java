package zhanggui.privacy;

/** How far an erasure has come. */
enum ErasureState {
    RUNNING,
    DONE,
    /** What was erased until then stays erased; it can go on. */
    FAILED
}
