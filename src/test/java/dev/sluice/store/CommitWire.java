package dev.sluice.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A wire to a PostgreSQL server that breaks, when asked, right before or right after a COMMIT. */
public final class CommitWire implements AutoCloseable {
  /** Where it breaks. */
  public enum Cut {
    NEVER,
    BEFORE,
    AFTER
  }

  private final int port;
  private final ServerSocket server;
  private volatile Cut next = Cut.NEVER;

  public CommitWire(int port) throws IOException {
    this.port = port;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Breaks at the next COMMIT, once. */
  public void cut(Cut where) {
    next = where;
  }

  private void accept() throws IOException {
    while (!server.isClosed()) {
      Socket client = server.accept();
      Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port);
      start(() -> towards(client, upstream));
      start(
          () -> {
            try (client;
                upstream) {
              back(upstream.getInputStream(), client.getOutputStream());
            }
          });
    }
  }

  /** The server answers a COMMIT with the same word, which is how we see that it is done. */
  private void back(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[65536];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      if (next == Cut.AFTER && commits(buffer, read)) {
        next = Cut.NEVER;
        return;
      }
      to.write(buffer, 0, read);
    }
  }

  private void towards(Socket client, Socket upstream) throws IOException {
    try (client;
        upstream) {
      InputStream from = client.getInputStream();
      OutputStream to = upstream.getOutputStream();
      byte[] buffer = new byte[65536];
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        if (next == Cut.BEFORE && commits(buffer, read)) {
          next = Cut.NEVER;
          return;
        }
        to.write(buffer, 0, read);
      }
    }
  }

  private static boolean commits(byte[] buffer, int length) {
    return new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT");
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
            "commit-wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
