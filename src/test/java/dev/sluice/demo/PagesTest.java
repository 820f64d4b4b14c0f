package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.model.MergeRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final Shop shop = new Shop();
  private final HttpClient http = HttpClient.newHttpClient();
  private final MergeRequest mr = shop.open();
  private final String page = shop.gitlab.url() + "/shop/database/-/merge_requests/" + mr.iid;

  @AfterEach
  void stop() {
    shop.close();
  }

  private HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String form, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(page + "/" + form))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", "stand_in_user=omar")
            .POST(BodyPublishers.ofString(body));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void aHostileTitleAndNoteStayText() throws Exception {
    shop.gitlab.as(shop.lin).retitle(mr, "\"><script>alert('t')</script>");
    shop.gitlab.as(shop.lin).comment(mr, "<script>alert('n')</script>");
    shop.gitlab
        .as(shop.lin)
        .push(shop.project, "note", "orders/<b>\"x.sql", "select '<script>';\n");
    for (var address : new String[] {page, page + "/fragment", shop.gitlab.url() + "/"}) {
      var html = get(address).body();
      assertThat(html).contains("&lt;script&gt;alert(&#39;t&#39;)");
      assertThat(html).doesNotContain("<script>alert", "<b>\"x", "select '<script>");
    }
  }

  @Test
  void thePageShowsTheDiffWithItsThreads() throws Exception {
    var version = mr.latest().orElseThrow();
    shop.api(shop.bot)
        .post(
            shop.mr(mr) + "/discussions",
            "body",
            "**a finding**",
            "position[position_type]",
            "text",
            "position[base_sha]",
            version.base(),
            "position[start_sha]",
            version.start(),
            "position[head_sha]",
            version.head(),
            "position[new_path]",
            Shop.SCRIPT,
            "position[new_line]",
            "2");
    var html = get(page).body();
    assertThat(html.indexOf("<strong>a finding</strong>"))
        .isGreaterThan(html.indexOf("class=\"diff\""));
    assertThat(html).contains("class=\"added\"");
  }

  @Test
  void buttonsActAsTheChosenPerson() throws Exception {
    assertThat(post("approve", "").headers().firstValue("Location")).isPresent();
    assertThat(mr.approvals).containsOnlyKeys(shop.omar.id());
    assertThat(post("approve", "").headers().firstValue("Location").orElse(""))
        .contains("?refused=401");
    post("comment", "body=%2Fdb+status");
    assertThat(mr.notes().filter(note -> note.body.equals("/db status"))).hasSize(1);
    post("edit", "path=" + Shop.SCRIPT + "&text=select+2%3B%0D%0A");
    assertThat(mr.versions).hasSize(2);
    post(
        "line", "body=why&old_path=%1$s&new_path=%1$s&old_line=&new_line=1".formatted(Shop.SCRIPT));
    assertThat(mr.notes().filter(note -> "DiffNote".equals(note.type))).hasSize(1);
    post("merge", "");
    assertThat(mr.state).isEqualTo("merged");
  }

  @Test
  void formsOfOtherSitesAreRefused() throws Exception {
    assertThat(post("approve", "", "Origin", "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(post("approve", "", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(mr.approvals).isEmpty();
  }

  @Test
  void aNameThatResolvesToLoopbackIsRefused() throws Exception {
    var address = URI.create(shop.gitlab.url());
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      var request = "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }
}
