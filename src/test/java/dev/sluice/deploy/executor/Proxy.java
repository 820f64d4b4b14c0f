package dev.sluice.deploy.executor;

import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to PostgreSQL that can be cut around a COMMIT. */
final class Proxy implements AutoCloseable {
  private enum Cut {
    NONE,
    /** The server gets the COMMIT, the client no answer. */
    ANSWER,
    /** The server gets no COMMIT. */
    REQUEST
  }

  private final TestDatabase behind;
  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile Cut cut = Cut.NONE;

  Proxy(TestDatabase behind) throws IOException {
    this.behind = behind;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  TestDatabase database() {
    String url = behind.url().replaceFirst(":\\d+/", ":" + server.getLocalPort() + "/");
    return new TestDatabase(url, behind.username(), behind.password());
  }

  void loseAnswerToCommit() {
    cut = Cut.ANSWER;
  }

  void loseCommit() {
    cut = Cut.REQUEST;
  }

  int cuts() {
    return cuts.get();
  }

  private void accept() throws IOException {
    int port = Integer.parseInt(behind.url().replaceFirst(".*:(\\d+)/.*", "$1"));
    while (!server.isClosed()) {
      Socket client = server.accept();
      Socket upstream = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(client);
      sockets.add(upstream);
      start(() -> forward(client, upstream));
      start(() -> back(upstream, client));
    }
  }

  private void forward(Socket client, Socket upstream) throws IOException {
    byte[] buffer = new byte[65536];
    InputStream in = client.getInputStream();
    OutputStream out = upstream.getOutputStream();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      boolean commit = new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains("COMMIT");
      if (commit && cut == Cut.REQUEST) {
        break;
      }
      boolean last = commit && cut == Cut.ANSWER;
      if (last) {
        client.shutdownOutput();
      }
      out.write(buffer, 0, n);
      if (last) {
        // the server answers before it ends the session, so its end tells that it has committed
        upstream.shutdownOutput();
        awaitEnd(upstream);
        break;
      }
    }
    if (cut != Cut.NONE) {
      cut = Cut.NONE;
      cuts.incrementAndGet();
    }
    client.close();
    upstream.close();
  }

  private void back(Socket upstream, Socket client) throws IOException {
    byte[] buffer = new byte[65536];
    InputStream in = upstream.getInputStream();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (!client.isOutputShutdown()) {
        client.getOutputStream().write(buffer, 0, n);
      }
    }
    ended.add(upstream);
  }

  private final List<Socket> ended = new CopyOnWriteArrayList<>();

  private void awaitEnd(Socket upstream) {
    while (!ended.contains(upstream)) {
      Thread.onSpinWait();
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
                // the wire is cut, which is what it is for
                Thread.currentThread().interrupt();
              }
            },
            "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
