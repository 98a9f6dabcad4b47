/**
 * Load benchmarks: {@code ./zhanggui bench} generates a company, measures what the budgets speak of, and prints and keeps
 * a table of our figure, the database's own for the same work in the same run, and the ratio.
 *
 * <p>The way in is {@link zhanggui.bench.Bench}; {@code data} generates, {@code server} starts and talks to a server,
 * {@code work} measures.
 */
package zhanggui.bench;
