package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A project whose language is Chinese, from the review to the result. */
@TestInstance(Lifecycle.PER_CLASS)
class ChineseProjectTest {
  private World world;

  @BeforeAll
  void open(@TempDir Path folder) {
    world = new World(folder);
    world.configure(
        Configuration.standard().with("projects", Configuration.project("language: zh\n")));
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String withoutKey() {
    return "create table t%d (a integer);\n".formatted(world.next());
  }

  @Test
  void threadSummaryAndStatusesAreInChinese() {
    Scene scene = world.open(withoutKey()).settle();

    assertThat(Scene.text(scene.thread("require-primary-key").first()))
        .contains("没有主键")
        .contains("**建议：** 声明一个主键。")
        .contains("原因及豁免方法")
        .doesNotContain("Do instead");
    assertThat(scene.summary())
        .contains("**下一步：** shop → prod 需要 1 × group:dba：在 GitLab 中批准")
        .contains("| 目标库 | 文件 | 语句 | 问题 | 锁 | |")
        .doesNotContain("Next:");
    assertThat(scene.statusText("sluice/approval")).isEqualTo("需要 1 × group:dba");
  }

  @Test
  void commandsAreAnsweredInChinese() {
    Scene scene = world.open(withoutKey()).settle();

    scene.comment("dana", "/db explain require-primary-key");
    assertThat(scene.lastReply()).contains("每张表都有主键").contains("**原因：**");
    scene.comment("dana", "/db aprove");
    assertThat(scene.lastReply()).contains("没有命令 aprove。是否想写 /db approve？");
    scene.comment("dana", "/db approve");
    assertThat(scene.lastReply()).contains("已记录：dana 批准摘要");
    scene.comment("dana", "/db help approve");
    assertThat(scene.lastReply()).contains("批准本合并请求当前的 SQL。");
  }

  @Test
  void theResultIsToldInChinese() {
    Scene scene =
        world.open("create table t%d (id integer primary key);\n".formatted(world.next()));
    scene.settle().approve("dana").merge();

    assertThat(scene.said()).anyMatch(n -> n.contains("🚀 已部署到 shop@test：1/1 条语句"));
    assertThat(scene.summary()).contains("✅ 已部署");
  }

  @Test
  void aMendedFindingIsSettledInChineseUnderTheSameFingerprint() {
    Scene scene = world.open(withoutKey()).settle();
    String marker = Scene.text(scene.thread("require-primary-key").first()).lines().toList().get(0);
    world.configure(Configuration.standard());
    scene.comment("dev", "/db review");

    assertThat(scene.openRules()).containsExactly("require-primary-key");
    assertThat(Scene.text(scene.thread("require-primary-key").first())).startsWith(marker);
    world.configure(
        Configuration.standard().with("projects", Configuration.project("language: zh\n")));
    scene.push("create table t%d (id integer primary key);\n".formatted(world.next()));
    assertThat(scene.said()).anyMatch(n -> n.contains("✅ 已在"));
  }
}
