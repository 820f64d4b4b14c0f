package dev.sluice.gitlab.hook;

import dev.sluice.setting.Doc;
import dev.sluice.setting.Secret;
import java.util.Optional;

/** The secrets that webhooks are checked with; at least one of the two. */
@Doc("How webhooks prove that they come from this GitLab: at least one of the two tokens.")
public record WebhookSettings(
    @Doc("The webhook's secret token, compared with X-Gitlab-Token.") Optional<Secret> secretToken,
    @Doc("The webhook's signing token (GitLab 19.0 and later), whsec_ and 32 bytes in base64.")
        Optional<Secret> signingToken) {
  public WebhookSettings {
    if (secretToken.isEmpty() && signingToken.isEmpty()) {
      throw new IllegalArgumentException(
          "set secret_token or signing_token: without one, anybody could send us webhooks");
    }
    signingToken.ifPresent(SigningKey::of);
  }
}
