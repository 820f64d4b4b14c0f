package dev.sluice.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.HostUnavailableException;
import dev.sluice.setting.Secrets;
import java.io.IOException;

/** Says what went wrong: the call, the status, GitLab's own words; never a token, never a body. */
final class Refusal {
  private static final int LONGEST = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Refusal() {}

  /** 408, 429 and 5xx may pass; every other status is a no. */
  static RuntimeException of(String call, int status, String words) {
    String text = call + ": " + status + (words.isBlank() ? "" : " " + shorten(words));
    return status == 408 || status == 429 || status >= 500
        ? new HostUnavailableException(text)
        : new HostRefusedException(status, text);
  }

  static RuntimeException of(String call, Answer answer) {
    return of(call, answer.status(), words(answer));
  }

  static HostUnavailableException unreachable(String call, Throwable cause) {
    return new HostUnavailableException(call + ": " + shorten(cause.toString()), cause);
  }

  /** GitLab's message; rate limits and proxies answer in plain text or HTML. */
  static String words(Answer answer) {
    String body = answer.body().utf8().strip();
    if (!body.startsWith("{")) {
      return body.startsWith("<") ? "" : body;
    }
    try {
      JsonNode json = JSON.readTree(body);
      for (String field : new String[] {"message", "error_description", "error"}) {
        JsonNode words = json.path(field);
        if (!words.isMissingNode() && !words.isNull()) {
          return words.isTextual() ? words.textValue() : words.toString();
        }
      }
      return "";
    } catch (IOException notJson) {
      return "";
    }
  }

  private static String shorten(String words) {
    String line = Secrets.blank(words).replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
