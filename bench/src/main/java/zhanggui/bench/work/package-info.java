/**
 * The works that are measured, one class each, and what they are measured with.
 *
 * <p>{@link zhanggui.bench.work.Works} lists them. A {@link zhanggui.bench.work.Visit} is what the web client asks for at
 * once; {@link zhanggui.bench.work.Load} makes visits at a rate or without pause; {@link zhanggui.bench.work.Recorder} finds
 * out what SQL the server runs for a visit, and {@link zhanggui.bench.work.Replay} runs the same without the server.
 */
package zhanggui.bench.work;
