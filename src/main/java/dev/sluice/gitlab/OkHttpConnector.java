package dev.sluice.gitlab;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;
import org.glassfish.jersey.client.spi.ConnectorProvider;
import org.jspecify.annotations.Nullable;

/**
 * Lets GitLab4J speak through our transport. Its own one, HttpURLConnection, silently repeats a
 * POST when the connection breaks, knows no limit for a whole call and takes the token along to
 * wherever a redirect leads.
 */
final class OkHttpConnector implements Connector {
  /** The client property under which the transport is handed in. */
  static final String TRANSPORT = "dev.sluice.gitlab.transport";

  /** Named by its class in Jersey's configuration, hence public and without arguments. */
  public static final class Provider implements ConnectorProvider {
    @Override
    public Connector getConnector(Client client, Configuration configuration) {
      return new OkHttpConnector(
          (Transport) Objects.requireNonNull(configuration.getProperty(TRANSPORT)));
    }
  }

  private final Transport transport;

  private OkHttpConnector(Transport transport) {
    this.transport = transport;
  }

  @Override
  public ClientResponse apply(ClientRequest request) {
    try {
      return answered(request, transport.exchange(translated(request)));
    } catch (IOException failure) {
      throw new ProcessingException(failure);
    }
  }

  @Override
  public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
    ClientResponse response = apply(request);
    callback.response(response);
    return CompletableFuture.completedFuture(response);
  }

  private static Request translated(ClientRequest request) throws IOException {
    byte[] content = content(request);
    Request.Builder translated =
        new Request.Builder()
            .url(request.getUri().toString())
            .method(request.getMethod(), body(request, content));
    request.getStringHeaders().forEach((name, all) -> all.forEach(it -> add(translated, name, it)));
    return translated.build();
  }

  private static void add(Request.Builder request, String name, String value) {
    if (!name.equalsIgnoreCase("Content-Type")) {
      request.addHeader(name, value);
    }
  }

  private static byte[] content(ClientRequest request) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    if (request.hasEntity()) {
      request.setStreamProvider(length -> content);
      request.writeEntity();
    }
    return content.toByteArray();
  }

  private static @Nullable RequestBody body(ClientRequest request, byte[] content) {
    if (!request.hasEntity() && (request.getMethod().equals("GET") || deletes(request))) {
      return null;
    }
    MediaType type =
        request.getMediaType() == null ? null : MediaType.get(request.getMediaType().toString());
    return new Rest.OneShot(type, content);
  }

  private static boolean deletes(ClientRequest request) {
    return request.getMethod().equals("DELETE") || request.getMethod().equals("HEAD");
  }

  private static ClientResponse answered(ClientRequest request, Answer answer) {
    ClientResponse response =
        new ClientResponse(
            Response.Status.fromStatusCode(answer.status()) == null
                ? new PlainStatus(answer.status())
                : Response.Status.fromStatusCode(answer.status()),
            request,
            answer.url().uri());
    answer.headers().forEach(pair -> response.header(pair.getFirst(), pair.getSecond()));
    response.setEntityStream(new ByteArrayInputStream(answer.body().toByteArray()));
    return response;
  }

  /** A status that JAX-RS has no name for. */
  private record PlainStatus(int code) implements Response.StatusType {
    @Override
    public int getStatusCode() {
      return code;
    }

    @Override
    public Response.Status.Family getFamily() {
      return Response.Status.Family.familyOf(code);
    }

    @Override
    public String getReasonPhrase() {
      return "";
    }
  }

  @Override
  public String getName() {
    return "OkHttp";
  }

  @Override
  public void close() {
    // the transport is closed by the connection that owns it
  }
}
