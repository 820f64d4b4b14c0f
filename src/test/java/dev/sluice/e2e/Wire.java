package dev.sluice.e2e;

import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to a database server that can be cut, and pulled out for a while. */
final class Wire implements AutoCloseable {
  private final TestDatabase behind;
  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile boolean out;

  Wire(TestDatabase behind) throws IOException {
    this.behind = behind;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** The database as it is reached through the wire. */
  TestDatabase database() {
    String url = behind.url().replaceFirst(":\\d+/", ":" + server.getLocalPort() + "/");
    return new TestDatabase(url, behind.username(), behind.password());
  }

  /** Breaks what is connected now. */
  void cut() {
    for (Socket socket : sockets) {
      close(socket);
    }
    sockets.clear();
  }

  void pullOut() {
    out = true;
    cut();
  }

  void putBack() {
    out = false;
  }

  private void accept() throws IOException {
    int port = Integer.parseInt(behind.url().replaceFirst(".*:(\\d+)/.*", "$1"));
    while (!server.isClosed()) {
      Socket client = server.accept();
      if (out) {
        client.close();
        continue;
      }
      Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(client);
      sockets.add(upstream);
      start(() -> pump(client, upstream));
      start(() -> pump(upstream, client));
    }
  }

  private static void pump(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    }
  }

  private interface Loop {
    void run() throws IOException;
  }

  private static void start(Loop loop) {
    Thread thread =
        new Thread(
            () -> {
              try {
                loop.run();
              } catch (IOException e) {
                Thread.currentThread().interrupt(); // the wire is cut, which is what it is for
              }
            },
            "wire");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    cut();
    close(server);
  }
}
