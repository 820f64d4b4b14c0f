package dev.sluice.gitlab;

import dev.sluice.gitlab.hook.WebhookSettings;
import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import dev.sluice.setting.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where GitLab is and how we may come in. */
@Doc("The GitLab that Sluice works for.")
public record GitLabSettings(
    @Doc("Address of GitLab, with its path where it has a relative URL root.") URI url,
    @Doc("Token of Sluice's own user: scope api, role Developer in the watched repositories.")
        Secret token,
    @Doc("How webhooks prove that they come from this GitLab.") WebhookSettings webhook,
    @Doc("PEM file with certificates that are trusted besides the system's own.")
        Optional<Path> caFile,
    @Doc("How long a connection may take to open.") @Default("5s") Duration connectTimeout,
    @Doc("How long GitLab may be silent within one call.") @Default("30s") Duration readTimeout,
    @Doc("How long one call may take altogether.") @Default("60s") Duration callTimeout) {
  public GitLabSettings {
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null) {
      throw new IllegalArgumentException("url must be an http or https address with a host");
    }
    if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
      throw new IllegalArgumentException("url must be an address without user, query or fragment");
    }
  }
}
