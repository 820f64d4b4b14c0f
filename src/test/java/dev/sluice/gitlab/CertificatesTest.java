package dev.sluice.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.sluice.mergerequest.HostUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A GitLab whose certificate no public authority signed. */
class CertificatesTest {
  private static final String PASSWORD = "not-a-secret";
  private static Path folder;
  private static WireMockServer gitlab;

  @BeforeAll
  static void start(@TempDir Path temporary) throws IOException, InterruptedException {
    folder = temporary;
    Path store = folder.resolve("gitlab.p12");
    keytool(
        store,
        "-genkeypair -alias gitlab -keyalg EC -dname CN=gitlab -ext san=ip:127.0.0.1 -validity 2");
    keytool(store, "-exportcert -rfc -alias gitlab -file " + folder.resolve("ca.pem"));
    gitlab =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicHttpsPort()
                .httpDisabled(true)
                .keystorePath(store.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .keystoreType("PKCS12"));
    gitlab.start();
    gitlab.stubFor(get("/api/v4/user").willReturn(okJson(GitLabOnTheWire.ME)));
    gitlab.stubFor(
        get("/api/v4/projects/1/repository/branches/main")
            .willReturn(okJson("{\"name\":\"main\",\"commit\":{\"id\":\"abc\"}}")));
  }

  @AfterAll
  static void stop() {
    gitlab.stop();
  }

  @Test
  void theConfiguredFileIsTrustedByBothClients() {
    try (GitLab client = open(Optional.of(folder.resolve("ca.pem")))) {
      assertThat(client.host().people().me().id()).isEqualTo(7);
      assertThat(client.host().repositories().head(1, "main")).contains("abc");
    }
  }

  @Test
  void withoutItNothingIsTrusted() {
    try (GitLab client = open(Optional.empty())) {
      assertThatThrownBy(() -> client.host().people().me())
          .isInstanceOf(HostUnavailableException.class)
          .hasMessageContaining("SSLHandshakeException");
      assertThatThrownBy(() -> client.host().repositories().head(1, "main"))
          .isInstanceOf(HostUnavailableException.class);
    }
  }

  @Test
  void aFileWithoutCertificatesIsNamed() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(Optional.of(empty)))
        .withMessageContaining("ca_file " + empty);
  }

  private static GitLab open(Optional<Path> ca) {
    GitLabSettings settings = GitLabOnTheWire.settings("https://127.0.0.1:" + gitlab.httpsPort());
    return GitLab.open(
        new GitLabSettings(
            settings.url(),
            settings.token(),
            settings.webhook(),
            ca,
            settings.connectTimeout(),
            settings.callTimeout(),
            settings.callTimeout()),
        GitLabOnTheWire.QUICK);
  }

  private static void keytool(Path store, String arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(
        List.of("-keystore", store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).as(() -> "keytool " + arguments).isZero();
  }
}
