package zhanggui.accounts;

/** How somebody wants the screens: light, dark, or as their device has it. */
enum Theme {
    LIGHT,
    DARK,
    SYSTEM
}
