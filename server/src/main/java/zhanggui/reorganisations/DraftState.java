package zhanggui.reorganisations;

/** How far a draft of the organisation is. */
enum DraftState {
    DRAFT,
    APPLIED,
    DISCARDED
}
