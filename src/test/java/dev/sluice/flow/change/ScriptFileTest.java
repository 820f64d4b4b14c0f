package dev.sluice.flow.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Remark;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScriptFileTest {
  @Test
  void theTextLosesItsByteOrderMarkAndTheHashKeepsIt() {
    byte[] bytes = "\uFEFFselect '订单';\r\n".getBytes(StandardCharsets.UTF_8);
    ScriptFile.Text text = (ScriptFile.Text) read(bytes);
    assertThat(text.script().text()).isEqualTo("select '订单';\r\n");
    assertThat(text.script().sha256()).isEqualTo(Sha256.of(bytes));
  }

  @Test
  void anEmptyFileIsAScript() {
    assertThat(read(new byte[0])).isInstanceOf(ScriptFile.Text.class);
  }

  @Test
  void whatIsNoSqlTextIsToldWithWhatToDo() {
    assertThat(
            remark(
                "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"
                    .getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("is a Git LFS pointer, not SQL; keep scripts out of LFS");
    assertThat(remark("select 1;".getBytes(StandardCharsets.UTF_16)))
        .isEqualTo("is binary or UTF-16; save it as UTF-8");
    assertThat(remark("select '订单';".getBytes(Charset.forName("GBK"))))
        .isEqualTo("is not valid UTF-8; save it as UTF-8");
    assertThat(remark(new byte[ScriptFile.LARGEST + 1]))
        .isEqualTo("is larger than 10 MB and is not reviewed; split it");
  }

  @Test
  void aFileOfTheLargestSizeIsStillRead() {
    byte[] bytes = new byte[ScriptFile.LARGEST];
    Arrays.fill(bytes, (byte) ' ');
    assertThat(read(bytes)).isInstanceOf(ScriptFile.Text.class);
  }

  private static String remark(byte[] bytes) {
    Remark remark = ((ScriptFile.Unreadable) read(bytes)).remark();
    assertThat(remark.level()).isEqualTo(Remark.Level.INCOMPLETE);
    assertThat(remark.path()).isEqualTo("V1__a.sql");
    return remark.message();
  }

  private static ScriptFile read(byte[] bytes) {
    return ScriptFile.read("V1__a.sql", ScriptName.parse("V1__a.sql").orElseThrow(), bytes);
  }
}
