/**
 * Invents a company of a given size, the same for the same seed, and loads it into the database of a server.
 *
 * <p>The way in is {@link zhanggui.bench.data.Generation}. Every record is a function of seed and index, so nothing has
 * to be kept in memory but who owns what.
 */
package zhanggui.bench.data;
