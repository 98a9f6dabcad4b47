package zhanggui.opportunities;

/** What a forecast counts an opportunity as. */
public enum ForecastCategory {
    PIPELINE,
    BEST_CASE,
    COMMIT,
    CLOSED,
    OMITTED
}
