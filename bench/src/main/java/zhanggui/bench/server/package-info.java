/** A server of this build, how to start and stop it, and how to talk to it like a browser does. */
package zhanggui.bench.server;
