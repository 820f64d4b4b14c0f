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
import java.util.function.Predicate;

/** A wire to a server that can be cut around a COMMIT, or when a request has gone through. */
final class Proxy implements AutoCloseable {
  private enum Cut {
    NONE,
    /** The server gets the COMMIT, the client no answer. */
    ANSWER,
    /** The server gets no COMMIT. */
    REQUEST
  }

  /** As MariaDB's driver sends it, 3 being a query. */
  private static final String COMMIT = "\3commit";

  private final TestDatabase behind;
  private final ServerSocket server;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Predicate<String> last = request -> false;
  private volatile Runnable then = () -> {};
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile boolean mute;
  private volatile Cut cut = Cut.NONE;
  private volatile String text = "";
  private volatile int nth;
  private volatile boolean commitIsNext;

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
    loseAnswerTo(COMMIT);
  }

  void loseCommit() {
    lose(COMMIT);
  }

  /** Cuts the wire when the server has got the next request with this text. */
  void loseAnswerTo(String text) {
    this.text = text;
    cut = Cut.ANSWER;
  }

  /** Cuts the wire before the server gets the next request with this text. */
  void lose(String text) {
    this.text = text;
    cut = Cut.REQUEST;
  }

  /** Cuts the wire at one request, counted from 1 over all connections. */
  void cutAt(int request, boolean serverGetsIt) {
    nth = request;
    cut = serverGetsIt ? Cut.ANSWER : Cut.REQUEST;
  }

  /**
   * Cuts the wire for good when the server has got such a request, and does something else then.
   */
  void at(Predicate<String> request, Runnable then) {
    this.then = then;
    last = request;
  }

  /** Cuts what is connected now; new connections go through. */
  void cutAll() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  int requests() {
    return requests.get();
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
      Thread answers = start(() -> back(upstream, client));
      start(() -> forward(client, upstream, answers));
    }
  }

  private void forward(Socket client, Socket upstream, Thread answers)
      throws IOException, InterruptedException {
    byte[] buffer = new byte[65536];
    InputStream in = client.getInputStream();
    OutputStream out = upstream.getOutputStream();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      String request = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
      Cut now = cutAt(request);
      if (now == Cut.REQUEST) {
        break;
      }
      if (now == Cut.ANSWER) {
        client.shutdownOutput();
      }
      if (mute) {
        break;
      }
      requests.incrementAndGet();
      boolean met = last.test(request);
      mute |= met;
      out.write(buffer, 0, n);
      if (met) {
        then.run();
      }
      if (now == Cut.ANSWER) {
        // the server works off what it got before it ends the session
        upstream.shutdownOutput();
        answers.join();
        break;
      }
    }
    client.close();
    upstream.close();
  }

  /**
   * PostgreSQL's driver has prepared COMMIT by then and sends a number; what comes before it has a
   * name. MariaDB's sends the word.
   */
  private Cut cutAt(String request) {
    boolean named =
        text.equals(COMMIT) ? commitIsNext || request.endsWith(COMMIT) : request.contains(text);
    boolean met = nth > 0 ? requests.get() + 1 >= nth : named;
    Cut now = met ? cut : Cut.NONE;
    commitIsNext = request.contains("txid_current");
    if (now != Cut.NONE) {
      cut = Cut.NONE;
      cuts.incrementAndGet();
    }
    return now;
  }

  private void back(Socket upstream, Socket client) throws IOException {
    byte[] buffer = new byte[65536];
    InputStream in = upstream.getInputStream();
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (!client.isOutputShutdown() && !mute) {
        client.getOutputStream().write(buffer, 0, n);
      }
    }
  }

  private interface Loop {
    void run() throws IOException, InterruptedException;
  }

  private static Thread start(Loop loop) {
    Thread thread =
        new Thread(
            () -> {
              try {
                loop.run();
              } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt(); // the wire is cut, which is what it is for
              }
            },
            "proxy");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void close() throws IOException {
    server.close();
    cutAll();
  }
}
