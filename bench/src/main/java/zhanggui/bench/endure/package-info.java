/**
 * Endurance: {@code ./zhanggui endure} holds a load for long, overloads a server, fills its disk, and restarts two servers
 * behind a proxy under load; it prints and keeps what it saw.
 *
 * <p>The way in is {@link zhanggui.bench.endure.Endure}. A {@link zhanggui.bench.endure.Mix} is what people ask for,
 * {@link zhanggui.bench.endure.Traffic} sends it at a rate, and a {@link zhanggui.bench.endure.Tally} counts how it was
 * answered.
 */
package zhanggui.bench.endure;
