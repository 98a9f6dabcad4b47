package zhanggui.listings;

import zhanggui.access.Viewer;

/** A viewer took rows of a list away as a file. */
public record ListExported(String list, String format, long rows, Viewer viewer) {}
