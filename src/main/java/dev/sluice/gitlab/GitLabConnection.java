package dev.sluice.gitlab;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.mergerequest.HostRefusedException;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.gitlab4j.models.Constants.TokenType;
import org.glassfish.jersey.client.ClientProperties;
import org.jspecify.annotations.Nullable;

/** One credential's way to one GitLab: GitLab4J and plain REST over the same transport. */
final class GitLabConnection implements AutoCloseable {
  private final Transport transport;
  private final Rest rest;
  private final GitLabApi api;
  private final Patience patience;
  private volatile @Nullable Long me;

  GitLabConnection(GitLabSettings settings, Patience patience) {
    this.patience = patience;
    HttpUrl root = root(settings);
    transport = new Transport(client(settings), patience);
    rest = new Rest(transport, root.newBuilder().addPathSegments("api/v4").build(), json());
    api = gitLab4J(settings, root, transport);
  }

  private static HttpUrl root(GitLabSettings settings) {
    String url = settings.url().toString();
    return HttpUrl.get(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
  }

  private static OkHttpClient client(GitLabSettings settings) {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .connectTimeout(settings.connectTimeout())
            .readTimeout(settings.readTimeout())
            .writeTimeout(settings.readTimeout())
            .callTimeout(settings.callTimeout())
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(authorized(settings));
    settings.caFile().ifPresent(pem -> Trust.add(client, pem));
    return client.build();
  }

  private static Interceptor authorized(GitLabSettings settings) {
    return chain ->
        chain.proceed(
            chain
                .request()
                .newBuilder()
                .header("PRIVATE-TOKEN", settings.token().reveal())
                .header("User-Agent", "Sluice")
                .build());
  }

  private static GitLabApi gitLab4J(GitLabSettings settings, HttpUrl root, Transport transport) {
    String url = root.toString();
    return new GitLabApi(
        GitLabApi.ApiVersion.V4,
        url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
        TokenType.PRIVATE,
        settings.token().reveal(),
        null,
        Map.of(
            ClientProperties.CONNECTOR_PROVIDER,
            OkHttpConnector.Provider.class.getName(),
            OkHttpConnector.TRANSPORT,
            transport));
  }

  private static ObjectMapper json() {
    return Payload.mapper();
  }

  Rest rest() {
    return rest;
  }

  Patience patience() {
    return patience;
  }

  /** The user that the token belongs to; asked once, a token does not change its owner. */
  long me() {
    Long known = me;
    if (known == null) {
      known = rest.get(Route.of("/user"), Payload.User.class).id();
      me = known;
    }
    return known;
  }

  /** A call through GitLab4J; {@code call} names it in errors: method and path template. */
  <T> T ask(String call, Question<T> question) {
    try {
      return question.of(api);
    } catch (GitLabApiException failure) {
      throw failure.getHttpStatus() == 0
          ? Refusal.unreachable(call, failure)
          : Refusal.of(call, failure.getHttpStatus(), failure.getMessage() + "");
    }
  }

  /** Like {@link #ask}; empty on 404. */
  <T> Optional<T> find(String call, Question<T> question) {
    try {
      return Optional.of(ask(call, question));
    } catch (HostRefusedException refused) {
      if (refused.status() == 404) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /** What is asked of GitLab4J. */
  interface Question<T> {
    T of(GitLabApi api) throws GitLabApiException;
  }

  @Override
  public void close() {
    api.close();
    transport.close();
  }
}
